"""Both platforms in one process, on one port, with one customer base."""

import httpx
from fastapi import FastAPI

import app
from playground import Playground, Rules
from tests.handlers.teams.service import TENANT, serve
from tests.stories.conftest import MONDAY, chosen_settings


async def test_both_platforms_serve_one_workspace_over_one_door(database):
    town = Playground(rules=Rules(rate=0, quiet=0.02), start=MONDAY)
    async with town.serve(), serve() as service:
        more = {
            "microsoft_app_id": "heed",
            "microsoft_tenant_id": TENANT,
            "teams_stand_in_url": service.address,
            "slack_app_token": None,
            "slack_signing_secret": "secret",
        }
        async with app.open_house(chosen_settings(town, database, **more), pace=0) as house:
            slack, teams = house.platform_apps
            assert (slack.platform, teams.platform) == ("slack", "teams")
            assert slack.tenancy.workspace_id == teams.tenancy.workspace_id
            assert slack.tenancy.installation_id != teams.tenancy.installation_id
            await both_are_ready(house.web)


async def both_are_ready(web: FastAPI):
    transport = httpx.ASGITransport(app=web)
    async with httpx.AsyncClient(transport=transport, base_url="http://heed") as client:
        assert (await client.post("/slack/events")).status_code == 401
        assert (await client.post("/api/messages")).status_code == 400
        ready = (await client.get("/readyz")).json()
    assert ready == {"database": "ok", "slack": "ok", "teams": "ok"}
