"""Each endpoint by what listens there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from functions.notify.tell import Answered, Tell
from shared.domain.endpoints import Endpoint, EndpointKind
from shared.domain.ledger import Entry


@dataclass(frozen=True, slots=True)
class ByKind:
    webhooks: Tell
    people: Callable[[], Mapping[EndpointKind, Tell]]
    """Asked for when the first person is told: a webhook needs nothing of what that takes to load."""

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        tell = self.people()[endpoint.kind] if endpoint.kind.is_read_by_people else self.webhooks
        return tell(entry, endpoint)
