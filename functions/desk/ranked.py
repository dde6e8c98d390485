"""What counts at the moment of a call."""

from typing import Any

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.ranking import Ranking, Scored
from shared.domain.listening.settings import Listening
from shared.stores import Reference


def ranking_of(call: Call[Any], desk: Desk) -> tuple[Ranking, bool]:
    """What counts now, and whether every mention is known to be scored by it."""
    kinds = (Listening, Priorities, Scored)
    listening, priorities, scored = (Reference(kind, call.client, call.client) for kind in kinds)
    found = desk.store.together([listening, priorities, scored])
    ranking = Ranking(found.get(listening), found.get(priorities), call.now)
    known: Scored | None = found.get(scored)
    return ranking, known is not None and known.settled and known.ranking == ranking.name
