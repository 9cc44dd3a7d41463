"""Special occasions: for whoever recommends us unasked, and for many at once."""

from care.feature import Feature
from features.occasions.actions import COMMANDS
from features.occasions.play import PLAYS

FEATURE = Feature(name="special occasions", plays=PLAYS, commands=COMMANDS)
