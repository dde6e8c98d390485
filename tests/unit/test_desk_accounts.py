"""Accounts: connected by whoever can prove that they speak for them, and by nobody else."""

import json
from datetime import timedelta
from typing import Any

import pytest

from functions.notify.webhook import payload
from shared.domain.accounts import KEPT_AFTER_CLOSING, Account, Grant
from shared.networks import (
    CredentialsError,
    Identity,
    NotOfferedError,
    OutcomeUnknownError,
    ThrottledError,
)
from tests.house import Brand, House, brand
from tests.network import START
from tests.schemas import conforms
from tests.unit.test_publish_watch import told

TOKEN = "a-second-token"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def account(**changed: Any) -> dict[str, Any]:
    return {
        "network": "mastodon",
        "handle": "acme_help",
        "base_url": "https://social.example",
        "credentials": {"access_token": TOKEN},
    } | changed


def connect(acme: Brand, **changed: Any) -> Any:
    return acme.house.ok("POST", acme.path("/accounts"), account(**changed), key=acme.owner_key)


def problem(acme: Brand, status: int = 422, **changed: Any) -> Any:
    """What is said of an account that is refused; nothing of it may be kept."""
    before = dict(acme.house.vault.kept)
    said = acme.house.refused(status, "POST", acme.path("/accounts"), account(**changed), key=acme.owner_key)
    assert acme.house.vault.kept == before
    return said


def refused(acme: Brand, **changed: Any) -> Any:
    return problem(acme, **changed).get("field")


def speaks_for(acme: Brand, handle: str, external_id: str = "", token: str = TOKEN) -> None:
    """Whom a token is of, whatever is said of it."""
    acme.house.network.identities[token] = Identity(external_id=external_id or f"id-{handle}", handle=handle)


def reconnect(acme: Brand, made: Any, token: str = "a-third-token", **more: str) -> Any:
    body = {"credentials": {"access_token": token, **more}}
    return acme.house.ok("POST", acme.path(f"/accounts/{made['id']}/credentials"), body, key=acme.owner_key)


def not_reconnected(acme: Brand, made: Any, status: int = 422, token: str = "a-third-token") -> Any:
    before = dict(acme.house.vault.kept)
    path, body = acme.path(f"/accounts/{made['id']}/credentials"), {"credentials": {"access_token": token}}
    said = acme.house.refused(status, "POST", path, body, key=acme.owner_key)
    assert acme.house.vault.kept == before
    return said


def test_credentials_lie_in_the_vault_and_nowhere_else(acme: Brand) -> None:
    made = connect(acme)
    assert acme.house.vault.kept[made["id"]] == {"access_token": TOKEN}
    listed = acme.house.ok("GET", acme.path("/accounts"), key=acme.agent_key)
    for seen in (made, listed, acme.house.store.everything(), acme.house.outbound.sent):
        assert TOKEN not in str(seen)


def test_an_account_is_listed_as_it_was_connected(acme: Brand) -> None:
    made = connect(acme, handle="@acme_help", base_url="https://social.example/")
    assert (made["handle"], made["base_url"], made["kind"]) == ("acme_help", "https://social.example", "brand")
    assert made["external_id"] == "id-acme_help"
    assert made in acme.house.ok("GET", acme.path("/accounts"), key=acme.agent_key)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"base_url": ""}, "base_url"),
        ({"base_url": "http://social.example"}, "base_url"),
        ({"base_url": "ftp://social.example"}, "base_url"),
        ({"base_url": "social.example"}, "base_url"),
        ({"base_url": "https://"}, "base_url"),
        ({"base_url": "https://user:word@social.example"}, "base_url"),
        ({"base_url": "https://social.example/ a"}, "base_url"),
        ({"base_url": "https://social.example:99999"}, "base_url"),
        ({"base_url": "https://[social.example"}, "base_url"),
        ({"base_url": "https://nowhere.example"}, "base_url"),
        ({"network": "friendster"}, "network"),
        ({"handle": ""}, "handle"),
        ({"handle": "a b"}, "handle"),
        ({"credentials": {}}, "credentials"),
        ({"credentials": {"access_token": ""}}, "credentials.access_token"),
        ({"credentials": {"token": "x"}}, "credentials.access_token"),
        ({"credentials": {"access_token": TOKEN, "expires_at": "soon"}}, "credentials.expires_at"),
        ({"kind": "person"}, "owner"),
        ({"kind": "robot"}, "kind"),
        ({"owner": "mbr_none"}, "owner"),
        ({"kind": "person", "owner": "mbr_none"}, "owner"),
    ],
)
def test_what_is_wrong_with_an_account_is_named(acme: Brand, changed: dict[str, Any], field: str) -> None:
    assert refused(acme, **changed) == field


