"""Sources as they are registered, and the headers that their providers would send; written without our code."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import standardwebhooks

from shared.domain.accounts import Mapping, Scheme, Source

NOW = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
EVENTS = Path(__file__).parents[2] / "events"
SECRET = {
    Scheme.STANDARD: "whsec_" + base64.b64encode(b"standard-sample-secret-0001").decode(),
    Scheme.X: "sample-x-consumer-secret",
    Scheme.META: "sample-meta-app-secret",
    Scheme.GENERIC: "sample-generic-secret",
}
OTHER_SECRET = {
    Scheme.STANDARD: "whsec_" + base64.b64encode(b"standard-sample-secret-0002").decode(),
    Scheme.X: "other-x-consumer-secret",
    Scheme.META: "other-meta-app-secret",
    Scheme.GENERIC: "other-generic-secret",
}
MAPPING = Mapping(
    items="results",
    network="mention.source",
    external_id="mention.id",
    author="people.0.handle",
    text="mention.body",
    url="mention.link",
    posted_at="mention.date",
    followers="people.0.reach",
    signature_header="X-Tool-Signature",
    timestamp_header="X-Tool-Time",
)


def source(scheme: Scheme, *secrets: str, **changes: Any) -> Source:
    given = {
        "id": "src_sample",
        "client": "acme",
        "name": "sample",
        "scheme": scheme,
        "network": {Scheme.X: "x", Scheme.META: "facebook"}.get(scheme, "mastodon"),
        "secrets": secrets or (SECRET[scheme],),
        "verify_token": "sample-verify-token" if scheme is Scheme.META else "",
        "mapping": MAPPING if scheme is Scheme.GENERIC else None,
        "created_at": NOW,
    }
    return Source(**given | changes)


def sample(scheme: Scheme) -> bytes:
    return (EVENTS / "hooks" / f"{scheme.value}.json").read_bytes()


def signed(scheme: Scheme, body: bytes, secret: str | None = None, at: datetime = NOW) -> dict[str, str]:
    """The headers of a webhook sent at ``at``, in the case in which the provider writes them."""
    secret = secret or SECRET[scheme]
    timestamp = str(int(at.timestamp()))
    if scheme is Scheme.STANDARD:
        signature = standardwebhooks.Webhook(secret).sign("msg_1", at, body.decode())
        return {"webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": signature}
    if scheme is Scheme.X:
        mac = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
        return {"X-Twitter-Webhooks-Signature": f"sha256={mac}"}
    if scheme is Scheme.META:
        return {"X-Hub-Signature-256": f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}"}
    mac = hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {"x-tool-signature": mac, "x-tool-time": timestamp}


SIGNATURE_HEADER = {
    Scheme.STANDARD: "webhook-signature",
    Scheme.X: "X-Twitter-Webhooks-Signature",
    Scheme.META: "X-Hub-Signature-256",
    Scheme.GENERIC: "x-tool-signature",
}
