"""The front door, as it is really used: commands, their words, and their exit codes."""

import asyncio
import io
import json
import os
import pty
import re
import sqlite3
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import bot
import settings
from care import customers, dead_letters
from domain.dead_letters import DeadLetter
from domain.errors import RunsAlready
from handlers.console import sampling
from handlers.slack import connect
from handlers.teams import sdk
from playground import Keys, Playground, Rules, read
from tests.processes import Running
from tests.world import MONDAY, buttons, open_world, said

KEYS = Keys()
ASKED_AT = ("--zone", "Europe/London", "--at", "2026-11-20T14:00")
SECRETS = {"SLACK_BOT_TOKEN": "xoxb-very-secret", "SLACK_APP_TOKEN": "xapp-very-secret"}


@pytest.fixture(autouse=True)
def cwd(tmp_path, monkeypatch):
    """An empty directory, and nothing of this machine's own settings."""
    for name in list(os.environ):
        if name.startswith(("SLACK_", "HEED_", "DATABASE_", "MICROSOFT_", "TEAMS_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.db").write_text("this is no database, whatever its name says")
    return tmp_path


@pytest.fixture
def tell(capsys):
    """Runs a command; its exit code, what it printed, what it complained of."""

    async def run(*words):
        code = await asyncio.to_thread(_run, words)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return code, printed.out, printed.err

    return run


def _run(words):
    try:
        return bot.main(list(words))
    except SystemExit as error:  # argparse leaves so
        return error.code


@pytest.fixture
async def team(cwd):
    """Acme, and the people of a team, in the database that the settings name by default."""
    async with open_world(f"sqlite:///{cwd}/var/heed.db") as world:
        await world.type("ana", "new Acme customer Maria Lopez maria@acme.com")
        yield world


class TestUnderstand:
    @pytest.mark.usefixtures("team")
    async def test_it_prints_how_a_line_is_read_as_json(self, tell):
        line = "Acme called Maria about the renewal, she was happy"
        code, out, _ = await tell("understand", *ASKED_AT, line)
        assert code == 0
        assert json.loads(out) == {
            "customer": "Acme",
            "candidates": [],
            "kind": "call",
            "direction": "ours",
            "signs": ["praise"],
            "at": "2026-11-20T14:00:00+00:00",
            "words": "called Maria about the renewal, she was happy",
            "asks": [],
            "also": [],
            "elsewhere": [],
        }

    @pytest.mark.usefixtures("team")
    async def test_it_reads_each_line_from_standard_input(self, tell, monkeypatch):
        monkeypatch.setattr("sys.stdin", io.StringIO("Acme called Maria\n\nGlobex, no answer\r\n"))
        code, out, _ = await tell("understand", *ASKED_AT, "-")
        first, second = map(json.loads, out.splitlines())
        assert (code, first["customer"], first["kind"]) == (0, "Acme", "call")
        assert (second["customer"], second["signs"]) == (None, ["no answer"])

    @pytest.mark.parametrize(
        ("zone", "at", "utc"),
        [
            ("America/New_York", "2026-11-20T14:00", "2026-11-20T19:00:00+00:00"),
            ("america/new_york", "2026-11-20 14:00", "2026-11-20T19:00:00+00:00"),
            ("America/New_York", "2026-11-20T14:00+00:00", "2026-11-20T14:00:00+00:00"),
        ],
    )
    async def test_a_time_without_a_zone_is_on_the_typers_clock(self, tell, zone, at, utc):
        _, out, _ = await tell("understand", "--zone", zone, "--at", at, "called Maria")
        assert json.loads(out)["at"] == utc

    @pytest.mark.usefixtures("team")
    async def test_whom_it_may_be_about_is_named_and_nobody_is_taken(self, tell):
        _, out, _ = await tell("understand", *ASKED_AT, "Acmee called Maria")
        read_ = json.loads(out)
        assert (read_["customer"], read_["candidates"]) == (None, ["Acme"])
        assert read_["direction"] == "ours"

    async def test_without_a_database_yet_it_knows_no_customer(self, tell):
        code, out, _ = await tell("understand", *ASKED_AT, "Acme called Maria")
        read_ = json.loads(out)
        assert (code, read_["customer"], read_["candidates"]) == (0, None, [])
        assert (read_["direction"], read_["words"]) == ("ours", "Acme called Maria")

    async def test_somebody_new_is_not_taken_for_who_called(self, tell):
        _, out, _ = await tell("understand", *ASKED_AT, "Acme called, all fine")
        assert json.loads(out)["direction"] == "ours"

    async def test_it_is_json_on_any_terminal(self, tell, monkeypatch):
        plain = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr("sys.stdout", plain)
        await tell("understand", *ASKED_AT, "Ünal called 🎉")
        plain.seek(0)
        assert json.loads(plain.read())["words"] == "Ünal called 🎉"

    async def test_without_tokens_it_reads_against_the_playgrounds_customers(self, cwd, tell):
        async with open_world(f"sqlite:///{cwd}/var/playground.db") as world:
            await world.type("ana", "new Globex")
        _, out, _ = await tell("understand", *ASKED_AT, "Globex called")
        assert json.loads(out)["customer"] == "Globex"

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            (("--zone", "Mars"), "“Mars” is no time zone: write one like Europe/London"),
            (("--at", "soon"), "“soon” is no time: write one like 2026-11-20T14:00"),
        ],
    )
    async def test_what_is_no_zone_or_time_is_said(self, tell, typed, words):
        code, _, err = await tell("understand", *typed, "Acme called")
        assert code == 2
        assert words in err


