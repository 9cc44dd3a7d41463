"""What somebody may not do, and who may."""

from domain.commands import ManagersOnly
from domain.errors import HeedError


class NotForAll(HeedError):
    """Only {who} can do that, for it counts for everybody, and nothing was changed. Please ask
    them.
    """

    def __init__(self, who: str) -> None:
        super().__init__()
        self.who = who


class OthersCustomer(HeedError):
    """Only {who} may do that with {name}, and nothing was changed. Please ask them."""

    def __init__(self, name: str, who: str) -> None:
        super().__init__()
        self.name = name
        self.who = who


class TheirsOnly(ManagersOnly):
    """Only {who} can {what} this. Nothing was changed. Type `{mine}` for your own."""

    def __init__(self, mine: str, who: str, what: str = "see") -> None:
        super().__init__(mine)
        self.who = who
        self.what = what
