"""What may be written after `python bot.py`."""

import argparse
from argparse import ArgumentTypeError
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.customer_fields import zone_called
from domain.import_dates import DateOrder


def parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python bot.py", description="Heed's front door.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add = commands.add_parser
    add("run", help="start Heed; without tokens in .env, with a playground beside it")
    add("check", help="test tokens, scopes, channels, managers, database and clock")
    sample = add("sample", help="add the playground's customers to a team that is being tried")
    sample.add_argument("channel", help="where reminders go, once Heed has asked there")
    sample.add_argument("host", help="who answers that question, e.g. ana")
    table = add("import", help="bring in customers from a CSV file, after a dry run")
    table.add_argument("file")
    table.add_argument("--yes", action="store_true", help="import without being asked")
    table.add_argument("--encoding", default="", help="in which letters it is written, e.g. cp1250")
    is_ = "e.g. partner=member; or customer, for whoever is new and on none"
    table.add_argument("--rung", action="append", default=[], metavar="WORD=RUNG", help=is_)
    orders = (DateOrder.DAY_FIRST.value, DateOrder.MONTH_FIRST.value)
    table.add_argument("--dates", choices=orders, help="how dates such as 3/11/2026 are meant")
    back = add("undo-import", help="take the last import back; what people did since stays")
    back.add_argument("--yes", action="store_true", help="take it back without being asked")
    written = add("export", help="write every customer into a CSV file, which import takes back")
    written.add_argument("file")
    change = add("edit", help="change a customer, e.g. edit Acme owner @ana")
    for name in ("customer", "field", "value"):
        change.add_argument(name)
    kept = add("settings", help="show or change the numbers, working hours and holidays")
    _add_settings(kept)
    unhandled = add("unhandled", help="show what came in and could not be handled")
    unhandled.add_argument("--forget", action="store_true", help="they have been looked at")
    add("teams-package", help="build the package to upload (docs/teams.md)")
    read = add("understand", help="print how a line would be read, as JSON")
    read.add_argument("--zone", type=_zone, help="whose clock, e.g. Europe/London")
    read.add_argument("--at", type=_iso, help="as if typed then, e.g. 2026-11-20T14:00")
    read.add_argument("line", help="or - for each line from standard input")
    add("corrections", help="print what people put right on receipts, as lines to learn from")
    return parser.parse_args(arguments)


def _add_settings(kept: argparse.ArgumentParser) -> None:
    what = kept.add_subparsers(dest="what", metavar="WHAT")
    what.add_parser("list", help="all of them, with what they are and why")
    put = what.add_parser("set", help="e.g. set hours.week mon-fri 9:00-17:30")
    put.add_argument("name")
    put.add_argument("value", nargs="+")
    what.add_parser("reset", help="as it came").add_argument("name")
    what.add_parser("undo", help="take the last change back")


def moment(at: datetime, zone: ZoneInfo) -> datetime:
    """In UTC; a time that names no zone is told by `zone`."""
    return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)


def _zone(typed: str) -> str:
    zone = zone_called(typed)
    if zone is None:
        raise ArgumentTypeError(f"“{typed}” is no time zone: write one like Europe/London")
    return zone


def _iso(typed: str) -> datetime:
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        told = f"“{typed}” is no time: write one like 2026-11-20T14:00"
        raise ArgumentTypeError(told) from None
