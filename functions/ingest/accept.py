"""A webhook comes in: proven, read, and put on the queue, or refused with nothing done."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime

import msgspec

from functions.ingest.inbound import message
from functions.ingest.sources import Sources
from shared import telemetry, webhooks
from shared.api.problems import Answer, CompressedError, LoopError, MalformedError, TooLargeError
from shared.domain.accounts import Purpose, Scheme, Source
from shared.domain.endpoints import DELIVERY
from shared.domain.errors import InvalidError, NotFoundError
from shared.domain.listening.mentions import Delivery, Report, unread
from shared.queues import Queue

LARGEST_BODY = 1_000_000
"""Bytes."""


def challenge(source_id: str, query: Mapping[str, str], *, sources: Sources) -> Answer:
    """Prove to a provider that this address is the source's.

    A hub also asks whether a closed source is to be sent nothing more. Raises NotFoundError, ChallengeError, or
    InvalidError naming the query parameter.
    """
    source = sources.source(source_id)
    if source is None or (source.closed_at is not None and source.scheme is not Scheme.WEBSUB):
        raise NotFoundError("There is no such source.")
    return _proven(webhooks.challenge(source, query))


def accept(
    source_id: str, headers: Mapping[str, str], body: bytes, *, sources: Sources, queue: Queue, now: datetime
) -> Answer:
    """Put what a signed webhook says on the queue, its messages all in one; answers when that is durable.

    200 and ``{"accepted": n}``, of messages written, changed or taken back; 0 for a payload without any, which costs no
    call unless there is something in it that we do not know: that is kept as it came. A statement of what matters is
    one. The same webhook again is accepted again: telling copies apart is for who stores them. Our own is refused, or
    we would tell ourselves of it without end. Raises LoopError, TooLargeError, CompressedError, NotFoundError,
    SignatureError, MalformedError, InvalidError naming the field, or QueueError; then nothing was done, unless the
    queue took the message without saying so.
    """
    if _given(headers, DELIVERY):
        raise LoopError("The webhook is one of Backchannel's own; it is not taken in.")
    if len(body) > LARGEST_BODY:
        raise TooLargeError(f"The body is {len(body)} bytes; {LARGEST_BODY} are allowed.")
    if _given(headers, "content-encoding").lower() not in ("", "identity"):
        raise CompressedError("The body has a Content-Encoding; only what was signed is taken, as it was signed.")
    source = sources.source(source_id)
    if source is None or source.closed_at is not None:
        raise NotFoundError("There is no such source.")
    webhooks.verify(source, headers, body, now)
    if source.purpose is Purpose.PRIORITIES:
        queue.send(message(_statement(source, body, now)))
        return _accepted(1)
    heard = _read(source, body, now)
    if heard.proof is not None:
        return _proven(heard.proof)
    delivery = _delivery(source, heard, body, now)
    for part in _parts(delivery):
        queue.send(message(part))
    return _accepted(len(delivery.reports) + len(delivery.retractions))


def _accepted(number: int) -> Answer:
    return Answer(200, msgspec.json.encode({"accepted": number}), {"Content-Type": "application/json"})


def _statement(source: Source, body: bytes, now: datetime) -> Delivery:
    """What matters to the client, refused as it would be over the API. Which version it replaces nobody knows here."""
    # Few webhooks are of this kind, and the others want none of it.
    from shared.api.bodies import decoded  # noqa: PLC0415
    from shared.api.priorities import NewPriorities, stated  # noqa: PLC0415

    said = decoded(body, NewPriorities)
    if said.version is not None:
        raise InvalidError("cannot be given by a webhook; leave it out", "version")
    return Delivery(source=source.id, client=source.client, received_at=now, reports=(), priorities=stated(said.items))


def _proven(proof: webhooks.Proof) -> Answer:
    return Answer(200, proof.body.encode(), {"Content-Type": proof.content_type, "X-Content-Type-Options": "nosniff"})


def _given(headers: Mapping[str, str], wanted: str) -> str:
    given = (value for name, value in headers.items() if name.lower() == wanted)
    return next(given, "").strip()


def _read(source: Source, body: bytes, now: datetime) -> webhooks.Heard:
    try:
        return webhooks.read(source, body, now)
    except webhooks.UnreadableError as unreadable:
        raise MalformedError(unreadable.reason) from unreadable


def _delivery(source: Source, heard: webhooks.Heard, body: bytes, now: datetime) -> Delivery:
    """What is believed of it: that a message was changed or taken back, on the source's own network alone."""
    believed = tuple(one for one in heard.retractions if source.speaks_for(one.network))
    unknown = heard.unknown
    if len(believed) < len(heard.retractions):
        unknown = (*unknown, "retraction.of_another_network")
    if unknown:
        telemetry.logger.warning("unknown events", extra={"source": source.id, "types": unknown})
        telemetry.count("unknown_events", len(unknown))
    return Delivery(
        source=source.id,
        client=source.client,
        received_at=now,
        reports=tuple(_believed(source, report) for report in heard.reports),
        retractions=believed,
        unread=unread(source.client, source.id, unknown, body.decode(errors="replace"), now) if unknown else None,
    )


def _parts(delivery: Delivery) -> Iterator[Delivery]:
    """What is kept unread goes by itself: it must not make too large what was read."""
    if delivery.reports or delivery.retractions:
        yield replace(delivery, unread=None)
    if delivery.unread is not None:
        yield replace(delivery, reports=(), retractions=())


def _believed(source: Source, report: Report) -> Report:
    return report if source.speaks_for(report.network) else replace(report, edited_at=None)
