"""Senders that nobody here wrote, into the deployed ingest: a WebSub hub and Standard Webhooks' own signer."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_websub.hub import Hub, SQLite3HubStorage
from standardwebhooks import Webhook

from infra import client as http
from shared.domain.accounts import Scheme
from tests.integration.brands import Brand, until
from tests.unit.webhook_senders import FEED, sample

GONE = b"""<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
  <at:deleted-entry ref="yt:video:VIDEO000001" when="2026-11-16T09:25:00+00:00"/>
</feed>"""


class AtOnce:
    """What the hub takes for its queue of tasks: each is done where it stands, and tried once."""

    def task(self, **options: Any) -> Callable[..., Any]:
        def registered(task: Callable[..., Any]) -> Any:
            given = (self,) if options.get("bind") else ()
            task.delay = lambda *args: task(*given, *args)  # type: ignore[attr-defined]
            return task

        return registered

    class request:  # noqa: N801 celery's own name
        retries = 0

    def retry(self, countdown: float) -> None:
        raise AssertionError("the webhook was not taken")


class AHub:
    def __init__(self, folder: Path, algorithm: str) -> None:
        self.hub = Hub(SQLite3HubStorage(str(folder / "hub.sqlite3")), AtOnce(), SIGNATURE_ALGORITHM=algorithm)
        app = Flask("hub")
        app.register_blueprint(self.hub.build_blueprint(url_prefix=f"/{algorithm}"))
        self._ask = lambda form: app.test_client().post(f"/{algorithm}", data=form)

    def asked(self, mode: str, callback: str, topic: str = FEED, secret: str = "") -> list[str]:
        """The callbacks of the feed, once the hub was asked to subscribe or unsubscribe one."""
        form = {"hub.mode": mode, "hub.callback": callback, "hub.topic": topic, "hub.secret": secret}
        assert self._ask(form).status_code == 202
        return [subscribed for subscribed, _ in self.hub.storage.get_callbacks(topic)]

    def push(self, content: bytes) -> None:
        headers = {"Link": f'<{FEED}>; rel="self", <https://hub.example>; rel="hub"'}
        updated = {"headers": headers | {"Content-Type": "application/atom+xml"}}
        self.hub.send_change_notification.delay(FEED, updated | {"content": base64.b64encode(content).decode()})


def feed_of(brand: Brand) -> Any:
    return brand.source("websub", network="youtube", topic=FEED)


@pytest.mark.parametrize("algorithm", ["sha1", "sha512"])
def test_a_hub_has_its_subscription_confirmed_and_pushes_what_is_new_and_what_is_gone(
    brand: Brand, tmp_path: Path, algorithm: str
) -> None:
    hub, made = AHub(tmp_path, algorithm), feed_of(brand)
    hook = brand.hook(made)
    assert hub.asked("subscribe", hook, secret=made["secret"]) == [hook]
    for _ in range(2):
        hub.push(sample(Scheme.WEBSUB))
    (video,) = brand.inbox(1)
    assert (video["network"], video["external_id"], video["text"]) == ("youtube", "VIDEO000001", "acme, unboxed")
    hub.push(GONE)
    until("the inbox is empty", lambda: not brand.get("/inbox")["items"])


def test_a_hub_is_told_no_when_somebody_else_asks_it_in_our_name(standing: Brand, tmp_path: Path) -> None:
    hub, made = AHub(tmp_path, "sha256"), feed_of(standing)
    hook = standing.hook(made)
    assert hub.asked("subscribe", hook, topic="https://evil.example/feed") == []
    assert hub.asked("subscribe", hook, secret=made["secret"]) == [hook]
    assert hub.asked("unsubscribe", hook) == [hook]


def test_what_a_hub_signs_with_somebody_elses_secret_is_not_taken(standing: Brand, tmp_path: Path) -> None:
    hub, hook = AHub(tmp_path, "sha384"), standing.hook(feed_of(standing))
    assert hub.asked("subscribe", hook, secret="a secret of somebody else's") == [hook]
    with pytest.raises(AssertionError, match="not taken"):
        hub.push(sample(Scheme.WEBSUB))


def test_a_hub_may_end_the_subscription_of_a_closed_source(standing: Brand, tmp_path: Path) -> None:
    hub, made = AHub(tmp_path, "sha256"), feed_of(standing)
    hook = standing.hook(made)
    hub.hub.storage[FEED, hook] = {"lease_seconds": 600, "secret": made["secret"]}
    assert standing.call("DELETE", f"/sources/{made['id']}").status == 200
    assert hub.asked("unsubscribe", hook) == []


def test_the_reference_signer_tells_of_a_message_that_is_written_changed_and_taken_back(brand: Brand) -> None:
    made = brand.source("standard", network="bluesky")
    hook, signer = brand.hook(made), Webhook(made["secret"])

    def tell(number: int, type_: str, **data: Any) -> None:
        body = json.dumps({"type": type_, "data": {"external_id": "at://one", **data}})
        now = datetime.now(UTC)
        headers = {
            "webhook-id": f"msg_{number}",
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signer.sign(f"msg_{number}", now, body),
        }
        assert http.request("POST", hook, body.encode(), headers=headers).status == 200

    tell(1, "mention.created", author="customer", text="Where is it?")
    assert brand.inbox(1)[0]["text"] == "Where is it?"
    tell(2, "mention.changed", author="customer", text="It is here, thank you", edited_at=datetime.now(UTC).isoformat())
    until("changed", lambda: brand.inbox(1)[0]["text"] == "It is here, thank you")
    tell(3, "mention.deleted")
    until("the inbox is empty", lambda: not brand.get("/inbox")["items"])
    facts = [fact for fact in brand.facts() if fact.startswith("mention.")]
    assert facts == ["mention.received", "mention.edited", "mention.retracted"]
