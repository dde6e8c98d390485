"""An author's own account is connected for no client, and one voice speaks for one client of an agency."""

import json
from typing import Any

import pytest

from functions.notify.webhook import payload
from shared.domain.apart.voices import VoiceHolder
from shared.networks import Identity
from tests.house import Brand, House, brand
from tests.schemas import conforms

OWN = {"network": "mastodon", "handle": "ada", "server": "social.example"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def account(**changed: Any) -> dict[str, Any]:
    return {
        "network": "mastodon",
        "handle": "ada",
        "base_url": "https://social.example",
        "credentials": {"access_token": "adas"},
    } | changed


def member(of: Brand, key: str, **more: Any) -> Any:
    body = {"name": "Ada", "signature": "^AD", **more}
    return of.house.ok("POST", of.path("/members"), body, key=key)


def administrator(acme: Brand, **more: Any) -> str:
    """The agency's own record of a person."""
    body = {"name": "Ada", "signature": "^AD", **more}
    made = acme.house.ok("POST", f"/clients/{acme.agency}/members", body, key=acme.house.agency_key)
    return str(made["id"])


def refused(of: Brand, **changed: Any) -> Any:
    kept = dict(of.house.vault.kept)
    said = of.house.refused(422, "POST", of.path("/accounts"), account(**changed), key=of.owner_key)
    assert of.house.vault.kept == kept
    return said["field"]


def connect(of: Brand, **changed: Any) -> Any:
    return of.house.ok("POST", of.path("/accounts"), account(**changed), key=of.owner_key)


@pytest.mark.parametrize("party", ["agency", "client"])
def test_a_members_own_account_is_not_connected(acme: Brand, party: str) -> None:
    key = acme.house.agency_key if party == "agency" else acme.owner_key
    assert member(acme, key, own_accounts=[OWN])["own_accounts"] == [OWN]
    assert refused(acme) == "handle"
    assert refused(acme, base_url="https://SOCIAL.example:443", handle="@Ada@social.example") == "handle"


def test_whose_it_is_is_what_the_network_says_and_not_what_is_claimed(acme: Brand) -> None:
    member(acme, acme.owner_key, own_accounts=[OWN])
    acme.house.network.identities["adas"] = Identity(external_id="7", handle="ADA")
    assert refused(acme, handle="ada") == "handle"


def test_an_account_of_that_name_on_another_server_or_network_is_another(acme: Brand) -> None:
    member(acme, acme.owner_key, own_accounts=[OWN])
    acme.house.addresses["other.example"] = ["93.184.215.15"]
    assert connect(acme, base_url="https://other.example")["handle"] == "ada"


def test_a_server_can_stand_in_the_handle(acme: Brand) -> None:
    given = [{"network": "mastodon", "handle": "@ada@social.example"}, {"network": "x", "handle": "@ada"}]
    made = member(acme, acme.owner_key, own_accounts=given)
    assert made["own_accounts"] == [OWN, {"network": "x", "handle": "ada", "server": ""}]


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ({"network": "mastodon", "handle": "ada"}, "own_accounts.0.server"),
        ({"network": "friendster", "handle": "ada"}, "network"),
        ({"network": "x", "handle": "a b"}, "own_accounts.0.handle"),
        ({"network": "x", "handle": "ada", "server": "x.com"}, "own_accounts.0.server"),
        ({"network": "mastodon", "handle": "ada@one.example", "server": "two.example"}, "own_accounts.0.server"),
        ({"network": "mastodon", "handle": "ada", "server": "a b"}, "own_accounts.0.server"),
    ],
)
def test_what_is_wrong_with_an_own_account_is_named(acme: Brand, own: dict[str, str], field: str) -> None:
    body = {"name": "Ada", "signature": "^AD", "own_accounts": [own]}
    assert acme.house.refused(422, "POST", acme.path("/members"), body, key=acme.owner_key)["field"] == field


def test_an_account_does_not_become_somebodys_own_by_another_handle(acme: Brand) -> None:
    made = connect(acme, handle="acme_care")
    member(acme, acme.owner_key, own_accounts=[OWN])
    acme.house.network.identities["again"] = Identity(external_id=made["external_id"], handle="ada")
    path, body = acme.path(f"/accounts/{made['id']}/credentials"), {"credentials": {"access_token": "again"}}
    assert acme.house.refused(422, "POST", path, body, key=acme.owner_key)["field"] == "credentials"


def test_a_person_connects_their_own_account_as_a_persons_and_nobody_else_does(acme: Brand) -> None:
    path = acme.path(f"/members/{acme.approver}")
    acme.house.ok("PATCH", path, {"own_accounts": [OWN]}, key=acme.owner_key)
    assert refused(acme) == "handle"
    assert refused(acme, kind="person", owner=acme.second) == "handle"
    made = connect(acme, kind="person", owner=acme.approver)
    again = {"credentials": {"access_token": "adas-second"}}
    acme.house.ok("POST", acme.path(f"/accounts/{made['id']}/credentials"), again, key=acme.owner_key)
    acme.house.ok("PATCH", path, {"own_accounts": [OWN, {"network": "x", "handle": "ada"}]}, key=acme.owner_key)


