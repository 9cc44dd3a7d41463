"""Whatever a person is told went wrong: what happened, what was kept, what to do next."""

import re

import pytest

import features
from domain import commands, errors, permission_errors, plain_text
from domain.errors import HeedError

USAGES = features.build().usages

GIVEN = {
    "StillSaving": {"outcome": None},
    "NoSuchCustomer": {"name": "Acme"},
    "NoSuchSetting": {"name": "fix.hours"},
    "BadSetting": {"name": "digest.at", "value": "8:30", "why": "write a time"},
    "NameTaken": {"name": "Acme"},
    "AliasTaken": {"name": "Acme"},
    "BuiltUpon": {"names": "Ben Okafor"},
    "ChangedByNobody": {"names": "An import"},
    "NotOpened": {"platform": "Slack"},
    "Unreachable": {"reason": "it does not answer"},
    "ThereMeanwhile": {"name": "Acme"},
    "Wordless": {"asked": "What happened with Acme?", "example": "log Acme called Maria"},
    "LineTooLong": {"length": 4312},
    "NameTooLong": {"length": 300},
    "NoStore": {"why": "Connection refused"},
    "UnknownReaction": {"written": "🎉", "known": ("done", "take")},
    "UnknownWords": {"words": "tomorrow", "usage": USAGES["due"]},
    "OthersCustomer": {"name": "Acme", "who": "Chloe or Ana"},
    "NotForAll": {"who": "Chloe"},
    "TheirsOnly": {"mine": "due", "who": "Chloe, Ana's manager, or Ana"},
    "DeletedBefore": {"name": "Acme"},
    "DeletedTooLongAgo": {"days": 30},
    "ManagersOnly": {"mine": "due"},
    "NoClock": {"why": "Connection refused"},
}
"""What each is made with, where it takes something."""

FRAMES = {"NotUnderstood", "Over", "Misfilled"}
"""Whoever raises these says what happened and what to do; the frame says what was kept."""

KEPT = re.compile(r"[Nn]othing (more )?was (changed|saved)|is kept")
NEXT = re.compile(
    r"\b(please|type|ask|talk|look|add|start|send|choose|say|need do nothing|can be taken back)\b",
    re.IGNORECASE,
)
JARGON = re.compile(
    r"\b(exception|transaction|null|none|invalid|id|payload|timeout|error|failed|row|lock)\b",
    re.IGNORECASE,
)


def every():
    """Each kind of error that the house knows, wherever it is defined."""
    found, kinds = {}, [HeedError]
    while kinds:
        kind = kinds.pop()
        found[kind.__name__] = kind
        kinds += kind.__subclasses__()
    ours = (
        errors.__name__,
        commands.__name__,
        permission_errors.__name__,
        f"{features.__name__}.",
    )
    return {name: kind for name, kind in found.items() if kind.__module__.startswith(ours)}


def told(name):
    if name == "Misfilled":
        return every()[name]({"field": "Ben Okafor has it already."})
    if name in FRAMES:
        return every()[name]("Ben Okafor has it already.")
    return every()[name](**GIVEN.get(name, {}))


WHOLE = sorted(every().keys() - FRAMES - {"HeedError"})


@pytest.mark.parametrize("name", WHOLE)
def test_it_says_what_was_kept(name):
    assert KEPT.search(str(told(name)))


@pytest.mark.parametrize("name", WHOLE)
def test_it_says_what_to_do_next(name):
    assert NEXT.search(str(told(name)))


@pytest.mark.parametrize("name", sorted(every()))
def test_it_is_plain_words_in_whole_sentences(name):
    words = str(told(name))
    assert not JARGON.search(words)
    assert words == " ".join(words.split())
    assert re.match(r"[A-Z].*[.]$", words)
    assert not re.search(r"[`{}]|\.\.|\b[a-z]+_[a-z]+\b", words)
    assert len(words) <= 240


@pytest.mark.parametrize("name", sorted(every()))
def test_what_it_says_to_type_can_be_typed(name):
    commands = [part.command for part in told(name).told() if hasattr(part, "command")]
    assert all(command.split()[0] in USAGES for command in commands)
    assert all(
        f"/heed {each}" in plain_text.spoken(told(name).told(), "/heed ") for each in commands
    )


@pytest.mark.parametrize("name", ["x{y}z", "{0}", "`rm`", "a_b*c", "<!channel>"])
def test_names_of_any_kind_are_said_as_they_are(name):
    assert f"“{name}”".replace("“", '"').replace("”", '"') in str(errors.NoSuchCustomer(name))
    assert f"{name} built on this" in str(errors.BuiltUpon(name))


def test_a_name_that_is_written_from_right_to_left_turns_no_other_word_round():
    name = "שלום"
    assert f'called "{plain_text.isolated(name)}" already' in str(errors.NameTaken(name))
    assert f"{plain_text.isolated(name)} built on this" in str(errors.BuiltUpon(name))
