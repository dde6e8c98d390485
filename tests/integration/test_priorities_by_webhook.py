"""A client's own tool says what matters by webhook, and the inbox is in that order."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook

from infra.client import Answered, request
from infra.demo import senders
from tests.integration.brands import Brand, refused, until


def said(brand: Brand, source: Any, statement: Any) -> Answered:
    body, now = json.dumps(statement), datetime.now(UTC)
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(source["secret"]).sign("msg_1", now, body),
    }
    return request("POST", brand.hook(source), body.encode(), headers=headers)


def raised(mention: Any) -> bool:
    return {"name": "priority: Kettle", "points": 60} in [
        {"name": reason["name"], "points": reason["points"]} for reason in mention["reasons"]
    ]


def test_what_a_tool_of_the_clients_says_matters_is_in_force(make_brand: Callable[[], Brand]) -> None:
    brand = make_brand()
    tool = brand.source("standard", network="mastodon")
    reports = [
        {"external_id": "1", "author": "one", "text": "Where is my parcel?"},
        {"external_id": "2", "author": "two", "text": "The new kettle looks nice"},
    ]
    assert senders.standard(brand.hook(tool), tool["secret"], reports, "msg_1").status == 200
    brand.inbox(2)
    body = {"name": "Planner", "scheme": "standard", "purpose": "priorities"}
    planner = brand.owner.desk.post(brand.path("/sources"), body)
    item = {"name": "Kettle", "weight": 60, "words": ["kettle"]}
    refused(said(brand, planner, {"items": [item | {"weight": 61}]}), 422, "invalid", "items.0.weight")
    answered = said(brand, planner, {"items": [item]})
    assert (answered.status, answered.body) == (200, {"accepted": 1})
    first = until("in force", lambda: next((one for one in brand.inbox(2) if raised(one)), None))
    assert first["text"] == "The new kettle looks nice"
    assert brand.get("/priorities")["set_by"] == planner["id"]
    assert "priorities.set" in brand.facts()
