"""Follow up: prospects, and suspects who ask."""

from care.feature import Feature
from features.follow_up.actions import done
from features.follow_up.play import PLAY, PLAYS

FEATURE = Feature(name="follow up", plays=PLAYS, done={PLAY.name: done})
