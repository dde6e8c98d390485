"""A drill: the real switch thrown on a shadow account, timed, lifted again, and the evidence filed.

A person lifts a stop with a second one beside them. A drill lifts its own alone, since it covers nothing but a shadow
account: see :func:`shared.domain.recovery.lift_of_drill`.
"""

from dataclasses import replace
from typing import Any, cast

import msgspec

from functions.recover.drain import drain
from functions.recover.resume import resume
from functions.recover.stop import NewStop, stop_scope
from functions.recover.switch import Store, Switch, ledger_of
from shared.api.routes import Call, Change
from shared.domain.accounts import Account
from shared.domain.clock import Clock
from shared.domain.errors import InvalidError, NotFoundError, StateError
from shared.domain.ledger import Fact
from shared.domain.recovery import DRILL_REASON, Drill, DrillOutcome, left_behind, lift_of_drill
from shared.domain.stops import Flag, ScopeKind, StandingStop, Stop, StopScope, holding
from shared.stores import ConflictError, Record, StoreError

LONGEST_DRAIN = 15.0
"""Seconds that a drill waits for what was in flight; an API call has 29 in all."""
TRIES = 3
"""Somebody else may stop the account, or look at the drill's stop, in the moment in which it is lifted."""
STANDS = "The stop stands; the next drill lifts it."


class NewDrill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``account``: a shadow account of ``client``."""

    client: str
    account: str


class _Timed:
    """The store, noting when each step of a stop had been committed, in milliseconds since the drill began."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._began = clock.monotonic()
        self._unanswered: float | None = None
        self.receipt: Stop | None = None
        self.flag_ms: float | None = None
        self.naming_ms: float | None = None
        self.drain_ms: float | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def commit(self, *records: Record) -> None:
        try:
            self._store.commit(*records)
        except StoreError:
            self._unanswered = self._elapsed()
            raise
        for record in records:
            if isinstance(record, Flag) and self.naming_ms is None:
                self.flag_ms = self._elapsed()
            elif isinstance(record, Stop) and record.lifted_at is None:
                self._note(record)

    def _note(self, stop: Stop) -> None:
        if stop.complete and self.naming_ms is None:
            self.naming_ms = self._elapsed()
            if self.flag_ms is None:
                # Its commit was not answered; now that the stop has been read, it is known to have been made.
                self.flag_ms = self._unanswered
        if stop.drained and self.drain_ms is None:
            self.drain_ms = self._elapsed()
        self.receipt = stop

    def _elapsed(self) -> float:
        return round((self._clock.monotonic() - self._began) * 1000, 1)


BESIDE_ANOTHER = "Another drill of this account was under way and had made the stop; its times are filed there."


def run_drill(call: Call[NewDrill], switch: Switch) -> Change:
    """Throw the real switch on a shadow account, time it, lift it and file the evidence.

    The answer says what failed, if anything did. The drill itself lifts its stop, without a second person.
    """
    scope, account = _shadow(call, switch)
    _clear(scope, account, call, switch)
    started_at, timed = switch.clock.now(), _Timed(switch.store, switch.clock)
    because = _shortcoming(scope, account, call, replace(switch, store=cast(Store, timed)))
    if timed.naming_ms is None:
        because = because or BESIDE_ANOTHER
    drill = Drill(
        id=call.new_id("drl"),
        client=account.client,
        account=account.id,
        by=call.caller.member,
        started_at=started_at,
        outcome=DrillOutcome.FAILED if because else DrillOutcome.DONE,
        stop=timed.receipt.id if timed.receipt else None,
        flag_ms=timed.flag_ms,
        naming_ms=timed.naming_ms,
        drain_ms=timed.drain_ms,
        named=timed.receipt.ends.total if timed.receipt else 0,
        because=because,
    )
    return _filed(drill, scope, call, switch)


