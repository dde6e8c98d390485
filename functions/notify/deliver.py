"""One notice to one endpoint, signed by Standard Webhooks; in vain, it goes back to the queue with a pause."""

from dataclasses import replace
from typing import Protocol

import msgspec
from standardwebhooks import Webhook

from functions.notify.fan_out import Notice
from shared.domain.accounts import Endpoint
from shared.domain.clock import Clock, NewId
from shared.domain.ledger import Fact, entry, system
from shared.queues import Queue
from shared.stores import Committing, Reading

PAUSES = (5, 30, 120, 600, *(900,) * 10)
"""Seconds before each further try; two and a half hours together, as far as a queue alone can wait."""
GONE = 410
"""By Standard Webhooks, the receiver's word that it wants no more."""
WHO = system("notify.deliver")


class Store(Reading, Committing, Protocol): ...


class Unanswered(Exception):  # noqa: N818
    """The endpoint gave no HTTP answer: not reached, too slow, or not HTTP."""


class Post(Protocol):
    def __call__(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        """POST without following redirects; returns the status. Raises :class:`Unanswered`."""
        ...


def deliver(notice: Notice, *, store: Store, post: Post, deliveries: Queue, clock: Clock, new_id: NewId) -> None:
    """Send a notice once. The event's id stays the same over all tries, so a receiver can drop a second copy."""
    endpoint = store.get(Endpoint, notice.entry.realm, notice.endpoint)
    if endpoint is None or endpoint.closed_at is not None:
        return
    body = payload(notice)
    now = clock.now()
    signature = Webhook(endpoint.secret).sign(notice.entry.id, now, body.decode())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Backchannel",
        "webhook-id": notice.entry.id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": signature,
    }
    try:
        status = post(endpoint.url, body, headers)
    except Unanswered as silence:
        status, because = 0, str(silence)
    else:
        because = f"it answered {status}"
    if 200 <= status < 300:
        return
    if status == GONE:
        closed = replace(endpoint, closed_at=now, version=endpoint.version + 1)
        _enter("delivery.endpoint_gone", notice, because, store, clock, new_id, closed)
    elif notice.tries >= len(PAUSES):
        _enter("delivery.abandoned", notice, because, store, clock, new_id)
    else:
        again = replace(notice, tries=notice.tries + 1)
        deliveries.send(msgspec.json.encode(again).decode(), PAUSES[notice.tries])


def payload(notice: Notice) -> bytes:
    """``{"type", "timestamp", "data"}``; ``data`` has the client, the subject's id, who did it, and the details."""
    entry_ = notice.entry
    return msgspec.json.encode(
        {
            "type": entry_.type,
            "timestamp": entry_.at,
            "data": {"client": entry_.realm, "subject": entry_.subject, "who": entry_.who, **entry_.data},
        }
    )


def _enter(
    type_: str, notice: Notice, because: str, store: Store, clock: Clock, new_id: NewId, *records: Endpoint
) -> None:
    fact = Fact(
        type=type_,
        subject=notice.endpoint,
        data={"event": notice.entry.id, "tries": notice.tries, "because": because},
    )
    told = entry(fact, id=new_id("led"), realm=notice.entry.realm, at=clock.now(), who=WHO)
    store.commit(*records, told)