class TestEdit:
    @pytest.mark.parametrize(
        ("field", "value", "told", "shown"),
        [
            ("name", "Acme Inc", "name is now Acme Inc", "🪪 Acme Inc"),
            ("alias", "ACM", "also known as ACM", "Also known as ACM"),
            ("owner", "@ben", "now Ben Okafor's customer", "Ben Okafor's customer"),
            ("owner", "ben@example.com", "now Ben Okafor's customer", "Ben Okafor's customer"),
            ("owner", "Ben Okafor", "now Ben Okafor's customer", "Ben Okafor's customer"),
            ("rung", "raving fans", "rung is now raving fan", "Raving fan · "),
            ("zone", "europe/madrid", "time zone is now Europe/Madrid", " · Europe/Madrid"),
            ("contact", "Bo Berg bo@acme.com", "contact Bo Berg · bo@acme.com", "👤 Bo Berg · bo@"),
        ],
    )
    async def test_each_field_can_be_changed(self, team, tell, field, value, told, shown):
        code, out, _ = await tell("edit", "acme", field, value)
        assert code == 0
        assert f": {told}" in out
        assert shown in said(await team.do("ana", customers.card, 1))

    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            (("Nobody", "rung", "member"), "No customer is called"),
            (("Acme", "colour", "red"), "Say which field of Acme is to change"),
            (("Acme", "rung", "king"), "king is no rung of the ladder"),
            (("Acme", "zone", "Mars"), "Mars is no time zone"),
            (("Acme", "owner", "@zorro"), "No teammate goes by @zorro"),
            (("Acme", "owner", "@gil"), "No teammate goes by @gil"),  # a guest
            (("Acme", "unalias", "ACM"), "Acme isn't known as ACM"),
            (("Acme", "name", "Globex"), "There is a customer called"),
            (("Acme", "name", " "), "What is to stand behind “name”?"),
        ],
    )
    async def test_what_can_not_be_done_is_said_in_words(self, team, tell, typed, words):
        await team.type("ana", "new Globex")
        code, _, err = await tell("edit", *typed)
        assert code == 1
        assert words in err
        assert "othing was changed" in err

    async def test_without_a_team_it_says_what_to_do(self, tell):
        code, _, err = await tell("edit", "Acme", "rung", "member")
        assert code == 1
        assert "Heed doesn't know your team yet: start it once with “make run”" in err


