"""Which rung a CRM's word means, and which words are asked about."""

import pytest

from domain import import_rungs
from domain.customers import Rung
from domain.errors import NotUnderstood
from domain.import_rungs import RungWords

MEANT = {
    Rung.SUSPECT: """
        lead, Lead (cold), subscriber, former customer, ex-client, Past customers, Lost,
        Closed Lost, customer - lost, Churned, inactive,
        Cancelled subscription, No longer a customer,
        UNQUALIFIED, Open - Not Contacted, ehemaliger Kunde, ancien client, cliente antiguo
    """,
    Rung.PROSPECT: """
        opportunity, marketingqualifiedlead, Sales Qualified Lead, MQL, Hot lead, IN_PROGRESS,
        potential customer, Working - Contacted, Qualified to buy, Id. Decision Makers,
        Proposal/Price Quote, Contact in Future, posible cliente, Interessent, client potentiel,
        cliente potencial
    """,
    Rung.SHOPPER: "new customer, Neukunde, nouveau client, cliente nuevo",
    Rung.CUSTOMER: """
        Customers, Customer - Direct, customer - channel, Customer (active), Client - EMEA, won,
        closed won, Existing customer, Contract signed, Kunde, Bestandskunde, client, cliente
    """,
    Rung.MEMBER: """
        VIP, VIP customer, Repeat buyer, Kunde (VIP), Key Account, repeat customer, Stammkunde
    """,
    Rung.ADVOCATE: "evangelist, promoter, reference customer",
    Rung.RAVING_FAN: "fan, raving fans, Raving-Fan",
}
UNKNOWN = """
    partner, Channel Partner / Reseller, other, competitor, non-customer, past due, A, king,
    churn risk
"""


@pytest.mark.parametrize(
    ("word", "rung"),
    [(word.strip(), rung) for rung, words in MEANT.items() for word in words.split(",")],
)
def test_a_word_of_a_crm_is_a_rung(word, rung):
    assert import_rungs.read(word) is rung


@pytest.mark.parametrize("word", UNKNOWN.split(","))
def test_a_word_that_may_mean_anything_is_none(word):
    assert import_rungs.read(word) is None


@pytest.mark.parametrize("cell", ["", " ", "-", "--None--", "n/a"])
def test_a_cell_that_says_nothing_is_no_word(cell):
    words = RungWords({})
    assert words.translate(cell) == ""
    assert words.became == []


def test_what_was_answered_counts_before_what_is_known_and_all_but_own_words_are_told():
    words = RungWords({"Partner": Rung.MEMBER, "lead": Rung.PROSPECT})
    told = ["partner", "Lead", "VIP", "advocate", "king", "VIP"]
    translated = [words.translate(each) for each in told]
    assert translated == ["member", "prospect", "member", "advocate", "king", "member"]
    assert words.became == [
        ("partner", Rung.MEMBER, 1),
        ("Lead", Rung.PROSPECT, 1),
        ("VIP", Rung.MEMBER, 2),
        ("king", None, 1),
    ]


def test_answers_are_of_a_word_or_of_whoever_has_none():
    typed = ["partner = Member", "a=b=fan", "customer"]
    words = {"partner": Rung.MEMBER, "a=b": Rung.RAVING_FAN}
    assert import_rungs.answers(typed) == (words, Rung.CUSTOMER)
    assert import_rungs.answers([]) == ({}, None)
    with pytest.raises(NotUnderstood, match="“king” is no rung of the ladder: write one of these"):
        import_rungs.answers(["partner=king"])
