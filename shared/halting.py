"""A stop that one of our own functions engages. Any two members of the client can lift it, once it has drained.

Drained it is by recover, as any other: the flag is all that must stand at once.
"""

from typing import Protocol

from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.domain.parties import Caller, Party, Roll, Scope
from shared.domain.stops import Flag, StandingStop, Stop, StopScope, day_of_stops
from shared.stores import Committing, ConflictError, Stops, StoreError

MEMBER = "system"
"""As which a function engages a stop; no member has this id."""
TRIES = 5


class Store(Committing, Stops, Protocol): ...


def halt(
    scope: StopScope, reason: str, *, client: str, function: str, store: Store, clock: Clock, new_id: NewId
) -> Stop:
    """Stop ``scope``, which lies within ``client``. One that a function has stopped already stays as it is.

    Raises StoreError when it is not known whether the flag is set.
    """
    stop_id, changed = new_id("stp"), None
    for _ in range(TRIES):
        flag = store.flags([scope]).get(str(scope))
        standing = _standing(flag, store)
        if standing is not None:
            return standing
        now = clock.now()
        raised = flag.engage(stop_id) if flag else Flag(scope=str(scope), epoch=1, engaged=(stop_id,))
        who = Caller(
            realm=client, key="", member=MEMBER, party=Party.CLIENT, agency=None, scopes=frozenset({Scope.STOP})
        )
        stop = Stop(id=stop_id, scope=str(scope), reason=reason, who=who, epoch=raised.epoch, stopped_at=now)
        data = {"scope": stop.scope, "reason": reason, "epoch": stop.epoch}
        fact = Fact(type="stop.engaged", subject=stop.id, data=data)
        told = entry(fact, id=new_id("led"), realm=client, at=now, who=system(function))
        try:
            store.commit(raised, stop, StandingStop(id=stop.id), Roll(realm=day_of_stops(now), id=stop.id), told)
        except ConflictError as conflict:
            changed = conflict
            continue
        return stop
    raise StoreError("It is not known whether the flag is set; it changes too often.") from changed


def _standing(flag: Flag | None, store: Store) -> Stop | None:
    for engaged in flag.engaged if flag else ():
        stop = store.stop(engaged)
        if stop is not None and stop.who.member == MEMBER:
            return stop
    return None
