"""The clients of this deployment."""

from shared.domain.parties import DEPLOYMENT, Roll
from shared.stores import Reading


def every_client(store: Reading) -> list[str]:
    """Their ids: one read for the roll of agencies, and one for each agency's clients."""
    agencies = list(store.list(Roll, DEPLOYMENT))
    return sorted({roll.id for agency in agencies for roll in store.list(Roll, agency.id)})
