"""The package that is uploaded to Teams, by Microsoft's own schema of its manifest."""

import json

import jsonschema
import pytest

import features
from handlers.teams import package
from tests.teams.conftest import NODE_MODULES

SCHEMAS = NODE_MODULES / "@microsoft/app-manifest/build/json-schemas/teams"
APP = "11111111-2222-3333-4444-555555555555"


@pytest.mark.parametrize("is_private", [False, True])
def test_the_manifest_is_valid_by_microsofts_schema(is_private):
    built = package.manifest(APP, features.build().usages, is_private=is_private)
    version = f"v{built['manifestVersion']}"
    schema = json.loads((SCHEMAS / version / "MicrosoftTeams.schema.json").read_text())
    jsonschema.Draft4Validator(schema).validate(built)
