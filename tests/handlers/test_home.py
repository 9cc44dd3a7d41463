"""Home, kept fresh while somebody looks."""

from dataclasses import replace

from handlers.dispatcher import Dispatcher
from handlers.slack.home import Homes
from tests.world import open_world, said


class Screen:
    """What Slack was given to show, by whose Home it is."""

    def __init__(self):
        self.shown, self.breaks_for = {}, None

    async def views_publish(self, *, user_id, view):
        if user_id == self.breaks_for:
            raise KeyError("a bug")
        self.shown[user_id] = view["blocks"]


async def test_a_home_that_breaks_keeps_no_other_from_being_drawn_anew(sqlite, caplog):
    screen = Screen()
    async with open_world(sqlite) as world:
        homes = Homes(Dispatcher(world.heed, said, world.tenancy), screen)
        for who in ("U-ana", "U-ben"):
            await homes.turn(who, 0)
        screen.shown.clear()
        screen.breaks_for = "U-ana"
        await world.type("ana", "new Acme")
        for who in ("U-ana", "U-ben"):
            homes._looks[who] = replace(homes._looks[who], drawn=0.0)
        await homes._draw_anew()
    assert list(screen.shown) == ["U-ben"]
    assert "a Home could not be drawn anew; the others are" in caplog.text
