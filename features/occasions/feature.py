"""Special occasions, for whoever recommends us unasked."""

from care.feature import Feature
from features.occasions.play import PLAYS

FEATURE = Feature(name="special occasions", plays=PLAYS)
