"""What features say of another feature's subject, in its own post."""

from datetime import datetime

from care.registry import registry
from domain.messages import Item
from domain.subjects import Subject
from store.work import Work


def of(work: Work, now: datetime, subject: Subject) -> tuple[Item, ...]:
    """Their lines, in the order in which the features speak."""
    every = [each.about.get(subject.kind) for each in registry(work).features]
    return tuple(item for say in every if say for item in say(work, now, subject.id))
