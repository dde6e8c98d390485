"""What was found on a client's accounts that should not be there, as both parties may see it."""

from dataclasses import dataclass

from functions.desk.tools import Desk, widened
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Listed
from shared.domain.incidents import Incident, ReadyStop


@dataclass(frozen=True, kw_only=True, slots=True)
class IncidentView(Incident):
    """An incident, and the body of ``POST /stops`` that stops its account."""

    stop: ReadyStop


def list_incidents(call: Call[None], desk: Desk) -> Listed[IncidentView]:
    """List what was found on the client's accounts, the newest first."""
    found = desk.store.list(Incident, call.client)
    page = listed(call, found, lambda one: by_time(one.raised_at, one.id), falling=True)
    return page.shown(lambda one: widened(IncidentView, one, stop=one.ready_stop))
