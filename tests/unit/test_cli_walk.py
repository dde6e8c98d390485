"""A client's first week typed into a shell: each command asks its real route, and the product does what it says."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from infra.cli.completion import ids
from tests.house import Brand, House, brand, shadow
from tests.shell import API_URL, RECOVER_URL, Shell, opened


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def shell(acme: Brand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    return opened(monkeypatch, acme.house, tmp_path, acme.owner_key)


@pytest.fixture
def agent(shell: Shell, acme: Brand) -> Shell:
    """The same, by the agency's writer."""
    return Shell(acme.house, acme.agent_key)


def written(tmp_path: Path, content: Any) -> str:
    file = tmp_path / "body.json"
    file.write_text(json.dumps(content))
    return str(file)


def test_an_agency_makes_a_client_and_both_their_people(shell: Shell, acme: Brand) -> None:
    agency = Shell(acme.house, acme.house.agency_key)
    words = ("--zone", "Europe/Oslo", "--owner", "Head", "--signature", "^HD")
    made = agency.json("client", "add", "bolt", "Bolt", *words)
    bolt = Shell(acme.house, made["owner_key"])
    assert bolt.json("client", "show")["name"] == "Bolt"
    member = bolt.json("member", "add", "Writer", "--signature", "^WR", "--teams", "legal")
    assert [one["id"] for one in bolt.json("member", "list")] == [made["owner"], member["id"]]
    assert bolt.json("member", "change", member["id"], "--teams", "press")["teams"] == ["press"]
    key = bolt.json("key", "add", member["id"], "--scopes", "read", "--scopes", "approve")
    assert Shell(acme.house, key["key"]).json("client", "show")["id"] == "bolt"
    bolt.done("key", "revoke", key["id"])
    assert Shell(acme.house, key["key"]).run("client", "show").exit_code == 3
    second = acme.house.agency("South")
    assert bolt.run("agency", "join", Shell(acme.house, second).key.split("_", 1)[1].split(".")[0]).exit_code in (0, 4)
    bolt.json("agency", "admit", "West", "--owner", "Head", "--signature", "^WE")
    assert bolt.done("client", "separation")
    bolt.done("member", "remove", member["id"], "--yes")


def test_an_administration_key_of_an_agency_names_the_client(acme: Brand, shell: Shell) -> None:
    agency = Shell(acme.house, acme.house.agency_key)
    asked = agency.run("key", "list")
    assert asked.exit_code == 2
    assert "--client" in asked.stderr
    assert agency.json("key", "list", "--client", "acme")


def test_a_mention_is_answered_approved_and_published(shell: Shell, agent: Shell, acme: Brand, tmp_path: Path) -> None:
    mention = acme.house.mention("Where is my order?")
    assert [one["id"] for one in agent.json("inbox", "list")["items"]] == [mention]
    agent.done("inbox", "claim", mention, "--minutes", "10")
    drafts = {"drafts": [{"account": acme.account, "handle": "acme", "text": "On its way! ^XX"}], "note": "easy"}
    (post,) = agent.json("inbox", "respond", mention, written(tmp_path, drafts))["posts"]
    assert "On its way!" in agent.done("post", "list", "--state", "in_review")
    refused = shell.run("post", "approve", post)
    assert refused.exit_code == 2, "nobody was shown what they would approve"
    content_hash = shell.json("post", "show", post)["content_hash"]
    assert shell.json("post", "approve", post, "--content-hash", content_hash)["state"] == "scheduled"
    acme.house.deliver()
    assert shell.json("post", "show", post)["state"] == "published"
    assert post in shell.done("watch", "list")
    recalled = shell.json("recall", post, "--yes")
    assert recalled["state"] in ("recalled", "recalling")


