"""How many customers were reached in time, in words."""

from domain.coverage import CareNumbers, Covered
from domain.messages import Count, Line, line


def told(covered: Covered, numbers: CareNumbers) -> Line:
    """Say "💛 Coverage 80 %: 8 of 10 customers reached in time, 2 wait, 1 was never reached"."""
    if not covered.counted:
        return line("💚 No customers to care for yet")
    every = Count(covered.counted, "customer")
    reached = line(
        f"{heart(covered, numbers)} Coverage {covered.percent} %: ",
        f"{covered.within} of ",
        every,
        " reached in time",
    )
    return line(*reached, *_waiting(covered))


def heart(covered: Covered, numbers: CareNumbers) -> str:
    hundredfold = 100 * covered.within
    if hundredfold >= numbers.green_percent * covered.counted:
        return "💚"
    return "💛" if hundredfold >= numbers.amber_percent * covered.counted else "❤️"


def _waiting(covered: Covered) -> Line:
    if not covered.waiting:
        return ()
    wait = line(", ", Count(covered.waiting, "waits", "wait"))
    if not covered.never:
        return wait
    if covered.never == covered.waiting:
        return line(*wait, " and was" if covered.never == 1 else " and were", " never reached")
    return line(*wait, f", {covered.never} of them never reached")