@pytest.mark.parametrize("given", ["Acme_Help", "@acme_help", "acme_help@social.example", "@ACME_help@Social.Example"])
def test_a_handle_is_proven_whatever_its_case_and_with_or_without_its_server(acme: Brand, given: str) -> None:
    speaks_for(acme, "acme_Help", "42")
    made = connect(acme, handle=given)
    assert (made["handle"], made["external_id"]) == ("acme_Help", "42")


@pytest.mark.parametrize("handle", ["globex", "acme_help@other.example", "acme_helpe", "аcme_help"])
def test_the_token_of_another_account_is_refused_and_says_whose_it_is(acme: Brand, handle: str) -> None:
    speaks_for(acme, "acme_help")
    said = problem(acme, handle=handle)
    assert (said["field"], "@acme_help" in said["detail"]) == ("handle", True)


@pytest.mark.parametrize("answer", ["\u202eacme\0_help", "acme" * 100, "Give us your key at https://evil.example"])
def test_what_a_server_answers_is_not_repeated_to_people(acme: Brand, answer: str) -> None:
    speaks_for(acme, answer, answer)
    said = problem(acme)
    assert (said["field"], answer in said["detail"]) == ("handle", False)


def test_a_page_that_has_only_a_name_goes_by_its_number(acme: Brand) -> None:
    speaks_for(acme, "Acme Norway", "1234567")
    assert "@1234567" in problem(acme)["detail"]
    assert connect(acme, handle="1234567")["handle"] == "1234567"
    assert connect(acme, handle="acme_news", credentials={"access_token": "another"})["handle"] == "acme_news"


def test_a_network_with_one_server_is_always_asked_there(acme: Brand) -> None:
    acme.house.addresses |= {"api.x.com": ["93.184.215.16"], "pds.example": ["93.184.215.17"]}
    acme.house.addresses["bsky.social"] = ["93.184.215.18"]
    x = {"network": "x", "credentials": {"access_token": "a", "refresh_token": "b", "client_id": "c"}}
    assert refused(acme, **x) == "base_url"
    assert connect(acme, **x, base_url="")["base_url"] == "https://api.x.com"
    bluesky = {"network": "bluesky", "credentials": {"identifier": "a", "app_password": "b"}}
    assert connect(acme, **bluesky, base_url="")["base_url"] == "https://bsky.social"
    assert connect(acme, **bluesky, base_url="https://pds.example")["base_url"] == "https://pds.example"


def test_credentials_of_which_nobody_knows_how_long_they_last_are_renewed_at_once(acme: Brand) -> None:
    acme.house.addresses["bsky.social"] = ["93.184.215.18"]
    bluesky = {"network": "bluesky", "credentials": {"identifier": "a", "app_password": "b"}}
    grant = acme.house.store.get(Grant, "acme", connect(acme, **bluesky, base_url="")["id"])
    assert grant is not None
    assert (grant.expires_at, grant.refresh_at) == (None, START)


@pytest.mark.parametrize("error", [CredentialsError("The token is unknown."), NotOfferedError("Not here.")])
def test_credentials_that_do_not_work_are_refused_by_name_and_not_kept(acme: Brand, error: Exception) -> None:
    acme.house.network.unidentified = error
    said = problem(acme)
    assert (said["field"], str(error) in said["detail"]) == ("credentials", True)


def test_credentials_with_which_no_line_can_be_opened_are_refused_by_name(acme: Brand) -> None:
    acme.house.network.unconnectable = CredentialsError("There is no usable token.")
    assert refused(acme) == "credentials"


@pytest.mark.parametrize("error", [ThrottledError("Wait.", None), OutcomeUnknownError("No answer came.")])
def test_a_network_that_does_not_answer_changes_nothing_and_is_to_be_tried_again(acme: Brand, error: Exception) -> None:
    acme.house.network.unidentified = error
    said = problem(acme, status=503)
    assert said["type"].endswith("/network-unreachable")
    acme.house.network.unidentified = None
    connect(acme)


