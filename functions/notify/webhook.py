"""An entry as a webhook, signed by Standard Webhooks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import msgspec
from standardwebhooks import Webhook

from functions.notify.tell import Answered
from shared.domain.clock import Clock
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry


class Post(Protocol):
    def __call__(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        """POST without following redirects. Raises :class:`Unanswered`."""
        ...


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Tells by webhook. The entry's id stays the same over all tries, so a receiver can drop a second copy."""

    post: Post
    clock: Clock

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        body = payload(entry)
        now = self.clock.now()
        signatures = (Webhook(secret).sign(entry.id, now, body.decode()) for secret in endpoint.secrets)
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Backchannel",
            "webhook-id": entry.id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": " ".join(signatures),
        }
        return self.post(endpoint.url, body, headers)


def payload(entry: Entry) -> bytes:
    """``{"type", "timestamp", "data"}``; ``data`` has the client, the subject's id, who did it, and the details."""
    return msgspec.json.encode(
        {
            "type": entry.type,
            "timestamp": entry.at,
            "data": {"client": entry.realm, "subject": entry.subject, "who": entry.who, **entry.data},
        }
    )
