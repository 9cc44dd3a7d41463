"""Gone quiet: a word with whoever has bought from us, before their care interval is over."""

from care.feature import Feature
from features.quiet.play import PLAYS

FEATURE = Feature(name="quiet", plays=PLAYS)
