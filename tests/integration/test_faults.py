"""The network goes wrong; each post ends in one known state, and is out at most once."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from typer.testing import CliRunner

from infra.cli import app as cli
from tests.integration.brands import Brand, invoked, nothing_written, refused, until


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
    brand.fault("throttle", seconds=6)
    post = brand.scheduled("In a moment")
    until("it was throttled", lambda: "post.delayed" in brand.facts())
    waiting = brand.post(post)
    assert (waiting["state"], waiting["because"]) == ("scheduled", "The server asks to wait.")
    invoked(brand.engine, "publish.tick")
    brand.becomes(post, "published")
    assert len(brand.timeline()) == 1


def test_a_post_whose_account_has_lost_its_login_is_put_off_and_says_why(brand: Brand) -> None:
    handle = f"{brand.client}-dismissed"
    other = brand.connected(handle)
    revoked(brand, other)
    post = brand.scheduled("Hello?", account=other, handle=handle)
    until("it was put off", lambda: "post.delayed" in brand.facts())
    delayed = brand.post(post)
    assert delayed["state"] == "scheduled"
    assert "token" in delayed["because"]
    assert "revoked-by-the-network" not in delayed["because"]


def revoked(brand: Brand, account: str) -> None:
    """The network takes the account's token no more."""
    name = f"backchannel/{brand.engine.stage}/{brand.client}/{account}"
    content = json.dumps({"access_token": "revoked-by-the-network"})
    brand.engine.cloud.client("secretsmanager").put_secret_value(SecretId=name, SecretString=content)


def test_an_account_is_connected_only_by_a_token_that_speaks_for_it(brand: Brand) -> None:
    account = {
        "network": "mastodon",
        "handle": f"{brand.client}-other",
        "base_url": brand.engine.network_url,
        "credentials": {"access_token": f"sandbox-{brand.client}"},
    }
    with nothing_written(brand):
        refused(brand.call("POST", "/accounts", account), 422, "invalid", "handle")
        unknown = account | {"credentials": {"access_token": "nobodys"}}
        refused(brand.call("POST", "/accounts", unknown), 422, "invalid", "credentials")
        nowhere = account | {"base_url": "http://127.0.0.1:9"}
        refused(brand.call("POST", "/accounts", nowhere), 503, "network-unreachable")


def test_a_person_connects_an_account_by_the_command_line_and_connects_it_again(brand: Brand) -> None:
    token, place = f"sandbox-{brand.client}-typed", ("--client", brand.client)
    environment = {"API_URL": brand.engine.api_url, "BACKCHANNEL_KEY": brand.owner.key}
    typed = f"{brand.client}-typed\n{brand.engine.network_url}\n{token}\n"
    run = partial(CliRunner().invoke, cli, env=environment)
    done = run(["account", "connect", "mastodon", *place], input=typed)
    assert f"Connected: @{brand.client}-typed" in done.output, done.output
    (account,) = [one["id"] for one in brand.get("/accounts") if one["handle"] == f"{brand.client}-typed"]
    done = run(["account", "reconnect", account, *place], input=f"{token}\n")
    assert (done.exit_code, token in done.output) == (0, False), done.output
    done = run(["account", "reconnect", account, *place], input="sandbox-stranger\n")
    assert (done.exit_code, "@stranger" in done.output) == (3, True), done.output


def test_a_revoked_account_speaks_again_once_it_is_reconnected_by_its_own_token(brand: Brand) -> None:
    path = f"/accounts/{brand.account}/credentials"
    strangers = {"credentials": {"access_token": "sandbox-stranger"}}
    with nothing_written(brand):
        refused(brand.call("POST", path, strangers), 422, "invalid", "credentials")
    # From now on the schedule may come upon it, and tell.
    revoked(brand, brand.account)
    brand.owner.desk.post(brand.path(path), {"credentials": {"access_token": f"sandbox-{brand.client}"}})
    brand.published("Here again")
    assert brand.facts().count("account.reconnected") == 1


def test_credentials_that_have_run_out_where_nobody_can_renew_them_are_told_of(brand: Brand) -> None:
    ended = datetime.now(UTC) - timedelta(minutes=1)
    credentials = {"access_token": f"sandbox-{brand.client}", "expires_at": ended.isoformat()}
    path = brand.path(f"/accounts/{brand.account}/credentials")
    brand.owner.desk.post(path, {"credentials": credentials})
    assert invoked(brand.engine, "publish.refresh") == {"renewed": 0}
    # Or it is told by a run of the schedule, which has it in hand.
    (incident,) = until("it is told", lambda: brand.get("/incidents"))
    assert (incident["kind"], incident["account"]) == ("disconnected", brand.account)


def test_a_post_that_lands_after_its_sender_gave_up_is_found_and_not_sent_again(late: tuple[Brand, str]) -> None:
    brand, post = late
    reconciled(brand, post, "published")
    assert len(brand.timeline()) == 1
    assert brand.facts().count("post.claimed") == 1
