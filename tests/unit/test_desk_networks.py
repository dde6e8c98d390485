"""What the networks can do, as the desk and the command line tell it, and drafts that ask for more."""

import json
import subprocess
import sys
from typing import Any

import pytest
from typer.testing import CliRunner

from infra.cli import app
from shared.domain.errors import InvalidError
from shared.networks import CONNECTORS, NOT_SPOKEN, capabilities_of
from shared.networks.capabilities import Does
from tests.house import Brand, House, brand, person

LIBRARIES = ("requests", "mastodon", "atproto", "tweepy", "PIL", "boto3")


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def told(acme: Brand, network: str) -> Any:
    listed = acme.house.ok("GET", "/networks", key=acme.agent_key)["networks"]
    return next(one for one in listed if one["network"] == network)


def on(acme: Brand, network: str) -> dict[str, Any]:
    """A draft on an account of the client's there."""
    fields = {one["name"]: "1234" for one in told(acme, network)["credentials"] if one["name"] != "expires_at"}
    account = {"network": network, "handle": "acme", "credentials": fields}
    acme.house.addresses[capabilities_of(network).home.removeprefix("https://")] = ["93.184.215.14"]
    made = acme.house.ok("POST", acme.path("/accounts"), account, key=acme.owner_key)
    return {"account": made["id"], "handle": "acme", "text": "Good morning"}


def refused(acme: Brand, path: str, body: dict[str, Any]) -> Any:
    return acme.house.refused(422, "POST", acme.path(path), body, key=acme.agent_key)


def test_every_network_that_is_spoken_is_told_of(acme: Brand) -> None:
    given = acme.house.ok("GET", "/networks", key=acme.agent_key)
    assert [one["network"] for one in given["networks"]] == sorted(CONNECTORS)
    assert given["not_spoken"] == dict(NOT_SPOKEN)


def test_a_network_is_told_of_as_its_connector_declares_it(acme: Brand) -> None:
    pinterest, rules = told(acme, "pinterest"), capabilities_of("pinterest")
    assert pinterest["pictures"]["needed"]
    assert pinterest["pictures"]["kinds"] == ["image/jpeg", "image/png"]
    assert pinterest["does"] == ["post", "recall", "engagement"]
    of_a_pin = {"tells": ["likes", "replies", "reposts", "views"], "at_once": 1, "proven": "written from documents"}
    assert pinterest["counts"] == of_a_pin
    assert pinterest["quotas"] == [{"what": "calls", "most": 100, "within_seconds": 1}]
    assert pinterest["settles_within_seconds"] == rules.settles_within.total_seconds()
    assert pinterest["cannot"] == dict(rules.cannot)
    assert [one["name"] for one in pinterest["credentials"]][:2] == ["access_token", "board_id"]
    assert told(acme, "linkedin")["reply_limit"] == 1_250
    assert told(acme, "youtube")["pictures"] is None


@pytest.mark.parametrize("scope", ["read", "stop", "admin"])
def test_any_key_may_ask_and_no_key_may_not(acme: Brand, scope: str) -> None:
    _, key = person(acme, "Reader", acme.owner_key, [scope])
    assert acme.house.ok("GET", "/networks", key=key)["networks"]
    assert acme.house.ok("GET", "/networks", key=acme.house.agency_key)["networks"]
    acme.house.refused(401, "GET", "/networks", key=None)


