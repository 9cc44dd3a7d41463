"""*Log with Heed*, in the menu of a message: the form, begun from it."""

import html
import re
from datetime import datetime

from care import forms
from handlers import routing
from handlers.routing import Request
from handlers.teams.activities import Activity, Json
from handlers.teams.dialogs import Dialogs

ASKED = {"action": "touch.ask"}
"""By what the same form can be asked for again."""

OF_COMPANY = "aadUser"
"""What Teams calls whoever has an account in the company's directory."""

STRANGER = "nobody of the team"

_BREAKS = re.compile(r"<(?:br|/p|/div|/li)\b[^>]*>", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")


class MessageActions:
    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs

    async def asked(self, activity: Activity) -> Json:
        message = _dict(activity.values.get("messagePayload"))
        request = routing.NOT_HERE if activity.is_shared else _log(message)
        return await self._dialogs.open(activity, request, ASKED)


def _log(message: Json) -> Request:
    link = str(message.get("linkToMessage") or "")
    original = forms.Original(link=link, author=_author(message))
    facts = (_words(_dict(message.get("body"))), _moment(message), original)
    return Request(capability=forms.log, args=facts, changes=False)


def _author(message: Json) -> str:
    """Empty for whoever may be of the team."""
    user = _dict(_dict(message.get("from")).get("user"))
    if user.get("userIdentityType") == OF_COMPANY:
        return ""
    return str(user.get("id") or STRANGER)


def _words(body: Json) -> str:
    content = str(body.get("content") or "")
    if body.get("contentType") == "html":
        content = html.unescape(_TAGS.sub("", _BREAKS.sub("\n", content)))
    return content.replace("\u00a0", " ").strip()


def _moment(message: Json) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(message.get("createdDateTime")))
    except ValueError:
        return None
    return at if at.tzinfo else None


def _dict(value: object) -> Json:
    return value if isinstance(value, dict) else {}
