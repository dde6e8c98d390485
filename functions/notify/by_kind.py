"""Each endpoint by what listens there."""

from collections.abc import Mapping
from dataclasses import dataclass

from functions.notify.tell import Answered, Tell
from shared.domain.endpoints import Endpoint, EndpointKind
from shared.domain.ledger import Entry


@dataclass(frozen=True, slots=True)
class ByKind:
    tells: Mapping[EndpointKind, Tell]

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        return self.tells[endpoint.kind](entry, endpoint)
