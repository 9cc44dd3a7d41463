"""Thanks: advocates and raving fans regularly, and whoever praised or recommended us, by name."""

from care.feature import Command, Feature, Telling
from domain.commands import Usage
from domain.teammates import Permission
from features.thanks import actions
from features.thanks.play import PLAYS

FEATURE = Feature(
    name="thanks",
    plays=PLAYS,
    commands=(
        Command(
            usage=Usage(
                name="thank",
                example="thank Acme sent Maria a card",
                does="log a thank-you",
                rank=50,
                keeps="touch.thank",
            ),
            needs=Permission.LOG,
            act=actions.thank,
            act_all=actions.thank_all,
            telling=Telling.OPTIONAL,
            anywhere=True,
        ),
    ),
    opens={"touch.thank": actions.ask},
)
