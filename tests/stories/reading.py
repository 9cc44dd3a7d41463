"""Messages as a person reads them."""


def spell(block):
    """A block's words, and what can be pressed in it, as one reads them."""
    match block.get("type"):
        case "text" | "plain_text" | "mrkdwn":
            text = block["text"]
        case "user":
            text = f"<@{block['user_id']}>"
        case "date":
            text = block["fallback"]
        case "link":
            text = block["text"]
        case "button":
            text = f"[{block['text']['text']}]"
        case "static_select":
            text = f"[{block['placeholder']['text']}]"
        case "rich_text_quote":
            text = f"\n“{''.join(map(spell, block['elements']))}”\n"
        case "section":
            text = spell(block["text"]) + spell(block.get("accessory", {}))
        case _:
            text = "".join(spell(part) for part in block.get("elements", []))
    return text


def read(message):
    return "\n".join(spell(block).strip() for block in message.get("blocks") or [])


def find(message, label):
    """The action id of what stands there first under that label."""
    blocks = message["blocks"]
    every = [[*it.get("elements", []), *filter(None, [it.get("accessory")])] for it in blocks]
    parts = [part for each in every for part in each]
    for part in parts:
        if (part.get("text") or part.get("placeholder") or {}) == {}:
            continue
        shown = part.get("text") or part.get("placeholder")
        if isinstance(shown, dict) and shown["text"] == label:
            return part["action_id"]
    raise AssertionError(f"no {label} in {read(message)}")
