import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import Party, read, reads_as_contact
from domain.reading.spelling import KNOWN, mend
from domain.touches import Direction, Kind, Reading, Sign
from tests.domain.lines import LINES, NOW, TABLE, ZONE
from tests.growth import growth


def said(words: str) -> Reading:
    return read(words, NOW, ZONE)


PRAISE, COMPLAINT, NOTHING = {Sign.PRAISE}, {Sign.COMPLAINT}, set()
DENIED = [
    ("not happy", COMPLAINT),
    ("wasn't thrilled", COMPLAINT),
    ("isn’t happy", COMPLAINT),
    ("hasn't been happy for months", COMPLAINT),
    ("not at all happy", COMPLAINT),
    ("not happy or impressed", COMPLAINT),
    ("no longer satisfied", COMPLAINT),
    ("anything but happy", COMPLAINT),
    ("less than impressed", COMPLAINT),
    ("I don't think she's happy", COMPLAINT),
    ("nobody was impressed", COMPLAINT),
    ("couldn't be happier", PRAISE),
    ("can't praise Ana enough", PRAISE),
    ("never been so happy", PRAISE),
    ("not only happy but thrilled", PRAISE),
    ("nothing but praise", PRAISE),
    ("not here and happy", PRAISE),
    ("sorted it happy customer", PRAISE),
    ("no answer, emailed instead", {Sign.NO_ANSWER}),
    ("no answer, then she rang", NOTHING),
    ("she rang, I rang back, no answer", {Sign.NO_ANSWER}),
    ("she left a voicemail", NOTHING),
    ("asked if we deliver?", {Sign.ENQUIRY}),
    ("didn't call but seemed happy", PRAISE),
    ("no answer and she was happy last time", {Sign.PRAISE, Sign.NO_ANSWER}),
    ("she didn't order, she's happy", PRAISE),
    ("not unhappy", NOTHING),
    ("no complaints", NOTHING),
    ("no complaints or problems with it", NOTHING),
    ("never once complained", NOTHING),
    ("without a single complaint", NOTHING),
    ("nothing broken", NOTHING),
    ("can't complain", NOTHING),
    ("stopped complaining", NOTHING),
    ("didn't buy", NOTHING),
    ("never ordered", NOTHING),
    ("hasn't renewed", NOTHING),
    ("they haven't signed", NOTHING),
    ("hasn't recommended us yet", NOTHING),
    ("not interested", NOTHING),
    ("complaint resolved", NOTHING),
    ("resolved her complaint", NOTHING),
]

SUPPOSED = """
will be happy
would be delighted
might renew
may be late again
should be happy now
could have ordered
if they ordered, great
hope she's happy
hoping they renewed
making sure she's happy
called to see if she was happy
not sure she is happy
asked whether they ordered? no idea
is she happy?
did they order?
maybe they renewed
she replied and was happy?
interested?
has Maria renewed
""".strip().splitlines()

NOT_TAKEN_PLACE = """
will call
I'll email her
going to visit
need to call
please call her
should have called
would have visited
didn't call
never met
haven't spoken
no call yet
forgot to email
booked a demo
wants a call
asked for a meeting
cancelled the lunch
demo tomorrow
call next week
meeting postponed
before the meeting
did we call?
if I called
when she calls
""".strip().splitlines()

FIRST = [
    ("emailed after our call", Kind.MAIL),
    ("called, then emailed", Kind.CALL),
    ("will email, called her", Kind.CALL),
    ("didn't call, texted", Kind.MESSAGE),
    ("followed up by text", Kind.MESSAGE),
    ("sent flowers and called", Kind.GIFT),
    ("thanked her by mail", Kind.THANKS),
    ("met for lunch, got a call", Kind.MEETING),
    ("missed the demo, emailed", Kind.MAIL),
]

