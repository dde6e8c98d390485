"""What AWS would hand to a function, made from ``events/``, and records to start from."""

import base64
import hashlib
import hmac
import json
from datetime import datetime
from typing import Any

from infra.build import ROOT
from infra.simulation.people import accepted
from shared import dispatch
from shared.domain.approvals import Demand
from shared.domain.mandate.agreement import Mandate
from shared.domain.mandate.terms import Row, sensible_default
from shared.domain.parties import Party
from shared.domain.posts import Post, PostState
from shared.domain.roster.speakers import Speaker
from shared.domain.schedule import Due, Timer, wake_at

EVENTS = ROOT / "events"
SECRET = "the secret of a source"  # noqa: S105
OWNER = {"name": "Owner", "signature": "^OW"}

Event = dict[str, Any]


def post(route: str, body: Any, key: str, **params: str) -> Event:
    """A POST to an API. ``route``: its template, such as ``/clients/{client}/posts``."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    return _request(route, json.dumps(body), headers, params)


def get(route: str, key: str, **params: str) -> Event:
    """A GET to an API."""
    asked = _request(route, "", {"Authorization": f"Bearer {key}"}, params)
    context = asked["requestContext"] | {"httpMethod": "GET"}
    return asked | {"httpMethod": "GET", "body": None, "requestContext": context}


def hook(source: str) -> Event:
    """X's sample webhook, signed with :data:`SECRET`."""
    body: str = _sample("ingest.hook")["body"]
    signature = base64.b64encode(hmac.digest(SECRET.encode(), body.encode(), hashlib.sha256)).decode()
    headers = {"x-twitter-webhooks-signature": f"sha256={signature}", "Content-Type": "application/json"}
    return _request("/hooks/{source}", body, headers, {"source": source})


def handed_over(post: Post, timer: Timer) -> str:
    """The post as its message carries it to its sender."""
    (message,) = dispatch.messages([Due(post=post, at=timer.due_at)], timer.due_at)
    return message.body


def messages(*bodies: str) -> Event:
    """A batch from a queue."""
    (record,) = _sample("prioritize.mentions")["Records"]
    return {"Records": [{**record, "messageId": str(number), "body": body} for number, body in enumerate(bodies)]}


def rule(at: datetime) -> Event:
    """A schedule's call."""
    return {
        "version": "0",
        "id": "00000000-0000-4000-8000-000000000003",
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": "000000000000",
        "time": f"{at:%Y-%m-%dT%H:%M:%SZ}",
        "region": "eu-west-1",
        "resources": ["arn:aws:events:eu-west-1:000000000000:rule/sample"],
        "detail": {},
    }


def let_out(client: str, at: datetime) -> tuple[Mandate, Speaker]:
    """What lets a post of :func:`scheduled` go out for the client."""
    rows = sensible_default() | {"announcement": Row(approvals=0)}
    mandate = Mandate(client=client, agency="agy_1", rows=rows, set_by="mbr_client", set_at=at)
    return mandate, accepted("mbr_1", client, at)


def scheduled(id: str, client: str, due_at: datetime, *, account: str = "acc_1") -> tuple[Post, Timer]:  # noqa: A002
    """A post that needs no approval any more, and its timer."""
    waiting = Post(
        id=id,
        client=client,
        agency="agy_1",
        account=account,
        network="mastodon",
        handle="acme",
        function="announcement",
        text="The X200 is here. ^MS",
        in_reply_to="",
        mention=None,
        recommendation=None,
        author="mbr_1",
        author_party=Party.AGENCY,
        publish_at=due_at,
        demand=Demand(),
        created_at=due_at,
        due_at=due_at,
        state=PostState.SCHEDULED,
        state_at=due_at,
    )
    return waiting, wake_at(waiting, due_at)


def _request(route: str, body: str, headers: dict[str, str], params: dict[str, str]) -> Event:
    sample = _sample("ingest.hook")
    path = route.format(**params)
    return {
        **sample,
        "resource": route,
        "path": path,
        "headers": headers,
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "pathParameters": params or None,
        "requestContext": {**sample["requestContext"], "resourcePath": route, "path": f"/api{path}"},
        "body": body,
    }


def _sample(name: str) -> Event:
    sample: Event = json.loads((EVENTS / f"{name}.json").read_bytes())
    return sample
