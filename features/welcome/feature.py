"""A welcome for whoever has become a member."""

from care.feature import Feature
from features.welcome.play import PLAYS

FEATURE = Feature(name="welcome member", plays=PLAYS)
