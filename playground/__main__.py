"""`python -m playground`: a playground until it is told to stop."""

import argparse
import asyncio
import logging
import signal
import socket
import sys
from datetime import datetime
from pathlib import Path

from playground import HOST, Keys, Playground, Rules, read
from playground.serving import bind
from playground.team import DEFAULT

PORT = 8765


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m playground", description=__doc__)
    keys, rules = Keys(), Rules()
    parser.add_argument("--port", type=int, help=f"default: {PORT}, or a free one if it is taken")
    parser.add_argument("--team", type=Path, default=DEFAULT, help="people and channels, as JSON")
    parser.add_argument("--request-url", help="reach the bot here, over signed HTTP")
    parser.add_argument("--bot-token", default=keys.bot_token)
    parser.add_argument("--app-token", default=keys.app_token)
    parser.add_argument("--signing-secret", default=keys.signing_secret)
    parser.add_argument(
        "--rate", type=float, default=rules.rate, help="messages a second and channel; 0: no limit"
    )
    parser.add_argument("--start", type=moment, help="what the clock says first, in ISO form")
    return parser.parse_args(arguments)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone()


def choose(port: int | None) -> socket.socket:
    """The port asked for and no other; if none was asked for, the usual one or a free one."""
    if port is not None:
        return bind(HOST, port)
    try:
        return bind(HOST, PORT)
    except OSError:
        return bind(HOST, 0)


def build(chosen: argparse.Namespace) -> Playground:
    keys = Keys(
        bot_token=chosen.bot_token,
        app_token=chosen.app_token,
        signing_secret=chosen.signing_secret,
    )
    return Playground(
        team=read(chosen.team),
        keys=keys,
        rules=Rules(rate=chosen.rate),
        request_url=chosen.request_url,
        start=chosen.start,
    )


async def run(playground: Playground, bound: socket.socket) -> None:
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with playground.serve(bound) as address:
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        await stopped.wait()


def main() -> None:
    logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
    chosen = parse(sys.argv[1:])
    try:
        bound = choose(chosen.port)
    except OSError as taken:
        sys.exit(f"port {chosen.port}: {taken.strerror}")
    asyncio.run(run(build(chosen), bound))


if __name__ == "__main__":
    main()