class TestWorkspaceSettings:
    async def test_they_are_shown_set_and_taken_back(self, team, tell):
        code, out, _ = await tell("settings")
        assert code == 0
        assert "hours.week = mon-fri 9:00-17:00" in out
        assert "Hours within which a complaint is acknowledged; from 1 to 80. Why: " in out
        code, out, _ = await tell("settings", "set", "hours.week", "mon-thu 9-17:30,", "fri 9-13")
        assert code == 0
        assert "is mon-thu 9:00-17:30, fri 9:00-13:00 now; it was mon-fri 9:00-17:00" in out
        assert "(it comes as mon-fri 9:00-17:00)" in (await tell("settings", "list"))[1]
        code, out, _ = await tell("settings", "undo")
        assert (code, "hours.week" in out) == (0, True)
        assert "it comes as" not in (await tell("settings"))[1]
        await tell("settings", "set", "fix.update_days", "3")
        code, out, _ = await tell("settings", "reset", "fix.update_days")
        assert (code, "fix.update_days is 2 now; it was 3" in out) == (0, True)
        complaint = await team.type("ana", "complaint Acme it broke")
        assert "🔥 Complaint opened" in said(complaint)

    @pytest.mark.usefixtures("team")
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            (("fix.update_days", "0"), "still 2. Please write a whole number from 1 to 30"),
            (("fix.updat_days", "3"), "did you mean fix.update_days?"),
            (("hours.week", "mon-fri", "22-6"), "22:00-24:00 one day, and 0:00-6:00 the next"),
            (("fix.update_days", "2"), "fix.update_days is 2 already"),
        ],
    )
    async def test_what_can_not_be_set_is_said_in_words(self, tell, typed, words):
        code, _, err = await tell("settings", "set", *typed)
        assert code == 1
        assert words in err
        assert "othing was changed" in err


@pytest.mark.usefixtures("empty")
class TestSample:
    @pytest.fixture
    async def empty(self, cwd):
        """A team that has just been set up: its channel takes reminders, and there is nobody yet
        to be reminded of.
        """
        async with open_world(f"sqlite:///{cwd}/var/heed.db") as world:
            yield world

    async def test_it_says_what_it_did_and_where_reminders_go(self, empty, tell):
        code, out, _ = await tell("sample", "care", "chloe")
        assert code == 0
        assert out == "Added 14 customers. Their reminders come to care.\n"
        assert "Maria Santos" in said(await empty.type("ana", "customer acme"))

    async def test_a_second_time_it_says_at_once_that_they_are_there(self, tell):
        await tell("sample", "care", "chloe")
        code, _, err = await tell("sample", "care", "chloe")
        assert code == 1
        assert 'called "Corner Café" already, and nothing was changed' in err

    async def test_a_channel_where_heed_is_not_is_said(self, tell, monkeypatch):
        monkeypatch.setattr(sampling, "PATIENCE", 0)
        code, out, err = await tell("sample", "nowhere", "chloe")
        assert code == 1
        assert out == "Waiting for Heed to be invited to nowhere …\n"
        assert "Heed is in no channel called nowhere: invite it there first" in err
        assert "Nothing was changed" in err

    async def test_a_host_whom_nobody_knows_is_said(self, tell):
        code, _, err = await tell("sample", "care", "zorro")
        assert code == 1
        assert "No teammate goes by zorro" in err
        assert "Nothing was changed" in err


KING = ("--rung", "king=raving fan")
ASKED_RUNG = (
    'Nothing was changed. Say which rung that is: --rung "king=customer" (or suspect, prospect, '
    "shopper, member, advocate, raving fan), once for each word; or --rung prospect for whoever is "
    "new and has none that is known."
)
NOBODY = "nobody goes by “zorro”, so it gets no owner"
SPREAD = "Their first reminders come over 10 working days, the best customers first."
CHANGES = "1 known customer changes."
PLAIN = "name,owner,rung\nGlobex,ana,prospect\nAcme Ltd,@ben,member\n,ana,\nInitech,zorro,king\n"


class TestCorrections:
    async def test_what_was_put_right_is_printed_as_lines_to_learn_from(self, team, tell):
        said_ = "it was yesterday that Acme rang, the hinge is loose again"
        receipt = await team.type("ana", f"log Acme Acme, {said_}")
        await team.press("ana", buttons(receipt)["It was …"], "complaint")
        await team.press("ana", buttons(receipt)["Kind"], "mail")
        undone = await team.type("ana", "log Acme sent the quote")
        await team.press("ana", buttons(undone)["Kind"], "gift")
        await team.press("ana", buttons(undone)["Undo"])
        code, out, _ = await tell("corrections")
        (line,) = map(json.loads, out.splitlines())
        assert code == 0
        assert line == {
            "line": said_,
            "customer": None,
            "kind": "mail",
            "signs": "complaint",
            "direction": "theirs",
            "days": 1,
            "trade": "",
            "read": {"kind": "call", "signs": ""},
        }


