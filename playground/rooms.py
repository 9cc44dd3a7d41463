"""Where messages are kept: a room for each channel."""

from playground.messages import Message


class Room:
    """Messages by `ts`, oldest first; ephemerals apart, since no API method finds them."""

    def __init__(self) -> None:
        self.messages: dict[str, Message] = {}
        self.whispers: dict[str, Message] = {}
        self._threads: dict[str, list[str]] = {}

    def keep(self, message: Message) -> None:
        """A new message, or a new version of one that is known."""
        shelf = self.whispers if message.only_for else self.messages
        if message.thread_ts and message.is_reply and message.ts not in shelf:
            self._threads.setdefault(message.thread_ts, []).append(message.ts)
        shelf[message.ts] = message

    def forget(self, message: Message) -> None:
        shelf = self.whispers if message.only_for else self.messages
        shelf.pop(message.ts, None)
        if message.thread_ts and message.is_reply:
            self._threads[message.thread_ts].remove(message.ts)

    def find(self, ts: str) -> Message | None:
        return self.messages.get(ts)

    def replies(self, root: str) -> list[Message]:
        return [self.messages[ts] for ts in self._threads.get(root, ()) if ts in self.messages]

    def top(self) -> list[Message]:
        """What the channel itself shows: no replies, except those sent to the channel too."""
        shown = self.messages.values()
        return [m for m in shown if not m.is_reply or m.draft.is_broadcast]

    def whispered(self, person: str) -> list[Message]:
        return [m for m in self.whispers.values() if m.only_for == person]
