"""People are told where they read, and decide there: a stand-in for Slack on the loopback, and the engine's own SES."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlencode

from infra import client as http
from infra.engine import MAIL_FROM
from tests.channels import links_in, text_of
from tests.integration.brands import Brand, nothing_written, until

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PREVIEW = {"User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"}


class Slack:
    """Takes messages at its webhook as Slack does: refuses what is not JSON with a text, answers ``ok`` to the rest."""

    def __init__(self) -> None:
        self.url = ""
        self.messages: list[Any] = []


@contextmanager
def slack() -> Iterator[Slack]:
    channel = Slack()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            said = json.loads(body) if "json" in self.headers["Content-Type"] else {}
            status = 200 if said.get("text") and said.get("blocks") else 400
            if status == 200:
                channel.messages.append(said)
            answer = b"ok" if status == 200 else b"invalid_payload"
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    channel.url = f"http://127.0.0.1:{server.server_port}/services/T0/B0/not-a-real-secret"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield channel
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def submitted(url: str, code: str) -> http.Answered:
    body = urlencode({"verdict": "approve", "reason": "", "code": code}).encode()
    return http.request("POST", url, body, headers=FORM)


def linked(brand: Brand, message: Any) -> str:
    """The address of the one link in a message."""
    [path] = links_in(message)
    return brand.engine.api_url + path


def test_a_post_is_approved_from_slack_by_its_link_and_a_code(brand: Brand) -> None:
    with slack() as channel:
        body = {"kind": "slack", "url": channel.url, "approver": brand.approver.member}
        made = brand.owner.desk.post(brand.path("/endpoints"), body)
        post = str(brand.draft("Good morning <!channel>")["id"])
        until("Slack is told", lambda: channel.messages)
        url = linked(brand, channel.messages[0])
        until("the link is in the ledger", lambda: "link.made" in brand.facts())
        with nothing_written(brand):
            for method in ("GET", "HEAD", "GET"):
                assert http.request(method, url, headers=PREVIEW).status == 200
        assert "8 digits" in str(http.request("GET", url).body)
        wrong = submitted(url, f"{(int(made['approval_code']) + 1) % 10**8:08}")
        assert (wrong.status, "4 tries" in str(wrong.body)) == (403, True)
        approved = submitted(url, made["approval_code"])
        assert approved.status == 200, approved
        assert [one["member"] for one in brand.becomes(post, "published")["approvals"]] == [brand.approver.member]
        until("Slack is told that it is out", lambda: any("is out" in text_of(one) for one in channel.messages))
        assert made["url"] == channel.url.partition("/services")[0] + "/…"
        brand.owner.desk.delete(brand.path(f"/endpoints/{made['id']}"))


def test_a_post_is_approved_from_a_mail(brand: Brand) -> None:
    brand.engine.cloud.client("sesv2").create_email_identity(EmailIdentity=MAIL_FROM)
    to = f"boss@{brand.client}.example"
    body = {"kind": "email", "url": f"mailto:{to}", "approver": brand.approver.member, "events": ["post.drafted"]}
    made = brand.owner.desk.post(brand.path("/endpoints"), body)
    post = str(brand.draft("Good evening")["id"])
    [mail] = until("the mail is sent", lambda: mails(brand, to))
    assert mail["Source"] == MAIL_FROM
    assert "A post waits for the approval of" in mail["Subject"]
    assert "Good evening" in mail["BodyText"]
    approved = submitted(linked(brand, mail["BodyText"]), made["approval_code"])
    assert approved.status == 200, approved
    brand.becomes(post, "published")


def mails(brand: Brand, to: str) -> list[Any]:
    answered = http.request("GET", f"{brand.engine.endpoint_url}/_ministack/ses/messages")
    return [one for account in answered.body["messages"].values() for one in account if to in one["To"]]


def test_samples_of_events_are_flat_and_of_the_client_alone(brand: Brand) -> None:
    post = brand.draft("Good noon")["id"]
    [sample] = brand.get("/events?type=post.drafted&limit=1")
    assert (sample["subject"], sample["client"]) == (post, brand.client)
    assert not any(isinstance(value, dict | list) for value in sample.values())
