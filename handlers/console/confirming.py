"""Asking whoever sits at the terminal."""

import sys

from rich.console import Console


def asks(console: Console, question: str) -> bool:
    """Only where somebody is there to answer."""
    if not sys.stdin.isatty():
        return False
    return console.input(f"{question} (y/N) ").strip().casefold() in {"y", "yes"}
