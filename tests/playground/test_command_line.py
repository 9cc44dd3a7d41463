"""`python -m playground`, as a program."""

import json
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from playground.team import DEFAULT, build

HOUSE = Path(__file__).parent.parent.parent


@contextmanager
def started(*arguments):
    """The running program and the address that it printed first."""
    command = [sys.executable, "-m", "playground", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=HOUSE, **pipes) as program:
        try:
            yield program, program.stdout.readline().strip()
        finally:
            program.kill()


def ask(url, token="xoxb-playground"):  # noqa: S107 -- opens nothing
    request = Request(url, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 -- local
    with urlopen(request, timeout=10) as answer:  # noqa: S310 -- local
        return json.load(answer)


def test_the_first_line_is_the_address_and_sigterm_ends_it():
    with started("--port", "0") as (program, address):
        assert ask(f"{address}/api/auth.test")["user"] == "heed"
        program.send_signal(signal.SIGTERM)

        assert program.wait(timeout=5) == 0


def test_whoever_still_waits_does_not_hold_it_up():
    with started("--port", "0") as (program, address):
        port = int(address.rpartition(":")[2])
        said = b'{"listener": "s", "turn": 0, "next": null}'
        head = f"POST /clock/wait HTTP/1.1\r\nHost: x\r\nContent-Length: {len(said)}\r\n\r\n"
        with socket.create_connection(("127.0.0.1", port)) as waiting:
            waiting.sendall(head.encode() + said)
            ask(f"{address}/clock")
            began = time.monotonic()
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=5) == 0

        assert time.monotonic() - began < 2
        assert program.stderr.read() == ""


def test_tokens_start_and_team_can_be_given(tmp_path):
    given = json.loads(DEFAULT.read_text())
    given["team"]["name"] = "Elsewhere"
    team = tmp_path / "team.json"
    team.write_text(json.dumps(given))
    start = "2030-01-02T03:04:05+00:00"
    chosen = ("--team", str(team), "--bot-token", "xoxb-1", "--start", start, "--port", "0")
    with started(*chosen) as (_, address):
        assert ask(f"{address}/api/auth.test", "xoxb-1")["team"] == "Elsewhere"
        assert ask(f"{address}/api/auth.test")["error"] == "invalid_auth"
        assert ask(f"{address}/clock")["now"].startswith("2030-01-02T03:04:")


def test_a_port_that_was_asked_for_and_is_taken_is_said_so():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started("--port", str(port)) as (program, address):
            assert address == ""
            assert program.wait(timeout=10) == 1
            assert f"port {port}:" in program.stderr.read()


def test_without_a_port_asked_for_it_takes_a_free_one_if_it_must():
    with started() as (_, first), started() as (_, second):
        assert first != second
        assert ask(f"{second}/clock")["running"] is True


@pytest.mark.parametrize("broken", [{"nickname": "x"}, {"id": None, "handle": 1, "wings": 2}])
def test_a_team_with_unknown_keys_is_refused(broken):
    given = json.loads(DEFAULT.read_text())
    given["people"][0] |= broken

    with pytest.raises(TypeError):
        build(given)
