"""The example works through every extension point; with any of them taken out, its story fails."""

from dataclasses import MISSING, fields, replace
from inspect import iscoroutinefunction

import pytest

from care.feature import Feature, PostKind, SubjectKind
from tests.databases import ON_SQLITE
from tests.features import stories
from tests.features.example.feature import FEATURE
from tests.features.example.rules import KIND

TAKEN = "core"
"""A name that somebody else has."""

TELLING = {
    "name": stories.line_lends,
    "plays": stories.reminder_comes,
    "numbers": stories.number_moves_the_reminder,
    "loads": stories.reminder_knows_what_is_out,
    "done": stories.done_fetches,
    "late": stories.late_one_is_told_to_the_others_a_day_later,
    "commands": stories.line_lends,
    "presses": stories.button_fetches,
    "opens": stories.form_opens,
    "submits": stories.form_lends,
    "posts": stories.late_one_is_told_to_the_lender,
    "owns": stories.deposit_goes_along,
    "subjects": stories.post_heads_the_thread,
    "about": stories.post_tells_what_they_left,
    "card": stories.card_tells,
    "brief": stories.brief_tells,
    "receipt": stories.receipt_offers,
    "told": stories.receipt_tells,
    "welcome": stories.home_offers,
    "digest": stories.digest_tells_and_opens,
    "follow": stories.hook_sets_the_alarm_again_after_an_undo,
    "verdict": stories.what_they_say_is_heard,
    "when_away": stories.whoever_goes_away_is_told_what_is_out,
    "alarms": stories.alarm_rings_once,
    "undo": stories.undone_loan_is_not_missed,
}
"""By what a feature may register, the story that is nothing without it."""

OF_SUBJECT = {
    "post": stories.post_heads_the_thread,
    "standing": stories.post_follows_its_customer,
    "react": stories.reaction_fetches,
    "reply": stories.reply_fetches,
    "when_late": stories.late_one_is_told_to_the_lender,
}
"""The same for what a subject says of itself."""

EVERY = [
    story for name, story in vars(stories).items() if iscoroutinefunction(story) and name[0] != "_"
]


@pytest.mark.parametrize("story", EVERY, ids=lambda story: story.__name__)
async def test_with_all_that_it_registers(opening, story):
    async with opening() as world:
        await story(world)


def without(point):
    """The example, with that taken out."""
    empty = next(each for each in fields(Feature) if each.name == point)
    if empty.default_factory is not MISSING:
        return replace(FEATURE, **{point: empty.default_factory()})
    return replace(FEATURE, **{point: TAKEN if point == "name" else empty.default})


async def fails(opening, feature, story):
    """In whatever way, as long as it is the story that does."""
    try:
        async with opening(feature) as world:
            await story(world)
    except Exception:  # noqa: BLE001 - see above
        return True
    return False


@ON_SQLITE
@pytest.mark.parametrize("point", [each.name for each in fields(Feature)])
async def test_what_is_taken_out_turns_its_story_red(opening, point):
    assert await fails(opening, without(point), TELLING[point])


@ON_SQLITE
@pytest.mark.parametrize("point", [each.name for each in fields(SubjectKind)])
async def test_so_does_what_a_subject_says_of_itself(opening, point):
    nothing = PostKind(render=lambda *_: None) if point == "post" else lambda *_: ()
    subjects = {KIND: replace(FEATURE.subjects[KIND], **{point: nothing})}
    assert await fails(opening, replace(FEATURE, subjects=subjects), OF_SUBJECT[point])
