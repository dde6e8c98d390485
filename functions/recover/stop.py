"""The stop: write the flag, then name what is in flight. Its cost does not depend on what is queued."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

import msgspec

from functions.recover.drain import drain
from functions.recover.naming import Receipt, complete, recall_asked, widen
from functions.recover.receipts import StopReceipt, viewed
from functions.recover.switch import Switch, ledger_of
from shared.api.routes import Call
from shared.domain.ledger import Fact
from shared.domain.parties import Roll
from shared.domain.stops import Flag, StandingStop, Stop, StopScope, check_recall_since, day_of_stops, same_party
from shared.domain.text import clean
from shared.stores import ConflictError, StoreError

TRIES = 5
"""Two stops of one scope at the same moment both get through; more than this many, and the store is in trouble."""
LONGEST_TRYING = 8.0
"""Seconds after which no further try begins: whoever stops is told that it is not known before the gateway gives up, at
29 s. A try, and the look at the key before it, each take six with a store that hangs."""
DRAIN_PAUSE = 0.5
"""Seconds between two looks, for a caller that waits for the drain."""


class NewStop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``scope``: everything, network:NAME, agency:ID, client:ID, account:CLIENT/ID or post:CLIENT/ID.

    ``recall_since``: with an offset, at most 29 days ago; what went out in the scope since then is taken down too.
    """

    scope: str
    reason: str
    recall_since: Annotated[datetime, msgspec.Meta(tz=True)] | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    scope: StopScope
    reason: str
    since: datetime | None


def engage(call: Call[NewStop], switch: Switch) -> StopReceipt:
    """Stop a scope now. With ``Prefer: wait=N`` the answer waits up to N seconds for what was in flight to end.

    A stop that stands already, by the same party, is answered as it stands; a ``recall_since`` that reaches further
    back than its own widens it, and a first person's ask to lift it is void.
    """
    return viewed(stop_scope(call, switch))


def stop_scope(call: Call[NewStop], switch: Switch) -> Receipt:
    """:func:`engage`, for those who go on with the stop."""
    wanted, started = _wanted(call), switch.clock.monotonic()
    switch.reach(call.caller, wanted.scope)
    receipt = complete(_engaged(call, switch, wanted), switch)
    if wanted.since is not None and not receipt.stop.reaches(wanted.since):
        receipt = widen(receipt.stop, wanted.since, call.caller.who, switch)
    while not receipt.stop.drained and switch.clock.monotonic() - started < call.wait:
        switch.clock.sleep(DRAIN_PAUSE)
        receipt = drain(receipt.stop, switch)
    return receipt


def _wanted(call: Call[NewStop]) -> _Wanted:
    scope = StopScope.parse(call.body.scope)
    reason = clean(call.body.reason, "reason", longest=500)
    since = call.body.recall_since
    if since is None:
        return _Wanted(scope, reason, None)
    check_recall_since(since, call.now)
    return _Wanted(scope, reason, since.astimezone(UTC))


def _engaged(call: Call[NewStop], switch: Switch, wanted: _Wanted) -> Stop:
    """The stop with its flag committed. Asked twice by one party, it is the same stop."""
    stop_id, trouble = switch.new_id("stp"), StoreError("The flag could not be written.")
    began = switch.clock.monotonic()
    for _ in range(TRIES):
        if switch.clock.monotonic() - began > LONGEST_TRYING:
            break
        try:
            flag = switch.store.flags([wanted.scope]).get(str(wanted.scope))
            standing = _standing(flag, call, switch)
            if standing is not None:
                return _kept(standing, call, switch)
            return _write(call, switch, wanted, stop_id, flag)
        except ConflictError:
            continue
        except StoreError as unanswered:
            # It may have been committed: the next look at the flag tells.
            trouble = unanswered
    raise StoreError(f"It is not known whether the flag is set; stop again. ({trouble.reason})") from trouble


def _standing(flag: Flag | None, call: Call[NewStop], switch: Switch) -> Stop | None:
    for engaged in flag.engaged if flag else ():
        stop = switch.store.stop(engaged)
        # Lifted between the two reads, it stands no more: the flag has changed, and is read again.
        if stop is not None and stop.lifted_at is None and same_party(stop.who, call.caller):
            return stop
    return None


def _kept(stop: Stop, call: Call[NewStop], switch: Switch) -> Stop:
    """Whoever stops during a resume wants it to stand: the first person's ask to lift it counts no more."""
    if stop.lift_asked_by is None:
        return stop
    kept = replace(stop, lift_asked_by=None, version=stop.version + 1)
    fact = Fact(type="stop.lift_withdrawn", subject=stop.id, data={"scope": stop.scope})
    realm = ledger_of(StopScope.parse(stop.scope), stop.who.realm)
    switch.store.commit(kept, switch.entry(fact, realm, call.caller.who, switch.clock.now()))
    return kept


def _write(call: Call[NewStop], switch: Switch, wanted: _Wanted, stop_id: str, flag: Flag | None) -> Stop:
    now, scope = switch.clock.now(), str(wanted.scope)
    raised = flag.engage(stop_id) if flag else Flag(scope=scope, epoch=1, engaged=(stop_id,))
    stop = Stop(
        id=stop_id,
        scope=scope,
        reason=wanted.reason,
        who=call.caller,
        epoch=raised.epoch,
        stopped_at=now,
        recall_since=wanted.since,
    )
    fact = Fact(
        type="stop.engaged",
        subject=stop.id,
        data={"scope": stop.scope, "reason": stop.reason, "epoch": stop.epoch},
    )
    facts = [fact, recall_asked(stop)] if wanted.since else [fact]
    realm = ledger_of(wanted.scope, call.caller.realm)
    switch.store.commit(
        raised,
        stop,
        StandingStop(id=stop.id),
        Roll(realm=day_of_stops(now), id=stop.id),
        *(switch.entry(one, realm, call.caller.who, now) for one in facts),
    )
    return stop
