"""Microsoft's SDK, at the one place where it is met.

Heed listens with its own thin adapter (http.py), because the SDK answers 500 to activities that it
doesn't know, and asks it for what it does well: whether a token is genuine, and tokens of our own.
"""

import asyncio
import logging
import os
import warnings
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import jwt

from handlers.teams.wire import Sign

with warnings.catch_warnings():  # it warns of its own previews, and would read .env by itself
    warnings.simplefilter("ignore")
    os.environ["PYTHON_DOTENV_DISABLED"] = "1"
    from microsoft_teams.api.auth.cloud_environment import PUBLIC, CloudEnvironment
    from microsoft_teams.apps import App
    from microsoft_teams.apps.auth import InboundActivityTokenValidator

    del os.environ["PYTHON_DOTENV_DISABLED"]

LOOPBACK = {"localhost": "127.0.0.1"}
SERVICE_URL = "https://smba.trafficmanager.net/teams"
"""Where Teams is spoken to before it has told where."""

log = logging.getLogger("heed.teams")
logging.getLogger("microsoft_teams.apps.auth").setLevel(logging.CRITICAL)


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The app's registration. With a `stand_in` there is none: nothing is signed, either way."""

    app_id: str
    password: str = field(default="", repr=False)
    tenant_id: str = ""
    stand_in: str = ""


def signer(keys: Keys) -> Sign:
    """Tokens of ours: fetched off the event loop, kept until shortly before they expire."""
    if keys.stand_in:
        return _unsigned
    secret, tenant = keys.password, keys.tenant_id
    app = App(client_id=keys.app_id, client_secret=secret, tenant_id=tenant)

    async def sign() -> str:
        return str(await app.token_provider.get_app_token())

    return sign


async def _unsigned() -> str:
    return ""


class Gate:
    """Lets in what Microsoft has signed for us; its keys are fetched off the event loop."""

    def __init__(self, keys: Keys, cloud: CloudEnvironment = PUBLIC) -> None:
        self._stand_in = keys.stand_in
        self._issuer = cloud.token_issuer
        self._validator = InboundActivityTokenValidator(keys.app_id, cloud)

    async def admits(self, authorization: str, service_url: str) -> bool:
        if self._stand_in:
            return _host(service_url) == _host(self._stand_in)
        scheme, _, token = authorization.partition(" ")
        if scheme != "Bearer" or not token or not service_url:
            return False
        return await asyncio.to_thread(self._is_genuine, token, service_url)

    async def warm(self) -> None:
        """Fetches the keys before the first person has to wait: a forged token asks for them."""
        if not self._stand_in:
            claims, nobody = {"iss": self._issuer}, {"kid": "nobody's"}
            forged = jwt.encode(
                claims, "nobody signs with this, and it is long enough", "HS256", headers=nobody
            )
            await asyncio.to_thread(self._is_genuine, forged, SERVICE_URL)

    def _is_genuine(self, token: str, service_url: str) -> bool:
        try:
            asyncio.run(self._validator.validate_token(token, service_url))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is not admitted
            log.info("a request was refused: %s", type(error).__name__)
            return False
        return True


def _host(address: str) -> str:
    """Empty for what is no address."""
    try:
        parts = urlsplit(address)
        return f"{LOOPBACK.get(parts.hostname or '', parts.hostname)}:{parts.port}"
    except ValueError:
        return ""