def test_a_person_is_shown_what_they_decide_on(shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.cli.output.interactive", lambda: True)
    post = acme.draft("Good morning")
    asked = shell.run("post", "approve", post["id"], typed="n\n")
    assert asked.exit_code == 1
    assert "morning" in asked.stderr
    assert acme.post(post["id"])["state"] == "in_review"
    assert shell.run("post", "approve", post["id"], typed="y\n").exit_code == 0
    assert acme.post(post["id"])["state"] == "scheduled"


def test_drafts_are_changed_sent_back_rejected_and_cancelled(shell: Shell, agent: Shell, acme: Brand) -> None:
    words = ("--account", acme.account, "--handle", "acme", "--function", "community")
    first = agent.json("post", "draft", "Good morning", *words, "--publish-at", "2126-01-01T09:00")
    given = ("--content-hash", first["content_hash"])
    back = shell.json("post", "request-change", first["id"], "--reason", "shorter", "--text", "Morning!", *given)
    assert back["change_request"]
    taken = agent.json("post", "change", first["id"], "--as-suggested")
    assert "Morning!" in taken["text"]
    again = agent.json("post", "schedule", first["id"], "2126-02-01T09:00")
    assert again["publish_at"] == "2126-02-01T08:00:00Z"
    assert agent.json("post", "unschedule", first["id"])["publish_at"] is None
    hash_now = agent.json("post", "show", first["id"])["content_hash"]
    rejected = shell.json("post", "reject", first["id"], "--reason", "no", "--content-hash", hash_now)
    assert rejected["state"] == "cancelled"
    second = agent.json("post", "draft", "Good evening", *words)
    assert agent.json("post", "cancel", second["id"], "--reason", "late")["state"] == "cancelled"


def test_many_mentions_are_handled_at_once(agent: Shell, acme: Brand) -> None:
    mentions = [acme.house.mention(f"Hello {number}") for number in range(3)]
    agent.done("inbox", "claim-many", *mentions)
    agent.done("inbox", "release-many", *mentions)
    agent.done("inbox", "assign-many", *mentions, "--to", acme.agent)
    assert len(agent.json("inbox", "list", "--assigned-to", acme.agent)["items"]) == 3
    agent.done("inbox", "dismiss-many", *mentions, "--reason", "small talk", "--yes")
    assert agent.json("inbox", "list")["items"] == []


def test_a_question_goes_to_the_client_and_its_answer_back(shell: Shell, agent: Shell, acme: Brand) -> None:
    mention = acme.house.mention("May I have a refund?")
    asked = agent.json("inbox", "escalate", mention, "--question", "May we?", "--to", acme.approver)
    assert "May we?" in shell.done("escalation", "list")
    assert shell.json("escalation", "answer", asked["id"], "Yes, in full.")["answer"] == "Yes, in full."
    promise = agent.json("follow-up", "add", "Send the refund", "--due-at", "2126-01-01T12:00", "--mention", mention)
    assert agent.json("follow-up", "close", promise["id"], "--outcome", "kept")["state"] == "kept"


def test_a_week_is_looked_back_on(shell: Shell, acme: Brand) -> None:
    now = acme.house.clock.now().isocalendar()
    week = f"{now.year}-W{now.week:02}"
    action = shell.json("review", "action", week, "Answer weekends too")
    assert shell.json("review", "done", week, action["id"])["done_at"]
    assert shell.json("review", "show", week)["actions"][0]["id"] == action["id"]


def test_rules_are_shown_and_laid_down_as_they_were_shown(shell: Shell, acme: Brand, tmp_path: Path) -> None:
    for noun, change in (
        ("guidelines", {"profanity": None}),
        ("plan", {"exempt_functions": ["crisis"]}),
        ("listening", {"watch_words": ["kettle"]}),
    ):
        shown = shell.run(noun, "show", "--json")
        before = json.loads(shown.stdout) if shown.exit_code == 0 else {}
        laid_down = shell.json(noun, "set", written(tmp_path, before | change))
        assert laid_down | change == laid_down
        assert shell.json(noun, "show") == laid_down


def test_the_mandate_is_proposed_read_and_signed(shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    agency = Shell(acme.house, acme.house.agency_key)
    assert "drafts_only" in shell.done("mandate", "templates")
    assert shell.json("mandate", "check", "post", "--function", "crisis")["answer"]
    agency_client = ("--client", "acme")
    proposed = shell.json("mandate", "adopt", "community_delegated")["proposal"]
    assert proposed is not None
    assert agency.run("mandate", "sign", *agency_client).exit_code == 2
    monkeypatch.setattr("infra.cli.output.interactive", lambda: True)
    asked = shell.run("mandate", "sign", typed="n\n")
    assert proposed["sha256"] in asked.stderr
    assert "--sha256" in agency.run("mandate", "sign", *agency_client).stderr
    signed = agency.json("mandate", "sign", *agency_client, "--sha256", proposed["sha256"])
    assert signed["proposal"] is None
    assert shell.json("mandate", "versions")


def test_a_voice_is_introduced_accepted_and_taken_back(shell: Shell, acme: Brand) -> None:
    agency = Shell(acme.house, acme.house.agency_key)
    member = agency.json("member", "add", "Writer", "--signature", "^WR", "--client", "acme")["id"]
    agency.done("roster", "introduce", member, "--client", "acme")
    assert shell.json("roster", "accept", member)["accepted"]
    assert shell.run("roster", "dismiss", member, "--reason", "left").exit_code == 2
    assert shell.json("roster", "dismiss", member, "--reason", "left", "--yes")["member"]["id"] == member


def test_an_incident_is_stopped_read_and_lifted_by_two(shell: Shell, acme: Brand) -> None:
    second = Shell(acme.house, acme.second_key)
    stopped = second.json("stop", "client:acme", "--reason", "an accident")
    assert stopped["scope"] == "client:acme"
    assert stopped["id"] in second.done("recovery", "stops", "--standing", "true")
    assert second.json("receipt", stopped["id"])["id"] == stopped["id"]
    assert "client:acme" in second.done("receipt", stopped["id"])
    assert not second.json("resume", stopped["id"])["lifted"]
    lifted = Shell(acme.house, acme.approver_key).run("resume", stopped["id"], "--json")
    assert json.loads(lifted.stdout)["lifted"]


def test_a_drill_is_held_on_a_shadow_account_alone(shell: Shell, acme: Brand) -> None:
    second = Shell(acme.house, acme.second_key)
    assert second.json("drill", shadow(acme))["outcome"] == "done"
    assert "done" in second.done("recovery", "drills")
    assert second.run("drill", acme.account).exit_code == 3


def test_doors_are_opened_and_closed(shell: Shell, acme: Brand) -> None:
    source = shell.json("source", "add", "Monitoring", "--scheme", "standard", "--network", "mastodon")
    assert source["secret"] not in shell.done("source", "list")
    assert shell.json("source", "rotate", source["id"])["secret"] != source["secret"]
    shell.done("source", "withdraw-secret", source["id"])
    assert shell.done("source", "unread", source["id"])
    shell.done("source", "close", source["id"])
    given = shell.json("source", "adopt", "X", "x", typed="a-provider-s-secret\n")
    assert "a-provider-s-secret" not in json.dumps(given)
    endpoint = shell.json("endpoint", "add", "https://social.example/in", "--events", "post.*")
    assert endpoint["secret"] not in shell.done("endpoint", "list")
    shell.done("endpoint", "close", endpoint["id"])
    assert shell.run("account", "close", acme.account).exit_code == 2
    shell.done("account", "close", acme.account, "--yes")


def test_a_long_ledger_is_read_to_its_end(shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.desk.ledger.LARGEST_PAGE", 5)
    day = acme.house.clock.now().date().isoformat()
    whole = [entry.id for entry in acme.house.entries()]
    assert len(whole) > 10
    assert [one["id"] for one in shell.json("ledger", "list", "--day", day, "--all")["items"]] == whole
    some = shell.run("ledger", "list", "--day", day, "--limit", "5")
    assert len(some.stdout.splitlines()) == 6
    assert "--all" in some.stderr


def test_the_latest_of_the_ledger_is_shown_and_what_comes(
    shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, *_: Any) -> Any:
            return acme.house.clock.now()

    pauses = iter([lambda: acme.draft("Good morning"), lambda: None])

    def sleep(_: float) -> None:
        act = next(pauses, None)
        if act is None:
            raise KeyboardInterrupt
        act()

    monkeypatch.setattr("infra.cli.nouns.ledger.datetime", Clock)
    monkeypatch.setattr("infra.cli.nouns.ledger.time.sleep", sleep)
    assert len(shell.done("ledger", "tail", "-n", "3").splitlines()) == 3
    told = shell.run("ledger", "tail", "-n", "0", "--follow", "--json").stdout.splitlines()
    assert [json.loads(line)["type"] for line in told] == ["post.drafted"]


def test_a_shell_completes_ids_and_asks_nobody(shell: Shell, acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"API_URL": API_URL, "RECOVER_URL": RECOVER_URL, "BACKCHANNEL_KEY": acme.owner_key}.items():
        monkeypatch.setenv(name, value)
    post = acme.draft("Good morning")["id"]
    assert ids("post", "pst_", {}) == [(post, "Good morning")]
    assert ids("post", "zzz", {}) == []
    assert {found for found, _ in ids("member", "", {"client": "acme"})} >= {acme.owner, acme.agent}
    assert ids("post", "", {"client": "bolt"}) == []
    monkeypatch.setattr("infra.cli.output.interactive", lambda: True)
    monkeypatch.setenv("BACKCHANNEL_KEY", acme.house.agency_key)
    assert ids("post", "", {}) == []
    monkeypatch.delenv("BACKCHANNEL_KEY")
    assert ids("post", "", {}) == []