def list_drills(call: Call[None], switch: Switch) -> list[Drill]:
    """List a client's drills with their figures, the last one first."""
    client = call.query.get("client") or call.caller.realm
    switch.reach(call.caller, StopScope(ScopeKind.CLIENT, client))
    drills = switch.store.list(Drill, client)
    return sorted(drills, key=lambda drill: (drill.started_at, drill.id), reverse=True)


def _shadow(call: Call[NewDrill], switch: Switch) -> tuple[StopScope, Account]:
    try:
        scope = StopScope.parse(f"account:{call.body.client}/{call.body.account}")
    except InvalidError:
        raise NotFoundError("There is no such account.") from None
    switch.reach(call.caller, scope)
    account = switch.store.get(Account, call.body.client, call.body.account)
    if account is None:
        raise NotFoundError("There is no such account.")
    if not account.shadow:
        raise InvalidError("is the brand's own; a drill takes a shadow account", "account")
    if account.closed_at is not None:
        raise StateError("That account is closed.")
    return scope, account


def _clear(scope: StopScope, account: Account, call: Call[NewDrill], switch: Switch) -> None:
    """Lift what an earlier drill left behind. Raises StateError for any other stop, and for one not yet drained."""
    flag = switch.store.flags([scope]).get(str(scope))
    for engaged in flag.engaged if flag else ():
        stop = switch.store.stop(engaged)
        if stop is None or not left_behind(stop, call.caller, switch.clock.now()):
            raise StateError(f"The account is stopped already, by {engaged}.")
        _lift(drain(stop, switch).stop, scope, account, call, switch)


def _shortcoming(scope: StopScope, account: Account, call: Call[NewDrill], switch: Switch) -> str:
    """Stop and lift for real; what was not as promised, or empty."""
    order = Call(
        caller=call.caller,
        body=NewStop(scope=str(scope), reason=DRILL_REASON),
        wait=LONGEST_DRAIN,
        now=call.now,
        new_id=call.new_id,
    )
    because = ""
    try:
        stop = stop_scope(order, switch).stop
        # The strong read and the rule by which a sender decides.
        if holding(switch.store.flags([scope]).values(), switch.clock.now()) is None:
            because = "A post that came due would not have been held."
        if not stop.drained:
            return because or f"{stop.ends.under_way} in flight had not ended after {LONGEST_DRAIN:.0f} s. {STANDS}"
        _lift(stop, scope, account, call, switch)
    except (StoreError, ConflictError) as trouble:
        return because or trouble.reason
    return because


def _lift(stop: Stop, scope: StopScope, account: Account, call: Call[NewDrill], switch: Switch) -> None:
    """Lift the stop and return to review what it held. Raises ConflictError when others kept coming between."""
    for tries_left in reversed(range(TRIES)):
        now = switch.clock.now()
        lifted, standing = lift_of_drill(stop, account, now), StandingStop(id=stop.id).lifted(now)
        flag = switch.store.flags([scope])[str(scope)].lift(stop.id, now)
        fact = Fact(type="stop.lifted", subject=stop.id, data={"scope": stop.scope})
        entry = switch.entry(fact, ledger_of(scope, call.caller.realm), call.caller.who, now)
        try:
            switch.store.commit(lifted, standing, flag, entry)
            break
        except ConflictError:
            stop = switch.store.stop(stop.id) or stop
            if stop.lifted_at is not None:
                break
            if not tries_left:
                raise
    back = Call(caller=call.caller, body=None, path={"stop": stop.id}, now=call.now, new_id=call.new_id)
    resume(back, switch)


def _filed(drill: Drill, scope: StopScope, call: Call[NewDrill], switch: Switch) -> Change:
    """The evidence, in the ledger of the client, whoever's key it was."""
    fact = Fact(type="drill.done", subject=drill.id, data=drill.figures)
    if drill.outcome is DrillOutcome.FAILED:
        fact = Fact(type="drill.failed", subject=drill.id, data={**drill.figures, "because": drill.because})
    entry = switch.entry(fact, ledger_of(scope, call.caller.realm), call.caller.who, switch.clock.now())
    return Change(records=(drill, entry), facts=(), reply=drill)
