"""A playground that a bot starts beside itself."""

import aiohttp
import pytest

from playground import beside


async def test_it_comes_up_from_whatever_folder_the_bot_is_started_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with (
        beside.start("--port", "0") as address,
        aiohttp.ClientSession(address) as session,
        session.get("/team") as answer,
    ):
        assert answer.status == 200


async def test_where_it_does_not_come_up_that_is_said(capfd):
    with pytest.raises(OSError, match="did not come up"):
        async with beside.start("--port", "nowhere"):
            pass
    assert "nowhere" in capfd.readouterr().err
