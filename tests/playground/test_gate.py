"""A page of elsewhere, open in the same browser, gets nothing done here."""

import aiohttp
import pytest

SAID = '{"channel": "customer-care", "text": "/heed undo"}'
ELSEWHERE = "http://elsewhere.example"


async def type_as_ana(town, **headers):
    async with aiohttp.ClientSession() as session:
        address = f"{town.address}/people/ana/type"
        async with session.post(address, data=SAID, headers=headers) as answer:
            return answer.status, await answer.text()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ELSEWHERE},
        {"Origin": "null"},
        {"Host": "elsewhere.example:8765"},
        {"Host": "elsewhere.example", "Origin": ELSEWHERE},
        {"Host": "127.0.0.1.elsewhere.example"},
        {"Host": "[half"},
    ],
    ids=str,
)
async def test_what_a_page_of_elsewhere_sends_is_refused(town, headers):
    status, told = await type_as_ana(town, **headers)
    assert status == 403
    assert "answers this machine alone" in told


async def test_its_own_page_and_programs_are_answered(town):
    assert (await type_as_ana(town))[0] == 200
    assert (await type_as_ana(town, Origin=town.address))[0] == 200


async def test_the_feed_tells_another_page_nothing(town):
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{town.address}/feed", headers={"Origin": ELSEWHERE})
    assert refused.value.status == 403


async def test_a_bot_is_called_on_this_machine_alone(town):
    async with aiohttp.ClientSession() as session:
        address = f"{town.address}/admin/request-url"
        async with session.post(address, json={"url": "http://169.254.169.254/"}) as answer:
            assert answer.status == 400
            assert "this machine alone" in await answer.text()
