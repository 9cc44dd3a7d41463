"""What was typed or pressed → which capability, with which facts. Shared by all platforms."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import get_type_hints

from rapidfuzz import fuzz, process

from care import (
    complaints,
    customers,
    digests,
    drafts,
    due,
    guide,
    linking,
    nudges,
    places,
    touches,
    undo,
)
from care.heed import Caller, Heed
from domain import newcomers
from domain.errors import Gone
from domain.messages import Sayable
from domain.wording.help import EXAMPLES

CLOSE_ENOUGH = 60
"""Of 100: a subcommand less like what was typed is no suggestion."""

Asked = Callable[..., Sayable]

READING: frozenset[Asked] = frozenset(
    {
        due.mine,
        digests.mine,
        digests.open_line,
        guide.overview,
        guide.incomplete,
        guide.not_understood,
        customers.card,
        customers.explain_edit,
    }
)
"""What changes nothing: it waits for no writer, and may come twice without harm."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """A capability, and the facts it is asked with."""

    capability: Asked
    facts: tuple[object, ...] = ()

    async def put(self, heed: Heed, caller: Caller) -> Sayable:
        """Raises whatever `Heed.do` raises."""
        ask = heed.ask if self.capability in READING else heed.do
        return await ask(self.capability, caller, *self.facts)


ALONE: dict[str, Asked] = {
    "due": due.mine,
    "digest": digests.mine,
    "help": guide.overview,
    "undo": undo.last,
}
WITH_WORDS: dict[str, Asked] = {
    "log": touches.log,
    "thank": touches.thank,
    "complaint": complaints.open_,
    "customer": customers.show,
    "edit": customers.edit,
    "link": linking.link,
    "new": customers.create,
}
PRESSED: dict[str, Asked] = {
    "action.undo": undo.one,
    "complaint.acknowledge": complaints.acknowledge,
    "complaint.resolve": complaints.resolve,
    "complaint.update": complaints.update,
    "customer.card": customers.card,
    "customer.edit": customers.explain_edit,
    "digest.open": digests.open_line,
    "draft.choose": drafts.choose,
    "draft.create": drafts.create,
    "nudge.done": nudges.done,
    "nudge.later": nudges.later,
    "nudge.take": nudges.take,
    "nudge.waive": nudges.waive,
    "place.no": places.decline,
    "place.yes": places.accept,
    "touch.complain": complaints.open_from,
    "touch.direction": touches.set_direction,
    "touch.kind": touches.set_kind,
}
"""Every verb that a message's buttons and menus may carry."""


def typed(text: str) -> Request:
    """A subcommand and its words."""
    name, _, rest = text.strip().partition(" ")
    known, words = name.casefold(), rest.strip()
    if not known:
        return Request(capability=guide.overview)
    if known in ALONE:
        return Request(capability=ALONE[known])
    if known not in WITH_WORDS:
        return _unknown(text.strip(), known)
    if not words:
        return Request(capability=guide.incomplete, facts=(known,))
    fact = newcomers.read(words) if known == "new" else words
    return Request(capability=WITH_WORDS[known], facts=(fact,))


def _unknown(text: str, name: str) -> Request:
    """Never taken for something else: what is not understood changes nothing."""
    near = process.extractOne(name, list(EXAMPLES), scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return Request(capability=guide.not_understood, facts=(text, near[0] if near else None))


def pressed(verb: str, ref: str, choice: str = "") -> Request:
    """A button, or an option chosen from a menu; raises Gone for what Heed never offered."""
    capability = PRESSED.get(verb)
    if capability is None:
        raise Gone
    parts = tuple(int(part) if part.isdecimal() else part for part in ref.split(":"))
    facts = (*parts, choice) if choice else parts
    if not _fits(capability, facts):
        raise Gone
    return Request(capability=capability, facts=facts)


def _fits(capability: Asked, facts: tuple[object, ...]) -> bool:
    """A button of some earlier version may lack what is asked for today."""
    try:
        bound = signature(capability).bind(WORK, NOW, *facts)
    except TypeError:
        return False
    kinds = get_type_hints(capability)
    return all(isinstance(bound.arguments[name], kinds[name]) for name in list(bound.arguments)[2:])


WORK = NOW = None
"""Stand for what `Heed.do` will give."""
