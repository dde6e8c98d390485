"""Who speaks for a client: introduced by their own party, accepted by the client, up to date with the guidelines."""

from datetime import timedelta
from typing import Any

import pytest

from tests.house import Brand, House, brand, person

WRITER = ["read", "recommend", "publish"]


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def roster(acme: Brand) -> dict[str, Any]:
    return {one["member"]: one for one in acme.house.ok("GET", acme.path("/roster"), key=acme.owner_key)}


def writer(acme: Brand) -> tuple[str, str]:
    """Somebody new at the agency, whom nobody has introduced."""
    return person(acme, "Writer", acme.house.agency_key, WRITER)


def introduce(acme: Brand, member: str, *accounts: str, key: str | None = None) -> Any:
    body = {"member": member, "accounts": accounts}
    return acme.house.ok("POST", acme.path("/roster"), body, key=key or acme.house.agency_key)


def answer(acme: Brand, member: str, verdict: str, **more: Any) -> Any:
    path = acme.path(f"/roster/{member}/acceptance")
    return acme.house.ok("POST", path, {"verdict": verdict, **more}, key=acme.approver_key)


def draft(acme: Brand, key: str, **more: Any) -> Any:
    body = {"account": acme.account, "handle": "acme", "text": "Good morning", "function": "community", **more}
    return acme.house.ok("POST", acme.path("/posts"), body, key=key)


def kept_in(acme: Brand, post: Any) -> str:
    """Why an approval of the post is refused."""
    body = {"verdict": "approve", "content_hash": post["content_hash"]}
    path = acme.path(f"/posts/{post['id']}/approvals")
    return str(acme.house.refused(409, "POST", path, body, key=acme.approver_key)["detail"])


def set_guidelines(acme: Brand, **body: Any) -> int:
    return int(acme.house.ok("PUT", acme.path("/guidelines"), body, key=acme.owner_key)["version"])


def test_whoever_is_not_on_the_roster_drafts_and_is_not_heard(acme: Brand) -> None:
    member, key = writer(acme)
    post = draft(acme, key)
    assert "its author is not on the roster" in kept_in(acme, post)
    introduce(acme, member)
    assert "the client has not accepted" in kept_in(acme, post)
    answer(acme, member, "accept")
    assert acme.approve(post)["state"] == "scheduled"


def test_what_the_mandate_delegates_is_not_created_by_somebody_silent(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 0, "approve": "either"}})
    member, key = writer(acme)
    body = {"account": acme.account, "handle": "acme", "text": "Good morning", "function": "community"}
    refusal = acme.house.refused(409, "POST", acme.path("/posts"), body, key=key)
    assert "not on the roster" in refusal["detail"]
    introduce(acme, member)
    answer(acme, member, "accept")
    assert draft(acme, key)["state"] == "scheduled"


def test_an_approved_post_is_not_called_for_once_its_author_is_silent(acme: Brand) -> None:
    post = acme.approve(acme.draft("Good morning", on_call=True))
    answer(acme, acme.agent, "refuse", reason="we are not sure")
    path = acme.path(f"/posts/{post['id']}/publish")
    refusal = acme.house.refused(409, "POST", path, key=acme.agent_key)
    assert "not accepted by the client: we are not sure" in refusal["detail"]
    introduce(acme, acme.agent)
    answer(acme, acme.agent, "accept")
    assert acme.house.ok("POST", path, key=acme.agent_key)["state"] == "scheduled"


def test_somebody_who_may_speak_takes_a_draft_over(acme: Brand) -> None:
    _, key = writer(acme)
    post = draft(acme, key)
    assert "PATCH" in kept_in(acme, post)
    taken = acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {}, key=acme.agent_key)
    assert acme.approve(taken)["state"] == "scheduled"


def test_the_clients_own_people_are_accepted_by_being_introduced(acme: Brand) -> None:
    member, key = person(acme, "Colleague", acme.owner_key, WRITER)
    post = draft(acme, key)
    assert "not on the roster" in kept_in(acme, post)
    place = introduce(acme, member, key=acme.owner_key)
    assert (place["accepted"], place["accepted_by"], place["silent"]) == (True, acme.owner, None)
    assert acme.approve(post)["state"] == "scheduled"
    path = acme.path(f"/roster/{member}/acceptance")
    acme.house.refused(409, "POST", path, {"verdict": "accept"}, key=acme.owner_key)


