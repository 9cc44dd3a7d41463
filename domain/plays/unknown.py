"""What another version of the program has left: shown plainly, until planning puts it away."""

from domain.messages import Named, line
from domain.nudges import Nudge
from domain.plays.play import Play, Saying, Scene
from domain.touches import Kind


def play_for(nudge: Nudge) -> Play:
    """Calls for nothing; *Done* is kept as a note, for nobody knows here how they were reached."""
    return Play(
        name=nudge.play,
        calls=lambda _: (),
        say=_say,
        kind=lambda _: Kind.NOTE,
        answers=lambda touch: touch.nudge_id == nudge.id,
    )


def _say(nudge: Nudge, scene: Scene) -> Saying:
    del nudge
    return Saying(
        headline=line("📎 A reminder of another version, about ", Named(scene.customer.name)),
        why=(line("What it asked for is not known here: it goes with the next change for them."),),
        done="Done",
        did="saw to it",
        reasons=("It is out of date",),
    )
