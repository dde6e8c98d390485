"""Reading stops: each one's receipt, and those of a day."""

from datetime import UTC, date, datetime, time

from functions.recover.switch import Switch
from shared.api.routes import Call
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError
from shared.domain.parties import Roll
from shared.domain.stops import Stop, day_of_stops


def show_stop(call: Call[None], switch: Switch) -> Stop:
    """Read a stop's receipt: what it named, what became of each, and whether it has drained."""
    return switch.stop(call.caller, call.path["stop"])


def list_stops(call: Call[None], switch: Switch) -> list[Stop]:
    """List a day's stops that the key reaches."""
    try:
        day = date.fromisoformat(call.query.get("day", call.now.date().isoformat()))
    except ValueError as wrong:
        raise InvalidError("is not a date such as 2026-11-25", "day") from wrong
    found = []
    for roll in switch.store.list(Roll, day_of_stops(datetime.combine(day, time(), UTC))):
        try:
            found.append(switch.stop(call.caller, roll.id))
        except (NotFoundError, ForbiddenError):
            continue
    return found