def test_an_agency_does_not_accept_its_own(acme: Brand) -> None:
    member, _ = writer(acme)
    introduce(acme, member)
    _, lead = person(acme, "Lead", acme.house.agency_key, ["read", "approve"])
    path = acme.path(f"/roster/{member}/acceptance")
    acme.house.refused(403, "POST", path, {"verdict": "accept"}, key=lead)


def test_a_party_introduces_its_own_alone(acme: Brand) -> None:
    member, _ = writer(acme)
    acme.house.refused(403, "POST", acme.path("/roster"), {"member": member}, key=acme.owner_key)
    acme.house.refused(403, "POST", acme.path("/roster"), {"member": acme.owner}, key=acme.house.agency_key)
    bolt = brand(acme.house, "bolt")
    for stranger in (bolt.agent, "mbr_none"):
        body = {"member": stranger}
        refusal = acme.house.refused(422, "POST", acme.path("/roster"), body, key=acme.house.agency_key)
        assert refusal["field"] == "member"


def test_nobody_is_introduced_for_an_account_that_is_not_the_clients(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    body = {"member": acme.agent, "accounts": [acme.account, bolt.account]}
    refusal = acme.house.refused(422, "POST", acme.path("/roster"), body, key=acme.house.agency_key)
    assert refusal["field"] == "accounts.1"


def test_a_speaker_of_one_account_is_silent_on_the_others(acme: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": "acme_help",
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    }
    other = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)["id"]
    introduce(acme, acme.agent, other)
    assert "on the roster for other accounts" in kept_in(acme, acme.draft("Good morning"))
    elsewhere = draft(acme, acme.agent_key, account=other, handle="acme_help")
    assert acme.approve(elsewhere)["state"] == "scheduled"


def test_fewer_accounts_need_no_new_acceptance_and_more_do(acme: Brand) -> None:
    narrowed = introduce(acme, acme.agent, acme.account)
    assert (narrowed["accounts"], narrowed["accepted"]) == ([acme.account], True)
    widened = introduce(acme, acme.agent)
    assert (widened["accounts"], widened["accepted"]) == ([], False)
    assert widened["silent"] == "was introduced, and the client has not accepted them"
    assert introduce(acme, acme.agent, acme.account)["accepted"] is False


def test_an_acceptance_of_a_place_that_was_widened_meanwhile_is_refused(acme: Brand) -> None:
    member, _ = writer(acme)
    seen = introduce(acme, member, acme.account)
    introduce(acme, member)
    body = {"verdict": "accept", "version": seen["version"]}
    acme.house.refused(409, "POST", acme.path(f"/roster/{member}/acceptance"), body, key=acme.approver_key)
    assert answer(acme, member, "accept", version=seen["version"] + 1)["accepted"]


def test_a_refusal_says_why_and_is_shown(acme: Brand) -> None:
    member, _ = writer(acme)
    introduce(acme, member)
    path = acme.path(f"/roster/{member}/acceptance")
    refusal = acme.house.refused(422, "POST", path, {"verdict": "refuse"}, key=acme.approver_key)
    assert refusal["field"] == "reason"
    answer(acme, member, "refuse", reason="has no training")
    assert roster(acme)[member]["silent"] == "is not accepted by the client: has no training"
    acme.house.refused(409, "POST", path, {"verdict": "accept"}, key=acme.approver_key)
    acme.house.refused(409, "POST", path, {"verdict": "refuse", "reason": "no"}, key=acme.approver_key)
    assert introduce(acme, member)["silent"] == "was introduced, and the client has not accepted them"


def test_the_roster_says_who_speaks_as_what_and_for_which_accounts(acme: Brand) -> None:
    place = roster(acme)[acme.agent]
    assert (place["name"], place["signature"], place["accounts"]) == ("Agent", "^XX", [])
    assert (place["party"], place["agency"], place["accepted_by"]) == ("agency", acme.agency, acme.owner)
    assert (place["acknowledged"], place["trainings"], place["silent"]) == (None, [], None)
    assert set(roster(acme)) == {acme.owner, acme.approver, acme.second, acme.agent, acme.agent_two}