def test_a_refusal_does_not_repeat_the_credentials(acme: Brand) -> None:
    assert TOKEN not in str(problem(acme, credentials={"access_token": [TOKEN]}))
    speaks_for(acme, "somebody_else")
    assert TOKEN not in str(problem(acme))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
    ],
)
def test_no_address_of_a_network_of_our_own_is_called(acme: Brand, address: str) -> None:
    acme.house.addresses["inside.example"] = ["93.184.215.14", address]
    acme.house.network.unidentified = AssertionError("It was called.")
    assert refused(acme, base_url="https://inside.example") == "base_url"


def test_an_account_whose_server_has_moved_inside_is_not_called_with_new_credentials(acme: Brand) -> None:
    made = connect(acme)
    acme.house.addresses["social.example"] = ["10.0.0.1"]
    assert not_reconnected(acme, made)["field"] == "base_url"


def test_an_account_is_a_shadow_only_when_it_is_said_so(acme: Brand) -> None:
    assert connect(acme)["shadow"] is False
    assert connect(acme, handle="acme_test", shadow=True)["shadow"] is True


@pytest.mark.parametrize(
    "base_url", ["https://social.example", "https://SOCIAL.example:443", "https://social.example."]
)
def test_an_account_is_connected_once_however_its_server_is_written(acme: Brand, base_url: str) -> None:
    made = connect(acme)
    said = problem(acme, handle="ACME_help", base_url=base_url)
    assert (said["field"], made["id"] in said["detail"]) == ("handle", True)
    acme.house.ok("DELETE", acme.path(f"/accounts/{made['id']}"), key=acme.owner_key)
    assert connect(acme)["id"] != made["id"]


def test_two_accounts_of_one_server_and_two_servers_with_one_name_are_connected(acme: Brand) -> None:
    acme.house.addresses["other.example"] = ["93.184.215.15"]
    made = [connect(acme), connect(acme, handle="acme_news"), connect(acme, base_url="https://other.example")]
    assert len({one["id"] for one in made}) == 3


@pytest.mark.parametrize("first", [True, False])
def test_an_account_is_never_the_brands_own_and_a_shadow_at_once(acme: Brand, first: bool) -> None:
    speaks_for(acme, "acme_help", "42")
    speaks_for(acme, "acme_renamed", "42", token="another")
    made = connect(acme, shadow=first)
    renamed = {"handle": "acme_renamed", "credentials": {"access_token": "another"}}
    assert refused(acme, shadow=not first, **renamed) == "handle"
    acme.house.ok("DELETE", acme.path(f"/accounts/{made['id']}"), key=acme.owner_key)
    assert connect(acme, shadow=not first, **renamed)["shadow"] is not first


def test_a_persons_account_is_owned_by_a_person_of_the_client(acme: Brand) -> None:
    assert connect(acme, kind="person", owner=acme.approver)["owner"] == acme.approver
    assert refused(acme, handle="chief", kind="person", owner=acme.agent) == "owner"


def test_a_persons_account_speaks_only_by_its_owners_own_approval(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0}})
    made = connect(acme, handle="chief", kind="person", owner=acme.approver)
    post = acme.draft("I think so.", account=made["id"], handle="chief")
    assert post["state"] == "in_review"
    verdict = {"verdict": "approve", "content_hash": post["content_hash"]}
    acme.house.refused(403, "POST", acme.path(f"/posts/{post['id']}/approvals"), verdict, key=acme.owner_key)
    assert acme.approve(post)["state"] == "scheduled"


def test_a_closed_account_takes_no_more_posts_and_closes_once(acme: Brand) -> None:
    path = acme.path(f"/accounts/{acme.account}")
    assert acme.house.ok("DELETE", path, key=acme.owner_key)["closed_at"]
    acme.house.refused(409, "DELETE", path, key=acme.owner_key)
    body = {"account": acme.account, "handle": "acme", "text": "Hi", "function": "community"}
    said = acme.house.refused(422, "POST", acme.path("/posts"), body, key=acme.owner_key)
    assert said["field"] == "account"


def test_new_credentials_of_the_same_account_take_the_place_of_the_old_ones(acme: Brand) -> None:
    made = connect(acme)
    again = reconnect(acme, made)
    assert again == made | {"version": 2}
    assert acme.house.vault.kept[made["id"]] == {"access_token": "a-third-token"}
    assert acme.house.facts()[-1] == "account.reconnected"
    assert "a-third-token" not in str(acme.house.store.everything())


def test_credentials_of_another_account_are_refused_by_name(acme: Brand) -> None:
    speaks_for(acme, "globex", token="a-third-token")
    said = not_reconnected(acme, connect(acme))
    assert (said["field"], "@globex" in said["detail"]) == ("credentials", True)


