"""Heed beside Microsoft's 365 Agents Playground: a page that plays Teams, from npm.

Left out unless this folder is asked for, as `make test-teams` does: not everybody has Node.js.
"""

from pathlib import Path

HERE = Path(__file__).parent
HOUSE = HERE.parent.parent
NODE_MODULES = HOUSE / "var/teams/node_modules"


def pytest_ignore_collect(config):
    is_asked_for = any(Path(given.split("::")[0]).name == "teams" for given in config.args)
    return None if is_asked_for else True
