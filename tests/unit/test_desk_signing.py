"""What the guidelines put on a text: its author's signature and the disclosure; nobody signs as somebody else."""

from typing import Any

import pytest

from tests.house import Brand, House, brand

AD = {"id": "ad", "texts": ["#ad", "Advertisement"], "put_on": True}


def writer(acme: Brand, signature: str) -> str:
    admin = acme.house.agency_key
    body = {"name": "Writer", "signature": signature}
    member = acme.house.ok("POST", acme.path("/members"), body, key=admin)["id"]
    acme.introduce(member, admin)
    body = {"member": member, "scopes": ["read", "recommend"]}
    return str(acme.house.ok("POST", acme.path("/keys"), body, key=admin)["key"])


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def ms(acme: Brand) -> str:
    return writer(acme, "^MS")


@pytest.fixture
def jo(acme: Brand) -> str:
    return writer(acme, "^JO")


def lay_down(acme: Brand, **body: Any) -> None:
    acme.house.ok("PUT", acme.path("/guidelines"), body, key=acme.owner_key)


def body(acme: Brand, text: str, **more: Any) -> dict[str, Any]:
    return {"account": acme.account, "handle": "acme", "text": text, "function": "community", **more}


def said(acme: Brand, key: str, text: str, **more: Any) -> Any:
    return acme.house.ok("POST", acme.path("/posts"), body(acme, text, **more), key=key)


def refused(acme: Brand, key: str, text: str, **more: Any) -> Any:
    return acme.house.refused(422, "POST", acme.path("/posts"), body(acme, text, **more), key=key)


def edited(acme: Brand, key: str, post: Any, **edit: Any) -> Any:
    return acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), edit, key=key)


def test_nothing_is_put_on_where_no_rule_says_so(acme: Brand, ms: str, jo: str) -> None:
    assert said(acme, ms, "Good morning ^JO")["text"] == "Good morning ^JO"
    lay_down(acme, signing={"where": {"functions": ["sales"]}}, disclosures=[AD | {"where": {"functions": ["sales"]}}])
    assert said(acme, ms, "Good morning ^JO")["text"] == "Good morning ^JO"


def test_a_text_ends_with_its_authors_signature_after_one_space(acme: Brand, ms: str) -> None:
    lay_down(acme, signing={})
    assert said(acme, ms, "Good morning  \n")["text"] == "Good morning ^MS"
    assert said(acme, ms, "Good morning ^MS")["text"] == "Good morning ^MS"
    assert said(acme, ms, "Good morning ^ms")["text"] == "Good morning ^ms"
    assert said(acme, ms, "Good morning ^MSX")["text"] == "Good morning ^MSX ^MS"


def test_of_a_thread_the_last_part_is_signed(acme: Brand, ms: str) -> None:
    lay_down(acme, signing={})
    post = said(acme, ms, "First", thread=["Second", "Third"])
    assert (post["text"], post["thread"]) == ("First", ["Second", "Third ^MS"])


def test_an_empty_text_stays_empty_and_is_refused(acme: Brand, ms: str) -> None:
    lay_down(acme, signing={}, disclosures=[AD])
    assert refused(acme, ms, "  ")["field"] == "text"


def test_the_signature_counts_where_the_network_counts(acme: Brand, ms: str) -> None:
    said(acme, ms, "x" * 500)
    lay_down(acme, signing={})
    assert refused(acme, ms, "x" * 497)["field"] == "text"
    assert len(said(acme, ms, "x" * 496)["text"]) == 500


def test_what_was_put_on_is_what_is_approved(acme: Brand, ms: str) -> None:
    bare = said(acme, ms, "Good morning ^MS")
    lay_down(acme, signing={})
    assert said(acme, ms, "Good morning")["content_hash"] == bare["content_hash"]


def test_nobody_signs_as_somebody_else(acme: Brand, ms: str, jo: str) -> None:
    lay_down(acme, signing={})
    told = refused(acme, ms, "Good morning ^JO")
    assert (told["field"], "yours is ^MS" in told["detail"]) == ("text", True)
    assert refused(acme, ms, "^jo says hello")["field"] == "text"
    assert refused(acme, ms, "First", thread=["Second ^JO", "Third"])["field"] == "thread.0"
    assert refused(acme, ms, "Good morning ^JO ^MS")["field"] == "text"
    assert said(acme, jo, "Good morning ^JO")["text"] == "Good morning ^JO"


def test_a_signature_that_is_a_word_is_another_persons_at_the_end_alone(acme: Brand, ms: str) -> None:
    writer(acme, "Robin")
    lay_down(acme, signing={})
    assert said(acme, ms, "Robin is on holiday today")["text"] == "Robin is on holiday today ^MS"
    assert refused(acme, ms, "We are here, Robin")["field"] == "text"


