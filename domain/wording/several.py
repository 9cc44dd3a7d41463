"""What a person is told when a line names more than one customer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain.messages import Action, Button, Item, Line, Message, Named, joined, line
from domain.wording import questions, receipts
from domain.wording.receipts import Receipt


@dataclass(frozen=True, kw_only=True)
class Receipts:
    """One line, logged for several: `undoes` is the action that takes all of them back."""

    each: tuple[Receipt, ...]
    undoes: int
    notes: tuple[Line, ...] = ()
    offers: tuple[Action, ...] = ()

    def say(self) -> Message:
        names = _listed([it.scene.customer.name for it in self.each])
        return Message(
            id="receipt",
            headline=line("📝 Logged for ", *names),
            items=tuple(self._items()),
            notes=(*self.notes, *self._changes()),
            actions=(*self.offers, *self._menus(), receipts.undo(self.undoes)),
        )

    def _items(self) -> Iterable[Item]:
        for fact in self.each[0].facts():
            yield Item(line=fact)
        yield from self._asked()
        for it in self.each:
            ref = f"{it.touch.id}:{it.action_id}"
            change = Button(action_id="touch.change", ref=ref, label="Change", asks=True)
            yield Item(line=line(Named(it.scene.customer.name)), actions=(*it.offers, change))
            yield from it.told

    def _asked(self) -> Iterable[Item]:
        """Of all of them, as it is asked of the first."""
        first = self.each[0]
        about = (first.touch, str(self.undoes), first.scene.now, first.scene.zone)
        for item in questions.asked(*about):
            yield replace(item, actions=tuple(map(_of_all, item.actions)))

    def _menus(self) -> Iterable[Action]:
        first = self.each[0]
        about = (first.touch, str(self.undoes), first.scene.now, first.scene.zone)
        return map(_of_all, questions.menus(*about))

    def _changes(self) -> Iterable[Line]:
        for it in self.each:
            yield from receipts.changes(it.outcome, it.scene)


_WHICH = line("🤔 Which customers are these?")


@dataclass(frozen=True, kw_only=True)
class Separate:
    """What one message told of several, each in words of its own; `asked` are the rows of which
    it is not clear whom they are about.
    """

    each: tuple[Receipt, ...]
    undoes: int
    asked: tuple[Item, ...] = ()

    def say(self) -> Message:
        if not self.each:
            return Message(id="unclear", headline=_WHICH, items=self.asked)
        names = _listed([it.scene.customer.name for it in self.each])
        return Message(
            id="receipt",
            headline=line("📝 Logged for ", *names),
            items=(*(item for it in self.each for item in self._items(it)), *self.asked),
            notes=tuple(
                each for it in self.each for each in receipts.changes(it.outcome, it.scene)
            ),
            actions=(receipts.undo(self.undoes),),
        )

    def _items(self, it: Receipt) -> Iterable[Item]:
        ref = f"{it.touch.id}:{it.action_id}"
        change = Button(action_id="touch.change", ref=ref, label="Change", asks=True)
        yield Item(line=line(Named(it.scene.customer.name)), actions=(*it.offers, change))
        yield from (Item(line=each) for each in it.facts())
        yield from it.told
        yield from questions.asked(it.touch, ref, it.scene.now, it.scene.zone)


def _of_all(action: Action) -> Action:
    """What is done to one contact, done to each of them."""
    return replace(action, action_id=action.action_id.replace("touch.", "several."))


def _listed(names: Sequence[str]) -> Line:
    *first, last = names
    if not first:
        return line(Named(last))
    return line(*joined((line(Named(name)) for name in first), ", "), " and ", Named(last))
