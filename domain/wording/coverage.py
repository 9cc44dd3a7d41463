"""How many customers were reached in time, in words."""

from domain.coverage import CareNumbers
from domain.messages import Count, Line, Named, Person, line
from domain.outside import Outside
from domain.shares import Begun, Covered


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


def share(whose: Person | str, covered: Covered, numbers: CareNumbers) -> Line:
    """Say "💛 Shoppers 80 %: 8 of 10, 2 wait"."""
    name = whose if isinstance(whose, str) else Named(whose.name)
    mark = heart(covered, numbers)
    told = line(f"{mark} ", name, f" {covered.percent} %: {covered.within} of {covered.counted}")
    return line(*told, *_waiting(covered))


def outside(why: Outside, number: int) -> Line:
    return line(f"⚪ Not counted, {why}: ", Count(number, "customer"))


def begun(told: Begun, numbers: CareNumbers) -> Line:
    """Say "📣 They had to begin 3 of 10 contacts in 90 days (30 %)"."""
    if not told.every:
        return line(f"📣 No contact in {numbers.chase_days} days")
    every = Count(told.every, "contact")
    days = f" in {numbers.chase_days} days ({told.percent} %)"
    return line(f"📣 They had to begin {told.theirs} of ", every, days)
