"""An example of every message about lists to tick off."""

from dataclasses import replace

from domain.precedence import Need, State
from domain.tick_lists import Ticked, TickList
from domain.touches import Kind
from domain.wording import tick_lists
from domain.wording.lists import Page


def ticks(name, now, who):
    made = TickList(
        id=1, name=name, kind=Kind.GIFT, need=Need.OCCASION, begun_by_id=1, begun_at=now
    )
    row = Ticked(id=1, list_id=1, customer_id=1, name=name, owner_id=1, is_done=False, note=name)
    rows = [row, replace(row, is_done=True), replace(row, customer_id=2)] * 5
    page = Page(ref="1", number=1, action_id="tick_list.page")
    yield tick_lists.share(made, rows, page, {2: State.COMPLAINT_OPEN}, name)
    yield tick_lists.over(made, {"done": 2, "every": 5}, name)
    yield tick_lists.begun(made, 12, 2, 5, left_out=1, is_mine=False)
    told = tick_lists.row(made, {"done": 2, "every": 5}, who, share_id=4, may_close=True)
    yield tick_lists.overview([told] * 10, "occasion cards for members")
