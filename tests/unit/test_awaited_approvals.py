"""Who is sent a link is who can decide: what the post says of whom it waits for is what the desk then does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.approval_links import awaits
from shared.domain.parties import Member
from tests.house import Brand, House, brand, person

LEGAL, PRESS, AGENCY = {"party": "client", "team": "legal"}, {"party": "client", "team": "press"}, {"party": "agency"}
ROWS = [
    {"approvals": 1},
    {"approvals": 2},
    {"approve": "either", "approvals": 2},
    {"approve": "agency", "approvals": 1},
    {"approvals": 1, "approvers": [LEGAL]},
    {"approvals": 2, "approvers": [PRESS, LEGAL]},
    {"approvals": 2, "approvers": [PRESS, LEGAL], "in_order": False},
    {"approve": "either", "approvals": 2, "approvers": [AGENCY, LEGAL]},
]
TEAMS = st.lists(st.sampled_from(["legal", "press"]), unique=True, max_size=2)


def staffed(teams: list[list[str]]) -> tuple[Brand, dict[str, str]]:
    """A brand with people of both parties, and keys of theirs that may approve; each team has somebody in it."""
    acme = brand(House())
    keys = dict(
        [
            person(acme, "One", acme.owner_key, ["approve"]),
            person(acme, "Two", acme.owner_key, ["approve"]),
            person(acme, "Three", acme.owner_key, ["approve"]),
            person(acme, "Theirs", acme.house.agency_key, ["approve"]),
        ]
    )
    for member, named in zip(keys, [*teams, ["legal", "press"]], strict=False):
        acme.house.ok("PATCH", acme.path(f"/members/{member}"), {"teams": named}, key=acme.owner_key)
    keys[acme.agent] = acme.house.ok(
        "POST", acme.path("/keys"), {"member": acme.agent, "scopes": ["approve"]}, key=acme.house.agency_key
    )["key"]
    return acme, keys


@pytest.mark.parametrize("row", ROWS, ids=str)
@given(teams=st.lists(TEAMS, min_size=2, max_size=2), turns=st.permutations(range(5)))
@settings(max_examples=12, deadline=None)
def test_a_post_waits_for_whoever_can_approve_it_now_and_for_nobody_else(
    row: dict[str, Any], teams: list[list[str]], turns: list[int]
) -> None:
    acme, keys = staffed(teams)
    house = acme.house
    acme.agree({"community": row})
    post = acme.draft("Good morning")
    for turn in turns:
        member_id, key = list(keys.items())[turn]
        member, now = house.store.get(Member, acme.client, member_id), house.store.post(post["id"])
        assert member is not None
        assert now is not None
        waited = awaits(now, member, house.clock.now())
        body = {"verdict": "approve", "content_hash": post["content_hash"]}
        given = house.call("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=key)
        assert waited == (given.status == 200), given.body
