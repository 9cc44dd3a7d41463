"""What the command line answers."""

import sys


def say(*paragraphs: str) -> int:
    """Whatever this terminal can't show is spelled out. Returns the exit status: all is well."""
    encoding = sys.stdout.encoding or "utf-8"
    for each in paragraphs:
        sys.stdout.write(f"{each.encode(encoding, 'backslashreplace').decode(encoding)}\n")
    return 0
