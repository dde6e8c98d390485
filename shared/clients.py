"""The clients of agencies, and of the whole deployment, by the rolls."""

from collections.abc import Callable, Iterable

from shared import telemetry
from shared.domain.parties import DEPLOYMENT, Roll
from shared.stores import Reading, StoreError


def clients_of(agencies: Iterable[str], store: Reading) -> list[str]:
    """Their ids, each once: one read for each agency."""
    return list(dict.fromkeys(roll.id for agency in agencies for roll in store.list(Roll, agency)))


def every_client(store: Reading) -> list[str]:
    """Their ids: one read for the roll of agencies, and one for each agency's clients."""
    return clients_of([roll.id for roll in store.list(Roll, DEPLOYMENT)], store)


def for_every_client(turn: Callable[[str], int], store: Reading) -> int:
    """What ``turn`` comes to, added up. A failure keeps nobody else from their turn, and is raised at the end."""
    total, failed = 0, None
    for client in every_client(store):
        try:
            total += turn(client)
        except StoreError as failure:
            telemetry.logger.exception("left to the next run", extra={"client": client})
            failed = failure
    if failed is not None:
        raise failed
    return total
