"""Heed in processes of its own. They are forked from one that has imported it already: an import
takes two seconds, and more than all else that a start does.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager
from multiprocessing import forkserver
from pathlib import Path

HOUSE = Path(__file__).parent.parent

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["bot", "tests.processes"])


class Running:
    """`python bot.py …` in that folder; what it prints stands there in `out` and `log`."""

    def __init__(self, *words, cwd, env):
        self.folder = Path(cwd)
        self._begins = len(self.printed)
        with _importing():
            self._process = _forks.Process(target=_run, args=(words, str(cwd), dict(env)))
            self._process.start()

    @property
    def printed(self):
        out = self.folder / "out"
        return out.read_text() if out.exists() else ""

    @property
    def log(self):
        return (self.folder / "log").read_text()

    async def at_work(self):
        """Waits until it says so."""
        async with asyncio.timeout(30):
            while "Heed is at work" not in self.printed[self._begins :]:
                assert self._process.is_alive(), self.log
                await asyncio.sleep(0.02)

    async def killed(self):
        self._process.kill()
        await self.ended()

    async def stopped(self, seconds=10):
        """Its exit code, after it was asked to end."""
        os.kill(self._process.pid, signal.SIGTERM)
        return await self.ended(seconds)

    async def ended(self, seconds=30):
        async with asyncio.timeout(seconds):
            while self._process.is_alive():  # noqa: ASYNC110 - a process has no event for that
                await asyncio.sleep(0.02)
        return self._process.exitcode


@contextmanager
def _importing():
    """Whatever folder a test is in and whatever it has set, the first finds the house."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(HOUSE)
    try:
        forkserver.ensure_running()
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def _run(words, folder, environment):
    import bot  # noqa: PLC0415 - whoever starts such processes need not have it

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for name, stream in (("out", sys.stdout), ("log", sys.stderr)):
        file = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        os.dup2(file, stream.fileno())
    sys.exit(bot.main(list(words)))
