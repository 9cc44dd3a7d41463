"""What went wrong, for whoever typed a command: in words, where complaints belong."""

from pydantic import ValidationError
from rich.console import Console

from domain import plain_text
from domain.errors import HeedError
from handlers.console.saying import show

FAILED = 1
MISUSED = 2


def tell(words: str) -> int:
    show(Console(stderr=True, highlight=False, soft_wrap=True), words)
    return FAILED


def explain(error: HeedError) -> str:
    return plain_text.spoken(error.told(), "/heed ")


def complain(error: ValidationError) -> int:
    """Names every setting that is wrong, and never its value: it may be a secret."""
    for trouble in error.errors():
        name = ".".join(str(part) for part in trouble["loc"]).upper()
        told = trouble["msg"].removeprefix("Value error, ")
        tell(f"{name}: {told}" if name else told)
    return MISUSED
