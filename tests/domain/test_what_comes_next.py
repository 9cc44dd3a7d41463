"""However a reminder ends, the next one exists: over any history that a customer may have."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.customers import Rung
from domain.nudges import Dismissal, Urgency
from domain.plays import Plays
from domain.subjects import Subject
from domain.touches import Direction, Kind, Sign, Touch
from features.complaints.rules import KIND, Complaint, Step
from features.quiet.play import PLAY as QUIET
from features.returns import rules as returns
from tests.domain.test_plays import PLAYS, at, facts

NAMED = {**PLAYS.named, QUIET.name: QUIET}
plan = Plays(NAMED).plan

BEGUN = at("2026-06-01 09:00")
TENDED = {Rung.SUSPECT: (), Rung.PROSPECT: ("follow up",)}
WORDS = ("thank", "gone quiet")
"""Which plays look after them for good; after those who have bought, one of these."""

WAITED_FOR = ("fix", "return")
"""What these may be silent for, until it is over."""

OURS, COLLEAGUES = 1, 2

moments = st.integers(0, 120 * 24 * 60).map(lambda minutes: BEGUN + timedelta(minutes=minutes))
subjects = st.sampled_from([None, Subject(KIND, 1), Subject(KIND, 2)])
touches = st.builds(
    Touch,
    id=st.just(0),
    at=moments,
    kind=st.sampled_from(Kind),
    direction=st.sampled_from(Direction),
    signs=st.frozensets(st.sampled_from(Sign), max_size=2),
    subject=subjects,
    by_id=st.sampled_from([OURS, COLLEAGUES]),
    words=st.sampled_from(["", "can they come?", "left a voicemail", "told her all of it"]),
)
dismissals = st.one_of(
    st.builds(
        Dismissal,
        nudge_id=st.just(0),
        play=st.sampled_from(["thank", "follow up", "return", "gone quiet"]),
        at=moments,
    ),
    st.builds(
        Dismissal,
        nudge_id=st.just(0),
        play=st.just("fix"),
        at=moments,
        about=st.builds(dict, step=st.sampled_from(Step)),
        subject=subjects,
    ),
)
complaints = st.builds(
    Complaint,
    id=st.just(0),
    customer_id=st.just(1),
    words=st.just("it broke"),
    opened_at=moments,
    resolved_at=st.none(),
)


@st.composite
def histories(draw):
    """A customer, and what happened with them, in its order."""
    told = sorted(draw(st.lists(touches, max_size=8)), key=lambda each: each.at)
    rests = sorted(draw(st.lists(dismissals, max_size=3)), key=lambda each: each.at)
    broken = draw(st.lists(complaints, max_size=2))
    parked = draw(st.one_of(st.none(), moments))
    known = facts(
        draw(st.sampled_from(Rung)),
        *(replace(each, id=number) for number, each in enumerate(told, 1)),
        dismissals=tuple(replace(each, nudge_id=number) for number, each in enumerate(rests, 1)),
        complaints=tuple(replace(each, id=number) for number, each in enumerate(broken, 1)),
    )
    return replace(known, customer=replace(known.customer, parked_at=parked, owner_id=OURS))


def after(known, call):
    """A moment in which it can end: it has been asked for, and whatever else happened is past."""
    happened = [each.at for each in (*known.touches, *known.dismissals)]
    happened += [each.opened_at for each in known.of(Complaint)]
    happened += [known.customer.parked_at] if known.customer.parked_at else []
    return max([call.ask_at, *happened]) + timedelta(minutes=1)


def not_needed(known, call):
    rest = Dismissal(
        nudge_id=99, play=call.play, at=after(known, call), about=call.about, subject=call.subject
    )
    return replace(known, dismissals=(*known.dismissals, rest))


def done(known, call):
    """What its button does."""
    moment, step = after(known, call), call.about.get("step")
    if step == "park":
        return replace(known, customer=replace(known.customer, parked_at=moment))
    if step == Step.RESOLVE:
        closed = (
            replace(each, resolved_at=moment) if each.subject == call.subject else each
            for each in known.of(Complaint)
        )
        return replace(known, rows={Complaint: tuple(closed)})
    kind = Kind.THANKS if call.play == "thank" else Kind.CALL
    touch = Touch(id=99, at=moment, kind=kind, direction=Direction.OURS, subject=call.subject)
    return replace(known, touches=(*known.touches, touch))


def nobody_is_forgotten(known):
    """What this customer is to be asked about in any case, is: now, or once what stands is over."""
    keys, tends = list(plan(known)), TENDED.get(known.customer.rung, WORDS)
    named = {key.partition(":")[0] for key in keys}
    if tends and not named & {*tends, *WAITED_FOR}:
        return False
    if tends and not any(list(NAMED[each].plans(known)) for each in tends):
        return False
    wanted = ["return:"] if returns.waiting(known) else []
    for each in known.of(Complaint):
        steps = (Step.UPDATE, Step.RESOLVE) if each.is_open else ()
        wanted += [f"fix:{each.id}:{step}:" for step in steps]
    return all(any(key.startswith(begins) for key in keys) for begins in wanted)


@given(histories())
def test_whoever_is_tended_is_always_asked_about_and_never_late_before_it_is_asked(known):
    assert nobody_is_forgotten(known)
    assert all(call.ask_at <= call.late_at for call in plan(known).values())


@given(histories())
def test_planning_twice_is_one_plan_and_asks_nothing_but_complaints_outside_working_hours(known):
    planned = plan(known)
    assert plan(known) == planned
    for call in planned.values():
        breaks_through = call.urgency is Urgency.BREAKS_THROUGH
        assert breaks_through or known.calendar.is_working(call.ask_at)


@given(histories(), st.sampled_from([done, not_needed]))
def test_after_every_ending_the_next_one_exists_and_is_another(known, end):
    for key, call in plan(known).items():
        then = end(known, call)
        assert key not in plan(then)
        assert nobody_is_forgotten(then)


@given(histories())
def test_a_complaint_that_is_put_right_is_checked_back_on_and_then_over(known):
    for call in plan(known).values():
        if call.about.get("step") == Step.RESOLVE:
            resolved = done(known, call)
            key = f"fix:{call.subject.id}:check back:"
            since = next(it for it in resolved.of(Complaint) if it.subject == call.subject)
            rested = any(
                each.subject == call.subject
                and each.about.get("step") == Step.CHECK_BACK
                and each.at >= since.resolved_at
                for each in known.dismissals
            )
            assert (key in plan(resolved)) is not rested
            if not rested:
                assert key not in plan(done(resolved, plan(resolved)[key]))
