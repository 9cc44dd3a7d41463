"""What a check found out, in words."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Finding:
    """`told` says how it stands; where it is not good, also what to do."""

    about: str
    is_good: bool
    told: str


def good(about: str, told: str) -> Finding:
    return Finding(about=about, is_good=True, told=told)


def bad(about: str, told: str) -> Finding:
    return Finding(about=about, is_good=False, told=told)
