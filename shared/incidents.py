"""An incident is told once, whoever comes upon it and however often."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Protocol

from shared import telemetry
from shared.domain.clock import NewId
from shared.domain.incidents import Incident
from shared.domain.ledger import Fact, entry, system
from shared.stores import Committing, ConflictError, Reading, Record

RAISED = "incidents_raised"
"""The metric on which somebody is told."""


class Store(Reading, Committing, Protocol): ...


def told(incident: Incident, store: Store, new_id: NewId, function: str) -> bool:
    """Whether it is new. Raises StoreError when it is not known to be on record."""
    news = untold(incident, store, new_id, function)
    if not news:
        return False
    try:
        store.commit(*news)
    except ConflictError:
        return False
    telemetry.count(RAISED)
    return True


def untold(incident: Incident, store: Reading, new_id: NewId, function: str) -> tuple[Record, ...]:
    """What puts it on record, to be committed together with what else it brings about; nothing when it is there."""
    if store.get(Incident, incident.client, incident.id) is not None:
        return ()
    who, at = system(function), incident.raised_at
    return incident, entry(_fact(incident), id=new_id("led"), realm=incident.client, at=at, who=who)


def _fact(incident: Incident) -> Fact:
    data: Mapping[str, object] = {
        "kind": incident.kind.value,
        "account": incident.account,
        "network": incident.network,
        "handle": incident.handle,
        "url": incident.url,
        "excerpt": incident.excerpt,
        "because": incident.because,
        "stop": asdict(incident.ready_stop),
    }
    return Fact(type="incident.raised", subject=incident.id, data=data)
