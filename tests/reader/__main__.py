"""Learns the second reader's weights from all labelled lines but the held-out ones: `make reader`.

The same lines give the same weights. What is held out is never read here.
"""

import json
from bisect import bisect
from collections import Counter
from math import sqrt

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from benchmarks.reading import labels
from domain.reading import Party, everybody, read
from domain.reading.classifier import SCALE, THEIRS, WEIGHTS, features, is_long
from domain.reading.line import heard, without_heading
from domain.reading.passages import read_all
from domain.touches import Direction, Kind, Sign
from tests.domain.lines import LINES, NOW, ZONE

STRENGTH = 40.0
"""The inverse of the penalty on large weights; 5 hears less, 100 is wrong more often."""

STRENGTH_OF = {THEIRS: 100.0}

LESS = 0.9
"""What a line of our own examples, in which no customer is named, tells of who began."""

COMMON = 2
"""Lines that a feature is in, at least: what one line alone has tells of that line."""

PARTS = 5
"""Each part is judged by what was learned from the others."""

LEAST_LINES = 20
"""With the sign; from fewer nothing is learned."""

TARGETS = {Sign.COMPLAINT: 0.9, Sign.PRAISE: 0.85, Sign.REFERRAL: 0.85}
"""So many of these are to be heard or asked about, however many questions that takes."""

PRECISE = 0.5
"""Of the questions about any other sign at least so many are to be right."""

LEAST = 0.15
"""Nothing that has no target is asked about where it is less likely than this."""

FALSE = 0.6
"""Of what the rules heard and is only asked about then, at least so much is to be wrong."""

FEWEST = 4
"""Lines from which on such a share says something."""

STEPS = [each / 100 for each in range(4, 96)]
EVEN = 0.5
NEVER = 2.0

LARGEST = 490_000
"""Bytes of the file. The features with the smallest weights are left out."""


class Sample:
    """A line: what the model looks at, what the rules heard, and what a person does (None where
    that is left open).
    """

    def __init__(self, words, names, meant, *, is_usual=True):
        self.is_usual = is_usual
        told = read_all(without_heading(words, names))
        self.is_long = is_long(told)
        found = features(told)
        share = 1 / sqrt(len(found) or 1)
        self.features = dict.fromkeys(sorted(found), share)
        self.heard = heard(told, read(words, NOW, ZONE, names).direction)
        self.meant = meant


def samples():
    ours = [
        Sample(each.words, {}, _all(each.signs) | _began(each.direction), is_usual=False)
        for each in LINES
    ]
    known = labels.company("training")
    return [
        *ours,
        *(
            Sample(each.line, _names(known, each), _meant(each))
            for each in labels.lines("training")
        ),
    ]


def _names(known, labelled):
    """Whose each name is that stands in the line."""
    there = next((it for it in known["customers"] if it["name"] == labelled.customer), None)
    named = [there["name"], *there["aliases"], *there["contacts"]] if there else []
    return everybody(known["team"], Party.OURS) | everybody(named, Party.THEIRS)


def _all(signs):
    return {sign: sign in signs for sign in Sign}


def _began(direction):
    return {THEIRS: direction and direction == Direction.THEIRS}


def _meant(labelled):
    """Of a note that tells of nobody's doing, they did not begin."""
    open_ = {sign: None for sign in Sign if sign in labelled.signs.may}
    needed = {sign: True for sign in Sign if labelled.signs.needs(sign)}
    is_untold = labelled.kind == Kind.NOTE and not labelled.signs.may
    told = labelled.direction or (Direction.OURS if is_untold else None)
    began = _began(None if labelled.theirs else told)
    return dict.fromkeys(Sign, False) | open_ | needed | began


def threshold(judged, sign):
    """From where on it is asked: the highest that reaches the target, else the lowest that is right
    often enough. `judged` are lines, with what was learned from others, of which some are such
    as the rules have never seen.
    """
    beside = [(share, sign in each.heard, bool(each.meant[sign])) for share, each in judged]
    for least in reversed(STEPS) if sign in TARGETS else STEPS:
        asked = [is_so for share, is_heard, is_so in beside if share >= least and not is_heard]
        found = sum(is_so and (is_heard or share >= least) for share, is_heard, is_so in beside)
        if sign in TARGETS and found >= TARGETS[sign] * sum(is_so for *_, is_so in beside):
            return least
        is_enough = len(asked) >= FEWEST and sum(asked) >= PRECISE * len(asked)
        if sign not in TARGETS and least >= LEAST and is_enough:
            return least
    return STEPS[0] if sign in TARGETS else NEVER


