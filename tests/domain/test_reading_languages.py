"""A line that is not English is a contact, and nothing in it is misread as English."""

import json
from pathlib import Path

import pytest

from domain.reading import Party, everybody, read
from domain.touches import Direction, Kind
from tests.domain.lines import LINES, NOW, ZONE

HERE = Path(__file__).parent
TRAINING = HERE.parent.parent / "benchmarks/reading/training"


def known():
    """The customers and people that the lines to tune with name."""
    company = json.loads((TRAINING / "customers.json").read_text("utf-8"))
    names = {}
    for each in company["customers"]:
        named = [each["name"], *each["aliases"], *each["contacts"]]
        names |= everybody(named, Party.THEIRS)
    return names


NAMES = known()
OURS = [
    row.partition(" | ")[2]
    for row in (HERE / "other_languages.txt").read_text("utf-8").splitlines()
]
GIVEN = [
    json.loads(row)["line"]
    for row in (TRAINING / "languages.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("words", [*OURS, *GIVEN])
def test_a_line_in_another_language_is_a_contact_without_signs(words):
    said = read(words, NOW, ZONE, NAMES)
    assert said.is_foreign
    assert said.signs == said.suspected == set()
    assert said.kind is not Kind.NOTE


def learned():
    rows = (TRAINING / "lines.jsonl").read_text("utf-8").splitlines()
    return [json.loads(row)["line"] for row in rows]


@pytest.mark.parametrize(
    "english",
    [
        pytest.param([line.words for line in LINES][::2], id="every other labelled line"),
        pytest.param(learned()[::6], id="a sixth of those to learn from"),
        pytest.param([line.words for line in LINES], marks=pytest.mark.slow, id="labelled lines"),
        pytest.param(learned(), marks=pytest.mark.slow, id="lines to learn from"),
    ],
)
def test_no_english_line_is_taken_for_another_language(english):
    assert [words for words in english if read(words, NOW, ZONE, NAMES).is_foreign] == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("heute mit dem Chef telefoniert", Kind.CALL),
        ("le mandé un correo sobre los precios", Kind.MAIL),
        ("déjeuner avec la patronne", Kind.MEETING),
        ("Blumen zum Geburtstag geschickt", Kind.GIFT),
        ("il veut encore du temps", Kind.MESSAGE),
    ],
)
def test_the_kind_is_taken_where_a_word_names_it(words, kind):
    assert read(words, NOW, ZONE).kind is kind


@pytest.mark.parametrize(
    "words",
    [
        "Miramar hat angerufen, Erik will ein Angebot bis Freitag",
        "Maria rief an, sehr unzufrieden mit der Lieferung, will kündigen",
        "die Chefin möchte einen Termin am Dienstag",
        "bitte um Rückruf wegen der Reklamation",
        "me ha llamado la señora Vidal, quiere un descuento",
        "la jefa pide sesenta toallas más para el puente",
        "Thierry a appelé, il veut un devis pour le garage",
        "nous a recommandés au garage d'en face",
    ],
)
def test_what_they_did_or_what_nobody_can_tell_is_theirs_in_any_language(words):
    assert read(words, NOW, ZONE, NAMES).direction is Direction.THEIRS


@pytest.mark.parametrize(
    "words",
    [
        "heute mit dem Chef telefoniert, alles in Ordnung",
        "mit Frau Seidel gesprochen, alles in Ordnung",
        "bin bei denen vorbeigefahren, war niemand im Büro",
        "Blumen zum Geburtstag geschickt",
        "hoy hablé con la jefa, todo en orden",
        "he pasado por la oficina a dejar el catálogo nuevo",
        "envoyé un mail à la patronne avec les nouveaux tarifs",
        "relancé pour la facture d'octobre, toujours rien",
    ],
)
def test_what_we_did_is_ours_in_any_language(words):
    assert read(words, NOW, ZONE, NAMES).direction is Direction.OURS
