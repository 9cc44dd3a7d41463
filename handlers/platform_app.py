"""What the front door asks of a platform: everything that runs for one installation."""

from typing import Protocol

from fastapi import APIRouter

from care.courier import Courier
from care.heed import SystemCaller


class PlatformApp(Protocol):
    """`routes` are what the platform calls over HTTP, if that is how it talks to us."""

    @property
    def platform(self) -> str: ...

    @property
    def tenancy(self) -> SystemCaller: ...

    @property
    def courier(self) -> Courier: ...

    @property
    def routes(self) -> APIRouter | None: ...

    async def acquaint(self) -> object:
        """Gets to know people and channels, which takes a while in a large company: at the start,
        and once a day, for not every platform tells who has left.
        """
        ...

    async def listen(self) -> None:
        """From now on people are heard."""
        ...

    async def probe(self) -> str | None:
        """What is wrong with the way to the platform, in words."""
        ...
