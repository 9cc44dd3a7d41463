"""Who is let in: what Microsoft has signed for us, and nobody else."""

import time
from dataclasses import replace

import jwt
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from microsoft_teams.api.auth.cloud_environment import PUBLIC

from handlers.teams.sdk import Gate, Keys

APP = "11111111-2222-3333-4444-555555555555"
SERVICE = "https://smba.trafficmanager.net/emea/"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
ISSUER = "https://api.botframework.com"


def token(key=KEY, kid="k1", **changed):
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": APP, "iat": now, "exp": now + 600, "serviceurl": SERVICE}
    return jwt.encode(claims | changed, key, "RS256", headers={"kid": kid})


@pytest.fixture
async def keys():
    """Microsoft's keys, as it publishes them; how often they were asked for."""
    asked = []

    async def publish(request):
        asked.append(request.path)
        public = jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
        return web.json_response({"keys": [public | {"kid": "k1", "use": "sig"}]})

    routes = web.Application()
    routes.router.add_get("/keys", publish)
    runner = web.AppRunner(routes)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    cloud = replace(PUBLIC, openid_metadata_url=f"http://127.0.0.1:{port}/openidconfiguration")
    yield Gate(Keys(app_id=APP), cloud), asked
    await runner.cleanup()


async def test_what_microsoft_has_signed_for_us_is_let_in(keys):
    gate, _ = keys
    assert await gate.admits(f"Bearer {token()}", SERVICE)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer x",
        "Bearer e30.e30.e30",
        f"Basic {token()}",
        f"Bearer {token(key=OTHER)}",
        f"Bearer {token(aud='somebody-else')}",
        f"Bearer {token(iss='https://evil.example')}",
        f"Bearer {token(exp=int(time.time()) - 3600)}",
        f"Bearer {token(serviceurl='https://evil.example')}",
        f"Bearer {token(kid='unknown')}",
    ],
    ids=lambda header: header[:12],
)
async def test_nobody_else_is(keys, header):
    gate, _ = keys
    assert not await gate.admits(header, SERVICE)


async def test_a_reply_to_somewhere_else_is_not_let_in(keys):
    gate, _ = keys
    assert not await gate.admits(f"Bearer {token()}", "https://evil.example")
    assert not await gate.admits(f"Bearer {token()}", "")


async def test_the_keys_are_there_before_the_first_person_comes(keys):
    gate, asked = keys
    await gate.warm()
    before = len(asked)
    assert before
    assert await gate.admits(f"Bearer {token()}", SERVICE)
    assert len(asked) == before


@pytest.mark.parametrize(
    ("service_url", "is_in"),
    [
        ("http://localhost:56150/_connector", True),
        ("http://127.0.0.1:56150/_connector", True),
        ("http://127.0.0.1:56151/_connector", False),
        ("http://evil.example:56150", False),
    ],
)
async def test_a_stand_in_needs_no_token_but_has_to_be_the_one(service_url, is_in):
    gate = Gate(Keys(app_id=APP, stand_in="http://127.0.0.1:56150"))
    assert await gate.admits("", service_url) is is_in
