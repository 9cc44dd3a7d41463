"""Teams' own interface for bots: a message sent or edited, a conversation opened, a roster read."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

import httpx

from domain.references import Reference

Json = dict[str, Any]
Sign = Callable[[], Awaitable[str]]
"""A token of ours for Teams; empty where nothing is signed."""

PAGE = 200


REFUSED = {"invalid_client", "invalid_request", "unauthorized_client"}
"""What Microsoft answers where the app, its secret or the tenant is not known: OAuth's words."""


class SignInFailed(Exception):
    """Microsoft gives us no token: certainly nothing was sent.

    `is_refused` where Microsoft says so, and not only can't be asked.
    """

    def __init__(self, why: str, *, is_refused: bool = False) -> None:
        super().__init__(why)
        self.is_refused = is_refused


class Wire:
    """It repeats nothing by itself. `trouble` says what is wrong with it now, in words."""

    def __init__(self, http: httpx.AsyncClient, sign: Sign) -> None:
        self._http = http
        self._sign = sign
        self.trouble: str | None = None

    async def send(self, to: Reference, activity: Json, thread: str = "") -> str:
        """The new message's id. Raises httpx.HTTPError, SignInFailed."""
        room = f"{to.conversation};messageid={thread}" if thread else to.conversation
        answer = await self._call("POST", to.service_url, _activities(room), activity)
        return _id(answer)

    async def whisper(self, to: Reference, user_id: str, activity: Json, thread: str = "") -> None:
        """Shown in the channel to that person alone: an answer to a private command."""
        room = f"{to.conversation};messageid={thread}" if thread else to.conversation
        targeted = activity | {"recipient": {"id": user_id}}
        path = f"{_activities(room)}?isTargetedActivity=true"
        await self._call("POST", to.service_url, path, targeted)

    async def edit(self, to: Reference, message_id: str, activity: Json) -> None:
        path = f"{_activities(to.conversation)}/{quote(message_id)}"
        _id(await self._call("PUT", to.service_url, path, activity))

    async def open(self, service_url: str, tenant: str, app_id: str, user_id: str) -> str:
        """The conversation with one person: the one there is, or a new one."""
        asked = {
            "bot": {"id": app_id},
            "members": [{"id": user_id}],
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
            "isGroup": False,
        }
        return _id(await self._call("POST", service_url, "/v3/conversations", asked))

    async def member(self, to: Reference, user_id: str) -> Json:
        path = f"/v3/conversations/{quote(to.conversation)}/members/{quote(user_id)}"
        return await self._call("GET", to.service_url, path)

    async def members(self, to: Reference) -> AsyncIterator[Json]:
        """Everybody who is there, page by page."""
        path = f"/v3/conversations/{quote(to.conversation)}/pagedmembers?pageSize={PAGE}"
        token = ""
        while True:
            more = f"&continuationToken={quote(token)}" if token else ""
            page = await self._call("GET", to.service_url, path + more)
            for member in _list(page, "members"):
                yield member
            token = str(page.get("continuationToken") or "")
            if not token:
                return

    async def channels(self, service_url: str, team: str) -> dict[str, str]:
        """The names of a team's channels, by id; its first one has none of its own."""
        answer = await self._call("GET", service_url, f"/v3/teams/{quote(team)}/conversations")
        found = _list(answer, "conversations")
        return {str(each.get("id")): str(each.get("name") or "") for each in found}

    async def sign_in(self) -> None:
        """Raises SignInFailed."""
        await self._headers()

    async def _call(
        self, method: str, service_url: str, path: str, body: Json | None = None
    ) -> Json:
        address = f"{service_url.rstrip('/')}{path}"
        headers = await self._headers()
        response = await self._http.request(method, address, json=body, headers=headers)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            self.trouble = "Teams does not accept our token; it is tried again"
        response.raise_for_status()
        self.trouble = None
        return _read(response)

    async def _headers(self) -> Mapping[str, str]:
        try:
            token = await self._sign()
        except Exception as error:
            self.trouble = "Microsoft does not sign us in; it is tried again"
            raise SignInFailed(type(error).__name__, is_refused=str(error) in REFUSED) from error
        return {"Authorization": f"Bearer {token}"} if token else {}


def _activities(room: str) -> str:
    return f"/v3/conversations/{quote(room)}/activities"


def _read(response: httpx.Response) -> Json:
    """Raises httpx.DecodingError for a page of somebody else's, or half an answer."""
    try:
        body = response.json()
    except ValueError as error:
        raise httpx.DecodingError("it is no JSON", request=response.request) from error
    if not isinstance(body, dict):
        raise httpx.DecodingError("it is no object", request=response.request)
    return body


def _id(answer: Json) -> str:
    """What Teams calls it; raises httpx.DecodingError where Teams doesn't say."""
    found = answer.get("id")
    if not isinstance(found, str) or not found:
        raise httpx.DecodingError("it names no id")
    return found


def _list(answer: Json, name: str) -> list[Json]:
    found = answer.get(name)
    if not isinstance(found, list):
        raise httpx.DecodingError(f"it tells of no {name}")
    return found