class TestExport:
    @pytest.mark.usefixtures("team")
    async def test_a_table_that_was_exported_is_known_to_import(self, tell):
        code, out, _ = await tell("export", "all.csv")
        assert (code, out) == (0, "Exported: 1 customer to all.csv.\n")
        _, out, _ = await tell("import", "all.csv")
        assert "line 2: match Acme: nothing new\n" in out
        code, _, err = await tell("export", "all.csv")
        assert code == 1
        assert "all.csv is there already" in err


class TestImport:
    @pytest.fixture(autouse=True)
    def table(self, cwd):
        (cwd / "customers.csv").write_text(PLAIN)

    async def test_a_dry_run_says_line_by_line_what_would_happen(self, team, tell):
        code, out, _ = await tell("import", "customers.csv")
        assert code == 1
        assert out.splitlines() == [
            "Columns: name → customer; owner; rung.",
            "line 2: add Globex, prospect, owner Ana Reyes",
            "line 3: match Acme: rung customer → member, owner Ana Reyes → Ben Okafor",
            "line 4: left out: it has no name",
            f"line 5: add Initech (! “king” is no rung of the ladder) (! {NOBODY})",
            "“king” is no rung that Heed knows (1 line).",
            f"4 lines: 2 to add, 1 matched, 1 left out. {SPREAD} {CHANGES}",
            ASKED_RUNG,
        ]
        assert "Customer · Ana Reyes's" in said(await team.type("ana", "customer acme"))

    async def test_yes_imports_and_draws_nothing_into_a_pipe(self, team, tell):
        code, out, _ = await tell("import", "customers.csv", "--yes", *KING)
        assert code == 0
        assert out.splitlines()[-2:] == [
            "Imported: 2 customers, 1 customer changed.",
            "Take it back: python bot.py undo-import",
        ]
        assert not re.search(r"\x1b|━|%", out)
        assert "Member · Ben Okafor's customer" in said(await team.type("ana", "customer acme"))
        assert "Prospect · Ana Reyes's" in said(await team.type("ana", "customer globex"))

    @pytest.mark.usefixtures("team")
    async def test_twice_matches_and_doubles_nothing(self, tell):
        await tell("import", "customers.csv", "--yes", *KING)
        _, out, _ = await tell("import", "customers.csv", "--yes", *KING)
        assert "4 lines: 0 to add, 3 matched, 1 left out." in out

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (None, "customers.csv can't be read: No such file or directory"),
            (b"", "customers.csv has no column that names the customers"),
            (b"a,b\n1,2\n", "its first line reads: a, b"),
            (
                b"name\n\x81\x8d\n",
                "is written in no known encoding: save it as UTF-8",
            ),
        ],
        ids=["missing", "empty", "no names", "encoding"],
    )
    @pytest.mark.usefixtures("team")
    async def test_what_can_not_be_read_is_said(self, cwd, tell, content, words):
        path = cwd / "customers.csv"
        path.unlink()
        if content is not None:
            path.write_bytes(content)
        code, _, err = await tell("import", "customers.csv", "--yes")
        assert code == 1
        assert words in err
        assert "Nothing was changed" in err

    @pytest.mark.usefixtures("team")
    async def test_a_heading_alone_is_nothing_to_do(self, cwd, tell):
        (cwd / "customers.csv").write_text("name\n")
        code, out, _ = await tell("import", "customers.csv", "--yes")
        assert code == 0
        assert "0 lines: 0 to add" in out

    @pytest.mark.usefixtures("team")
    async def test_it_is_taken_back_whole(self, tell):
        _, before, _ = await tell("import", "customers.csv")
        await tell("import", "customers.csv", "--yes", *KING)
        code, out, _ = await tell("undo-import")
        assert code == 1
        assert "The import of customers.csv, " in out
        assert "2 customers go again, 1 is as before." in out
        code, out, _ = await tell("undo-import", "--yes")
        assert (code, out.splitlines()[-1]) == (0, "Taken back.")
        assert (await tell("import", "customers.csv"))[1] == before
        code, _, err = await tell("undo-import", "--yes")
        assert (code, "No import is left to take back" in err) == (1, True)

    @pytest.mark.parametrize(("answer", "code"), [("n", 1), ("", 1), ("Yes", 0)])
    @pytest.mark.usefixtures("team")
    async def test_at_a_terminal_it_asks_first(self, terminal, tell, answer, code):
        os.write(terminal, f"{answer}\n".encode())
        got, out, _ = await tell("import", "customers.csv", *KING)
        assert got == code
        assert "Import them? (y/N)" in out
        assert ("Nothing was changed" in out) is (code == 1)
        assert ("Imported: 2 customers, 1 customer changed." in out) is (code == 0)


