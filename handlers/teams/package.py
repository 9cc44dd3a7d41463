"""Builds the package to upload to Teams: `python bot.py teams-package`.

The app's id comes from the environment or from .env, never from the manifest that is kept.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from domain.commands import Usages

HOUSE = Path(__file__).parent.parent.parent
SOURCE = HOUSE / "appPackage"
TARGET = HOUSE / "var/heed-teams.zip"
ICONS = ("color.png", "outline.png")
PLACEHOLDER = "00000000-0000-0000-0000-000000000000"
YES = {"1", "true", "yes", "on"}


def manifest(app_id: str, usages: Usages, *, is_private: bool = False) -> dict[str, Any]:
    """The one that is kept, with the app's id, what can be typed, and private slash commands where
    they are wanted.
    """
    text = (SOURCE / "manifest.json").read_text(encoding="utf-8").replace(PLACEHOLDER, app_id)
    built: dict[str, Any] = json.loads(text)
    (bot,) = built["bots"]
    (listed,) = bot["commandLists"]
    listed["commands"] = commands(usages)
    if is_private:
        bot["supportsTargetedMessages"] = True
        listed["triggers"] = ["mention", "slash"]
    return built


def commands(usages: Usages) -> list[dict[str, str]]:
    """What Teams offers to type, twelve subcommands at most, in the words of the help."""
    listed = [each for each in usages.values() if each.is_listed]
    return [{"title": each.name, "description": each.does} for each in listed]


def build(app_id: str, target: Path, usages: Usages, *, is_private: bool = False) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        text = json.dumps(
            manifest(app_id, usages, is_private=is_private), ensure_ascii=False, indent=2
        )
        package.writestr("manifest.json", text)
        for icon in ICONS:
            package.write(SOURCE / icon, icon)


def known(name: str) -> str:
    """From the environment, else from .env."""
    if value := os.environ.get(name):
        return value
    file = HOUSE / ".env"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    values = (line.partition("=")[2] for line in lines if line.startswith(f"{name}="))
    return next(values, "").strip().strip("\"'")


def main(usages: Usages) -> int:
    app_id = known("MICROSOFT_APP_ID")
    if not app_id:
        sys.stderr.write("MICROSOFT_APP_ID is not set: docs/teams.md says where it is found.\n")
        return 2
    build(app_id, TARGET, usages, is_private=known("TEAMS_PRIVATE_COMMANDS").casefold() in YES)
    sys.stdout.write(f"Upload {TARGET.relative_to(HOUSE)} to Teams: Apps, Manage your apps.\n")
    return 0
