"""A program as an agency or a brand would write it, on the generated client alone: sync, and async.

Reads an agency's key and two addresses from the environment, and prints as JSON what it found.
"""

import asyncio
import json
import os
import sys
from typing import Any

from backchannel_client import AuthenticatedClient
from backchannel_client.api.desk import (
    accept,
    add_member,
    connect_account,
    create_client,
    create_post,
    decide_on_post,
    introduce,
    list_posts,
    make_key,
    show_inbox,
    show_post,
)
from backchannel_client.api.recover import list_stops
from backchannel_client.calling import ProblemError, done, next_cursor
from backchannel_client.models import (
    Acceptance,
    Introduction,
    NewAccount,
    NewApproval,
    NewClient,
    NewKey,
    NewMember,
    NewPost,
    PostState,
    RosterVerdict,
    Scope,
    Verdict,
)
from backchannel_client.types import UNSET, Unset

DESK, RECOVER = os.environ["DESK_URL"], os.environ["RECOVER_URL"]
NETWORK, AGENCY_KEY, CLIENT = os.environ["NETWORK_URL"], os.environ["AGENCY_KEY"], os.environ["CLIENT"]


def api(key: str, url: str = DESK) -> AuthenticatedClient:
    return AuthenticatedClient(base_url=url, token=key)


def main() -> None:
    agency = api(AGENCY_KEY)
    wanted = NewClient.from_dict(
        {"id": CLIENT, "name": CLIENT, "zone": "Europe/Oslo", "owner": {"name": "Owner", "signature": "^OW"}}
    )
    admitted = done(create_client.sync_detailed(client=agency, body=wanted))
    brand = api(str(admitted.owner_key))
    network = NewAccount.from_dict(
        {
            "network": "mastodon",
            "handle": CLIENT,
            "base_url": NETWORK,
            "credentials": {"access_token": f"sandbox-{CLIENT}"},
        }
    )
    account = done(connect_account.sync_detailed(CLIENT, client=brand, body=network))

    member = done(add_member.sync_detailed(CLIENT, client=agency, body=NewMember(name="Writer", signature="^MS")))
    done(introduce.sync_detailed(CLIENT, client=agency, body=Introduction(member=member.id)))
    verdict = Acceptance(verdict=RosterVerdict.ACCEPT)
    done(accept.sync_detailed(CLIENT, member.id, client=brand, body=verdict))
    key = NewKey(member=member.id, scopes=[Scope.READ, Scope.RECOMMEND])
    made = done(make_key.sync_detailed(CLIENT, client=agency, body=key))
    writer = api(str(made.key))

    def body(text: str) -> NewPost:
        return NewPost(account=account.id, handle=CLIENT, text=text, function="community")

    first = create_post.sync_detailed(CLIENT, client=writer, body=body("Hello"), idempotency_key="once")
    again = create_post.sync_detailed(CLIENT, client=writer, body=body("Hello"), idempotency_key="once")
    post = done(first)
    for number in range(4):
        done(create_post.sync_detailed(CLIENT, client=writer, body=body(f"Hello {number}")))

    approval = NewApproval(verdict=Verdict.APPROVE, content_hash=post.content_hash)
    approved = done(decide_on_post.sync_detailed(CLIENT, post.id, client=brand, body=approval))
    found = {
        "same": done(again).id == post.id,
        "replayed": again.headers.get("Idempotent-Replayed"),
        "remaining": first.headers["RateLimit"],
        "scheduled": approved.state is not PostState.IN_REVIEW,
        "year": post.created_at.year,
        "pages": pages(writer),
        "refusals": [
            refused(lambda: show_post.sync_detailed(CLIENT, "pst_none", client=writer)),
            refused(lambda: create_post.sync_detailed(CLIENT, client=writer, body=body(" "))),
            refused(lambda: list_posts.sync_detailed(CLIENT, client=api("bk_a.b.c"))),
            refused(lambda: list_stops.sync_detailed(client=api(str(made.key), RECOVER))),
        ],
    }
    found["async"] = asyncio.run(asked_at_once(writer, post.id))
    sys.stdout.write(json.dumps(found))


def pages(writer: AuthenticatedClient) -> list[list[str]]:
    """The texts of what waits for approval, page by page."""
    found: list[list[str]] = []
    cursor: str | Unset = UNSET
    while True:
        answered = list_posts.sync_detailed(CLIENT, client=writer, limit=3, cursor=cursor)
        found.append([post.text for post in done(answered)])
        following = next_cursor(answered)
        if following is None:
            return found
        cursor = following


def refused(call: Any) -> list[str]:
    try:
        done(call())
    except ProblemError as refusal:
        return [refusal.kind, refusal.problem.field or ""]
    return []


async def asked_at_once(writer: AuthenticatedClient, post: str) -> list[Any]:
    async with writer:
        shown, inbox, missing = await asyncio.gather(
            show_post.asyncio_detailed(CLIENT, post, client=writer),
            show_inbox.asyncio_detailed(CLIENT, client=writer, limit=5),
            show_post.asyncio_detailed(CLIENT, "pst_none", client=writer),
        )
    try:
        done(missing)
    except ProblemError as refusal:
        return [done(shown).id == post, len(done(inbox).items), refusal.kind]
    return []


if __name__ == "__main__":
    main()
