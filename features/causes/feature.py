"""Causes of complaints: named, and offered from the words."""

from care.feature import Feature
from features.causes.rules import NAME, CauseNumbers

FEATURE = Feature(name=NAME, numbers=(CauseNumbers,))