def test_telling_of_all_of_them_loads_no_networks_library() -> None:
    script = (
        "import sys; from functions.desk.networks import table; table();"
        f"print([name for name in {LIBRARIES} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("network", "why"), [("google_plus", "April 2019"), ("tiktok", "takes no post down")])
def test_a_network_that_cannot_be_had_is_refused_by_name(acme: Brand, network: str, why: str) -> None:
    account = {"network": network, "handle": "acme", "credentials": {"access_token": "any"}}
    given = acme.house.refused(422, "POST", acme.path("/accounts"), account, key=acme.owner_key)
    assert given["field"] == "network"
    assert why in given["detail"]
    with pytest.raises(InvalidError, match="spoken here"):
        capabilities_of("myspace")


def test_the_command_line_prints_the_table_and_all_of_it_as_json() -> None:
    printed = CliRunner().invoke(app, ["networks"], env={"COLUMNS": "200"})
    assert printed.exit_code == 0
    for network in CONNECTORS:
        assert capabilities_of(network).title in printed.output
    assert "closed in April 2019" in printed.output
    data = json.loads(CliRunner().invoke(app, ["networks", "--json"]).output)
    assert [one["network"] for one in data["networks"]] == sorted(CONNECTORS)


def test_a_draft_that_answers_where_there_are_no_answers_is_refused(acme: Brand) -> None:
    draft, mention = on(acme, "pinterest"), acme.house.mention("Is it blue?", network="pinterest")
    given = refused(acme, "/posts", draft | {"mention": mention})
    assert given["field"] == "account"
    assert "Pinterest's API has no comments" in given["detail"]
    recommended = {"action": "respond", "drafts": [draft]}
    given = refused(acme, f"/mentions/{mention}/recommendations", recommended)
    assert given["field"] == "drafts.0.account"


def test_a_draft_of_a_post_where_there_are_only_answers_is_refused(acme: Brand) -> None:
    draft = on(acme, "youtube")
    given = refused(acme, "/posts", draft | {"function": "community"})
    assert given["field"] == "account"
    assert "YouTube Studio" in given["detail"]
    elsewhere = acme.house.mention("When do you open?", network="mastodon")
    assert refused(acme, "/posts", draft | {"mention": elsewhere})["field"] == "account"
    asked = acme.house.mention("When do you open?", network="youtube", external_id="Ugy1")
    assert acme.house.ok("POST", acme.path("/posts"), draft | {"mention": asked}, key=acme.agent_key)["in_reply_to"]


def test_a_thread_where_there_are_none_is_refused_when_it_is_drafted_and_when_it_is_changed(acme: Brand) -> None:
    draft = on(acme, "linkedin") | {"function": "community"}
    given = refused(acme, "/posts", draft | {"thread": ["And more."]})
    assert given["field"] == "thread"
    assert "longer post" in given["detail"]
    post = acme.house.ok("POST", acme.path("/posts"), draft, key=acme.agent_key)
    path = acme.path(f"/posts/{post['id']}")
    assert acme.house.refused(422, "PATCH", path, {"thread": ["And more."]}, key=acme.agent_key)["field"] == "thread"
    assert acme.house.ok("PATCH", path, {"thread": []}, key=acme.agent_key)["thread"] == []


def test_an_answer_is_measured_by_the_limit_of_answers(acme: Brand) -> None:
    draft = on(acme, "linkedin") | {"text": "x" * 1_251}
    assert acme.house.ok("POST", acme.path("/posts"), draft | {"function": "community"}, key=acme.agent_key)
    asked = acme.house.mention("Are you open?", network="linkedin", external_id="urn:li:share:7")
    assert "1250" in refused(acme, "/posts", draft | {"mention": asked})["detail"]
    shorter = draft | {"mention": asked, "text": "x" * 1_250}
    post = acme.house.ok("POST", acme.path("/posts"), shorter, key=acme.agent_key)
    path = acme.path(f"/posts/{post['id']}")
    assert acme.house.refused(422, "PATCH", path, {"text": "x" * 1_251}, key=acme.agent_key)["field"] == "text"


@pytest.mark.parametrize("network", sorted(CONNECTORS))
def test_what_a_network_does_not_do_is_explained(network: str) -> None:
    rules = capabilities_of(network)
    for does in Does:
        if does in rules.does:
            rules.check_does(does, "account")
        else:
            with pytest.raises(InvalidError) as raised:
                rules.check_does(does, "account")
            assert rules.cannot[does.value] in str(raised.value)
