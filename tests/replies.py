"""Saved replies as tests write, approve and use them."""

from typing import Any

from tests.house import Brand, person

TEXT = "Dear {name}, order {order} is on its way."
VARIABLES = [{"name": "name", "kind": "name"}, {"name": "order", "kind": "order_number"}]
VALUES = {"name": "Zoë", "order": "A-1024"}


def save(acme: Brand, key: str | None = None, **changed: Any) -> Any:
    """A saved reply, written by the agency."""
    body = {"name": "On its way", "text": TEXT, "variables": VARIABLES, "functions": ["customer_service"], **changed}
    return acme.house.ok("POST", acme.path("/replies"), body, key=key or acme.agent_key)


def evergreen(acme: Brand, **changed: Any) -> Any:
    body = {"text": "We mend for free.", "variables": [], "functions": ["community"], "evergreen": True, "gap_days": 30}
    return save(acme, **body | changed)


def decide(acme: Brand, reply: Any, *, key: str | None = None, **changed: Any) -> Any:
    body = {"verdict": "approve", "content_hash": reply["content_hash"], **changed}
    return acme.house.ok("POST", acme.path(f"/replies/{reply['id']}/approvals"), body, key=key or acme.approver_key)


def change(acme: Brand, reply: Any, key: str | None = None, **changed: Any) -> Any:
    return acme.house.ok("PATCH", acme.path(f"/replies/{reply['id']}"), changed, key=key or acme.agent_key)


def using(acme: Brand, reply: Any, values: Any = None, **more: Any) -> dict[str, Any]:
    used = {"id": reply["id"], "values": VALUES if values is None else values}
    return {"account": acme.account, "handle": "acme", "reply": used, **more}


def use(acme: Brand, reply: Any, values: Any = None, key: str | None = None, **more: Any) -> Any:
    """A post made of it, in answer to somebody unless it is of its own."""
    if "function" not in more and "mention" not in more:
        more["mention"] = acme.house.mention("Where is my order?")
    return acme.house.ok("POST", acme.path("/posts"), using(acme, reply, values, **more), key=key or acme.agent_key)


def use_again(acme: Brand, reply: Any, **more: Any) -> Any:
    return use(acme, reply, {}, function="community", **more)


def not_used(acme: Brand, reply: Any, values: Any = None, status: int = 422, **more: Any) -> Any:
    if "function" not in more and "mention" not in more:
        more["mention"] = acme.house.mention("Where is my order?")
    return acme.house.refused(
        status, "POST", acme.path("/posts"), using(acme, reply, values, **more), key=acme.agent_key
    )


def lead(acme: Brand) -> str:
    """A key of somebody at the agency who approves."""
    return person(acme, "Lead", acme.house.agency_key, ["read", "approve", "recommend"])[1]
