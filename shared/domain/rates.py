"""How often one key may call. A minute's permits lie in one record; each process takes of them in blocks.

So a limit holds over all processes without a write for each request. A process lets the first few requests of a minute
through on its own: the keys that call seldom, which are nearly all, cost nobody anything. What all processes together
let through in a window is at most ``requests``, and ``unshared`` more for each of them.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class RatePolicy:
    requests: int
    """In one window, over all processes."""
    window: timedelta
    unshared: int
    """Of a window's first requests, how many a process lets through before it takes permits."""
    largest_block: int


PER_KEY = RatePolicy(requests=1200, window=timedelta(minutes=1), unshared=20, largest_block=100)
_SPREAD = 4
"""A block is at most this part of what is left, so that the last permits reach whichever process is asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Permits:
    """Of one key: how many of its latest window's requests have been given to processes."""

    realm: str
    key: str
    window_at: datetime
    """When the window began."""
    taken: int
    version: int = 1

    @property
    def forgotten_at(self) -> datetime:
        return self.window_at + timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """What one process may let through in a window, and has."""

    window_at: datetime
    allowed: int
    """Altogether, those that it has let through included."""
    used: int = 0
    taken: int = 0
    """Of the key's permits."""
    left_to_all: int
    """As this process knows it: others may have taken since."""
    final: bool = False
    """There is nothing to ask for any more in this window."""
    open: bool = False
    """All are let through: how many are left is not known, and that is not held against the caller."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Admission:
    """Whether a request is let through, and what its caller is told of the next ones."""

    allowed: bool
    left: int
    resets_at: datetime
    policy: RatePolicy


def window_of(now: datetime, policy: RatePolicy) -> datetime:
    """When the window began that ``now`` lies in; the same in every process."""
    seconds = int(policy.window.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)


def own_share(share: Share | None, now: datetime, policy: RatePolicy) -> Share:
    """A process's share in the window of ``now``: a new one as each window begins.

    A clock that went back a little stays in the window that it was in.
    """
    window_at = window_of(now, policy)
    if share is not None and share.window_at >= window_at:
        return share
    return Share(window_at=window_at, allowed=policy.unshared, left_to_all=policy.requests - policy.unshared)


def is_used_up(share: Share) -> bool:
    """Whether the process has to take permits before it can let another request through."""
    return share.used >= share.allowed and not share.final


def admitted(share: Share, policy: RatePolicy) -> tuple[Share, Admission]:
    """The share after this request, and whether it is let through."""
    allowed = share.open or share.used < share.allowed
    after = replace(share, used=share.used + 1) if allowed else share
    left = max(0, after.allowed - after.used) + after.left_to_all
    resets_at = share.window_at + policy.window
    return after, Admission(allowed=allowed, left=left, resets_at=resets_at, policy=policy)


def taken(permits: Permits | None, share: Share, realm: str, key: str, policy: RatePolicy) -> tuple[Permits, Share]:
    """The key's permits after a process took a block of them, to be written; and its share once that is.

    A block first pays for what the process let through without. When none are left, the record stays as it was.
    """
    known = permits is not None and permits.window_at >= share.window_at
    before = permits.taken if permits and known else 0
    left = policy.requests - before
    if permits and left <= 0:
        return permits, replace(share, left_to_all=0, final=True)
    owed = max(0, share.used - share.taken)
    block = max(1, min(policy.largest_block, left // _SPREAD))
    after = min(policy.requests, before + owed + block)
    record = Permits(
        realm=realm,
        key=key,
        window_at=permits.window_at if permits and known else share.window_at,
        taken=after,
        version=permits.version + 1 if permits else 1,
    )
    has = share.taken + after - before
    more = replace(
        share, allowed=max(share.used, has), taken=has, left_to_all=policy.requests - after, final=has <= share.used
    )
    return record, more


def one_more(share: Share) -> Share:
    """One is let through without a permit, for others take theirs at this moment; the next block pays for it."""
    return replace(share, allowed=share.used + 1)


def opened(share: Share) -> Share:
    """All are let through until the window ends: how many are left is not known."""
    return replace(share, final=True, open=True)
