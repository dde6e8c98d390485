"""What an agency shows its client: who can touch its accounts, with what, and what was held as out of place."""

from dataclasses import replace
from typing import Any

import pytest

from functions.desk.separation import READ_BY, WRITTEN_BY
from shared.domain.apart.separation import SHOWN_FOR
from shared.domain.roster.speakers import Speaker
from shared.networks.vault import SECRET_NAME
from tests.house import Brand, House, brand, person
from tests.network import START


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def shown(acme: Brand, key: str = "") -> Any:
    return acme.house.ok("GET", acme.path("/separation"), key=key or acme.owner_key)


def touching(acme: Brand, account: str = "") -> dict[str, Any]:
    (found,) = [one for one in shown(acme)["accounts"] if one["id"] == (account or acme.account)]
    return {one["member"]: one for one in found["touched_by"]}


def test_either_party_is_shown_the_same(acme: Brand) -> None:
    assert shown(acme) == shown(acme, acme.agent_key)


def test_an_account_names_all_who_can_do_something_with_it_and_with_which_rights(acme: Brand) -> None:
    reader, _ = person(acme, "Reader", acme.owner_key, ["read"])
    found = touching(acme)
    assert reader not in found
    assert found[acme.approver] == {
        "member": acme.approver,
        "party": "client",
        "agency": None,
        "scopes": ["approve", "read", "stop"],
        "on_roster": True,
        "owner": False,
    }
    assert found[acme.agent]["scopes"] == ["publish", "read", "recommend", "stop"]
    (administrator,) = [one for one in shown(acme)["members"] if one["administers"]]
    assert found[administrator["id"]]["scopes"] == ["admin", "stop"]


def test_whoever_has_no_key_any_more_touches_nothing(acme: Brand) -> None:
    house = acme.house
    house.ok("DELETE", acme.path(f"/keys/{acme.agent_key.split('.')[1]}"), key=house.agency_key)
    house.ok("DELETE", acme.path(f"/members/{acme.second}"), key=acme.owner_key)
    expiring = {"member": acme.agent, "scopes": ["publish"], "expires_at": "2026-11-25T10:00:00Z"}
    key = house.ok("POST", acme.path("/keys"), expiring, key=house.agency_key)["id"]
    assert touching(acme)[acme.agent]["scopes"] == ["publish"]
    assert key in {one["id"] for one in shown(acme)["keys"]}
    house.clock.sleep(3600)
    assert not {acme.agent, acme.second} & touching(acme).keys()
    assert not {acme.agent_key.split(".")[1], key} & {one["id"] for one in shown(acme)["keys"]}


@pytest.mark.parametrize(
    ("accounts", "accepted", "ended", "on"),
    [
        ((), True, False, True),
        (("acc_other",), True, False, False),
        ((), False, False, False),
        ((), True, True, False),
    ],
)
def test_it_says_who_is_on_the_roster_for_an_account(
    acme: Brand, accounts: tuple[str, ...], accepted: bool, ended: bool, on: bool
) -> None:
    before = acme.house.store.get(Speaker, "acme", acme.agent)
    assert before is not None
    speaker = replace(
        before,
        accounts=accounts,
        accepted_at=START if accepted else None,
        ended_at=START if ended else None,
        version=before.version + 1,
    )
    acme.house.store.commit(speaker)
    assert touching(acme)[acme.agent]["on_roster"] is on


def test_accounts_are_shown_with_their_owner_and_the_name_of_their_secret_and_no_secret(acme: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": "chief",
        "base_url": "https://social.example",
        "credentials": {"access_token": "the-chiefs"},
        "kind": "person",
        "owner": acme.approver,
    }
    made = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)["id"]
    (found,) = [one for one in shown(acme)["accounts"] if one["id"] == made]
    assert (found["kind"], found["owner"], found["shadow"]) == ("person", acme.approver, False)
    assert found["credentials"] == f"backchannel/{{stage}}/acme/{made}"
    assert touching(acme, made)[acme.approver]["owner"]
    seen = str(shown(acme))
    for secret in ("the-chiefs", "not-a-real-token", acme.owner_key, acme.owner_key.split(".")[2]):
        assert secret not in seen
    acme.house.ok("DELETE", acme.path(f"/accounts/{made}"), key=acme.owner_key)
    assert made not in {one["id"] for one in shown(acme)["accounts"]}


def test_it_says_where_credentials_lie_and_which_functions_read_them(acme: Brand) -> None:
    assert shown(acme)["credentials"] == {
        "name": SECRET_NAME.replace("{client}", "acme"),
        "read_by": list(READ_BY),
        "written_by": list(WRITTEN_BY),
    }


def test_it_says_on_which_other_clients_a_member_of_the_agency_works_or_that_it_is_not_stated(acme: Brand) -> None:
    house, bolt = acme.house, brand(acme.house, "bolt")
    body = {"name": "Ada", "signature": "^AD"}
    ada = house.ok("POST", f"/clients/{acme.agency}/members", body, key=house.agency_key)["id"]
    here = house.ok("POST", acme.path("/members"), body | {"person": ada}, key=house.agency_key)["id"]
    there = house.ok("POST", bolt.path("/members"), body | {"person": ada}, key=house.agency_key)["id"]
    members = {one["id"]: one for one in shown(acme)["members"]}
    assert (members[here]["person"], members[here]["other_clients"]) == (ada, ["bolt"])
    assert members[ada]["other_clients"] == ["bolt"]
    assert (members[acme.agent]["person"], members[acme.agent]["other_clients"]) == (None, None)
    assert (members[acme.owner]["party"], members[acme.owner]["other_clients"]) == ("client", None)
    house.ok("DELETE", bolt.path(f"/members/{there}"), key=house.agency_key)
    assert {one["id"]: one["other_clients"] for one in shown(acme)["members"]}[here] == []


def test_what_was_held_as_out_of_place_is_counted_for_thirty_days(acme: Brand) -> None:
    brand(acme.house, "bolt")
    assert shown(acme)["out_of_place"] == {"count": 0, "newest": None}
    acme.draft("Try Bolt today")
    acme.house.clock.sleep(60)
    post = acme.draft("Ask @bolt")
    assert shown(acme)["out_of_place"] == {
        "count": 2,
        "newest": {
            "post": post["id"],
            "account": acme.account,
            "by": acme.agent,
            "said": ["@bolt"],
            "at": "2026-11-25T09:01:00Z",
        },
    }
    facts = [entry for entry in acme.house.entries() if entry.type == "post.out_of_place"]
    assert [entry.subject for entry in facts][-1] == post["id"]
    acme.house.clock.sleep(SHOWN_FOR.total_seconds() - 60)
    assert shown(acme)["out_of_place"]["count"] == 1
    acme.house.clock.sleep(60)
    assert shown(acme)["out_of_place"] == {"count": 0, "newest": None}


def test_nothing_of_another_client_is_in_it_but_whom_a_stated_person_works_for(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    bolt.draft("Hello")
    seen = str(shown(acme))
    for theirs in ("bolt", bolt.account, bolt.agent, bolt.owner, bolt.agent_key.split(".")[1]):
        assert theirs not in seen
