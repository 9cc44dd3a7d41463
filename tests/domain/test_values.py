"""The values that rules hand each other: nobody changes one, and what is not told is nothing."""

import dataclasses
import importlib
import pkgutil
from dataclasses import MISSING

import domain
import features

TOLD = {
    "domain.commands.Usage.is_listed": True,
    "domain.field_kinds.Column.is_written": True,
    "domain.field_kinds.Value.spot_words": 1,
    "domain.forms.ManyField.is_optional": True,
    "domain.forms.MomentField.is_optional": True,
    "domain.forms.PersonField.is_optional": True,
    "domain.messages.Moment.zone": "UTC",
    "domain.plays.Saying.waive": "Not needed",
    "domain.teammates.Teammate.is_active": True,
    "domain.wording.lists.Page.action_id": "digest.turn",
    "domain.wording.places.Question.zone": "UTC",
    "domain.wording.places.Question.posts_a_day": 10,
    "features.ladder.rules.Shown.is_sure": True,
}


def value_classes():
    for root in (domain, features):
        for found in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            module = importlib.import_module(found.name)
            yield from (
                each
                for each in vars(module).values()
                if isinstance(each, type)
                and dataclasses.is_dataclass(each)
                and each.__module__ == module.__name__
            )


def test_no_value_is_ever_changed():
    assert [each for each in value_classes() if not each.__dataclass_params__.frozen] == []


def test_what_is_not_told_is_nothing_but_for_these():
    defaults = {
        f"{each.__module__}.{each.__qualname__}.{field.name}": (
            field.default if field.default_factory is MISSING else field.default_factory()
        )
        for each in value_classes()
        for field in dataclasses.fields(each)
    }
    told = {name: it for name, it in defaults.items() if type(it) in (bool, int, str) and it}
    assert told == TOLD
