"""An entry as a webhook: in the envelope that its endpoint asked for, signed by Standard Webhooks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from standardwebhooks import Webhook

from functions.notify.http import Post
from functions.notify.tell import Answered
from shared.domain.clock import Clock
from shared.domain.endpoints import DELIVERY, Endpoint, Envelope
from shared.domain.flat import flat
from shared.domain.ledger import Entry

SOURCE = "https://backchannel.example/clients/"
TYPE = "example.backchannel."
SCHEMA = "https://backchannel.example/schemas/{type}.json#/properties/data"
"""Of CloudEvents, whose types begin with a domain read backwards."""
CONTENT_TYPES: Mapping[Envelope, str] = {Envelope.CLOUDEVENTS: "application/cloudevents+json"}
"""Where it is not plain JSON."""


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Tells by webhook. The entry's id stays the same over all tries, so a receiver can drop a second copy."""

    post: Post
    clock: Clock

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        body = payload(entry, endpoint.envelope)
        now = self.clock.now()
        signatures = (Webhook(secret).sign(entry.id, now, body.decode()) for secret in endpoint.good_secrets(now))
        headers = {
            "Content-Type": CONTENT_TYPES.get(endpoint.envelope, "application/json"),
            "User-Agent": "Backchannel",
            DELIVERY: entry.id,
            "webhook-id": entry.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signatures),
        }
        return self.post(endpoint.url, body, headers)


def payload(entry: Entry, envelope: Envelope = Envelope.STANDARD) -> bytes:
    return msgspec.json.encode(_SHAPES[envelope](entry))


def standard(entry: Entry) -> dict[str, Any]:
    return {"type": entry.type, "timestamp": entry.at, "data": told(entry)}


def cloud_event(entry: Entry) -> dict[str, Any]:
    """What it happened to is also what the order of events is kept for: the extension ``partitionkey``."""
    return {
        "specversion": "1.0",
        "id": entry.id,
        "source": SOURCE + entry.realm,
        "type": TYPE + entry.type,
        "subject": entry.subject,
        "time": entry.at,
        "partitionkey": entry.subject,
        "datacontenttype": "application/json",
        "dataschema": SCHEMA.format(type=entry.type),
        "data": told(entry),
    }


def told(entry: Entry) -> dict[str, Any]:
    """The client, the subject's id, who did it, and the details."""
    return {"client": entry.realm, "subject": entry.subject, "who": entry.who, **entry.data}


_SHAPES: Mapping[Envelope, Callable[[Entry], dict[str, Any]]] = {
    Envelope.STANDARD: standard,
    Envelope.CLOUDEVENTS: cloud_event,
    Envelope.FLAT: flat,
}
