"""What is done with a complaint besides its steps: its clocks stopped, and set going again."""

from datetime import datetime

from care import actions as care_actions
from care import calendars, finding, numbers, scenes
from care.heed import allow
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Line, Message, Moment, Named, line
from domain.teammates import Permission
from domain.wording import receipts
from features.complaints import actions, rows, steps
from features.complaints.rules import KIND, Complaint, FixNumbers, Wait
from store import posts
from store import touches as store_touches
from store.work import Work

WAIT, GO_ON = "wait for them", "wait no longer"
UNDO = {WAIT: "that you wait for them", GO_ON: "that you wait no longer"}
"""How each is called when it is taken back."""


def held(work: Work, complaint_id: int) -> tuple[Complaint, Customer]:
    """One that is open, its customer locked. Raises Gone, Over."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, actions.need(work, complaint_id).customer_id)
    complaint = actions.need(work, complaint_id)
    if not complaint.is_open:
        raise Over(steps.over(work, complaint))
    return complaint, customer


def closed(
    work: Work, now: datetime, name: str, complaint: Complaint, customer: Customer, headline: Line
) -> Message:
    rows.mention(work, complaint.id)
    done = care_actions.record(work, now, name, customer.id)
    posts.show_anew(work, KIND, complaint.id)
    after = tuple(receipts.changes(done.outcome, scenes.mine(work, now, customer)))
    return receipts.told(headline, after, receipts.undo(done.action_id))


def choose(work: Work, now: datetime, complaint_id: int, choice: str) -> Message:
    """One of *More*. Raises Gone, Over."""
    chosen = {"wait": wait, "go on": go_on}.get(choice)
    if chosen is None:
        raise Gone
    return chosen(work, now, complaint_id)


def wait(work: Work, now: datetime, complaint_id: int) -> Message:
    """Its clocks stand still until they get in touch. Raises Gone, Over."""
    complaint, customer = held(work, complaint_id)
    if _lasting(work, complaint):
        raise Over("We wait for them already: its clocks stand still.")
    rows.wait(work, complaint, now, work.person.id)
    days = numbers.of(work, FixNumbers).waiting_days
    again = Moment(calendars.of(work, customer).after_days(now, days), work.person.clock.key)
    headline = line("✋ We wait for ", Named(customer.name), ": ask them again by ", again)
    return closed(work, now, WAIT, complaint, customer, headline)


def go_on(work: Work, now: datetime, complaint_id: int) -> Message:
    """Raises Gone, Over."""
    complaint, customer = held(work, complaint_id)
    lasting = _lasting(work, complaint)
    if lasting is None:
        raise Over("Its clocks are running: nobody waits for them.")
    rows.go_on(work, lasting.id, now)
    headline = line("▶️ ", Named(customer.name), ": its clocks run again")
    return closed(work, now, GO_ON, complaint, customer, headline)


def _lasting(work: Work, complaint: Complaint) -> Wait | None:
    touches = complaint.concerned(store_touches.latest(work, complaint.customer_id))
    waits = rows.waits_of(work, complaint.id)
    return next((each for each in waits if each.until(touches) is None), None)