class TestImportBeforeTheFirstStart:
    async def test_the_database_is_made_and_whoever_settles_in_finds_them(
        self, cwd, tell, monkeypatch
    ):
        (cwd / "customers.csv").write_text("name,owner,rung\nGlobex,ana,customer\n")
        code, out, _ = await tell("import", "customers.csv", "--yes")
        assert code == 0
        assert "line 2: add Globex, customer (! nobody goes by “ana”, so it gets no owner)" in out
        assert "Heed knows nobody of your team before its first start: import this once more" in out
        assert (await tell("export", "all.csv"))[1] == "Exported: 1 customer to all.csv.\n"
        monkeypatch.setenv("HEED_ZONE", "Asia/Tokyo")
        async with workspace(monkeypatch):
            code, out, _ = await tell("import", "customers.csv", "--yes")
        assert code == 0
        assert "line 2: match Globex: owner Ana Reyes\n" in out
        with sqlite3.connect(cwd / "var/heed.db") as database:
            assert database.execute("SELECT zone FROM workspace").fetchall() == [("Asia/Tokyo",)]
        assert "knows nobody" not in out

    async def test_and_so_it_is_taken_back(self, cwd, tell):
        (cwd / "customers.csv").write_text("name\nGlobex\n")
        await tell("import", "customers.csv", "--yes")
        assert (await tell("undo-import", "--yes"))[0] == 0
        assert (await tell("export", "all.csv"))[1] == "Exported: 0 customers to all.csv.\n"

    async def test_without_a_platform_the_playgrounds_customers_are_meant(self, cwd, tell):
        (cwd / "customers.csv").write_text("name,owner\nGlobex,ana\n")
        async with open_world(f"sqlite:///{cwd}/{settings.PLAYGROUND}") as world:
            code, out, _ = await tell("import", "customers.csv", "--yes")
            assert (code, out.splitlines()[0]) == (0, bot.IN_PLAYGROUND)
            assert "Ana Reyes's customer" in said(await world.type("ana", "customer globex"))
        assert not (cwd / "var/heed.db").exists()


@pytest.fixture
def terminal(monkeypatch):
    """Where to type what a command then reads: nobody is asked through a pipe."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        yield ours
    os.close(ours)


@asynccontextmanager
async def workspace(monkeypatch, **bot_facts):
    """A playground, and the settings that point Heed at it."""
    team = read()
    team = replace(team, bot=replace(team.bot, **bot_facts))
    town = Playground(team=team, rules=Rules(rate=0, quiet=0.02), start=MONDAY)
    async with town.serve():
        monkeypatch.setenv("SLACK_BOT_TOKEN", KEYS.bot_token)
        monkeypatch.setenv("SLACK_APP_TOKEN", KEYS.app_token)
        monkeypatch.setenv("SLACK_API_URL", f"{town.address}/api/")
        monkeypatch.setenv("HEED_CLOCK_URL", f"{town.address}/clock")
        monkeypatch.setenv("HEED_MANAGERS", "chloe")
        yield town


def findings(out):
    """Each finding's subject, with whether it is good and what was told."""
    lines = (re.match(r"([✔✘]) ([a-z ]+): (.*)", line) for line in out.splitlines())
    return [(found[2], found[1] == "✔", found[3]) for found in lines if found]


def wrong(out):
    return [(about, told) for about, is_good, told in findings(out) if not is_good]


async def until(is_so):
    for _ in range(400):
        if is_so():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it never came to that")


async def question_in(town):
    """Heed's *Post reminders here?*, as soon as it is there."""
    for _ in range(400):
        seen = (await town.look("chloe", "read", channel="customer-care"))["messages"]
        if seen and seen[-1].get("blocks"):
            return seen[-1]
        await asyncio.sleep(0.05)
    raise AssertionError("Heed never asked")


