"""Potential crises: both parties see them, and a person may say that one is over."""

from functions.desk.tools import Desk
from shared.api.routes import Call, Change
from shared.domain.ledger import Fact
from shared.domain.listening.crisis import Crisis
from shared.domain.listening.pulse import Pulse

MOST_LISTED = 200


def list_crises(call: Call[None], desk: Desk) -> list[Crisis]:
    """List the client's potential crises, the newest first; up to 200."""
    found = sorted(desk.store.list(Crisis, call.client), key=lambda one: one.raised_at, reverse=True)
    return found[:MOST_LISTED]


def end_crisis(call: Call[None], desk: Desk) -> Change:
    """Say that a crisis is over. It is not raised again before it was calm, unless it grows to twice its peak."""
    pulse = desk.registered(Pulse, call, call.client)
    pulse, crisis = pulse.ended(call.path["crisis"], call.caller.member, call.now)
    fact = Fact(type="crisis.ended", subject=crisis.id, data=crisis.ending)
    return Change(records=(pulse, crisis), facts=(fact,), reply=crisis)