BEGAN = [
    ("called us", Direction.THEIRS),
    ("called me about it", Direction.THEIRS),
    ("called our office", Direction.THEIRS),
    ("called to tell us the news", Direction.THEIRS),
    ("she called", Direction.THEIRS),
    ("they emailed", Direction.THEIRS),
    ("Maria called", Direction.THEIRS),
    ("Maria texted about", Direction.THEIRS),
    ("maria called about it", Direction.THEIRS),
    ("Maria from accounts called", Direction.THEIRS),
    ("their new CFO called", Direction.THEIRS),
    ("somebody called", Direction.THEIRS),
    ("got a call from Tom", Direction.THEIRS),
    ("email from Tom", Direction.THEIRS),
    ("her email came today", Direction.THEIRS),
    ("heard from Tom", Direction.THEIRS),
    ("I heard from Tom", Direction.THEIRS),
    ("wrote back", Direction.THEIRS),
    ("replied", Direction.THEIRS),
    ("asked about it", Direction.THEIRS),
    ("inbound: demo", Direction.THEIRS),
    ("came by our office", Direction.THEIRS),
    ("returned my call", Direction.THEIRS),
    ("thanked us", Direction.THEIRS),
    ("sent us chocolates", Direction.THEIRS),
    ('met Tom: "I called you"', Direction.OURS),
    ('"I called you" said Tom', Direction.THEIRS),
    ("called", Direction.OURS),
    ("called Maria", Direction.OURS),
    ("tom called maria", Direction.OURS),
    ("today called", Direction.OURS),
    ("I called", Direction.OURS),
    ("we called them", Direction.OURS),
    ("called them back", Direction.OURS),
    ("Ana called her", Direction.OURS),
    ("referred us", Direction.THEIRS),
    ("Nora wrote a five-star review", Direction.THEIRS),
    ("bought 30 copies", Direction.THEIRS),
    ("called back, wants a demo", Direction.THEIRS),
    ("called, Lily wants a second tray", Direction.THEIRS),
    ("opted into the scheme", Direction.THEIRS),
    ("says cheers for sorting it", Direction.THEIRS),
    ("sent chocolates to the nurses", Direction.THEIRS),
    ("promised Maria the draft", Direction.OURS),
    ("unhappy with the delay, called her", Direction.OURS),
    ("Acme called Maria", Direction.OURS),
    ("Finally called", Direction.OURS),
    ("Yesterday called Tom", Direction.OURS),
    ("Quickly called", Direction.OURS),
    ("met Maria called Tom", Direction.OURS),
    ("as agreed with Maria Lopez called", Direction.OURS),
    ("replied to her email", Direction.OURS),
    ("they received our email", Direction.OURS),
    ("returned her call", Direction.OURS),
    ("I asked about the budget", Direction.OURS),
    ("asked her about the budget", Direction.OURS),
    ("got back to her", Direction.OURS),
    ("got back to us", Direction.THEIRS),
    ("called, she asked about it", Direction.OURS),
    ("she hasn't replied", Direction.OURS),
    ("she will call us", Direction.OURS),
]

SLIPS = [
    ("phoend", "phoned"),
    ("caled", "called"),
    ("emialed", "emailed"),
    ("vociemail", "voicemail"),
    ("renewd", "renewed"),
    ("happpy", "happy"),
    ("unhapy", "unhappy"),
    ("yesterdy", "yesterday"),
    ("mornign", "morning"),
    ("scaled", "scaled"),
    ("mat", "mat"),
    ("cald", "cald"),
    ("naïve", "naïve"),
    ("rented", "rented"),
    ("globex", "globex"),
]


@pytest.mark.parametrize(("words", "signs"), DENIED)
def test_a_negation_turns_what_it_is_about_and_nothing_else(words, signs):
    assert said(words).signs == signs


OF_OTHERS = """
happy with Initech
Maria said she's happy with Initech
delighted with Initech's new portal
upset about losing her dog
upset over his divorce
thrilled about her promotion
over the moon about becoming a grandad
gutted about his mum
angry about the new tax rules
""".strip().splitlines()
OF_US = [
    ("happy with the app", PRAISE),
    ("happy with Onboarding", PRAISE),
    ("happy with our Zorbo", PRAISE),
    ("delighted with Sarah's work", PRAISE),
    ("unhappy with the API", COMPLAINT),
    ("complained about the dog food", COMPLAINT),
    ("upset about her order", COMPLAINT),
    ("angry that our driver hit her dog", COMPLAINT),
    ("ordered for her dog", {Sign.PURCHASE}),
    ("contract signed by Priya", {Sign.PURCHASE}),
]