class TestCheck:
    async def test_without_tokens_it_says_where_they_belong(self, tell):
        code, out, _ = await tell("check")
        assert code == 1
        ((about, told),) = wrong(out)
        assert about == "token"
        assert "SLACK_BOT_TOKEN is not set" in told
        assert "Mend what is marked" in out

    async def test_all_that_is_in_place_is_said_so(self, tell, monkeypatch):
        async with workspace(monkeypatch) as town:
            heed = await running(town)
            question = await question_in(town)
            yes = question["blocks"][-1]["elements"][0]["action_id"]
            spot = {"channel": "customer-care", "ts": question["ts"], "action_id": yes}
            await town.do("chloe", "act", **spot)
            assert await heed.stopped() == 0
            code, out, _ = await tell("check")
        assert wrong(out) == []
        assert (code, out.splitlines()[-1]) == (0, "Everything is in place.")
        about = [about for about, _, _ in findings(out)]
        slack = ["token", "scopes", "clock", "socket", "channels", "reactions", "managers"]
        assert about == [*slack, "database", "retries", "messages", "unhandled"]

    async def test_a_wrong_token_ends_it(self, tell, monkeypatch):
        async with workspace(monkeypatch):
            monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
            code, out, err = await tell("check")
        assert code == 1
        told = "SLACK_BOT_TOKEN is refused by Slack: invalid_auth"
        assert wrong(out) == [("token", told)]
        assert "very-secret" not in out + err

    async def test_a_wrong_app_token_is_named(self, tell, monkeypatch):
        async with workspace(monkeypatch):
            monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-very-secret")
            _, out, err = await tell("check")
        assert ("socket", "SLACK_APP_TOKEN is refused by Slack: invalid_auth") in wrong(out)
        assert "very-secret" not in out + err

    async def test_a_missing_scope_is_named_with_what_it_is_for(self, tell, monkeypatch):
        scopes = read().bot.scopes - {"reactions:read"}
        async with workspace(monkeypatch, scopes=scopes):
            _, out, _ = await tell("check")
        told = dict(wrong(out))["scopes"]
        assert "reactions:read (to hear 👀 ✅ 💤 ❌)" in told
        assert "chat:write" not in told

    async def test_scopes_that_slack_does_not_tell_of_are_not_called_missing(
        self, tell, monkeypatch
    ):
        async with workspace(monkeypatch):
            monkeypatch.setattr("playground.api.answering.provided", lambda _: "")
            _, out, _ = await tell("check")
        assert "scopes" not in dict(wrong(out))
        assert "Slack did not say" in out

    async def test_without_a_channel_it_says_how_to_invite_heed(self, tell, monkeypatch):
        async with workspace(monkeypatch) as town:
            await town.do("ana", "remove", settle=False, channel="customer-care", user="heed")
            _, out, _ = await tell("check")
        assert "type /invite @Heed" in dict(wrong(out))["channels"]
        assert "invite Heed to a channel" in dict(wrong(out))["set up"]

    async def test_before_the_first_start_it_knows_already_that_no_managers_are_named(
        self, tell, monkeypatch
    ):
        async with workspace(monkeypatch):
            monkeypatch.delenv("HEED_MANAGERS")
            _, out, _ = await tell("check")
        told = [told for about, told in wrong(out) if about == "set up"]
        assert any("set HEED_MANAGERS" in each for each in told)

    async def test_a_manager_whom_nobody_knows_is_named(self, tell, monkeypatch):
        async with workspace(monkeypatch):
            monkeypatch.setenv("HEED_MANAGERS", "chloe, zorro")
            _, out, _ = await tell("check")
        assert "HEED_MANAGERS names zorro, whom nobody goes by" in dict(wrong(out))["managers"]

    async def test_nobody_at_slacks_address_is_said(self, tell, monkeypatch):
        async with workspace(monkeypatch):
            monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:1/api/")
            _, out, _ = await tell("check")
        assert "SLACK_BOT_TOKEN: Slack can't be reached" in dict(wrong(out))["token"]

    @pytest.mark.parametrize(
        ("setting", "value", "words"),
        [
            ("DATABASE_URL", "postgresql://u:secret@127.0.0.1:1/d", "refused"),
            ("DATABASE_URL", "sqlite:///bad.db", "file is not a database"),
            ("DATABASE_URL", "sqlite:////proc/no/x.db", "No such file"),
            ("HEED_CLOCK_URL", "http://127.0.0.1:1/clock", "Cannot connect"),
            ("HEED_CLOCK_URL", "nonsense", "HEED_CLOCK_URL: nonsense"),
        ],
    )
    async def test_a_database_or_clock_that_is_not_there_is_said(
        self, tell, monkeypatch, setting, value, words
    ):
        monkeypatch.setenv(setting, value)
        code, out, err = await tell("check")
        assert code == 1
        about = "clock" if "CLOCK" in setting else "database"
        assert words in dict(wrong(out))[about]
        assert "secret" not in out + err


