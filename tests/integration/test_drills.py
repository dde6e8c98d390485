"""A drill on the deployed stacks: the real switch, on an account where nothing is at stake."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra import client as http
from tests.integration.brands import Brand, nothing_written, refused
from tests.schemas import conforms


def connected(brand: Brand) -> str:
    """A shadow account of the brand."""
    handle = f"{brand.client}-shadow"
    account = {
        "network": "mastodon",
        "handle": handle,
        "base_url": brand.engine.network_url,
        "credentials": {"access_token": f"sandbox-{handle}"},
        "shadow": True,
    }
    return str(brand.owner.desk.post(brand.path("/accounts"), account)["id"])


@pytest.fixture
def shadow(brand: Brand) -> str:
    return connected(brand)


def drilled(brand: Brand, account: str) -> Any:
    return brand.second.recover.post("/drills", {"client": brand.client, "account": account})


def gaps(brand: Brand) -> list[str]:
    plan = brand.second.recover.get(brand.path("/recovery-plan"))
    return [missing["gap"] for missing in plan["missing"]]


def test_a_drill_throws_the_real_switch_and_leaves_only_evidence(brand: Brand, shadow: str) -> None:
    drill = drilled(brand, shadow)
    assert (drill["outcome"], drill["because"]) == ("done", "")
    assert 0 < drill["flag_ms"] <= drill["naming_ms"] <= drill["drain_ms"] < 5000
    stop = brand.second.recover.get(f"/stops/{drill['stop']}")
    assert (stop["scope"], stop["named"]) == (f"account:{brand.client}/{shadow}", [])
    assert stop["lifted_at"]
    (told,) = [entry for entry in brand.entries() if entry["type"] == "drill.done"]
    data = {"client": brand.client, "subject": told["subject"], "who": told["who"], **told["data"]}
    conforms({"type": told["type"], "timestamp": told["at"], "data": data})
    assert brand.second.recover.get(f"/drills?client={brand.client}") == [drill]


def test_the_brands_posts_go_out_before_during_and_after_a_drill(brand: Brand, shadow: str) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=2)
    posts = [brand.scheduled("Good morning"), brand.scheduled("Good day", publish_at=soon.isoformat())]
    while datetime.now(UTC) < soon:
        assert drilled(brand, shadow)["outcome"] == "done"
    posts.append(brand.scheduled("Good night"))
    for post in posts:
        brand.becomes(post, "published")


def test_a_brands_own_account_is_refused(brand: Brand) -> None:
    order = {"client": brand.client, "account": brand.account}
    with nothing_written(brand):
        answered = http.request("POST", f"{brand.engine.recover_url}/drills", order, key=brand.second.key)
        refused(answered, 422, "invalid", "account")


def test_a_plan_that_lacks_nothing_is_one_that_was_drilled(brand: Brand, shadow: str) -> None:
    assert gaps(brand) == ["no_plan"]
    plan = {
        "may_stop": [brand.second.member],
        "resumes": [brand.second.member, brand.owner.member],
        "contacts": [{"name": "The press office", "reach": "+47 22 00 00 00"}],
        "statements": [{"name": "First words", "text": "We are looking into it."}],
        "drill_every_days": 30,
    }
    brand.owner.recover.put(brand.path("/recovery-plan"), plan)
    assert gaps(brand) == ["no_drill"]
    drilled(brand, shadow)
    assert gaps(brand) == []
