"""Rich text (reference: blocks/rich-text-block and its elements)."""

from playground.blocks.objects import URL
from playground.blocks.shapes import Choice, Flag, Kinds, Many, Number, Shape, Text, Thing, kinds

LOOK = Thing(
    may={
        name: Flag()
        for name in (
            "bold",
            "italic",
            "strike",
            "code",
            "underline",
            "highlight",
            "client_highlight",
            "unlink",
        )
    }
)


def piece(needs: dict[str, Shape], may: dict[str, Shape] | None = None) -> Thing:
    return Thing(needs=needs, may={"style": LOOK, **(may or {})})


PIECES = kinds(
    text=piece({"text": Text(least=1)}),
    link=piece({"url": URL}, {"text": Text(), "unsafe": Flag()}),
    emoji=piece(
        {"name": Text(least=1)},
        {"unicode": Text(), "url": URL, "skin_tone": Number(least=1, most=6)},
    ),
    user=piece({"user_id": Text(pattern="[UW][A-Z0-9]{2,}")}),
    usergroup=piece({"usergroup_id": Text(pattern="S[A-Z0-9]{2,}")}),
    channel=piece({"channel_id": Text(pattern="[CDG][A-Z0-9]{2,}")}),
    team=piece({"team_id": Text(pattern="(T|E)[A-Z0-9]{2,}")}),
    broadcast=piece({"range": Choice(values=("here", "channel", "everyone"))}),
    color=piece({"value": Text(pattern="#[0-9a-fA-F]{6}")}),
    date=piece(
        {"timestamp": Number(least=0), "format": Text(least=1)}, {"url": URL, "fallback": Text()}
    ),
)
BORDER = Choice(values=(0, 1))
SECTION = kinds(rich_text_section=Thing(needs={"elements": Many(of=PIECES)}))
PARTS = Kinds(
    of={
        **SECTION.of,
        **kinds(
            rich_text_list=Thing(
                needs={
                    "style": Choice(values=("bullet", "ordered")),
                    "elements": Many(of=SECTION),
                },
                may={
                    "indent": Number(least=0, most=8),
                    "offset": Number(least=0),
                    "border": BORDER,
                },
            ),
            rich_text_quote=Thing(needs={"elements": Many(of=PIECES)}, may={"border": BORDER}),
            rich_text_preformatted=Thing(
                needs={"elements": Many(of=PIECES.only("text", "link"))},
                may={"border": BORDER, "language": Text()},
            ),
        ).of,
    }
)
