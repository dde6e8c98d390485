"""What was found on a client's accounts that should not be there, as both parties may see it."""

from dataclasses import dataclass

from functions.desk.tools import Desk, widened
from shared.api.routes import Call
from shared.domain.incidents import Incident, ReadyStop

MOST_LISTED = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class IncidentView(Incident):
    """An incident, and the body of ``POST /stops`` that stops its account."""

    stop: ReadyStop


def list_incidents(call: Call[None], desk: Desk) -> list[IncidentView]:
    """List what was found on the client's accounts, the newest first."""
    found = sorted(desk.store.list(Incident, call.client), key=lambda one: one.raised_at, reverse=True)
    return [widened(IncidentView, one, stop=one.ready_stop) for one in found[:MOST_LISTED]]
