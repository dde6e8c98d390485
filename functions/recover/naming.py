"""Naming: every attempt that a stop accounts for, found by strong reads and written to the pages of its receipt.

Each commit takes the stop along, so its version orders all who name, drain, widen or lift it, and its counts are
always those of its pages. Cut short between two commits, the naming is taken up after the last page; until the last
one is written, the stop is not complete and cannot drain.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from functions.recover.switch import Switch, ledger_of
from shared.domain.attempts import NAMING_HORIZON
from shared.domain.errors import NotFoundError
from shared.domain.ledger import Entry, Fact, system
from shared.domain.receipts import ReceiptPage, pages_to_write
from shared.domain.recovery import DRILL_REASON
from shared.domain.stops import Stop, StopScope, name, went_out
from shared.stores import ConflictError

WHO = system("recover.drain")
PAGES_AT_ONCE = 10
"""In one commit, so that what is commonly in flight is named by a single one."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """A stop and the first page of what it names; none when it names nothing, or nothing yet."""

    stop: Stop
    first: ReceiptPage | None


def read_receipt(stop: str, switch: Switch) -> Receipt:
    found = switch.store.stop(stop)
    if found is None:
        raise NotFoundError("There is no such stop.")
    return with_first_page(found, switch)


def with_first_page(stop: Stop, switch: Switch) -> Receipt:
    return Receipt(stop, switch.store.page(stop.id, 1) if stop.pages else None)


def complete(stop: Stop, switch: Switch) -> Receipt:
    """``stop`` naming every attempt that may still be seen; drained at once when there is none.

    With ``recall_since`` it also names what went out since then. A stop whose first caller died before this is named
    by the next one to look at it; of several at the same moment, each goes on where another one got to.
    """
    if stop.complete:
        return with_first_page(stop, switch)
    while True:
        try:
            return _completed(stop, switch)
        except ConflictError:
            receipt = read_receipt(stop.id, switch)
            if receipt.stop.complete:
                return receipt
            stop = receipt.stop


def _completed(stop: Stop, switch: Switch) -> Receipt:
    pages = {page.number: page for page in switch.store.pages(stop.id)} if stop.pages else {}
    for batch, is_last in _batches(list(_missing(stop, list(pages.values()), switch))):
        before = [pages[page.number] for page in batch if page.number in pages]
        stop = tell(stop, before, batch, switch, complete=is_last)
        pages |= {page.number: page for page in batch}
    return Receipt(stop, pages.get(1))


def _missing(stop: Stop, pages: Sequence[ReceiptPage], switch: Switch) -> Iterator[ReceiptPage]:
    scope, since = StopScope.parse(stop.scope), stop.recall_since
    reached = min(stop.stopped_at, since or stop.stopped_at)
    attempts = list(switch.store.attempts_since(reached - NAMING_HORIZON))
    # Named once, and not again when the stop is widened: what is under way by then goes out by a pass.
    in_flight = () if stop.named_at else name(attempts, scope, stop.stopped_at)
    out = went_out(attempts, scope, since, stop.stopped_at) if since else ()
    return pages_to_write(stop.id, pages, in_flight, out)


def _batches(pages: Sequence[ReceiptPage]) -> Iterator[tuple[Sequence[ReceiptPage], bool]]:
    """What one commit takes each, and whether it is the last; one without pages when there are none."""
    for start in range(0, max(1, len(pages)), PAGES_AT_ONCE):
        yield pages[start : start + PAGES_AT_ONCE], start + PAGES_AT_ONCE >= len(pages)


def widen(stop: Stop, since: datetime, who: Mapping[str, str], switch: Switch) -> Receipt:
    """``stop``, which stands and is complete, also taking down what went out since ``since``."""
    wider = stop.widened(since)
    realm = ledger_of(StopScope.parse(stop.scope), stop.who.realm)
    switch.store.commit(wider, switch.entry(recall_asked(wider), realm, who, switch.clock.now()))
    return complete(wider, switch)


def recall_asked(stop: Stop) -> Fact:
    since = stop.recall_since.isoformat() if stop.recall_since else None
    return Fact(type="stop.recall_asked", subject=stop.id, data={"scope": stop.scope, "since": since})


def tell(
    stop: Stop, before: Sequence[ReceiptPage], after: Sequence[ReceiptPage], switch: Switch, *, complete: bool
) -> Stop:
    """The stop, committed with its pages ``after``, and with the ledger's word when it has drained by that."""
    told = stop.told(before, after, switch.clock.now(), complete=complete)
    switch.store.commit(told, *after, *_drained_entry(told, switch))
    return told


def _drained_entry(stop: Stop, switch: Switch) -> tuple[Entry, ...]:
    """The ledger's word that nothing of a stop is in flight any more; nothing while something is."""
    if stop.drained_at is None:
        return ()
    ends = {end: count for end, count in stop.ends.counts.items() if count}
    took = (stop.drained_at - stop.stopped_at).total_seconds()
    data = {"ends": ends, "seconds": round(took, 3), "drill": stop.reason == DRILL_REASON}
    fact = Fact(type="stop.drained", subject=stop.id, data=data)
    realm = ledger_of(StopScope.parse(stop.scope), stop.who.realm)
    return (switch.entry(fact, realm, WHO, switch.clock.now()),)