@pytest.mark.parametrize("words", OF_OTHERS)
def test_what_somebody_feels_about_others_or_at_home_is_no_sign(words):
    assert said(words).signs == set()


@pytest.mark.parametrize(("words", "signs"), OF_US)
def test_what_somebody_feels_about_us_and_our_work_is_one(words, signs):
    assert said(words).signs == signs


def test_a_name_that_is_known_is_no_other_company():
    assert said("happy with Priya").signs == set()
    assert read("happy with Priya", NOW, ZONE, {"Priya": Party.OURS}).signs == PRAISE


@pytest.mark.parametrize("words", ["angry with Initech", "not happy with Initech"])
def test_a_complaint_about_a_name_that_nobody_knows_is_heard(words):
    """It may be what we sell; about another customer of ours it is none."""
    assert said(words).signs == COMPLAINT
    assert read(words, NOW, ZONE, {"Initech": Party.OURS}).signs == COMPLAINT
    assert read(words, NOW, ZONE, {"Initech": Party.ANOTHER}).signs == set()


@pytest.mark.parametrize("words", SUPPOSED)
def test_what_is_hoped_asked_or_to_come_is_no_sign(words):
    assert said(words).signs == set()


@pytest.mark.parametrize("words", NOT_TAKEN_PLACE)
def test_a_contact_that_did_not_take_place_has_no_kind(words):
    assert said(words).kind is Kind.NOTE


@pytest.mark.parametrize(("words", "kind"), FIRST)
def test_the_first_kind_named_wins(words, kind):
    assert said(words).kind is kind


@pytest.mark.parametrize(("words", "direction"), BEGAN)
def test_the_direction_is_theirs_when_the_words_say_that_they_began(words, direction):
    assert said(words).direction is direction


@pytest.mark.parametrize(("typed", "meant"), SLIPS)
def test_one_slip_in_a_long_word_is_mended_and_english_is_left_alone(typed, meant):
    assert mend(typed) == meant


def test_a_name_is_not_taken_for_a_slip():
    assert said("spoke to Callet").kind is Kind.CALL
    assert said("new buyer is Emaile").kind is Kind.NOTE


@pytest.mark.parametrize("words", ["caled Maria", "Caled Maria", "CALED MARIA", "so, Caled her"])
def test_a_slip_is_mended_however_its_first_letter_is_written(words):
    assert said(words).kind is Kind.CALL


def test_no_known_word_is_mended():
    assert all(mend(word) == word for word in KNOWN)


@pytest.mark.parametrize("change", [str.upper, str.lower, str.capitalize])
def test_kind_and_signs_do_not_hang_on_capitals(change):
    for words in ("called maria, she was not happy", "left a voicemail", "ordered 20 more"):
        changed = said(change(words))
        assert (changed.kind, changed.signs) == (said(words).kind, said(words).signs)


def test_curly_and_straight_apostrophes_read_the_same():
    for line in (each for each in LINES if "'" in each.words):
        curly, straight = said(line.words.replace("'", "\u2019")), said(line.words)
        assert replace(curly, to_come=()) == replace(straight, to_come=())


def test_the_lines_are_many_and_no_two_are_the_same():
    assert len({line.words for line in LINES}) == len(LINES) >= 220


def test_the_end_of_a_very_long_line_changes_nothing():
    assert said("called, happy. " + "x " * 5_000 + "complained").signs == PRAISE


WORDS = sorted({word for row in TABLE.split("|") for word in row.split()})


@given(st.text())
def test_any_text_is_read_and_never_lies_in_the_future(text):
    assert said(text).at <= NOW
    assert reads_as_contact(text) in {True, False}


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from([" ", ", ", ". ", "? "]))
def test_any_jumble_of_known_words_is_read(words, between):
    reading = said(between.join(words))
    assert reading.at <= NOW
    assert reading == said(between.join(words))


