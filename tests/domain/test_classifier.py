"""The second reader: it suggests, and never files."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.reading import classifier, read
from domain.reading.classifier import WEIGHTS, features, judge, probabilities
from domain.reading.passages import read_all
from domain.touches import Sign
from tests.growth import growth

NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MODEL = {
    "asked": ["complaint", "praise", "theirs"],
    "biases": [-2.0, -2.0, -2.0],
    "thresholds": [0.7, 0.7, 0.5],
    "doubts": [0.3, 0.0, 0.0],
    "weights": {
        "zigzag": [1200, 0, 0],
        "@^ zigzag": [1200, 0, 0],
        "#<lid": [0, 3000, 3000],
        "complained": [900, 0, 0],
    },
}


@pytest.fixture
def model(tmp_path, monkeypatch):
    """One that can be reckoned by hand."""
    weights = tmp_path / "weights.json"
    weights.write_text(json.dumps(MODEL))
    monkeypatch.setattr(classifier, "WEIGHTS", weights)
    classifier._model.cache_clear()
    yield
    classifier._model.cache_clear()


def heard(words):
    return judge(read_all(words)).signs


@pytest.mark.usefixtures("model")
def test_it_adds_up_the_weights_and_asks_from_the_threshold_on():
    (complaint, praise, theirs) = probabilities(frozenset({"zigzag"}))
    assert complaint == pytest.approx(1 / (1 + 2.718281828**-10))
    assert praise == theirs == pytest.approx(1 / (1 + 2.718281828**2))
    assert probabilities(frozenset({"zigzag", "1", "2", "3"}))[0] == pytest.approx(0.982, abs=0.001)


@pytest.mark.usefixtures("model")
def test_what_is_only_suspected_is_asked_about_and_never_filed():
    said = read("zigzag", NOW, ZoneInfo("UTC"))
    assert said.suspected == {Sign.COMPLAINT}
    assert said.signs == frozenset()


@pytest.mark.usefixtures("model")
def test_what_the_rules_have_heard_is_not_asked_about():
    said = read("zigzag, and she complained that it broke", NOW, ZoneInfo("UTC"))
    assert Sign.COMPLAINT in said.signs
    assert Sign.COMPLAINT not in said.suspected


@pytest.mark.usefixtures("model")
def test_what_the_rules_have_heard_and_it_does_not_believe_is_asked_about():
    said = read("she moaned on and on that it broke in the rain", NOW, ZoneInfo("UTC"))
    assert said.suspected == {Sign.COMPLAINT}
    assert said.signs == frozenset()
    assert read("she moaned that it broke", NOW, ZoneInfo("UTC")).signs == {Sign.COMPLAINT}


def test_classes_of_words_stand_in_pairs_and_nearly_so():
    found = features(read_all("driver never came"))
    assert {"%FITTER", "1FITTER never", "2FITTER CAME", "2driver CAME"} <= found
    assert "1driver never" not in found


def test_a_denial_turns_three_words_round_and_ends_with_its_clause():
    found = features(read_all("not zigzag at all today, zigzag lid"))
    assert {"!zigzag", "!at", "!all", "today", "zigzag", "zigzag lid", "#<lid"} <= found
    assert "!today" not in found
    assert "!lid" not in found


def test_a_part_of_a_word_is_a_feature_and_a_pair_of_words():
    assert {"blurry scans", "#blur", "#lurry", "#y>"} - features(read_all("blurry scans")) == {
        "#y>"
    }


@pytest.mark.parametrize(
    "words",
    [
        "the second pallet turned up with half the boxes crushed",
        "third time this month the app crashed on them",
    ],
)
def test_it_hears_trouble_for_which_nobody_wrote_a_phrase(words):
    shares = dict(
        zip(
            classifier._model().asked[:-1],
            probabilities(features(read_all(words)))[:-1],
            strict=True,
        )
    )
    assert shares[Sign.COMPLAINT] == max(shares.values())


def test_its_weights_are_small_and_a_long_line_takes_no_longer_than_its_length():
    assert WEIGHTS.stat().st_size < 500_000
    assert growth(lambda count: heard("blurry scans again " * count), 10, 100) < 30
