"""A webhook comes in: proven, read, and put on the queue, or refused with nothing done."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from functions.ingest.sources import Sources
from shared import webhooks
from shared.api.problems import Answer, MalformedError, TooLargeError
from shared.domain.accounts import Source
from shared.domain.errors import NotFoundError
from shared.domain.mentions import Delivery
from shared.queues import LARGEST_MESSAGE, Queue

LARGEST_BODY = 1_000_000
"""Bytes."""


def challenge(source_id: str, query: Mapping[str, str], *, sources: Sources) -> Answer:
    """Prove to a provider that this address is the source's.

    Raises NotFoundError, ChallengeError, or InvalidError naming the query parameter.
    """
    proof = webhooks.challenge(_open_source(source_id, sources), query)
    return Answer(200, proof.body.encode(), {"Content-Type": proof.content_type, "X-Content-Type-Options": "nosniff"})


def accept(
    source_id: str, headers: Mapping[str, str], body: bytes, *, sources: Sources, queue: Queue, now: datetime
) -> Answer:
    """Put a signed webhook's messages on the queue, all in one; answers when that is durable.

    200 and ``{"accepted": n}``; 0 for a payload without messages, which costs no call. The same webhook again
    is accepted again: telling copies apart is for who stores them. Raises TooLargeError, NotFoundError,
    SignatureError, MalformedError, InvalidError naming the field, or QueueError; then nothing was done,
    unless the queue took the message without saying so.
    """
    if len(body) > LARGEST_BODY:
        raise TooLargeError(f"The body is {len(body)} bytes; {LARGEST_BODY} are allowed.")
    source = _open_source(source_id, sources)
    webhooks.verify(source, headers, body, now)
    reports = webhooks.reports(source, _decoded(body), now)
    if reports:
        delivery = Delivery(source=source.id, client=source.client, received_at=now, reports=tuple(reports))
        queue.send(_message(delivery))
    return Answer(200, msgspec.json.encode({"accepted": len(reports)}), {"Content-Type": "application/json"})


def _open_source(source_id: str, sources: Sources) -> Source:
    source = sources.source(source_id)
    if source is None or source.closed_at is not None:
        raise NotFoundError("There is no such source.")
    return source


def _message(delivery: Delivery) -> str:
    """As JSON that a queue takes: SQS refuses two characters that text may have."""
    message = msgspec.json.encode(delivery).decode().replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
    if len(message.encode()) > LARGEST_MESSAGE:
        raise TooLargeError("The messages in the body are too many or too long to be taken at once.")
    return message


def _decoded(body: bytes) -> object:
    try:
        return msgspec.json.decode(body)
    except UnicodeDecodeError as garbled:
        raise MalformedError("The body is not UTF-8.") from garbled
    except RecursionError as deep:
        raise MalformedError("The body is nested too deeply.") from deep
    except msgspec.DecodeError as malformed:
        raise MalformedError(str(malformed)) from malformed
