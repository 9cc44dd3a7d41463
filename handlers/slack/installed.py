"""One Slack workspace that has let Heed in, and the ways to talk to it."""

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from care.heed import SystemCaller
from handlers.slack.company import Company


@dataclass(frozen=True, kw_only=True)
class Installed:
    """`client` is for reading and quick answers;
    `patient` waits when Slack says "later", for what nobody has a window open for.
    """

    tenancy: SystemCaller
    company: Company
    client: AsyncWebClient
    patient: AsyncWebClient
    bot_token: str
    bot_user: str
    bot_id: str
