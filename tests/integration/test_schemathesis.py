"""Whatever fits the document is served, and whatever does not is refused, as the document says; nothing breaks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra import client as http
from infra.demo import senders
from infra.openapi import document
from tests.integration.brands import Brand, person, refused
from tests.integration.contract import operations
from tests.integration.test_tenants import content_to_use_again, shift
from tests.integration.tried import Api, Trial
from tests.pictures import picture, sent

EXAMPLES = 3
"""Of each operation, as many that fit and as many that do not; what more of them found is in tests of its own."""
EVERY_SCOPE = ["read", "recommend", "approve", "publish", "stop", "admin"]
KEYS = 4
"""Of one party's, since each may call only so often."""


@pytest.fixture(scope="module")
def worn(make_lasting_brand: Callable[[str], Brand]) -> Brand:
    """A client that is worn out here."""
    return make_lasting_brand("worn")


@pytest.fixture(scope="module")
def real(worn: Brand) -> dict[str, str]:
    """An id of each kind of thing in it, by the name of the parameter or field that takes one."""
    tool = worn.source("standard", network="mastodon")
    report = {"external_id": "1", "author": "someone", "text": "Can you help?"}
    assert senders.standard(worn.hook(tool), tool["secret"], [report], "msg_1").status == 200
    (mention,) = worn.inbox(1)
    spare = person(worn.engine, worn.client, worn.owner, "read")
    post = worn.draft("Hello")["id"]
    promise = {"what": "A call", "due_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat(), "function": "sales"}
    question = {"question": "May we?", "to": worn.approver.member}
    told = {"url": "http://127.0.0.1:9/nobody", "events": ["stop.*"]}
    endpoint = worn.owner.desk.post(worn.path("/endpoints"), told)["id"]
    since = {"since": (datetime.now(UTC) - timedelta(hours=1)).isoformat()}
    day = datetime.now(UTC).date().isoformat()
    export = {"from": day, "until": day, "format": "csv", "what": "measures"}
    stop = {"scope": f"account:{worn.client}/{worn.account}", "reason": "an incident"}
    links = worn.path(f"/posts/{post}/approval-links")
    return {
        "client": worn.client,
        "handle": worn.client,
        "account": worn.account,
        "member": spare.member,
        "to": worn.owner.member,
        "key": spare.key.split(".")[1],
        "source": tool["id"],
        "endpoint": endpoint,
        "replay": worn.owner.desk.post(worn.path(f"/endpoints/{endpoint}/replays"), since)["id"],
        "export": worn.owner.desk.post(worn.path("/exports"), export)["id"],
        "mention": mention["id"],
        "escalation": worn.agent.desk.post(worn.path(f"/mentions/{mention['id']}/escalations"), question)["id"],
        "post": post,
        "watch": post,
        "link": worn.owner.desk.post(links, {"member": worn.approver.member})["id"],
        "feed": worn.owner.desk.post(worn.path("/plan/feeds"), {"name": "Worn"})["id"],
        "shift": worn.agent.desk.post(worn.path("/shifts"), shift(worn))["id"],
        "follow_up": worn.agent.desk.post(worn.path("/follow-ups"), promise)["id"],
        "network": "mastodon",
        "author": "@someone",
        "sha256": worn.call("POST", "/media", sent(picture(colour=(9, 9, 9))), by=worn.agent).body["sha256"],
        "week": "2026-W01",
        "stop": worn.owner.recover.post("/stops", stop)["id"],
        **content_to_use_again(worn),
    }


@pytest.fixture(scope="module")
def keys(worn: Brand) -> dict[str, list[str]]:
    """Keys of each party, each with every scope."""
    found = {}
    for party, admin, member in (("client", worn.owner, worn.owner), ("agency", worn.agency, worn.agent)):
        body = {"member": member.member, "scopes": EVERY_SCOPE}
        found[party] = [admin.desk.post(worn.path("/keys"), body)["key"] for _ in range(KEYS)]
    return found


@pytest.mark.parametrize("tag", ["ingest", "recover", "desk"])
def test_whatever_is_sent_is_answered_as_the_document_says(
    worn: Brand, real: dict[str, str], keys: dict[str, list[str]], tag: str
) -> None:
    engine = worn.engine
    url = {
        "ingest": engine.hooks_url.removesuffix("/hooks"),
        "desk": engine.api_url,
        "recover": engine.recover_url,
    }[tag]
    both = tuple(key for pair in zip(keys["client"], keys["agency"], strict=True) for key in pair)
    trial = Trial(api=Api(tag=tag, url=url, keys=both), real=real, examples=EXAMPLES)
    trial.run()
    assert trial.failures == []
    assert set(trial.answered) == {operation.label for operation in trial.api.operations()}


@pytest.mark.parametrize("tag", ["recover", "desk"])
def test_a_key_is_needed_wherever_the_document_says_so(worn: Brand, real: dict[str, str], tag: str) -> None:
    base = worn.engine.api_url if tag == "desk" else worn.engine.recover_url
    for method, path, operation in operations(document()):
        if tag not in operation["tags"] or operation.get("security") == []:
            continue
        asked, body = base + path.format_map(_Anything(real)), {} if method != "GET" else None
        for authorization in ({}, {"Authorization": "Bearer bk_a.b.c"}, {"Authorization": "Basic YTpi"}):
            refused(http.request(method, asked, body, headers=authorization), 401, "unauthorized")


@pytest.mark.parametrize("id_", ["", "x" * 3000], ids=["empty", "long"])
def test_an_id_that_none_can_be_is_not_found(worn: Brand, id_: str) -> None:
    recalled = http.request(
        "POST", f"{worn.engine.recover_url}/recalls", {"client": worn.client, "post": id_}, key=worn.owner.key
    )
    refused(recalled, 404, "not-found")
    if id_:
        refused(worn.call("GET", f"/posts/{id_}"), 404, "not-found")
        refused(worn.call("GET", f"/mentions/{id_}"), 404, "not-found")
        assert worn.call("GET", f"/ledger?after={id_}").status == 200


class _Anything(dict[str, str]):
    def __missing__(self, name: str) -> Any:
        return f"{name}_none"