def test_a_signature_that_is_part_of_ones_own_is_no_other(acme: Brand, jo: str) -> None:
    key = writer(acme, "^JO/North")
    lay_down(acme, signing={})
    assert said(acme, key, "Good morning")["text"] == "Good morning ^JO/North"
    assert said(acme, key, "Good morning ^JO/North")["text"] == "Good morning ^JO/North"


def test_somebody_who_left_is_not_signed_for_either(acme: Brand, ms: str, jo: str) -> None:
    lay_down(acme, signing={})
    roster = acme.house.ok("GET", acme.path("/roster"), key=acme.owner_key)
    (left,) = [one["member"] for one in roster if one["signature"] == "^JO"]
    acme.house.ok("DELETE", acme.path(f"/members/{left}"), key=acme.house.agency_key)
    refused(acme, ms, "Good morning ^JO")


def test_a_recommendations_drafts_are_signed(acme: Brand, ms: str, jo: str) -> None:
    lay_down(acme, signing={})
    path = acme.path(f"/mentions/{acme.house.mention('Where is it?')}/recommendations")
    drafts = [{"account": acme.account, "handle": "acme", "text": text} for text in ("On its way", "Soon ^JO")]
    refusal = acme.house.refused(422, "POST", path, {"action": "respond", "drafts": drafts}, key=ms)
    assert refusal["field"] == "drafts.1.text"
    made = acme.house.ok("POST", path, {"action": "respond", "drafts": drafts[:1]}, key=ms)
    assert acme.post(made["posts"][0])["text"] == "On its way ^MS"


def test_an_edit_is_signed(acme: Brand, ms: str) -> None:
    lay_down(acme, signing={})
    post = said(acme, ms, "Good morning")
    assert edited(acme, ms, post, text="Good evening")["text"] == "Good evening ^MS"
    longer = edited(acme, ms, post, thread=["And more"])
    assert (longer["text"], longer["thread"]) == ("Good evening ^MS", ["And more ^MS"])


def test_an_edit_signs_what_was_drafted_before_the_rule(acme: Brand, ms: str) -> None:
    post = said(acme, ms, "Good morning")
    lay_down(acme, signing={}, disclosures=[AD])
    assert edited(acme, ms, post)["text"] == "Good morning #ad ^MS"


def test_whoever_takes_a_post_over_signs_it_in_place_of_its_author(acme: Brand, ms: str, jo: str) -> None:
    lay_down(acme, signing={})
    post = said(acme, ms, "Good morning")
    path = acme.path(f"/posts/{post['id']}")
    acme.house.refused(422, "PATCH", path, {"text": "Good evening ^MS"}, key=jo)
    assert edited(acme, jo, post)["text"] == "Good morning ^JO"
    thread = said(acme, ms, "First", thread=["Second"])
    taken = edited(acme, jo, thread, text="Firstly")
    assert (taken["text"], taken["thread"]) == ("Firstly", ["Second ^JO"])


def test_a_disclosure_is_put_on_the_first_part_when_none_is_there(acme: Brand, ms: str) -> None:
    lay_down(acme, disclosures=[AD])
    assert said(acme, ms, "Win a kettle")["text"] == "Win a kettle #ad"
    assert said(acme, ms, "Advertisement: win")["text"] == "Advertisement: win"
    post = said(acme, ms, "First", thread=["Second"])
    assert (post["text"], post["thread"], post["findings"]) == ("First #ad", ["Second"], [])


def test_a_disclosure_comes_before_the_signature(acme: Brand, ms: str) -> None:
    lay_down(acme, disclosures=[AD], signing={})
    assert said(acme, ms, "Win a kettle")["text"] == "Win a kettle #ad ^MS"
    assert said(acme, ms, "Win a kettle ^MS")["text"] == "Win a kettle #ad ^MS"


def test_a_disclosure_that_is_not_put_on_is_asked_for(acme: Brand, ms: str) -> None:
    lay_down(acme, disclosures=[AD | {"put_on": False}])
    assert "ad" in refused(acme, ms, "Win a kettle")["detail"]


def test_a_signing_rule_is_held_to_what_rules_are_held_to(acme: Brand) -> None:
    path = acme.path("/guidelines")
    for given, field in (
        ({"id": "No Id"}, "signing.id"),
        ({"where": {"accounts": ["acc_none"]}}, "signing.where.accounts"),
        ({"severity": "block"}, "signing.severity"),
    ):
        refusal = acme.house.refused(422, "PUT", path, {"signing": given}, key=acme.owner_key)
        assert refusal["field"] == field