def acknowledge(acme: Brand, version: int, *, member: str | None = None, key: str | None = None) -> Any:
    path = acme.path(f"/roster/{member or acme.agent}/acknowledgement")
    return acme.house.call("POST", path, {"version": version}, key=key or acme.agent_key)


def test_guidelines_that_changed_are_read_again_before_anything_goes_out(acme: Brand) -> None:
    post = acme.draft("Good morning")
    assert set_guidelines(acme, hashtags={"most": 3}) == 1
    assert "has not acknowledged version 1 of the guidelines" in kept_in(acme, post)
    assert acknowledge(acme, 1).body["acknowledged"]["current"] is True
    assert set_guidelines(acme, hashtags={"most": 2}) == 2
    assert roster(acme)[acme.agent]["acknowledged"] == {
        "version": 1,
        "at": acme.house.clock.now().isoformat().replace("+00:00", "Z"),
        "current": False,
    }
    assert "has not acknowledged version 2 of the guidelines" in kept_in(acme, post)
    acknowledge(acme, 2)
    assert acme.approve(post)["state"] == "scheduled"


def test_only_the_guidelines_in_force_are_acknowledged(acme: Brand) -> None:
    nothing_set = acknowledge(acme, 0)
    assert (nothing_set.status, nothing_set.body["field"]) == (422, "version")
    set_guidelines(acme)
    set_guidelines(acme)
    before = acme.house.store.everything()
    for version in (0, 1, 3):
        given = acknowledge(acme, version)
        assert (given.status, given.body["field"]) == (422, "version")
    assert "version 2 is" in given.body["detail"]
    assert acme.house.store.everything() == before


def test_nobody_reads_the_guidelines_for_somebody_else(acme: Brand) -> None:
    set_guidelines(acme)
    assert acknowledge(acme, 1, key=acme.agent_two_key).status == 403
    assert acknowledge(acme, 1, key=acme.owner_key).status == 403


def test_whoever_was_not_introduced_has_nothing_to_acknowledge(acme: Brand) -> None:
    member, key = writer(acme)
    set_guidelines(acme)
    assert acknowledge(acme, 1, member=member, key=key).status == 404


def test_trainings_are_recorded_by_ones_own_party_or_the_client(acme: Brand) -> None:
    path, now = acme.path(f"/roster/{acme.agent}/trainings"), acme.house.clock.now()
    body = {"name": "Tone of voice", "at": (now - timedelta(days=1)).isoformat()}
    acme.house.ok("POST", path, body, key=acme.house.agency_key)
    again = acme.house.ok("POST", path, body | {"at": now.isoformat()}, key=acme.owner_key)
    (training,) = again["trainings"]
    assert (training["name"], training["recorded_by"]) == ("Tone of voice", acme.owner)
    owners = acme.path(f"/roster/{acme.owner}/trainings")
    acme.house.refused(403, "POST", owners, body, key=acme.house.agency_key)


def test_a_training_to_come_is_none(acme: Brand) -> None:
    path = acme.path(f"/roster/{acme.agent}/trainings")
    body = {"name": "Tone of voice", "at": (acme.house.clock.now() + timedelta(seconds=1)).isoformat()}
    assert acme.house.refused(422, "POST", path, body, key=acme.owner_key)["field"] == "at"


def test_what_happens_on_the_roster_is_in_the_ledger(acme: Brand) -> None:
    member, key = writer(acme)
    introduce(acme, member)
    answer(acme, member, "accept")
    set_guidelines(acme)
    acknowledge(acme, 1, member=member, key=key)
    answer(acme, member, "refuse", reason="enough")
    told = [entry for entry in acme.house.entries() if entry.subject == member and entry.type.startswith("roster.")]
    assert [entry.type for entry in told] == [
        "roster.introduced",
        "roster.accepted",
        "roster.acknowledged",
        "roster.refused",
    ]
