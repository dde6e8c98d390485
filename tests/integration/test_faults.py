"""The network goes wrong; each post ends in one known state, and is out at most once."""

from typing import Any

from tests.integration.brands import Brand, invoked, until


def reconciled(brand: Brand, post: str, state: str) -> Any:
    """The post in ``state``, by as many runs of the reconciler as it takes."""

    def look() -> Any:
        invoked(brand.engine, "publish.reconcile")
        seen = brand.post(post)
        return seen if seen["state"] == state else None

    return until(f"{post} is {state}", look)


def test_a_post_that_is_out_although_the_network_failed_is_found_and_not_sent_again(brand: Brand) -> None:
    brand.fault("error_after_posting")
    post = brand.scheduled("Only once")
    reconciled(brand, post, "published")
    (status,) = brand.timeline()
    assert brand.post(post)["published"]["external_id"] == status["id"]
    assert brand.facts().count("post.claimed") == 1


def test_a_reply_that_is_found_has_answered_its_mention(brand: Brand) -> None:
    (mention,) = brand.reported("My order never arrived. Can anyone help?")
    brand.fault("error_after_posting")
    post = brand.scheduled("Which order is it?", mention=mention["id"], function=mention["function"])
    assert reconciled(brand, post, "published")["in_reply_to"] == mention["external_id"]
    until("the mention is answered", lambda: brand.get(f"/mentions/{mention['id']}")["state"] == "answered")


def test_a_post_that_the_network_refuses_has_failed_with_its_reason(brand: Brand) -> None:
    brand.fault("refuse")
    failed = brand.becomes(brand.scheduled("Not welcome"), "failed")
    assert "Text is not welcome here" in failed["because"]
    assert brand.timeline() == []


def test_a_post_that_the_network_asks_to_wait_with_goes_out_later_once(brand: Brand) -> None:
    brand.fault("throttle", seconds=2)
    post = brand.scheduled("In a moment")
    until("it was throttled", lambda: "post.delayed" in brand.facts())
    waiting = brand.post(post)
    assert (waiting["state"], waiting["because"]) == ("scheduled", "The server asks to wait.")
    invoked(brand.engine, "publish.tick")
    brand.becomes(post, "published")
    assert len(brand.timeline()) == 1


def test_a_post_whose_account_has_lost_its_login_is_put_off_and_says_why(brand: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": "dismissed",
        "base_url": brand.engine.network_url,
        "credentials": {"access_token": "revoked-by-the-network"},
    }
    other = brand.owner.desk.post(brand.path("/accounts"), account)["id"]
    post = brand.scheduled("Hello?", account=other, handle="dismissed")
    until("it was put off", lambda: "post.delayed" in brand.facts())
    delayed = brand.post(post)
    assert delayed["state"] == "scheduled"
    assert "token" in delayed["because"]
    assert "revoked-by-the-network" not in delayed["because"]


def test_a_post_that_lands_after_its_sender_gave_up_is_found_and_not_sent_again(late: tuple[Brand, str]) -> None:
    brand, post = late
    reconciled(brand, post, "published")
    assert len(brand.timeline()) == 1
    assert brand.facts().count("post.claimed") == 1
