"""The package that is uploaded to Teams, by Microsoft's own schema of its manifest."""

import json
import struct
from zipfile import ZipFile

import jsonschema
import pytest

from domain.wording.help import EXAMPLES
from handlers.teams import package
from tests.teams.conftest import NODE_MODULES

SCHEMAS = NODE_MODULES / "@microsoft/app-manifest/build/json-schemas/teams"
APP = "11111111-2222-3333-4444-555555555555"


@pytest.mark.parametrize("is_private", [False, True])
def test_the_manifest_is_valid_by_microsofts_schema(is_private):
    built = package.manifest(APP, is_private=is_private)
    version = f"v{built['manifestVersion']}"
    schema = json.loads((SCHEMAS / version / "MicrosoftTeams.schema.json").read_text())
    jsonschema.Draft4Validator(schema).validate(built)


def test_every_subcommand_is_offered_and_fits():
    (bot,) = package.manifest(APP)["bots"]
    (listed,) = bot["commandLists"]
    titles = [each["title"] for each in listed["commands"]]
    assert titles == list(EXAMPLES)
    assert len(titles) <= 12


def test_private_slash_commands_are_off_unless_wanted():
    (usual,) = package.manifest(APP)["bots"]
    (private,) = package.manifest(APP, is_private=True)["bots"]
    assert "supportsTargetedMessages" not in usual
    assert private["supportsTargetedMessages"]
    assert private["commandLists"][0]["triggers"] == ["mention", "slash"]


def test_the_zip_holds_the_manifest_with_the_apps_id_and_icons_of_the_right_size(tmp_path):
    package.build(APP, tmp_path / "heed.zip")
    with ZipFile(tmp_path / "heed.zip") as zipped:
        manifest = json.loads(zipped.read("manifest.json"))
        assert manifest["id"] == manifest["bots"][0]["botId"] == APP
        for icon, side in (("color.png", 192), ("outline.png", 32)):
            head = zipped.read(icon)[:24]
            assert struct.unpack(">II", head[16:24]) == (side, side)
