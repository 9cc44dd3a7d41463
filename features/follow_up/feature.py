"""Follow up: prospects, and suspects who ask."""

from care.feature import Feature

FEATURE = Feature(name="follow up")
