"""Who may ask here: this machine's own programs and pages, and no page of elsewhere.

A page in a browser can send a form, or reach this machine by a name of its own (DNS rebinding): its
`Origin` and `Host` tell.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

OWN = frozenset({"127.0.0.1", "localhost", "::1"})
TOLD = "This playground answers this machine alone, by the address that it printed."


class Gate:
    """Around the whole app, the page's socket included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"} or is_own(Headers(scope=scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(TOLD, status_code=403)(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008})


def is_own(headers: Headers) -> bool:
    """Asked by the address of this machine, and by no page of another."""
    host, origin = headers.get("host", ""), headers.get("origin")
    return _name(host) in OWN and (origin is None or urlsplit(origin).netloc == host)


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
