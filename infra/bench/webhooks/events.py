"""Endpoints, and events that each alone of them wants."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from infra.bench.webhooks.receivers import Kind
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.domain.parties import Party

EACH_SUBJECTS = 4
"""Events of one subject, one after the other."""
SECRET = "whsec_YmVuY2gtc2VjcmV0LW9mLWFuLWVuZHBvaW50LTEyMzQ="  # noqa: S105  of nobody


@dataclass(frozen=True, slots=True)
class Wanted:
    """An endpoint, and the events that it is to be told, by id."""

    endpoint: str
    kind: Kind
    events: dict[str, Entry] = field(default_factory=dict)

    @property
    def type(self) -> str:
        return f"{self.endpoint}.happened"

    def happens(self, id: str, client: str, now: datetime, turn: int) -> Entry:  # noqa: A002
        entry = happened(id, client, now, self.type, f"pst_{self.endpoint}_{turn // EACH_SUBJECTS}")
        self.events[id] = entry
        return entry


def endpoint(id: str, client: str, url: str, *events: str) -> Endpoint:  # noqa: A002
    now = datetime.fromisoformat("2026-11-16T09:00:00+00:00")
    return Endpoint(
        id=id,
        client=client,
        party=Party.CLIENT,
        agency=None,
        url=url,
        secrets=(SECRET,),
        events=events,
        created_at=now,
    )


def happened(id: str, client: str, now: datetime, type_: str, subject: str) -> Entry:  # noqa: A002
    who = {"function": "bench"}
    data = {"account": "acc_1", "text": "Something happened. " * 10}
    return Entry(id=id, realm=client, at=now, type=type_, subject=subject, who=who, data=data)


def disorder(told: Iterable[Entry]) -> int:
    """How many were told after a later one of their subject."""
    latest: defaultdict[str, str] = defaultdict(str)
    count = 0
    for entry in told:
        count += entry.id < latest[entry.subject]
        latest[entry.subject] = max(entry.id, latest[entry.subject])
    return count