class TestUnhandled:
    @pytest.fixture
    async def failed(self, team):
        body = {"type": "event", "text": "what Maria said 🎉"}
        trace = "Traceback …\nKeyError: 'boom'\n"
        letter = DeadLetter(about="event", key="E7", body=body, trace=trace)
        await team.do_clock(dead_letters.keep, letter)

    @pytest.mark.usefixtures("failed")
    async def test_all_that_is_known_of_it_is_shown_until_it_is_to_be_forgotten(self, tell):
        code, out, _ = await tell("unhandled")
        assert code == 0
        head, *_ = out.splitlines()
        assert head == "2026-11-16 09:00 UTC · event · E7"
        assert "KeyError: 'boom'" in out
        assert '"text": "what Maria said 🎉"' in out
        assert "unhandled --forget" in out
        assert (await tell("unhandled", "--forget"))[1] == "Forgotten: 1.\n"
        assert (await tell("unhandled"))[1] == "Everything that came in was handled.\n"

    @pytest.mark.usefixtures("failed")
    async def test_check_says_that_something_failed_and_where_to_look_not_what_was_said(self, tell):
        code, out, _ = await tell("check")
        assert code == 1
        told = dict(wrong(out))["unhandled"]
        assert told.startswith("1 failed, the newest event at 16 November 09:00 UTC: ")
        assert "python bot.py unhandled" in told
        assert "Maria" not in out

    async def test_a_kind_that_nobody_listens_to_is_nothing_to_mend(self, tell, team):
        letter = DeadLetter(about="typing", key="typing", body={"type": "typing"})
        await team.do_clock(dead_letters.keep, letter)
        assert "unhandled" not in dict(wrong((await tell("check"))[1]))
        assert "Nobody listens to this kind." in (await tell("unhandled"))[1]


class TestSettings:
    @pytest.mark.parametrize("command", ["run", "check", "understand x"])
    @pytest.mark.parametrize(
        ("setting", "value", "words"),
        [
            ("SLACK_BOT_TOKEN", "xoxb-very-secret", "SLACK_BOT_TOKEN alone lets Heed speak"),
            ("HEED_ZONE", "Mars", "HEED_ZONE: 'Mars' is no time zone; write one like"),
            ("HEED_PORT", "many", "HEED_PORT: Input should be a valid integer"),
            ("HEED_PORT", "99999", "HEED_PORT: Input should be less than or equal to 65535"),
            ("HEED_LOG_LEVEL", "LOUD", "HEED_LOG_LEVEL: Input should be 'DEBUG', 'INFO'"),
            ("DATABASE_URL", "mysql://u:very-secret@h/d", "DATABASE_URL: write sqlite:///"),
            ("DATABASE_URL", "very-secret", "DATABASE_URL: write sqlite:///"),
            ("SLACK_API_URL", "nonsense", "SLACK_API_URL: write a web address"),
        ],
    )
    async def test_a_wrong_one_is_named_and_its_value_never_shown_where_it_may_be_secret(
        self, tell, monkeypatch, command, setting, value, words
    ):
        monkeypatch.setenv(setting, value)
        code, out, err = await tell(*command.split())
        assert code == 2
        assert words in err
        assert "very-secret" not in out + err

    async def test_all_that_are_wrong_are_named_at_once(self, tell, monkeypatch):
        monkeypatch.setenv("HEED_ZONE", "Mars")
        monkeypatch.setenv("HEED_PORT", "many")
        _, _, err = await tell("check")
        assert [line.split(":")[0] for line in err.splitlines()] == ["HEED_ZONE", "HEED_PORT"]

    async def test_the_env_file_is_read(self, cwd, tell):
        (cwd / ".env").write_text("HEED_ZONE=Mars\n")
        code, _, err = await tell("check")
        assert code == 2
        assert "HEED_ZONE" in err

    async def test_how_much_is_logged_may_be_written_small(self, tell, monkeypatch):
        monkeypatch.setenv("HEED_LOG_LEVEL", "error")
        code, _, _ = await tell("understand", "Acme called")
        assert code == 0


