"""Webhooks as a monitoring tool and as X send them."""

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook

from infra import client
from infra.client import Answered


def standard(url: str, secret: str, mentions: list[dict[str, Any]], webhook_id: str) -> Answered:
    """A monitoring tool's report, signed by Standard Webhooks."""
    body = json.dumps({"type": "mention.created", "data": mentions})
    now = datetime.now(UTC)
    headers = {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(secret).sign(webhook_id, now, body),
    }
    return client.request("POST", url, body.encode(), headers=headers)


def x(url: str, secret: str, payload: dict[str, Any]) -> Answered:
    """X's own webhook: base64 HMAC over the raw body."""
    body = json.dumps(payload).encode()
    signature = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()
    return client.request("POST", url, body, headers={"x-twitter-webhooks-signature": f"sha256={signature}"})
