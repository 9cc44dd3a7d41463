"""Whatever stands in the table of a customer's fields works everywhere: no field needs more."""

from dataclasses import fields

import pytest

from care import exports, settings
from domain import plain_text
from domain.customer_fields import COLUMNS, FIELDS, TYPED, VALUES
from domain.customers import Customer
from domain.errors import BadSetting, NotUnderstood
from domain.messages import line
from domain.settings import DEFAULTS
from store import tables
from tests.care.test_importing import table, take
from tests.world import buttons, said, shown_values

BY_NAME = pytest.mark.parametrize("field", VALUES, ids=lambda each: each.name)


@BY_NAME
async def test_a_value_is_typed_shown_filled_in_written_read_and_taken_back(world, tmp_path, field):
    card = await world.type("ana", "new Acme")
    (word, example) = next(iter(field.typed.items()))
    value = field.need(example)
    shown = said(await world.type("ana", f"edit Acme {word} {example}"))
    assert f"{field.called} is now {field.told(value, DEFAULTS)}" in shown
    after = said(await world.type("ana", "customer acme"))
    assert plain_text.spoken(line(field.shown(value)), "") in after
    form = await world.press("ana", buttons(card)["Edit"])
    assert shown_values(form)[field.name] == (field.write(value),)
    (row,) = await world.ask(exports.rows)
    assert row[field.columns[0].name] == field.write(value)
    await world.type("ana", "undo")
    cells = f'name,{field.columns[0].name}\nAcme,"{row[field.columns[0].name]}"\n'
    agenda, _ = await take(world, table(tmp_path, cells))
    assert agenda.changed == 1
    assert said(await world.type("ana", "customer acme")) == after


@BY_NAME
def test_a_value_has_a_column_and_an_attribute_of_its_name(field):
    assert field.name in {each.name for each in fields(Customer)}
    assert field.name in tables.Customer.__table__.c
    assert field.default is not None or tables.Customer.__table__.c[field.name].nullable


def test_no_word_or_column_means_two_fields():
    assert len(TYPED) == sum(len(each.typed) for each in FIELDS)
    headings = [" ".join(word.split()) for each in COLUMNS for word in each.headings.split(",")]
    assert len(headings) == len(set(headings))


async def test_worth_is_counted_in_one_currency_and_another_is_refused(world, tmp_path):
    await world.type("ana", "new Acme")
    with pytest.raises(NotUnderstood, match="counted in EUR here, not in USD: write it in EUR"):
        await world.type("ana", "edit Acme worth USD 12,000")
    lines = "name,worth a year,star\nAcme,$900,x\nGlobex,1.200 €,\n"
    agenda, _ = await take(world, table(tmp_path, lines))
    assert ["worth is left out" in str(each.row.troubles) for each in agenda.lines] == [True, False]
    assert "★ one of our best" in said(await world.type("ana", "customer Acme"))
    assert "worth 1,200 EUR a year" in said(await world.type("ana", "customer Globex"))
    with pytest.raises(BadSetting, match="three letters"):
        await world.do("chloe", settings.put, "currency", "dollars")
    await world.do("chloe", settings.put, "currency", "usd")
    await world.type("ana", "edit Acme worth $12k")
    assert "worth 12,000 USD a year" in said(await world.type("ana", "customer Acme"))
