"""How the lists of words are written down: parted by blanks, a row for each meaning."""


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def spelled_out(table: str) -> dict[str, str]:
    """Rows of "what is meant: how it is written", by how it is written."""
    rows = (row.split(":") for row in table.strip().splitlines())
    return {short: meant.strip() for meant, shorts in rows for short in shorts.split()}
