"""What is wrong with the settings, in words."""

from pydantic import ValidationError
from rich.console import Console


def complain(error: ValidationError) -> int:
    """Names every setting that is wrong, and never its value: it may be a secret."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for trouble in error.errors():
        name = ".".join(str(part) for part in trouble["loc"]).upper()
        console.print(f"{name or 'Settings'}: {trouble['msg']}", markup=False)
    return 2
