"""What of a customer is read in one statement; each feature adds its part (`Loader.part`)."""

from store import customers, installations, nudges, settings, teammates, touches

OWN = customers.WITH_GONE
PARTS = (
    teammates.OWNER,
    installations.ZONE,
    settings.VALUES,
    customers.PEOPLE,
    touches.RECENTLY,
    touches.LAST_THANKS,
    nudges.WAITING_NOW,
    nudges.OVER,
    nudges.DISMISSALS,
)
