"""Twins: who has complained about the same, and who may have it and says nothing."""

from care.feature import Feature, Press
from features.twins import actions, views
from features.twins.rules import ABOUT, NAME, TABLE, TwinNumbers

FEATURE = Feature(
    name=NAME,
    numbers=(TwinNumbers,),
    presses={"twin.tell": Press(act=actions.tell)},
    owns=(TABLE,),
    about={ABOUT: views.about},
)
