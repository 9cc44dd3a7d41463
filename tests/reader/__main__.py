"""Learns the second reader's weights from all labelled lines but the held-out ones: `make reader`.

The same lines give the same weights. What is held out is never read here.
"""

import json
from collections import Counter
from math import sqrt

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from benchmarks.reading import labels
from domain.reading import Party, everybody, read
from domain.reading.classifier import SCALE, THEIRS, WEIGHTS, features
from domain.reading.line import without_heading
from domain.reading.tokens import split
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

PRECISE = 0.6
PRECISE_OF = {Sign.COMPLAINT: 0.5, Sign.PRAISE: 0.5, Sign.REFERRAL: 0.5}
"""Of the lines in which the model finds a sign, at least so many are to have it."""

STEPS = [each / 100 for each in range(10, 96)]
EVEN = 0.5
NEVER = 2.0

SMALLEST = 1.1
"""A feature no weight of which is larger changes no answer, and is left out."""


class Sample:
    """A line: what the model looks at, what the rules heard, and what a person does (None where
    that is left open).
    """

    def __init__(self, words, names, meant, *, is_usual=True):
        self.is_usual = is_usual
        found = features(split(without_heading(words, names)))
        share = 1 / sqrt(len(found) or 1)
        self.features = dict.fromkeys(sorted(found), share)
        self.heard = read(words, NOW, ZONE, names).signs
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


def threshold(shares, known, sign):
    """The lowest at which the model is right often enough by itself, on lines that it has not
    seen. Beside the rules it is so less often; but what they miss of these lines, which they were
    made with, says little of what they miss of others.
    """
    usual = [
        (share, bool(each.meant[sign]))
        for share, each in zip(shares, known, strict=True)
        if each.is_usual
    ]
    for least in STEPS:
        found = [is_so for share, is_so in usual if share >= least]
        if found and sum(found) / len(found) >= PRECISE_OF.get(sign, PRECISE):
            return least
    return NEVER


def learn(all_, seen, asked):
    """The weights, where it starts from, and the threshold."""
    known = [each for each in all_ if each.meant[asked] is not None]
    table = seen.transform([each.features for each in known])
    table.indices, table.indptr = table.indices.astype("i4"), table.indptr.astype("i4")
    meant = [bool(each.meant[asked]) for each in known]
    model = LogisticRegression(C=STRENGTH_OF.get(asked, STRENGTH), solver="liblinear")
    if asked == THEIRS:
        model.fit(table, meant, sample_weight=[1 if it.is_usual else LESS for it in known])
        return list(model.coef_[0]), float(model.intercept_[0]), EVEN
    parts = StratifiedKFold(PARTS, shuffle=True, random_state=0)
    shares = cross_val_predict(model, table, meant, cv=parts, method="predict_proba")[:, 1]
    least = threshold(shares, known, asked)
    tell(asked, least, [*zip(shares, known, strict=True)])
    model.fit(table, meant)
    return list(model.coef_[0]), float(model.intercept_[0]), least


def tell(sign, least, judged):
    """What asking is worth beside the rules."""
    beside = [
        (share >= least, bool(each.meant[sign]))
        for share, each in judged
        if each.is_usual and sign not in each.heard
    ]
    missed = sum(is_so for _, is_so in beside)
    right = sum(asked and is_so for asked, is_so in beside)
    wrong = sum(asked and not is_so for asked, is_so in beside)
    told = f"of {missed} that the rules missed {right} are asked about, and {wrong} others"
    print(f"{sign}: asks from {least:.2f} on; {told}")


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
    rows = zip(*(weights for weights, _, _ in learned), strict=True)
    weights = {
        str(name): [round(float(each) * SCALE) for each in row]
        for name, row in zip(seen.get_feature_names_out(), rows, strict=True)
        if max(map(abs, row)) >= SMALLEST
    }
    told = {
        "asked": [*chosen, THEIRS],
        "biases": [round(bias, 3) for _, bias, _ in learned],
        "thresholds": [least for _, _, least in learned],
        "weights": weights,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(all_)} lines, {len(weights)} features, {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
