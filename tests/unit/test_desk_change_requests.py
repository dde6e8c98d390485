"""Who may approve a text may also ask for another one, and say how it could read."""

from typing import Any

import pytest

from tests.house import Brand, House, brand


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def path(acme: Brand, post: Any) -> str:
    return acme.path(f"/posts/{post['id']}")


def wish(acme: Brand, post: Any, key: str | None = None, **more: Any) -> Any:
    body = {"verdict": "request_change", "content_hash": post["content_hash"], "reason": "Too loud.", **more}
    return acme.house.ok("POST", path(acme, post) + "/approvals", body, key=key or acme.approver_key)


def refused(acme: Brand, status: int, post: Any, key: str | None = None, **more: Any) -> Any:
    body = {"verdict": "request_change", "content_hash": post["content_hash"], "reason": "Too loud.", **more}
    return acme.house.refused(status, "POST", path(acme, post) + "/approvals", body, key=key or acme.approver_key)


def change(acme: Brand, post: Any, key: str | None = None, **edit: Any) -> Any:
    return acme.house.ok("PATCH", path(acme, post), edit, key=key or acme.agent_key)


def test_while_a_change_is_asked_for_nobody_approves(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    sent_back = wish(acme, post)
    assert (sent_back["state"], sent_back["change_request"]["reason"]) == ("in_review", "Too loud.")
    assert "Too loud." in refused(acme, 409, post, acme.second_key, verdict="approve")["detail"]


def test_a_changed_text_is_approved_by_who_wanted_it_changed(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    wish(acme, post)
    changed = change(acme, post, text="Hello.")
    assert changed["change_request"] is None
    assert acme.approve(changed)["state"] == "scheduled"


def test_a_suggestion_is_taken_over_by_the_author_whose_text_it_is_then(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    wish(acme, post, suggestion={"text": "Hello. ^MS", "thread": ["And welcome."]})
    taken = change(acme, post, as_suggested=True)
    assert (taken["text"], taken["thread"], taken["author"]) == ("Hello. ^MS", ["And welcome."], acme.agent)
    assert acme.approve(taken)["state"] == "scheduled"


def test_a_suggestion_changes_nothing_by_itself(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    suggested = wish(acme, post, suggestion={"text": "Hello."})
    assert (suggested["text"], suggested["content_hash"]) == ("HELLO!!!", post["content_hash"])


def test_a_suggestion_is_a_text_that_the_network_takes(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    assert refused(acme, 422, post, suggestion={"text": "x" * 501})["field"] == "suggestion.text"
    assert refused(acme, 422, post, suggestion={"text": "Hi", "thread": ["x" * 501]})["field"] == "suggestion.thread.0"
    assert refused(acme, 422, post, suggestion={"text": "https://bit.ly/x"})["field"] == "suggestion.text"


def test_a_suggestion_goes_with_a_request_alone(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    assert refused(acme, 422, post, verdict="approve", suggestion={"text": "Hello."})["field"] == "suggestion"


def test_a_request_says_why(acme: Brand) -> None:
    assert refused(acme, 422, acme.draft("HELLO!!!"), reason="")["field"] == "reason"


def test_there_is_nothing_to_take_over_where_nothing_was_suggested(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    acme.house.refused(409, "PATCH", path(acme, post), {"as_suggested": True}, key=acme.agent_key)
    wish(acme, post)
    acme.house.refused(409, "PATCH", path(acme, post), {"as_suggested": True}, key=acme.agent_key)
    both = {"as_suggested": True, "text": "Hi"}
    assert acme.house.refused(422, "PATCH", path(acme, post), both, key=acme.agent_key)["field"] == "as_suggested"


def test_who_asked_for_a_change_may_think_better_of_it(acme: Brand) -> None:
    post = acme.draft("HELLO!!!")
    wish(acme, post)
    refused(acme, 409, post, acme.second_key, verdict="withdraw")
    assert wish(acme, post, verdict="withdraw")["change_request"] is None
    assert acme.approve(post)["state"] == "scheduled"
    assert acme.house.facts().count("post.change_request_withdrawn") == 1


def test_only_of_what_is_in_review_a_change_is_asked_for(acme: Brand) -> None:
    refused(acme, 409, acme.approved("Hello"))


def test_who_may_not_approve_asks_for_no_change(acme: Brand) -> None:
    refused(acme, 403, acme.draft("Hello"), acme.agent_key)


def test_who_wrote_of_a_text_earlier_does_not_approve_it_later(acme: Brand) -> None:
    body = {"account": acme.account, "handle": "acme", "text": "Hello", "function": "community"}
    post = acme.house.ok("POST", acme.path("/posts"), body, key=acme.owner_key)
    changed = change(acme, post, text="Hello!")
    assert (changed["author"], changed["editors"]) == (acme.agent, [acme.owner])
    acme.house.refused(
        403,
        "POST",
        path(acme, post) + "/approvals",
        {"verdict": "approve", "content_hash": changed["content_hash"]},
        key=acme.owner_key,
    )
    assert acme.approve(changed)["state"] == "scheduled"
