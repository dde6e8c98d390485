"""What a webhook says, in the order in which it says it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from shared.domain.errors import BackchannelError
from shared.domain.listening.mentions import Report, Retraction


class UnreadableError(BackchannelError):
    """The body is not what the source's scheme sends: no JSON, or no safe XML."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What answers a challenge."""

    content_type: str
    body: str


@dataclass(frozen=True, slots=True)
class UnknownEvent:
    """An event of a type that its scheme does not know."""

    type: str


Event: TypeAlias = Report | Retraction | UnknownEvent | Proof
"""What a scheme finds in a payload. Events that it knows and that are no message (likes) are left out."""


MOST_TYPES = 20
"""Of unknown events, that are told apart in one webhook."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    reports: tuple[Report, ...] = ()
    retractions: tuple[Retraction, ...] = ()
    unknown: tuple[str, ...] = ()
    """The types of what is not known, each once, the first :data:`MOST_TYPES`."""
    proof: Proof | None = None
    """The answer to a challenge that came as a webhook."""


def heard(events: Iterable[Event]) -> Heard:
    found = list(events)
    types = dict.fromkeys(event.type for event in found if isinstance(event, UnknownEvent))
    return Heard(
        reports=tuple(event for event in found if isinstance(event, Report)),
        retractions=tuple(event for event in found if isinstance(event, Retraction)),
        unknown=tuple(types)[:MOST_TYPES],
        proof=next((event for event in found if isinstance(event, Proof)), None),
    )
