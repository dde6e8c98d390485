"""Bodies as they are sent, for the requests that everybody begins with."""

from typing import Any

BODIES: dict[str, Any] = {
    "create_client": {
        "id": "acme",
        "name": "Acme",
        "zone": "Europe/Oslo",
        "owner": {"name": "Brand owner", "signature": "^BO"},
    },
    "add_member": {"name": "Writer", "signature": "^MS"},
    "make_key": {"member": "mbr_01KAW4", "scopes": ["read", "recommend"]},
    "connect_account": {
        "network": "mastodon",
        "handle": "acme",
        "base_url": "https://social.example",
        "credentials": {"access_token": "…"},
    },
    "add_source": {"name": "Monitoring", "scheme": "standard", "network": "mastodon"},
    "add_endpoint": {"url": "https://tool.example/hooks/backchannel", "events": ["post.*"]},
    "recommend": {
        "action": "respond",
        "drafts": [{"account": "acc_01KAW4", "handle": "acme", "text": "Please send us your order number. ^MS"}],
    },
    "create_post": {
        "account": "acc_01KAW4",
        "handle": "acme",
        "text": "The X200 is here. ^MS",
        "function": "announcement",
        "publish_at": "2026-11-25T10:15:00Z",
    },
    "decide_on_post": {
        "verdict": "approve",
        "content_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    },
    "escalate": {"question": "Does the recall cover the X100?", "to": "mbr_01KAW4"},
    "set_priorities": {"items": [{"name": "Launch", "weight": 30, "words": ["launch", "X200"]}]},
    "engage": {"scope": "client:acme", "reason": "an accident"},
    "recall": {"client": "acme", "post": "pst_01KAW4"},
}
