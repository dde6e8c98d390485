"""The newest events in the flat shape, for tools in which people map fields by hand.

Zapier and n8n subscribe by ``POST …/endpoints`` with ``{"url", "events": [type], "envelope": "flat"}`` and unsubscribe
by ``DELETE …/endpoints/{id}``, or by answering 410. While somebody sets a trigger up, they ask here for samples.
"""

from collections import deque
from datetime import timedelta
from itertools import islice

from functions.desk.tools import Desk
from shared.api.priorities import points
from shared.api.routes import Call
from shared.domain.endpoints import is_among
from shared.domain.errors import InvalidError
from shared.domain.flat import Scalar, flat
from shared.domain.ledger import Entry

DAYS_BACK = 7
USUAL = 3
MOST = 50


def list_events(call: Call[None], desk: Desk) -> list[dict[str, Scalar]]:
    """List the newest events of a type from the last seven days, newest first, each without inner objects."""
    wanted = tuple(filter(None, [call.query.get("type", "")]))
    limit = _limit(call.query.get("limit", str(USUAL)))
    found: list[Entry] = []
    for back in range(DAYS_BACK):
        day = (call.now - timedelta(days=back)).date()
        of_day = (entry for entry in desk.store.ledger(call.client, day) if is_among(entry.type, wanted))
        found += reversed(deque(of_day, maxlen=limit))
        if len(found) >= limit:
            break
    return [flat(entry) for entry in islice(found, limit)]


def _limit(given: str) -> int:
    if not given.isascii() or not given.isdecimal() or len(given) > 3:
        raise InvalidError(f"must be a number from 1 to {MOST}", "limit")
    limit = int(given)
    points(limit, 1, MOST, "limit")
    return limit
