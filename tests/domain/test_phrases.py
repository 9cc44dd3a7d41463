"""No phrase is there for a single line: two of different trades need it."""

import json
from collections import defaultdict
from pathlib import Path

from domain.reading import Party
from domain.reading.passages import LEXICONS
from domain.reading.tables import PHRASES, sections
from domain.reading.tokens import prepared, split
from tests.domain.lines import LINES

HERE = Path(__file__).parent
TRAINING = HERE.parent.parent / "benchmarks/reading/training"


NAMES = {"Titan Roofing": Party.THEIRS}
"""The customer, where a phrase is about themselves."""


def lines():
    """(trade, line); a line of the corpus, which names none, is a trade of its own."""
    yield from ((line.words, line.words) for line in LINES)
    for row in (HERE / "phrase_lines.txt").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            trade, _, line = row.partition(" | ")
            yield trade, line
    for row in (TRAINING / "lines.jsonl").read_text("utf-8").splitlines():
        told = json.loads(row)
        yield told["trade"] or told["line"], told["line"]


def test_each_phrase_reads_two_lines_of_different_trades():
    trades = defaultdict(set)
    for trade, line in lines():
        for clause in split(prepared(line, NAMES)):
            for lexicon in LEXICONS:
                for phrase in lexicon.used(clause):
                    trades[phrase].add(trade)
    lacking = {
        path.stem: rows
        for path in sorted(PHRASES.glob("*.txt"))
        if path.stem != "foreign"  # words, and no phrases
        if (rows := [it for it in phrases(path) if len(trades[it]) < 2])
    }
    assert lacking == {}


def phrases(path):
    return [it.strip() for text in sections(path).values() for it in text.split(",")]


def test_no_phrase_stands_in_one_file_twice():
    for path in PHRASES.glob("*.txt"):
        found = phrases(path)
        assert sorted(set(found)) == sorted(found), path.stem
