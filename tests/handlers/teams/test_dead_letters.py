"""What could not be handled is kept as it came: nothing that Teams said is lost for good."""

import pytest

from care import dead_letters
from handlers.teams.http import PATH
from tests.handlers.teams.service import CARE


async def kept(office):
    return await office.heed.ask(dead_letters.everything, office.tenancy)


async def stumble(*_):
    raise RuntimeError("boom")


async def test_an_activity_over_which_heed_stumbled_is_kept_whole_with_where_it_was(office, caplog):
    office.front.people.hear = stumble
    body = office.activity("29:ana", type="message", text="log Acme called about our secret")
    await office.deliver(body)
    (letter,) = await kept(office)
    assert (letter.about, letter.key, letter.body) == ("message", body["id"], body)
    assert "RuntimeError: boom" in letter.trace
    assert letter.at == office.clock.now()
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("adaptiveCard/action", lambda answer: answer["value"]),
        ("task/fetch", lambda answer: answer["task"]["value"]),
        ("task/submit", lambda answer: answer["task"]["value"]),
    ],
)
async def test_an_invoke_over_which_it_stumbled_is_answered_in_its_form_and_kept(
    office, name, told
):
    office.front.people.hear = stumble
    answer = await office.deliver(office.activity("29:ana", type="invoke", name=name))
    assert "went wrong" in told(answer)
    assert [letter.about for letter in await kept(office)] == [f"invoke {name}"]


async def test_a_search_over_which_it_stumbled_finds_nothing(office):
    office.front.people.hear = stumble
    answer = await office.deliver(
        office.activity("29:ana", type="invoke", name="application/search")
    )
    assert answer["value"] == {"results": []}


async def test_what_is_sent_again_is_kept_once(office):
    office.front.people.hear = stumble
    body = office.activity("29:ana", type="message", text="log Acme called")
    for _ in range(2):
        await office.deliver(body)
    assert len(await kept(office)) == 1


async def test_of_a_kind_that_nobody_listens_to_the_newest_is_kept(office):
    for name in ("composeExtension/query", "composeExtension/query", "tab/fetch"):
        await office.deliver(office.activity("29:ana", type="invoke", name=name))
    body = office.activity("29:ana", CARE, type="somethingOfNextYear")
    await office.deliver(body)
    about = {letter.about: letter for letter in await kept(office)}
    assert set(about) == {"invoke composeExtension/query", "invoke tab/fetch", body["type"]}
    assert about[body["type"]].body == body
    assert {letter.trace for letter in about.values()} == {""}


async def test_what_lacks_a_sender_is_refused_and_kept(office):
    body = office.activity("29:ana", type="message", text="new Acme") | {"from": None}
    assert (await office.client.post(PATH, json=body)).status_code == 400
    assert [letter.body for letter in await kept(office)] == [body]


async def test_what_nobody_has_signed_is_not_kept(office):
    body = office.activity("29:ana", type="somethingOfNextYear")
    answer = await office.client.post(PATH, json=body | {"serviceUrl": "http://evil.example"})
    assert answer.status_code == 401
    assert await kept(office) == []
