"""Logs tell what happened, and no secret. The name has these tests run last, when there is most to find."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from infra import client as http
from infra.demo import senders
from infra.engine import Engine
from infra.functions import function_name
from tests.integration.brands import Brand, refused, until
from tests.integration.contract import Contract

NO_SOURCE = "src_01ARZ3NDEKTSV4RRFFQ69G5FAV"
MOST = 10_000
"""Events in an answer; the engine has no token for the following ones."""


def lines(engine: Engine, prefix: str = "/") -> Iterator[str]:
    """Everything that functions have logged; or those whose log group begins so."""
    logs = engine.cloud.client("logs")
    for page in logs.get_paginator("describe_log_groups").paginate(logGroupNamePrefix=prefix):
        for group in page["logGroups"]:
            yield from lines_of(logs, group["logGroupName"])


def lines_of(logs: Any, group: str) -> Iterator[str]:
    since = 0
    while True:
        events = logs.filter_log_events(logGroupName=group, startTime=since)["events"]
        if len(events) < MOST:
            yield from (event["message"] for event in events)
            return
        since = events[-1]["timestamp"]
        yield from (event["message"] for event in events if event["timestamp"] < since)


def test_a_refused_webhook_is_one_line_of_json_that_says_why(standing: Brand, engine: Engine) -> None:
    ingest = f"/aws/lambda/{function_name(engine.stage, 'ingest', 'api')}"
    tool = standing.source("standard", network="mastodon")
    refused(http.request("POST", standing.hook(tool), b"{}"), 401, "bad-signature")

    def logged() -> list[dict[str, Any]]:
        # What a function has logged a little late, the engine hands over when it runs the next time.
        http.request("GET", f"{engine.hooks_url}/{NO_SOURCE}")
        records = (json.loads(line) for line in lines(engine, ingest) if line.startswith("{"))
        return [record for record in records if record.get("source") == tool["id"]]

    (record,) = until("it is logged", logged)
    assert (record["service"], record["status"]) == ("ingest.api", 401)
    assert [line for line in lines(engine, ingest) if "refused" in line and not line.startswith("{")] == []


def test_no_log_tells_a_secret(make_brand: Callable[[], Brand], contract: Contract, engine: Engine) -> None:
    brand = make_brand()
    tool = brand.source("standard", network="mastodon")
    app_secret = f"the app secret of {brand.client}"
    x = brand.source("x", secret=app_secret)
    brand.owner.desk.post(brand.path("/endpoints"), {"url": "http://127.0.0.1:9/nobody"})
    brand.fault("error_after_posting")
    brand.scheduled("Hello")
    # It may be found to be out before anybody sees that nobody knows.
    until("the network has failed", lambda: "post.unknown" in brand.facts())
    refused(senders.standard(brand.hook(tool), "whsec_" + "A" * 43 + "=", [], "msg_1"), 401, "bad-signature")
    refused(http.request("GET", f"{brand.hook(x)}?crc_token={{}}"), 422, "invalid", "crc_token")
    garbled = {"Authorization": f"Bearer {brand.owner.key}x"}
    refused(http.request("GET", f"{engine.api_url}{brand.path()}", headers=garbled), 401, "unauthorized")
    refused(brand.call("POST", "/keys", {"member": brand.owner.key, "scopes": ["read"]}), 404, "not-found")

    secrets = contract.secrets | {engine.agency_key, app_secret, f"sandbox-{brand.client}"}
    assert {brand.owner.key, brand.agent.key, tool["secret"]} <= secrets
    files = "".join((engine.state_dir / f"{name}.log").read_text() for name in ("ministack", "network"))
    told = "\n".join(lines(engine)) + files
    assert "REPORT RequestId" in told
    for secret in secrets:
        assert secret not in told
        assert secret.rpartition(".")[2] not in told
