"""The stop: write the flag, then name what is in flight. Its cost does not depend on what is queued."""

import msgspec

from functions.recover.drain import drain, named
from functions.recover.switch import Switch, day_of_stops, ledger_of
from shared.api.routes import Call
from shared.domain.ledger import Fact
from shared.domain.parties import Roll
from shared.domain.stops import Flag, Stop, StopScope
from shared.domain.text import clean
from shared.stores import ConflictError, StoreError

TRIES = 5
"""Two stops of one scope at the same moment both get through; more than this many, and the store is in trouble."""
DRAIN_PAUSE = 0.5
"""Seconds between two looks, for a caller that waits for the drain."""


class NewStop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``scope``: everything, network:NAME, agency:ID, client:ID, account:CLIENT/ID or post:CLIENT/ID."""

    scope: str
    reason: str


def engage(call: Call[NewStop], switch: Switch) -> Stop:
    """Stop a scope now. With ``Prefer: wait=N`` the answer waits up to N seconds for what was in flight to end."""
    scope = StopScope.parse(call.body.scope)
    reason = clean(call.body.reason, "reason", longest=500)
    switch.reach(call.caller, scope)
    stop = named(_engaged(call, switch, scope, reason), switch)
    started = switch.clock.monotonic()
    while not stop.drained and switch.clock.monotonic() - started < call.wait:
        switch.clock.sleep(DRAIN_PAUSE)
        stop = drain(stop, switch)
    return stop


def _engaged(call: Call[NewStop], switch: Switch, scope: StopScope, reason: str) -> Stop:
    """The stop with its flag committed. Asked twice by one party, it is the same stop."""
    stop_id, trouble = switch.new_id("stp"), StoreError("The flag could not be written.")
    for _ in range(TRIES):
        try:
            flag = switch.store.flags([scope]).get(str(scope))
            standing = _standing(flag, call, switch)
            if standing is not None:
                return standing
            return _write(call, switch, scope, reason, stop_id, flag)
        except ConflictError:
            continue
        except StoreError as unanswered:
            # It may have been committed: the next look at the flag tells.
            trouble = unanswered
    raise StoreError(f"It is not known whether the flag is set; stop again. ({trouble.reason})") from trouble


def _standing(flag: Flag | None, call: Call[NewStop], switch: Switch) -> Stop | None:
    for engaged in flag.engaged if flag else ():
        stop = switch.store.stop(engaged)
        same_party = stop is not None and (stop.who.party, stop.who.agency) == (
            call.caller.party,
            call.caller.agency,
        )
        if same_party:
            return stop
    return None


def _write(call: Call[NewStop], switch: Switch, scope: StopScope, reason: str, stop_id: str, flag: Flag | None) -> Stop:
    now = switch.clock.now()
    raised = flag.engage(stop_id) if flag else Flag(scope=str(scope), epoch=1, engaged=(stop_id,))
    stop = Stop(id=stop_id, scope=str(scope), reason=reason, who=call.caller, epoch=raised.epoch, stopped_at=now)
    fact = Fact(
        type="stop.engaged",
        subject=stop.id,
        data={"scope": stop.scope, "reason": stop.reason, "epoch": stop.epoch},
    )
    realm = ledger_of(scope, call.caller.realm)
    switch.store.commit(
        raised,
        stop,
        Roll(realm=day_of_stops(now), id=stop.id),
        switch.entry(fact, realm, call.caller.who, now),
    )
    return stop
