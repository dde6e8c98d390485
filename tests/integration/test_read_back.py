"""What people make of a post on the network is in the client's ledger, without anybody asking for it."""

import json
from datetime import UTC, datetime, timedelta

from infra import client as http
from infra.engine import Engine
from shared.stores.rows import instant
from tests.integration.brands import Brand, invoked, until


def an_hour_passes(engine: Engine, post: str) -> None:
    """As if it had gone out an hour ago: nobody can wait that long."""
    table, ago = f"backchannel-{engine.stage}-posts", datetime.now(UTC) - timedelta(hours=1, minutes=1)
    store = engine.cloud.client("dynamodb")
    key = {"id": {"S": post}}
    body = json.loads(store.get_item(TableName=table, Key=key, ConsistentRead=True)["Item"]["body"]["S"])
    body["state_at"] = ago.isoformat()
    store.update_item(
        TableName=table,
        Key=key,
        UpdateExpression="SET body = :body, #at = :at",
        ExpressionAttributeNames={"#at": "at"},
        ExpressionAttributeValues={":body": {"S": json.dumps(body)}, ":at": {"S": instant(ago)}},
    )


def test_likes_boosts_and_replies_on_the_network_are_in_the_ledger_once(engine: Engine, brand: Brand) -> None:
    post = brand.published("Good morning")
    (status,) = brand.timeline()
    for deed, fan in (("favourite", "ada"), ("favourite", "bea"), ("reblog", "ada")):
        path = f"{engine.network_url}/api/v1/statuses/{status['id']}/{deed}"
        assert http.request("POST", path, key=f"sandbox-{fan}").status == 200
    invoked(engine, "publish.read_back")
    assert "post.engagement" not in brand.facts()

    an_hour_passes(engine, post["id"])
    for _ in range(3):
        invoked(engine, "publish.read_back")
    # Or it was told by a run of the schedule.
    (told,) = until("it is told", lambda: [one for one in brand.entries() if one["type"] == "post.engagement"])
    assert (told["subject"], told["who"]) == (post["id"], {"function": "publish.read_back"})
    assert told["data"] == {
        "account": brand.account,
        "network": "mastodon",
        "after": "1h",
        "likes": 2,
        "replies": 0,
        "reposts": 1,
        "quotes": None,
        "views": None,
        "function": "community",
        "author": brand.agent.member,
    }
