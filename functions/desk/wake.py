"""What is due within two minutes goes to its queue at once; the tick would be too late for it."""

from datetime import datetime

import msgspec

from shared import telemetry
from shared.api.routes import Change
from shared.domain.schedule import Timer, delay_seconds, is_soon
from shared.queues import Queue, QueueError


def wake_soon(change: Change, outbound: Queue, now: datetime) -> None:
    """Hand over the timers of a committed change. A queue that fails costs a minute: the tick finds them."""
    for record in change.records:
        if isinstance(record, Timer) and is_soon(record.due_at, now):
            try:
                outbound.send(msgspec.json.encode(record).decode(), delay_seconds(record.due_at, now))
            except QueueError:
                telemetry.logger.warning("queue unreachable; the tick will dispatch it", extra={"post": record.subject})
