"""Sources as they are registered, and the headers that their providers would send; written without our code."""

import base64
import hmac
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import standardwebhooks

from shared.domain.accounts import FieldMapping, Scheme, Source

NOW = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
EVENTS = Path(__file__).parents[2] / "events"
_KEYS = {Scheme.STANDARD: "whsec_" + base64.b64encode(b"standard-sample-secret-0001").decode()}
_OTHER_KEYS = {Scheme.STANDARD: "whsec_" + base64.b64encode(b"standard-sample-secret-0002").decode()}
SECRET = {scheme: _KEYS.get(scheme, f"sample-{scheme.value}-secret") for scheme in Scheme} | {
    Scheme.X: "sample-x-consumer-secret",
    Scheme.META: "sample-meta-app-secret",
}
OTHER_SECRET = {scheme: _OTHER_KEYS.get(scheme, f"other-sample-{scheme.value}-secret") for scheme in Scheme}
MAPPING = FieldMapping(
    items="results",
    network="mention.source",
    external_id="mention.id",
    author="people.0.handle",
    text="mention.body",
    url="mention.link",
    posted_at="mention.date",
    followers="people.0.reach",
    edited_at="mention.changed",
    event="news",
    deleted="gone",
    signature_header="X-Tool-Signature",
    timestamp_header="X-Tool-Time",
)
FEED = "https://www.youtube.com/xml/feeds/videos.xml?channel_id=UC_sample"
_NETWORK = {
    Scheme.X: "x",
    Scheme.META: "facebook",
    Scheme.THREADS: "threads",
    Scheme.LINKEDIN: "linkedin",
    Scheme.WEBSUB: "youtube",
    Scheme.SLACK: "slack",
    Scheme.MELTWATER: "web",
}
TOPIC = {Scheme.WEBSUB: FEED, Scheme.MASTODON: "acme"}


def source(scheme: Scheme, *secrets: str, **changes: Any) -> Source:
    given = {
        "id": "src_sample",
        "client": "acme",
        "name": "sample",
        "scheme": scheme,
        "network": _NETWORK.get(scheme, "mastodon"),
        "secrets": secrets or (SECRET[scheme],),
        "verify_token": "sample-verify-token" if scheme in (Scheme.META, Scheme.THREADS) else "",
        "topic": TOPIC.get(scheme, ""),
        "mapping": MAPPING if scheme is Scheme.GENERIC else None,
        "created_at": NOW,
    }
    return Source(**given | changes)


def sample(scheme: Scheme) -> bytes:
    kind = "xml" if scheme is Scheme.WEBSUB else "json"
    return (EVENTS / "hooks" / f"{scheme.value}.{kind}").read_bytes()


def signed(scheme: Scheme, body: bytes, secret: str | None = None, at: datetime = NOW) -> dict[str, str]:
    """The headers of a webhook sent at ``at``, in the case in which the provider writes them."""
    secret = secret or SECRET[scheme]
    timestamp = str(int(at.timestamp()))
    if scheme is Scheme.STANDARD:
        signature = standardwebhooks.Webhook(secret).sign("msg_1", at, body.decode())
        return {"webhook-id": "msg_1", "webhook-timestamp": timestamp, "webhook-signature": signature}

    def mac(before: str = "", method: str = "sha256") -> bytes:
        return hmac.new(secret.encode(), before.encode() + body, method).digest()

    by_scheme = {
        Scheme.X: {"X-Twitter-Webhooks-Signature": f"sha256={base64.b64encode(mac()).decode()}"},
        Scheme.META: {"X-Hub-Signature-256": f"sha256={mac().hex()}"},
        Scheme.THREADS: {"X-Hub-Signature-256": f"sha256={mac().hex()}"},
        Scheme.MASTODON: {"X-Hub-Signature": f"sha256={mac().hex()}"},
        Scheme.WEBSUB: {"X-Hub-Signature": f"sha1={mac(method='sha1').hex()}"},
        Scheme.MELTWATER: {"X-Hub-Signature": f"sha1={mac(method='sha1').hex()}"},
        Scheme.LINKEDIN: {"X-LI-Signature": mac("hmacsha256=").hex()},
        Scheme.SLACK: {
            "X-Slack-Signature": f"v0={mac(f'v0:{timestamp}:').hex()}",
            "X-Slack-Request-Timestamp": timestamp,
        },
        Scheme.GENERIC: {"x-tool-signature": mac(f"{timestamp}.").hex(), "x-tool-time": timestamp},
    }
    return by_scheme[scheme]


SIGNATURE_HEADER = {
    scheme: next(name for name in signed(scheme, b"{}") if "signature" in name.lower()) for scheme in Scheme
}
TIMED = [Scheme.STANDARD, Scheme.SLACK, Scheme.GENERIC]
"""Schemes whose signatures hold for a time."""
MESSAGES = dict.fromkeys(Scheme, 1) | {
    Scheme.STANDARD: 2,
    Scheme.META: 2,
    Scheme.MELTWATER: 2,
    Scheme.GENERIC: 2,
}
"""How many are in each sample."""
