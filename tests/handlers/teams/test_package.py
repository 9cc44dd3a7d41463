"""The package that is uploaded to Teams, and what `check` says of it."""

import json
import struct
from zipfile import ZipFile

import pytest

import features
from care import places
from handlers.console import sampling
from handlers.teams import check, package
from handlers.teams.sdk import Keys
from tests.world import open_world

USAGES = features.build().usages
APP = "11111111-2222-3333-4444-555555555555"


def test_every_subcommand_is_offered_and_fits():
    (bot,) = package.manifest(APP, USAGES)["bots"]
    (listed,) = bot["commandLists"]
    titles = [each["title"] for each in listed["commands"]]
    assert titles == [name for name, usage in USAGES.items() if usage.is_listed]
    assert len(titles) <= 12


def test_private_slash_commands_are_off_unless_wanted():
    (usual,) = package.manifest(APP, USAGES)["bots"]
    (private,) = package.manifest(APP, USAGES, is_private=True)["bots"]
    assert "supportsTargetedMessages" not in usual
    assert private["supportsTargetedMessages"]
    assert private["commandLists"][0]["triggers"] == ["mention", "slash"]


def test_it_may_be_added_to_private_and_shared_channels():
    assert package.manifest(APP, USAGES)["supportsChannelFeatures"] == "tier1"


def test_the_zip_holds_the_manifest_with_the_apps_id_and_icons_of_the_right_size(tmp_path):
    package.build(APP, tmp_path / "heed.zip", USAGES)
    with ZipFile(tmp_path / "heed.zip") as zipped:
        manifest = json.loads(zipped.read("manifest.json"))
        assert manifest["id"] == manifest["bots"][0]["botId"] == APP
        for icon, side in (("color.png", 192), ("outline.png", 32)):
            head = zipped.read(icon)[:24]
            assert struct.unpack(">II", head[16:24]) == (side, side)


@pytest.mark.parametrize("given", [{}, {"MICROSOFT_APP_ID": APP}])
def test_the_apps_id_comes_from_the_environment_or_from_its_file(given, tmp_path, monkeypatch):
    monkeypatch.delenv("MICROSOFT_APP_ID", raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(package, "HOUSE", tmp_path)
    monkeypatch.setattr(package, "TARGET", tmp_path / "var/heed.zip")
    assert package.main(USAGES) == (0 if given else 2)
    (tmp_path / ".env").write_text(f"MICROSOFT_APP_ID={APP}\n")
    assert package.main(USAGES) == 0


@pytest.mark.parametrize(
    ("reactions", "told"),
    [
        ((), "👀 👍 take"),
        (("🎉=done",), "🎉 done"),
        (("like = nothing",), "👀 take"),
        (("launch=done",), "🚀 done"),
        (("🎉=x",), "🎉=done"),
    ],
)
async def test_check_says_what_reactions_mean_and_which_mean_nothing(reactions, told):
    keys = Keys(app_id=APP, stand_in="http://127.0.0.1:1")
    signed_in, meant = await check.check(keys, reactions)
    assert signed_in.is_good
    assert told in meant.told
    assert meant.is_good == (reactions != ("🎉=x",))


async def test_a_team_that_is_tried_gets_the_sample_customers(database):
    async with open_world(database) as world:
        facts = ("C-two", "Sales / Customer care", ("U-ana",))
        await world.do_clock(world_arrives, *facts)
        assert await sampling.fill(world.heed, world.tenancy, "Sales / Customer care", "ana") == 0
        assert "Acme" in str(await world.type("ana", "customer acme"))


def world_arrives(work, now, place, name, members):
    return places.arrived(work, now, place, name, members, is_shared=False)
