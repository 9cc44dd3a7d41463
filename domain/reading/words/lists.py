"""How the lists of words are written down: parted by blanks, a row for each meaning."""

from pathlib import Path


def sections(path: Path) -> dict[str, str]:
    """What stands under each heading in brackets, but for remarks."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            rows.append(line)
    return {heading: " ".join(each) for heading, each in found.items()}


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def spelled_out(table: str) -> dict[str, str]:
    """Rows of "what is meant: how it is written", by how it is written."""
    rows = (row.split(":") for row in table.strip().splitlines())
    return {short: meant.strip() for meant, shorts in rows for short in shorts.split()}
