"""Where people and channels are talked to: kept from the first word on, and looked up to send."""

from care import references
from care.heed import Heed, SystemCaller
from domain.references import Kind, Reference
from handlers.teams.sdk import SERVICE_URL, Keys
from handlers.teams.wire import Wire


class Addresses:
    """What the store keeps, remembered, so that nothing is written twice.

    `service_url` is where Teams spoke to us from last: the same for a tenant, as far as is known.
    """

    def __init__(self, heed: Heed, wire: Wire, keys: Keys, tenancy: SystemCaller) -> None:
        self._heed = heed
        self._wire = wire
        self._keys = keys
        self._tenancy = tenancy
        self._known: dict[str, Reference] = {}
        self.service_url = keys.stand_in or SERVICE_URL

    async def recall(self) -> list[Reference]:
        """All that were kept before."""
        kept = await self._heed.ask(references.everything, self._tenancy)
        self._known = {each.address: each for each in kept}
        for latest in kept[-1:]:
            self.service_url = latest.service_url
        return kept

    async def keep(self, reference: Reference) -> None:
        if self._known.get(reference.address) != reference:
            await self._heed.do(references.keep, self._tenancy, reference)
            self._known[reference.address] = reference

    async def lose(self, address: str, why: str) -> None:
        await self._heed.do(references.lose, self._tenancy, address, why)
        lost = [each for each in self._known.values() if address in {each.address, each.roster}]
        for each in lost:
            del self._known[each.address]

    async def find(self, address: str) -> Reference:
        """Of a channel or a person; whom nobody has talked to yet is written to first.

        Raises httpx.HTTPError, SignInFailed.
        """
        found = self._known.get(address)
        found = found or await self._heed.ask(references.find, self._tenancy, address)
        return found or await self._open(address)

    async def _open(self, user_id: str) -> Reference:
        tenant, app = self._keys.tenant_id, self._keys.app_id
        conversation = await self._wire.open(self.service_url, tenant, app, user_id)
        opened = Reference(
            address=user_id,
            conversation=conversation,
            kind=Kind.PERSONAL,
            service_url=self.service_url,
            roster=conversation,
        )
        await self.keep(opened)
        return opened
