"""How far the accounts of networks that send no webhooks have been listened to."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Listened:
    """One account's place in what was said to it. Written only when it moves."""

    account: str
    client: str
    cursor: str = ""
    """The network's own, and nobody's to read but its connector's; "" before the first time."""
    wait_until: datetime | None = None
    """Until when its network asked not to be asked."""
    version: int = 1

    def at(self, cursor: str) -> "Listened":
        """The next version, at ``cursor``; itself when that is where it stands already."""
        if cursor == self.cursor:
            return self
        return replace(self, cursor=cursor, wait_until=None, version=self.version + 1)

    def waiting(self, until: datetime) -> "Listened":
        return replace(self, wait_until=until, version=self.version + 1)


def not_yet_listened(client: str, account: str) -> Listened:
    """Where every account begins: nothing is stored, and the next version is the first."""
    return Listened(account=account, client=client, version=0)