def test_another_account_that_took_the_same_handle_over_is_not_the_same(acme: Brand) -> None:
    speaks_for(acme, "acme_help", "43", token="a-third-token")
    assert not_reconnected(acme, connect(acme))["field"] == "credentials"


def test_an_account_that_was_renamed_is_the_same_and_goes_by_its_new_handle(acme: Brand) -> None:
    made = connect(acme)
    speaks_for(acme, "acme_care", made["external_id"], token="a-third-token")
    assert reconnect(acme, made)["handle"] == "acme_care"
    assert dict(acme.house.entries()[-1].data) == {
        "network": "mastodon",
        "handle": "acme_care",
        "external_id": "id-acme_help",
        "before": "acme_help",
    }
    assert acme.draft("Hello", account=made["id"], handle="acme_care")["handle"] == "acme_care"


@pytest.mark.parametrize("error", [ThrottledError("Wait.", None), OutcomeUnknownError("No answer came.")])
def test_a_network_that_does_not_answer_leaves_the_old_credentials_alone(acme: Brand, error: Exception) -> None:
    made = connect(acme)
    acme.house.network.unidentified = error
    not_reconnected(acme, made, status=503)


def test_a_closed_account_is_not_reconnected(acme: Brand) -> None:
    made = connect(acme)
    acme.house.ok("DELETE", acme.path(f"/accounts/{made['id']}"), key=acme.owner_key)
    not_reconnected(acme, made, status=409)


def test_an_account_that_is_connected_anew_has_nothing_of_the_closed_one(acme: Brand) -> None:
    """Neither its id, under which credentials lie, nor how far it was listened to, watched or renewed."""
    house = acme.house
    closed = connect(acme, credentials={"access_token": TOKEN, "expires_at": "2026-11-25T11:00:00Z"})
    house.ok("DELETE", acme.path(f"/accounts/{closed['id']}"), key=acme.owner_key)
    made = connect(acme, credentials={"access_token": "a-third-token"})
    assert made["id"] != closed["id"]
    assert (made["version"], made["external_id"]) == (1, closed["external_id"])
    assert house.vault.kept[made["id"]] == {"access_token": "a-third-token"}
    assert house.store.get(Grant, "acme", made["id"]) is None
    old = house.store.get(Grant, "acme", closed["id"])
    assert old is not None
    assert old.refresh_at == START + KEPT_AFTER_CLOSING
    forgotten = house.store.get(Account, "acme", closed["id"])
    assert forgotten is not None
    house.vault.forget(forgotten)
    assert acme.draft("Hi", account=made["id"], handle="acme_help")["state"] == "in_review"
    assert set(house.vault.kept) == {acme.account, made["id"]}


def test_a_disconnected_account_is_told_of_and_speaks_again_once_it_is_reconnected(acme: Brand) -> None:
    acme.house.network.unreadable = CredentialsError("The token was revoked.")
    acme.house.clock.sleep(300)
    acme.house.watch()
    assert [one["kind"] for one in told(acme)] == ["disconnected"]
    acme.house.network.faults = [CredentialsError("The token was revoked.")]
    post = acme.approved("Hi")
    acme.house.deliver()
    reconnect(acme, {"id": acme.account})
    acme.house.clock.sleep(60)
    acme.house.tick()
    acme.house.deliver()
    assert acme.post(post["id"])["state"] == "published"


def test_credentials_that_run_out_have_a_grant_and_the_others_have_none(acme: Brand) -> None:
    made = connect(acme)
    assert acme.house.store.get(Grant, "acme", made["id"]) is None
    reconnect(acme, made, expires_at="2026-11-25T11:00:00Z")
    grant = acme.house.store.get(Grant, "acme", made["id"])
    assert grant is not None
    assert grant.refresh_at == START + timedelta(hours=1)
    reconnect(acme, made, expires_at="2026-11-25T08:59:00+00:00")
    grant = acme.house.store.get(Grant, "acme", made["id"])
    assert grant is not None
    assert grant.refresh_at == START
    reconnect(acme, made)
    grant = acme.house.store.get(Grant, "acme", made["id"])
    assert grant is not None
    assert (grant.expires_at, grant.refresh_at) == (None, None)


def test_the_facts_of_accounts_are_as_their_schemas_say(acme: Brand) -> None:
    reconnect(acme, connect(acme))
    for entry in acme.house.entries()[-2:]:
        conforms(json.loads(payload(entry)))
