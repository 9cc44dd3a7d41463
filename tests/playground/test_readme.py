"""The README's own commands work, in the order in which they stand."""

import asyncio
import json
import re
import shutil
from pathlib import Path

import pytest

README = (Path(__file__).parent.parent.parent / "playground" / "README.md").read_text()
COMMANDS = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("curl")
]


async def run(command, address):
    """What the command printed, as JSON."""
    program = await asyncio.create_subprocess_shell(
        command,
        stdout=asyncio.subprocess.PIPE,
        env={"PLAYGROUND": address, "PATH": "/bin:/usr/bin"},
    )
    printed, _ = await program.communicate()
    return json.loads(printed)


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl here")
@pytest.mark.usefixtures("ears")
async def test_every_command_of_the_readme_works(town):
    assert len(COMMANDS) > 40
    failed = {}
    for command in COMMANDS:
        answer = await run(command, town.address)
        if "error" in answer:
            failed[command] = answer["error"]

    assert failed == {}
