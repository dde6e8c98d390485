"""What is due within two minutes goes to its queue at once, and who tells an endpoint is called at once."""

from datetime import datetime

from shared import telemetry
from shared.api.routes import Change
from shared.dispatch import Store, dispatch
from shared.domain.couriers import Courier
from shared.domain.deliveries import Delivery
from shared.domain.posts import Post
from shared.domain.schedule import Timer, due, is_soon
from shared.queues import Queue, QueueError
from shared.stores import StoreError
from shared.wakes import Wake, messages


def wake_soon(change: Change, store: Store, outbound: Queue, now: datetime) -> None:
    """Hand over what a committed change has due soon. A failure costs a minute: the tick finds the timers."""
    posts = {record.id: record for record in change.records if isinstance(record, Post)}
    timers = [record for record in change.records if isinstance(record, Timer) and is_soon(record.due_at, now)]
    woken = [found for timer in timers if (found := due(timer, posts.get(timer.subject)))]
    try:
        dispatch(woken, store=store, outbound=outbound, now=now)
    except (QueueError, StoreError) as trouble:
        telemetry.logger.warning(
            "not handed over; the tick will do it",
            extra={"posts": [one.post.id for one in woken], "because": str(trouble)},
        )


def call_couriers(change: Change, deliveries: Queue) -> None:
    """Call who tells the endpoints of a committed change. A failure costs a minute, or an hour at most."""
    wakes = [
        Wake(client=record.client, endpoint=record.endpoint)
        for record in change.records
        if isinstance(record, Courier | Delivery)
    ]
    if not wakes:
        return
    try:
        deliveries.send_all(messages(wakes))
    except QueueError as trouble:
        telemetry.logger.warning(
            "nobody was called; each minute it is looked who is to be",
            extra={"endpoints": [wake.endpoint for wake in wakes], "because": str(trouble)},
        )
