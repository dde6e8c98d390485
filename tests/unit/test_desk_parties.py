"""Each party makes its own people and keys and no other's, so neither can speak in the other's name."""

from typing import Any

import pytest

from tests.house import Brand, House, brand, person
from tests.network import START

OWNER = {"name": "Owner", "signature": "^OW"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def new_client(**changed: Any) -> dict[str, Any]:
    return {"id": "bolt", "name": "Bolt", "zone": "Asia/Tokyo", "owner": OWNER} | changed


def second_agency(acme: Brand) -> tuple[str, str]:
    """Taken on by the client; its id, and its administration key."""
    body = {"name": "South", "owner": {"name": "Administrator", "signature": "^SA"}}
    admitted = acme.house.ok("POST", acme.path("/agencies"), body, key=acme.owner_key)
    return admitted["client"]["agencies"][1], admitted["owner_key"]


def test_a_clients_owner_key_is_given_once_and_opens_everything_of_the_client() -> None:
    house = House()
    admitted = house.ok("POST", "/clients", new_client(), key=house.agency_key)
    shown = house.ok("GET", "/clients/bolt", key=admitted["owner_key"])
    assert shown == admitted["client"]
    assert (shown["zone"], len(shown["agencies"])) == ("Asia/Tokyo", 1)
    assert house.ok("GET", "/clients/bolt/members", key=admitted["owner_key"])[0]["id"] == admitted["owner"]


def test_only_an_agencys_administration_key_creates_clients(acme: Brand) -> None:
    for key in (acme.owner_key, administrator(acme)):
        acme.house.refused(403, "POST", "/clients", new_client(), key=key)


def administrator(acme: Brand) -> str:
    """A member of the agency who administers this one client."""
    return person(acme, "Manager", acme.house.agency_key, ["admin"])[1]


@pytest.mark.parametrize("id", ["acme", "deployment"])
def test_an_id_that_is_taken_is_taken(acme: Brand, id: str) -> None:  # noqa: A002
    acme.house.refused(409, "POST", "/clients", new_client(id=id), key=acme.house.agency_key)


@pytest.mark.parametrize("id", ["a#b", "a/b", "", "A", "a.b", "-a", "a-", "agy_1", "a b", "é", "x" * 49, "a\n"])
def test_an_id_that_could_be_mistaken_for_another_is_refused(acme: Brand, id: str) -> None:  # noqa: A002
    given = acme.house.refused(422, "POST", "/clients", new_client(id=id), key=acme.house.agency_key)
    assert given["field"] == "id"


@pytest.mark.parametrize("zone", ["", "Oslo", "Europe/Nowhere", "../etc/passwd", "/etc/localtime", "Europe", "\x00"])
def test_a_zone_that_is_none_is_refused(acme: Brand, zone: str) -> None:
    given = acme.house.refused(422, "POST", "/clients", new_client(zone=zone), key=acme.house.agency_key)
    assert given["field"] == "zone"


def test_what_is_wrong_with_the_owner_is_named_inside_the_owner(acme: Brand) -> None:
    body = new_client(owner={"name": " ", "signature": "^OW"})
    given = acme.house.refused(422, "POST", "/clients", body, key=acme.house.agency_key)
    assert given["field"] == "owner.name"


def test_a_member_belongs_to_the_party_of_whoever_added_them(acme: Brand) -> None:
    members = {one["id"]: one for one in acme.house.ok("GET", acme.path("/members"), key=acme.owner_key)}
    assert (members[acme.approver]["party"], members[acme.approver]["agency"]) == ("client", None)
    assert (members[acme.agent]["party"], members[acme.agent]["agency"]) == ("agency", acme.agency)


def test_an_agency_cannot_make_or_take_its_clients_people_and_keys(acme: Brand) -> None:
    house = acme.house
    mine = acme.approver_key.split(".")[1]
    for key in (house.agency_key, administrator(acme)):
        body = {"member": acme.approver, "scopes": ["approve"]}
        house.refused(403, "POST", acme.path("/keys"), body, key=key)
        house.refused(403, "DELETE", acme.path(f"/keys/{mine}"), key=key)
        house.refused(403, "DELETE", acme.path(f"/members/{acme.approver}"), key=key)


def test_a_client_cannot_make_or_take_its_agencys_people_and_keys(acme: Brand) -> None:
    house, theirs = acme.house, acme.agent_key.split(".")[1]
    body = {"member": acme.agent, "scopes": ["read"]}
    house.refused(403, "POST", acme.path("/keys"), body, key=acme.owner_key)
    house.refused(403, "DELETE", acme.path(f"/keys/{theirs}"), key=acme.owner_key)
    house.refused(403, "DELETE", acme.path(f"/members/{acme.agent}"), key=acme.owner_key)


def test_a_key_without_a_scope_is_refused(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": []}
    assert acme.house.refused(422, "POST", acme.path("/keys"), body, key=acme.owner_key)["field"] == "scopes"


def test_a_scope_named_twice_is_one_scope(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": ["read", "read"]}
    made = acme.house.ok("POST", acme.path("/keys"), body, key=acme.owner_key)
    listed = {one["id"]: one for one in acme.house.ok("GET", acme.path("/keys"), key=acme.owner_key)}
    assert listed[made["id"]]["scopes"] == ["read"]


@pytest.mark.parametrize("expires_at", ["2020-01-01T00:00:00Z", START.isoformat(), "0001-01-01T00:00:00+14:00"])
def test_a_key_that_would_have_expired_is_refused(acme: Brand, expires_at: str) -> None:
    body = {"member": acme.approver, "scopes": ["read"], "expires_at": expires_at}
    assert acme.house.refused(422, "POST", acme.path("/keys"), body, key=acme.owner_key)["field"] == "expires_at"


def test_a_removed_member_gets_no_new_key_and_is_removed_once(acme: Brand) -> None:
    house = acme.house
    house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    body = {"member": acme.approver, "scopes": ["read"]}
    assert house.refused(422, "POST", acme.path("/keys"), body, key=acme.owner_key)["field"] == "member"
    house.refused(409, "DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)


def test_a_key_is_revoked_once(acme: Brand) -> None:
    path = acme.path(f"/keys/{acme.approver_key.split('.')[1]}")
    acme.house.ok("DELETE", path, key=acme.owner_key)
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)


def test_only_the_client_takes_on_another_agency(acme: Brand) -> None:
    body = {"name": "South", "owner": OWNER}
    acme.house.refused(403, "POST", acme.path("/agencies"), body, key=acme.house.agency_key)


def test_a_second_agency_has_a_mandate_of_its_own(acme: Brand) -> None:
    second, _ = second_agency(acme)
    body = {"agency": second, "rows": {"sales": {"create": "client"}}}
    acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.owner_key)
    first = acme.house.ok("GET", acme.path(f"/mandate?agency={acme.agency}"), key=acme.owner_key)
    other = acme.house.ok("GET", acme.path(f"/mandate?agency={second}"), key=acme.owner_key)
    assert (first["rows"]["sales"]["create"], other["rows"]["sales"]["create"]) == ("either", "client")


def test_with_two_agencies_the_client_says_which_it_means(acme: Brand) -> None:
    second_agency(acme)
    assert acme.house.refused(422, "GET", acme.path("/mandate"), key=acme.owner_key)["field"] == "agency"
    none = acme.house.refused(422, "GET", acme.path("/mandate?agency=agy_none"), key=acme.owner_key)
    assert none["field"] == "agency"
    path, reason = acme.path(f"/mentions/{acme.house.mention('Casino!')}/dismissal"), {"reason": "spam"}
    assert acme.house.refused(422, "POST", path, reason, key=acme.owner_key)["field"] == "agency"
    acme.house.ok("POST", path, reason | {"agency": acme.agency}, key=acme.owner_key)


def test_a_second_agency_has_people_of_its_own_and_cannot_touch_the_firsts(acme: Brand) -> None:
    house = acme.house
    second, key = second_agency(acme)
    member, _ = person(acme, "Agent", key, ["read", "recommend"])
    listed = {one["id"]: one["agency"] for one in house.ok("GET", acme.path("/members"), key=acme.owner_key)}
    assert (listed[member], listed[acme.agent]) == (second, acme.agency)
    house.refused(403, "DELETE", acme.path(f"/members/{acme.agent}"), key=key)
    house.refused(403, "DELETE", acme.path(f"/keys/{acme.agent_key.split('.')[1]}"), key=key)
    house.refused(403, "POST", acme.path("/keys"), {"member": acme.agent, "scopes": ["read"]}, key=key)


def test_a_second_agency_does_not_reach_the_firsts_other_clients(acme: Brand) -> None:
    brand(acme.house, "bolt")
    _, key = second_agency(acme)
    acme.house.refused(404, "POST", "/clients/bolt/members", OWNER, key=key)


def test_one_agency_cannot_change_or_cancel_anothers_draft(acme: Brand) -> None:
    house, post = acme.house, acme.draft("Ours")
    _, admin = second_agency(acme)
    _, key = person(acme, "Agent", admin, ["read", "recommend"])
    path = acme.path(f"/posts/{post['id']}")
    house.ok("GET", path, key=key)
    house.refused(403, "PATCH", path, {"text": "Theirs"}, key=key)
    house.refused(403, "POST", path + "/cancel", {"reason": "no"}, key=key)


def test_what_an_agency_does_stands_under_its_own_mandate(acme: Brand) -> None:
    second, admin = second_agency(acme)
    _, key = person(acme, "Agent", admin, ["read", "recommend"])
    body = {"agency": second, "rows": {"community": {"create": "client"}}}
    acme.house.ok("PUT", acme.path("/mandate"), body, key=acme.owner_key)
    draft = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    acme.house.refused(403, "POST", acme.path("/posts"), draft | {"agency": acme.agency}, key=key)
    assert acme.draft("Hi")["agency"] == acme.agency


def test_an_agency_of_this_deployment_is_taken_on_by_its_id(acme: Brand) -> None:
    house = acme.house
    south = house.agency("South")
    id_ = south.removeprefix("bk_").split(".")[0]
    admitted = house.ok("POST", acme.path("/agencies"), {"agency": id_}, key=acme.owner_key)
    assert (admitted["owner"], admitted["owner_key"]) == (None, None)
    house.ok("POST", acme.path("/members"), OWNER, key=south)
    house.refused(409, "POST", acme.path("/agencies"), {"agency": id_}, key=acme.owner_key)


def test_an_agency_that_is_not_here_is_refused_by_name(acme: Brand) -> None:
    for body, field in (({"agency": "agy_none"}, "agency"), ({}, "name"), ({"name": "South"}, "name")):
        assert acme.house.refused(422, "POST", acme.path("/agencies"), body, key=acme.owner_key)["field"] == field


def test_an_agency_adds_administrators_of_its_own(acme: Brand) -> None:
    house, mine = acme.house, f"/clients/{acme.agency}"
    member = house.ok("POST", f"{mine}/members", {"name": "Deputy", "signature": "^DE"}, key=house.agency_key)
    body = {"member": member["id"], "scopes": ["admin", "stop"]}
    deputy = house.ok("POST", f"{mine}/keys", body, key=house.agency_key)["key"]
    house.ok("POST", "/clients", new_client(), key=deputy)


def test_an_agency_is_no_client_and_has_no_doors(acme: Brand) -> None:
    house, mine = acme.house, f"/clients/{acme.agency}"
    account = {"network": "mastodon", "handle": "a", "base_url": "https://a.example", "credentials": {"a": "b"}}
    house.refused(404, "POST", f"{mine}/accounts", account, key=house.agency_key)
    source = {"name": "a", "scheme": "standard", "network": "mastodon"}
    house.refused(404, "POST", f"{mine}/sources", source, key=house.agency_key)
    assert acme.house.vault.kept.keys() == {acme.account}