@pytest.mark.parametrize(
    "piece",
    [
        "called ",
        "not ",
        "spoke to Tom ",
        "on Friday ",
        "x",
        ", ",
        "a.b.",
        "<",
        "ab@",
        "1:",
        '"',
        "'s ",
    ],
)
def test_a_very_long_line_takes_no_longer_than_its_length(piece):
    def read_all(length: int) -> None:
        line = (piece * length)[:length]
        said(line)
        reads_as_contact(line)

    assert growth(read_all, 1_000, 10_000) < 30


def test_a_thousand_unknown_words_are_read_quickly():
    chance = random.Random(1)  # noqa: S311 - no secret is made of it
    words = [" ".join(chance.choices("bcdfgqxz", k=9)).replace(" ", "") for _ in range(1_000)]

    def read_words(count: int) -> None:
        said(" ".join(words[:count]))

    said("xyzzyx")
    assert growth(read_words, 20, 1_000) < 100


def test_a_named_caller_of_theirs_decides_and_whom_they_are_called_does_too():
    known = {"Maria": Party.THEIRS, "Ben": Party.OURS, "Acme": Party.THEIRS}
    began = {
        "Maria called about it": Direction.THEIRS,
        "Ben called about it": Direction.OURS,
        "Acme called Maria": Direction.OURS,
        "Maria called Ben": Direction.THEIRS,
        "called Acme about it": Direction.OURS,
    }
    assert {it: read(it, NOW, ZONE, known).direction for it in began} == began


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("joined the loyalty scheme", Sign.JOINED),
        ("is cancelling her membership", Sign.CANCELLED),
        ("they're leaving us for Initech", Sign.COMPETITOR),
        ("our contact quit in spring", Sign.CONTACT_LEFT),
        ("wants to speak to the owner", Sign.ASKED_FOR_PERSON),
        ("wishes you delivered on Saturdays", Sign.WISH),
    ],
)
def test_six_signs_are_suspected_and_never_filed(words, sign):
    assert sign in said(words).suspected
    assert sign not in said(words).signs


@pytest.mark.parametrize(
    "words", ["says cheers for sorting it", "thanked us for the help", "sent cake to the drivers"]
)
def test_thanks_that_they_give_are_praise(words):
    assert said(words).signs == PRAISE
    assert said("thanked Maria for the order").signs == NOTHING


@pytest.mark.parametrize(
    "words",
    [
        "Fenwick got referred to us by Titan Roofing",
        "Fenwick came to us thanks to Titan Roofing",
        "Fenwick heard about us from Titan Roofing",
        "new customer Fenwick, recommended by Titan Roofing",
    ],
)
def test_of_two_customers_in_a_referral_it_is_theirs_who_referred(words):
    of_fenwick = {"Fenwick": Party.THEIRS, "Titan Roofing": Party.ANOTHER}
    of_titan = {"Titan Roofing": Party.THEIRS, "Fenwick": Party.ANOTHER}
    assert Sign.REFERRAL not in read(words, NOW, ZONE, of_fenwick).signs
    assert Sign.REFERRAL in read(words, NOW, ZONE, of_titan).signs


@pytest.mark.parametrize(
    ("words", "kind", "signs"),
    [
        ("LVM", Kind.CALL, {Sign.NO_ANSWER}),
        ("LM w/ reception re renewal", Kind.CALL, {Sign.NO_ANSWER}),
        ("GVM, try again Mon", Kind.CALL, {Sign.NO_ANSWER}),
        ("NA, no vm box set up", Kind.CALL, {Sign.NO_ANSWER}),
        ("TT Kenji, WBP 12/15", Kind.CALL, NOTHING),
        ("tc w/ DM re qte", Kind.CALL, NOTHING),
        ("spoke to DM", Kind.CALL, NOTHING),
        ("sent her a DM", Kind.MESSAGE, NOTHING),
        ("f/u mtg w/ Jo", Kind.MEETING, NOTHING),
    ],
)
def test_abbreviations_of_the_trade_are_known(words, kind, signs):
    assert (said(words).kind, said(words).signs) == (kind, signs)
