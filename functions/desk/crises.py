"""Potential crises: both parties see them, and a person may say that one is over."""

from functions.desk.tools import Desk
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.ledger import Fact
from shared.domain.listening.crisis import Crisis
from shared.domain.listening.pulse import Pulse


def list_crises(call: Call[None], desk: Desk) -> Listed[Crisis]:
    """List the client's potential crises, the newest first."""
    found = desk.store.list(Crisis, call.client)
    return listed(call, found, lambda one: by_time(one.raised_at, one.id), falling=True)


def end_crisis(call: Call[None], desk: Desk) -> Change:
    """Say that a crisis is over. It is not raised again before it was calm, unless it grows to twice its peak."""
    pulse = desk.registered(Pulse, call, call.client)
    pulse, crisis = pulse.ended(call.path["crisis"], call.caller.member, call.now)
    fact = Fact(type="crisis.ended", subject=crisis.id, data=crisis.ending)
    return Change(records=(pulse, crisis), facts=(fact,), reply=crisis)