async def running(town):
    """Heed in a process of its own, once it is at work."""
    heed = started()
    await heed.at_work()
    await until(lambda: town.turning._listeners)
    await town.turn(by=MONDAY - MONDAY)
    return heed


def started(**changed):
    return Running("run", cwd=Path.cwd(), env=os.environ | {"HEED_PORT": "0"} | changed)


class TestRun:
    async def fails(self, **changed):
        heed = started(**changed)
        assert await heed.ended() == 1
        assert "at work" not in heed.printed
        assert "Traceback" not in heed.log
        assert "very-secret" not in heed.log
        return heed.log

    async def test_a_token_that_slack_refuses_is_said_in_words(self, monkeypatch):
        async with workspace(monkeypatch):
            told = await self.fails(**SECRETS)
        assert "Slack doesn't let Heed in (invalid_auth). Nothing was changed" in told

    async def test_nobody_at_slacks_address_is_said_in_words(self):
        told = await self.fails(**SECRETS, SLACK_API_URL="http://127.0.0.1:1/api/")
        assert "Cannot connect to host 127.0.0.1:1" in told

    async def test_a_database_that_is_not_there_is_said_in_words(self):
        told = await self.fails(**SECRETS, DATABASE_URL="sqlite:////proc/no/heed.db")
        assert "Heed can't open its database: /proc/no: No such file or directory." in told

    @pytest.mark.slow
    async def test_a_database_that_another_program_holds_is_said_in_words(self, cwd):
        (cwd / "var").mkdir()
        other = sqlite3.connect(cwd / "var/heed.db", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        told = await self.fails(**SECRETS)
        other.close()
        assert "Another program is using Heed's database" in told

    async def test_a_port_that_is_taken_is_said_in_words(self, monkeypatch):
        taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        port = taken.sockets[0].getsockname()[1]
        async with workspace(monkeypatch):
            told = await self.fails(HEED_PORT=str(port))
        taken.close()
        assert f"port {port} is taken: set HEED_PORT" in told

    async def test_a_second_one_beside_the_first_says_so_and_leaves_it_alone(self, monkeypatch):
        """Told before a port or another playground is tried."""
        monkeypatch.setattr(bot.beside, "start", nowhere)
        chosen = settings.Settings(_env_file=None)
        async with bot.open_playground(chosen):
            settings.PLAYGROUND.write_text("in use")
            with pytest.raises(RunsAlready):
                async with bot.open_playground(chosen):
                    pass
            assert settings.PLAYGROUND.read_text() == "in use"
        async with bot.open_playground(chosen):
            assert not settings.PLAYGROUND.exists()


@asynccontextmanager
async def nowhere():
    yield "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"TEAMS_STAND_IN_URL": "http://10.0.0.9:56150"}, "TEAMS_STAND_IN_URL is for a stand-in"),
        ({"HEED_HOST": "192.0.2.1"}, "leave HEED_HOST at 127.0.0.1"),
    ],
)
async def test_unsigned_requests_are_taken_on_this_machine_alone(tell, monkeypatch, wrong, told):
    stand_in = {"MICROSOFT_APP_ID": "app", "TEAMS_STAND_IN_URL": "http://127.0.0.1:56150"}
    for name, value in (stand_in | wrong).items():
        monkeypatch.setenv(name, value)
    code, _, err = await tell("check")
    assert code == 2
    assert told in err


async def test_what_is_secret_stands_in_no_repr(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://heed:very-secret@host/heed")
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    chosen = settings.read(None)
    assert "very-secret" not in repr((chosen, connect.Keys(**chosen.slack)))
    assert "very-secret" not in repr(sdk.Keys(app_id="app", password=SECRETS["SLACK_BOT_TOKEN"]))


async def test_the_database_is_for_its_owner_alone(tell, cwd):
    (cwd / "customers.csv").write_text("Name,Rung\nAcme,prospect\n")
    code, _, _ = await tell("import", "customers.csv", "--yes")
    assert code == 0
    folder = cwd / "var"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {it.stat().st_mode & 0o077 for it in folder.glob("heed.db*")} == {0}


async def test_no_terminal_obeys_what_stands_in_a_table(tell, cwd):
    (cwd / "customers.csv").write_text("Name,Rung\n\x1b]0;owned\x07Acme,prospect\n")
    _, out, err = await tell("import", "customers.csv")
    assert "Acme" in out
    assert not {"\x1b", "\x07"} & set(out + err)
