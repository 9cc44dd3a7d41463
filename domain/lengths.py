"""The longest that is taken of what people write: whatever is longer is refused, and said so."""

NAME = 100
"""Characters of the name of a customer or of a person: our own choice, two lines on a phone."""

CELL = 254
"""Characters of any other cell of a table: a mail address has no more (RFC 3696, erratum 1690)."""

LINE = 3000
"""Characters of what is typed at once: what the strictest platform's form can hold to be mended."""
