"""The clients of agencies, and of the whole deployment, by the rolls."""

from collections.abc import Iterable

from shared.domain.parties import DEPLOYMENT, Roll
from shared.stores import Reading


def clients_of(agencies: Iterable[str], store: Reading) -> list[str]:
    """Their ids, each once: one read for each agency."""
    return list(dict.fromkeys(roll.id for agency in agencies for roll in store.list(Roll, agency)))


def every_client(store: Reading) -> list[str]:
    """Their ids: one read for the roll of agencies, and one for each agency's clients."""
    return clients_of([roll.id for roll in store.list(Roll, DEPLOYMENT)], store)
