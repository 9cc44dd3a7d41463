"""People of another company, who share a channel with the team: Slack calls them no strangers."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from care import team
from domain.teammates import Teammate
from playground import read as read_team
from tests.stories.conftest import CARE, enquiry, open_office
from tests.stories.reading import read
from tests.stories.test_forms_and_home import opened

OLGA, PARTNER = "U0OLGAWEIS", "T0PARTNER0"
KINDLY = "Heed shows customers to members of the team only"


@pytest.fixture
async def slack(sqlite):
    async with open_office(sqlite) as office:
        yield office


async def let_in(office):
    """Olga comes into the channel, as somebody whom an older Heed took for a teammate."""
    await office.town.do("chloe", "invite", channel=CARE, user="olga")
    platform_app, olga = office.house.platform_apps[0], office.town.town.people[OLGA]
    known = Teammate(
        id=0, name=olga.name, zone=olga.zone, user_id=OLGA, handle="olga", mail=olga.mail
    )
    await office.house.heed.do(team.introduce, platform_app.tenancy, (known,))


async def count(office, sql):
    def counted(work, now):
        del now
        return work.connection.execute(text(sql)).scalar_one()

    return await office.house.heed.ask(counted, office.house.platform_apps[0].tenancy)


def told(done):
    """All that somebody was shown: messages, forms, errors at fields, options."""
    seen = [*done["sees"].get("messages", []), *done["sees"].get("changed", [])]
    words = [read(each) for each in seen if each.get("is_ephemeral") or each["channel"][0] == "D"]
    words += [read(each) for each in done["sees"].get("forms", [])]
    words += list((done.get("errors") or {}).values())
    return "\n".join(words)


async def form_of(office, words="/heed log"):
    """Ana's form, fallen into Olga's hands."""
    form = await opened(office, "ana", words)
    forms = office.town.town.forms
    forms.enter(replace(forms.open[form["id"]], person=OLGA), {})
    return form


async def command(office, post):
    del post
    return told(await office.town.do("olga", "type", channel=CARE, text="/heed customer globex"))


async def asking_for_help(office, post):
    del post
    return told(await office.town.do("olga", "type", channel=CARE, text="/heed help"))


async def mention(office, post):
    said = {"channel": CARE, "thread_ts": post["ts"], "text": "@heed log called them"}
    return told(await office.town.do("olga", "type", **said))


async def mention_in_a_reply(office, post):
    said = {"channel": CARE, "thread_ts": post["ts"], "text": "@heed called them, all good"}
    return told(await office.town.do("olga", "type", **said))


async def direct_message(office, post):
    del post
    await office.town.do("olga", "type", channel="dm", text="customer globex")
    return read(await office.post(KINDLY, who="olga", channel="dm"))


async def button(office, post):
    return told(await office.act("olga", post, "Answered"))


async def menu(office, post):
    return told(await office.act("olga", post, "Later", "tomorrow"))


async def reaction(office, post):
    return told(await office.react("olga", post, "white_check_mark"))


async def home(office, post):
    del post
    await office.town.do("olga", "home")
    return read(await office.home("olga", KINDLY))


async def shortcut(office, post):
    del post
    await office.town.do("olga", "shortcut", callback_id="log")
    return read(await office.post(KINDLY, who="olga", channel="dm"))


async def shortcut_on_a_message(office, post):
    asked = {"callback_id": "log_message", "channel": CARE, "ts": post["ts"]}
    return told(await office.town.do("olga", "shortcut", **asked))


async def sent_form(office, post):
    del post
    form = await form_of(office, "/heed new")
    values = {"name": "Hooli", "rung": "prospect"}
    return told(await office.town.do("olga", "submit", view=form["id"], values=values))


DOORS = [
    command,
    asking_for_help,
    mention,
    mention_in_a_reply,
    direct_message,
    button,
    menu,
    reaction,
    home,
    shortcut,
    shortcut_on_a_message,
    sent_form,
]


@pytest.mark.parametrize("door", DOORS)
async def test_an_outsider_is_told_kindly_at_every_door_and_changes_nothing(slack, door):
    post = await enquiry(slack)
    await let_in(slack)
    before = await count(slack, "SELECT count(*) FROM action")
    shown = await door(slack, post)
    assert KINDLY in shown
    assert "Globex" not in shown
    assert await count(slack, "SELECT count(*) FROM action") == before
    assert "[Answered]" in read(await slack.post("Answer Globex"))


@pytest.mark.parametrize("door", [command, mention, button, reaction])
async def test_an_outsider_whom_heed_has_never_met_is_told_so_too(slack, door):
    post = await enquiry(slack)
    await slack.town.do("chloe", "invite", channel=CARE, user="olga")
    assert KINDLY in await door(slack, post)


async def test_an_outsider_finds_no_customer_by_searching(slack):
    await slack.type("ana", "/heed new Globex")
    await let_in(slack)
    assert await slack.search("olga", await form_of(slack), "customer", "glo") == {}


async def test_an_outsiders_talk_under_a_post_is_no_contact_and_their_emoji_elsewhere_no_matter(
    slack,
):
    post = await enquiry(slack)
    await let_in(slack)
    reply = {"channel": CARE, "thread_ts": post["ts"], "text": "called them, all good"}
    done = await slack.town.do("olga", "type", **reply)
    assert told(done) == ""
    assert "[Answered]" in read(await slack.post("Answer Globex"))
    said = await slack.town.do("ana", "type", channel=CARE, text="Lunch?")
    assert told(await slack.react("olga", {"ts": said["ts"]}, "eyes")) == ""


@pytest.mark.parametrize("named", ["@olga", "Olga Weiss"])
async def test_an_outsider_owns_nobody(slack, named):
    await slack.type("ana", "/heed new Globex")
    await let_in(slack)
    await slack.town.do("olga", "type", channel=CARE, text="/heed due")
    refused = await slack.type("ana", f"/heed edit Globex owner {named}")
    assert "No teammate goes by" in read(refused)


async def test_whoever_was_taken_for_a_teammate_loses_that_at_the_next_start(sqlite):
    """So does whoever Slack has never heard of, or will not tell of any more."""
    async with open_office(sqlite, managers=("chloe", "olga", "ghost")) as office:
        await office.type("ana", "/heed new Globex")
        await let_in(office)
        await office.type("ana", "/heed edit Globex owner @olga")
        ghost = Teammate(id=0, name="Gho St", zone="UTC", user_id="U0NOWHERE0", handle="ghost")
        await office.house.heed.do(team.introduce, office.house.platform_apps[0].tenancy, (ghost,))
        named = await office.house.platform_apps[0].acquaint()
        assert [each.name for each in named.known] == ["Chloe Martin"]
        card = read(await office.type("ana", "/heed customer globex"))
        assert "<@U0OLGAWEIS>'s customer" not in card
        assert await count(office, "SELECT count(*) FROM digest WHERE due_at IS NOT NULL") == 1


async def test_who_goes_over_to_another_company_sees_their_home_empty_at_once(slack):
    town = slack.town.town
    await slack.type("ben", "/heed new Globex")
    await slack.town.do("ben", "home")
    await slack.home("ben", "Globex")
    town.keep_person(town.people["U0BENOKAFR"], team=PARTNER)
    await slack.town.admin("zone", person="ben", zone="Asia/Tokyo")  # so that Slack tells of him
    assert "Globex" not in read(await slack.home("ben", KINDLY))


@pytest.mark.parametrize(
    ("room", "is_outside"),
    [
        ({"other_teams": (PARTNER,)}, True),
        ({"invited_teams": (PARTNER,)}, True),
        ({"is_org_shared": True}, False),
    ],
)
async def test_a_channel_to_which_outsiders_are_invited_counts_as_theirs(slack, room, is_outside):
    town = slack.town.town
    town.keep_channel(town.find_channel(CARE), **room)
    said = read(await slack.type("ana", "/heed new Globex"))
    assert ("keeps customers out of it" in said) is is_outside
    await slack.type("ana", "/heed new Initech suspect", channel="dm")
    await slack.type("ben", "/heed log Initech asked about prices", channel="dm")
    await slack.wait(seconds=5)
    seen = [each for each in await slack.channel() if "Initech" in read(each)]
    assert bool(seen) is not is_outside


async def test_in_an_organisation_of_several_workspaces_all_its_people_belong(sqlite):
    given = read_team()
    everybody = tuple(
        replace(each, enterprise="E0PARTNERS" if each.team == PARTNER else "E0ACMECORP")
        for each in given.people
    )
    sibling = replace(
        everybody[0], id="U0SIBLING0", handle="sib", name="Sib Ling", team="T0SIBLING0"
    )
    grid = replace(given, enterprise="E0ACMECORP", people=(*everybody, sibling))
    async with open_office(sqlite, team=grid) as office:
        await office.type("ana", "/heed new Globex")
        for who in ("sib", "olga"):
            await office.town.do("chloe", "invite", channel=CARE, user=who)
        assert "🪪 Globex" in read(await office.type("sib", "/heed customer globex"))
        assert KINDLY in read(await office.type("olga", "/heed customer globex"))
        channel = office.town.town.find_channel(CARE).id
        came = {"type": "channel_shared", "channel": channel, "connected_team_id": "E0ACMECORP"}
        await office.house.platform_apps[0]._channels.shared(came, {"event_id": "Ev0SIBLING"})
        assert await enquiry(office, "Initech")
