"""How reminders come from this version on, said once."""

from domain.messages import Button, Item, Message, items, line

PUT_BACK = Button(action_id="attention.put_back", ref="", label="Put it back")


def news(*, is_as_before: bool) -> Message:
    """With one way back, until that is taken."""
    if is_as_before:
        return Message(
            id="attention news",
            headline=line("📬 All reminders are posted here, as before."),
        )
    return Message(
        id="attention news",
        headline=line("📬 From now on you are asked for less at once"),
        items=items(
            line("What a customer waits for stands here as before, with its owner mentioned."),
            line("Of what is routine, up to ten reminders a day stand here, and mention nobody."),
            line("The others come to their owners: a short list a quarter of an hour before work."),
            line("Nobody is asked for more than five new things a day."),
        ),
        actions=(PUT_BACK,),
    )


def in_digest() -> tuple[Item, ...]:
    told = line("📬 Reminders come in fewer, shorter messages now: the channel has been told how")
    return (Item(line=told, actions=(PUT_BACK,)),)