def doubt(judged, sign):
    """Up to where a sign that the rules heard is rather not there. Whether anybody answered is
    told by the rules alone: reminders count our attempts.
    """
    if sign is Sign.NO_ANSWER:
        return 0.0
    for most in reversed(STEPS):
        doubted = doubted_of(judged, sign, most)
        if len(doubted) >= FEWEST and doubted.count(False) >= FALSE * len(doubted):
            return most
    return 0.0


def doubted_of(judged, sign, most):
    """Whether it was there after all, of each."""
    return [
        bool(each.meant[sign])
        for share, each in judged
        if sign in each.heard and each.is_long and share < most
    ]


def learn(all_, seen, asked):
    """The weights, where it starts from, and the thresholds."""
    known = [each for each in all_ if each.meant[asked] is not None]
    table = seen.transform([each.features for each in known])
    table.indices, table.indptr = table.indices.astype("i4"), table.indptr.astype("i4")
    meant = [bool(each.meant[asked]) for each in known]
    model = LogisticRegression(C=STRENGTH_OF.get(asked, STRENGTH), solver="liblinear")
    if asked == THEIRS:
        model.fit(table, meant, sample_weight=[1 if it.is_usual else LESS for it in known])
        return list(model.coef_[0]), float(model.intercept_[0]), EVEN, 0.0
    parts = StratifiedKFold(PARTS, shuffle=True, random_state=0)
    shares = cross_val_predict(model, table, meant, cv=parts, method="predict_proba")[:, 1]
    judged = [it for it in zip(shares, known, strict=True) if it[1].is_usual]
    least, most = threshold(judged, asked), doubt(judged, asked)
    tell(asked, least, most, judged)
    model.fit(table, meant)
    return list(model.coef_[0]), float(model.intercept_[0]), least, most


def tell(sign, least, most, judged):
    """What asking is worth beside the rules."""
    beside = [(share, bool(each.meant[sign])) for share, each in judged if sign not in each.heard]
    missed = sum(is_so for _, is_so in beside)
    asked = [is_so for share, is_so in beside if share >= least]
    doubted = doubted_of(judged, sign, most)
    print(
        f"{sign}: asks from {least:.2f} on; of {missed} that the rules missed {sum(asked)} are"
        f" asked about, and {len(asked) - sum(asked)} others; of {len(judged) - len(beside)} that"
        f" they heard {len(doubted)} are doubted, of which {sum(doubted)} were right"
    )


def written(asked, learned, weights):
    told = {
        "asked": asked,
        "biases": [round(bias, 3) for _, bias, _, _ in learned],
        "thresholds": [least for _, _, least, _ in learned],
        "doubts": [most for *_, most in learned],
        "weights": weights,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    return text + "\n"


def main():
    all_ = samples()
    chosen = [
        sign for sign in Sign if sum(each.meant[sign] is True for each in all_) >= LEAST_LINES
    ]
    common = Counter(name for each in all_ for name in each.features)
    for each in all_:
        each.features = {name: x for name, x in each.features.items() if common[name] >= COMMON}
    seen = DictVectorizer().fit([each.features for each in all_])
    learned = [learn(all_, seen, asked) for asked in (*chosen, THEIRS)]
    rows = zip(*(weights for weights, *_ in learned), strict=True)
    weights = {
        str(name): [round(float(each) * SCALE) for each in row]
        for name, row in zip(seen.get_feature_names_out(), rows, strict=True)
    }
    ranked = sorted(weights, key=lambda name: -max(map(abs, weights[name])))
    asked = [*chosen, THEIRS]

    def text(count):
        return written(asked, learned, {name: weights[name] for name in sorted(ranked[:count])})

    most = bisect(range(len(ranked)), LARGEST, key=lambda count: len(text(count).encode())) - 1
    WEIGHTS.write_text(text(most), encoding="utf-8")
    print(f"{len(all_)} lines, {most} features, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