def test_what_a_person_stated_at_the_agency_holds_at_every_client_that_they_work_on(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    ada = administrator(acme, own_accounts=[OWN])
    member(acme, acme.house.agency_key, person=ada)
    assert refused(acme) == "handle"
    connect(bolt)


def test_a_member_who_left_says_no_more_whose_an_account_is(acme: Brand) -> None:
    made = member(acme, acme.owner_key, own_accounts=[OWN])
    acme.house.ok("DELETE", acme.path(f"/members/{made['id']}"), key=acme.owner_key)
    connect(acme)


def test_an_account_that_the_client_speaks_from_is_not_stated_as_somebodys_own(acme: Brand) -> None:
    made = connect(acme)
    body = {"name": "Ada", "signature": "^AD", "own_accounts": [OWN]}
    said = acme.house.refused(422, "POST", acme.path("/members"), body, key=acme.owner_key)
    assert (said["field"], made["id"] in said["detail"]) == ("own_accounts.0", True)
    patch = {"own_accounts": [OWN]}
    acme.house.refused(422, "PATCH", acme.path(f"/members/{acme.second}"), patch, key=acme.owner_key)


def test_each_party_changes_its_own_people_only(acme: Brand) -> None:
    patch = {"own_accounts": [OWN]}
    acme.house.refused(403, "PATCH", acme.path(f"/members/{acme.second}"), patch, key=acme.house.agency_key)
    acme.house.refused(403, "PATCH", acme.path(f"/members/{acme.agent}"), patch, key=acme.owner_key)
    leaver = member(acme, acme.owner_key)["id"]
    acme.house.ok("DELETE", acme.path(f"/members/{leaver}"), key=acme.owner_key)
    acme.house.refused(409, "PATCH", acme.path(f"/members/{leaver}"), patch, key=acme.owner_key)


def test_who_of_the_agency_a_member_is_is_one_of_its_own_and_works_on_a_client_once(acme: Brand) -> None:
    house, ada = acme.house, administrator(acme)
    body = {"name": "Ada", "signature": "^AD", "person": ada}
    for key in (acme.owner_key, house.agency("South")):
        status = 422 if key == acme.owner_key else 404
        house.refused(status, "POST", acme.path("/members"), body, key=key)
    for wrong in ("mbr_none", acme.agent):
        said = house.refused(422, "POST", acme.path("/members"), body | {"person": wrong}, key=house.agency_key)
        assert said["field"] == "person"
    first = member(acme, house.agency_key, person=ada)["id"]
    assert house.refused(422, "POST", acme.path("/members"), body, key=house.agency_key)["field"] == "person"
    house.ok("DELETE", acme.path(f"/members/{first}"), key=house.agency_key)
    member(acme, house.agency_key, person=ada)


def test_who_a_member_is_can_be_said_later_and_corrected(acme: Brand) -> None:
    house, ada, bo = acme.house, administrator(acme), administrator(acme)
    path = acme.path(f"/members/{acme.agent}")
    for person in (ada, ada, bo):
        assert house.ok("PATCH", path, {"person": person}, key=house.agency_key)["person"] == person
    administrators = {
        one["id"]: one for one in house.ok("GET", acme.path("/separation"), key=acme.owner_key)["members"]
    }
    assert (administrators[ada]["other_clients"], administrators[acme.agent]["other_clients"]) == ([], [])


def test_a_change_is_told_as_its_schema_says_and_names_no_handle(acme: Brand) -> None:
    acme.house.ok("PATCH", acme.path(f"/members/{acme.second}"), {"own_accounts": [OWN]}, key=acme.owner_key)
    entry = acme.house.entries()[-1]
    conforms(json.loads(payload(entry)))
    assert dict(entry.data) == {"changed": ["own_accounts"]}


# One voice, one client


def test_an_account_of_another_client_of_the_agency_is_not_connected(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    connect(acme)
    said = bolt.house.refused(422, "POST", bolt.path("/accounts"), account(), key=bolt.owner_key)
    assert (said["field"], "acme" in said["detail"]) == ("handle", False)


def test_it_is_when_the_other_has_closed_it(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    made = connect(acme)
    acme.house.ok("DELETE", acme.path(f"/accounts/{made['id']}"), key=acme.owner_key)
    connect(bolt)
    assert refused(acme) == "handle"


def test_a_client_of_another_agency_is_told_nothing_of_it(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    connect(acme)
    connect(bolt)


def test_of_two_clients_that_connect_one_voice_at_once_one_is_refused(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    acme.house.store.before["commit"].append(lambda: connect(bolt))
    given = acme.house.call("POST", acme.path("/accounts"), account(), key=acme.owner_key)
    assert given.status == 409
    assert refused(acme) == "handle"


def test_an_agency_is_not_taken_on_that_speaks_from_the_account_for_somebody_else(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    connect(acme)
    connect(bolt)
    body = {"agency": bolt.agency}
    assert acme.house.refused(422, "POST", acme.path("/agencies"), body, key=acme.owner_key)["field"] == "agency"


def test_an_agency_that_is_taken_on_holds_the_clients_voices_from_then_on(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt", acme.house.agency("South"))
    connect(acme)
    acme.house.ok("POST", acme.path("/agencies"), {"agency": bolt.agency}, key=acme.owner_key)
    assert refused(bolt) == "handle"
    holders = [one.client for one in acme.house.store.list(VoiceHolder, bolt.agency)]
    assert sorted(map(str, holders)) == ["acme", "acme", "bolt"]
