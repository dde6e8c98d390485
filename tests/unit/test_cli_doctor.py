"""``backchannel doctor``: tries the whole path on a shadow account, names what is broken, and leaves nothing behind."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import urllib3
from botocore.exceptions import NoCredentialsError

from infra import client
from infra.cli.calling import Line
from infra.cli.doctor import examined
from infra.cli.doctor.deployment import deployed
from infra.cli.doctor.findings import Finding, State, Ward
from infra.cli.doctor.reach import key_of, reached
from infra.cli.doctor.standing import standing
from infra.cli.doctor.worker_path import AUTHOR, tried
from infra.cli.profiles import Profile
from shared.domain.endpoints import Endpoint
from shared.domain.listening.mentions import MentionState
from tests.house import Brand, House, brand, person, shadow
from tests.shell import API_URL, HOOKS_URL, RECOVER_URL, Shell, opened

ADDRESSES = {"api_url": API_URL, "recover_url": RECOVER_URL, "hooks_url": HOOKS_URL}
ALL = ["read", "recommend", "publish", "stop", "admin"]


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def shell(acme: Brand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    return opened(monkeypatch, acme.house, tmp_path)


@pytest.fixture
def tester(acme: Brand) -> str:
    """A key for testing, of one who is on the roster."""
    member, key = person(acme, "Tester", acme.owner_key, ALL)
    acme.introduce(member, acme.owner_key)
    return key


def ward(shell: Shell, key: str, approver: str = "", **given: Any) -> Ward:
    def work(seconds: float) -> None:
        shell.house.clock.sleep(seconds)
        shell.work()

    def line(of: str) -> Line:
        return Line(profile=Profile(key=of, **ADDRESSES))

    usual: dict[str, Any] = {"patience": 30.0, "monotonic": shell.house.clock.monotonic, "sleep": work}
    return Ward(line=line(key), approver=line(approver) if approver else None, **usual | given)


def by_check(found: list[Finding]) -> dict[str, Finding]:
    return {one.check: one for one in found}


def states(found: list[Finding]) -> dict[str, State]:
    return {one.check: one.state for one in found}


@pytest.fixture
def patient(shell: Shell, acme: Brand, tester: str) -> Ward:
    shadow(acme)
    return ward(shell, tester, acme.approver_key)


def test_a_stage_that_works_is_well_from_the_webhook_to_the_recall(patient: Ward) -> None:
    assert states(list(tried(patient))) == dict.fromkeys(("mention", "post", "recall", "drill"), State.OK)


def test_nothing_is_left_behind(patient: Ward, acme: Brand) -> None:
    list(tried(patient))
    key = acme.owner_key
    assert acme.house.ok("GET", acme.path("/inbox"), key=key)["items"] == []
    assert [one["closed_at"] is None for one in acme.house.ok("GET", acme.path("/sources"), key=key)] == [False]
    assert acme.house.ok("GET", "/stops?standing=true", key=key) == []
    assert AUTHOR not in str(acme.house.ok("GET", acme.path("/people"), key=key)["items"])
    assert [one.deleted for one in acme.house.network.statuses] == [True]


def test_only_the_shadow_account_ever_speaks(patient: Ward, acme: Brand) -> None:
    list(tried(patient))
    posts = acme.house.ok("GET", acme.path("/posts?state=recalled"), key=acme.owner_key)
    assert {post["account"] for post in posts} == {posts[0]["account"]} != {acme.account}


def test_without_a_shadow_account_nothing_is_tried(shell: Shell, acme: Brand, tester: str) -> None:
    before = acme.house.store.everything()
    (only,) = tried(ward(shell, tester, acme.approver_key))
    assert only.state is State.SKIP
    assert "--shadow" in only.remedy
    assert acme.house.store.everything() == before


def test_a_prioritize_that_does_nothing_is_named(patient: Ward, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell.house, "receive", lambda *_: None)
    found = by_check(list(tried(patient)))
    assert (found["mention"].state, found["mention"].part) == (State.FAIL, "prioritize")
    assert found["post"].state is State.OK


def test_a_publish_that_does_nothing_is_named_and_its_post_cancelled(
    patient: Ward, acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acme.house, "deliver", list)
    found = by_check(list(tried(patient)))
    assert (found["post"].state, found["post"].part) == (State.FAIL, "publish")
    (post,) = acme.house.ok("GET", acme.path("/posts?state=cancelled"), key=acme.owner_key)
    assert "A test of this account" in post["text"]


def test_a_webhook_that_is_refused_is_ingests(patient: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.demo.senders.standard", lambda *_: client.Answered(401, {}, {}))
    found = by_check(list(tried(patient)))
    assert (found["mention"].state, found["mention"].part) == (State.FAIL, "ingest")


def test_an_ingest_that_does_not_answer_is_named_and_the_rest_is_tried(
    patient: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: Any) -> Any:
        raise urllib3.exceptions.ProtocolError("gone")

    monkeypatch.setattr("infra.demo.senders.standard", gone)
    found = by_check(list(tried(patient)))
    assert (found["mention"].state, found["mention"].part) == (State.FAIL, "ingest")
    assert found["drill"].state is State.OK


def test_a_draft_that_nobody_approves_is_cancelled_and_said_to_be_untried(
    shell: Shell, acme: Brand, tester: str
) -> None:
    shadow(acme)
    found = by_check(list(tried(ward(shell, tester))))
    assert found["post"].state is State.SKIP
    assert "--approver" in found["post"].remedy
    assert acme.house.ok("GET", acme.path("/posts?state=cancelled"), key=acme.owner_key)


def test_a_key_that_may_do_little_tries_what_it_may(shell: Shell, acme: Brand) -> None:
    shadow(acme)
    found = states(list(tried(ward(shell, acme.second_key))))
    assert found == {"mention": State.SKIP, "post": State.SKIP, "drill": State.OK}


def test_a_post_that_a_stop_holds_is_no_failure(patient: Ward, acme: Brand) -> None:
    acme.stop("client:acme")
    found = by_check(list(tried(patient)))
    assert found["post"].state is State.WARN
    assert "held" in found["post"].says


def test_what_stands_is_told(shell: Shell, acme: Brand, tester: str) -> None:
    calm = states(list(standing(ward(shell, tester))))
    assert (calm["stops"], calm["credentials"], calm["endpoints"]) == (State.OK, State.OK, State.WARN)
    acme.stop("client:acme")
    acme.house.ok("POST", acme.path("/endpoints"), {"url": "https://social.example/in"}, key=acme.owner_key)
    found = by_check(list(standing(ward(shell, tester))))
    assert found["stops"].state is State.WARN
    assert "client:acme" in found["stops"].says
    assert found["endpoints"].state is State.OK
    assert found["recovery"].state is State.WARN


def test_an_endpoint_that_was_given_up_is_told_with_its_reason(shell: Shell, acme: Brand, tester: str) -> None:
    added = {"url": "https://social.example/in"}
    id_ = acme.house.ok("POST", acme.path("/endpoints"), added, key=acme.owner_key)["id"]
    endpoint = acme.house.store.get(Endpoint, "acme", id_)
    given_up = {"disabled_at": acme.house.clock.now(), "disabled_because": "It refused all for five days."}
    acme.house.store.commit(replace(endpoint, **given_up, version=endpoint.version + 1))
    found = by_check(list(standing(ward(shell, tester))))["endpoints"]
    assert found.state is State.FAIL
    assert "It refused all for five days." in found.says
    shell.key = acme.owner_key
    shell.done("endpoint", "enable", id_)
    assert by_check(list(standing(ward(shell, tester))))["endpoints"].state is State.OK


def test_the_apis_the_key_and_the_clocks_are_looked_at(shell: Shell, acme: Brand, tester: str) -> None:
    now = datetime.now(UTC)
    found = by_check(list(reached(ward(shell, tester), now)))
    assert {name: one.state for name, one in found.items()} == {
        "desk": State.OK,
        "clock": State.SKIP,
        "recover": State.OK,
        "ingest": State.OK,
    }
    assert key_of(ward(shell, tester), now).state is State.OK
    assert "admin" in key_of(ward(shell, acme.approver_key), now).says


@pytest.mark.parametrize(("off", "state"), [(5, State.OK), (-90, State.WARN), (900, State.FAIL)])
def test_a_clock_that_is_off_is_told(
    shell: Shell, tester: str, monkeypatch: pytest.MonkeyPatch, off: int, state: State
) -> None:
    now, plain = datetime.now(UTC), shell.answer

    def dated(*given: Any, **more: Any) -> Any:
        answered = plain(*given, **more)
        return replace(answered, headers={"Date": datetime.fromtimestamp(now.timestamp() + off, UTC).strftime(RFC)})

    monkeypatch.setattr(client, "request", dated)
    assert by_check(list(reached(ward(shell, tester), now)))["clock"].state is state


RFC = "%a, %d %b %Y %H:%M:%S GMT"


def test_a_key_that_opens_nothing_ends_the_visit(shell: Shell, acme: Brand) -> None:
    before = acme.house.store.everything()
    found = list(examined(ward(shell, "bk_acme.key_1.wrong"), ""))
    assert states(found)["desk"] is State.FAIL
    assert "backchannel login" in by_check(found)["desk"].remedy
    assert {one.check for one in found} == {"desk", "recover", "ingest", "deployment"}
    assert acme.house.store.everything() == before


@pytest.mark.parametrize(("url", "part"), [(API_URL, "desk"), (RECOVER_URL, "recover"), (HOOKS_URL, "ingest")])
def test_an_api_that_is_down_is_named(
    shell: Shell, tester: str, monkeypatch: pytest.MonkeyPatch, url: str, part: str
) -> None:
    plain = shell.answer

    def down(method: str, asked: str, *given: Any, **more: Any) -> Any:
        if asked.startswith(url):
            raise urllib3.exceptions.ProtocolError("gone")
        return plain(method, asked, *given, **more)

    monkeypatch.setattr(client, "request", down)
    monkeypatch.setattr(Line, "pause", lambda *_: None)
    failed = [one.part for one in reached(ward(shell, tester), datetime.now(UTC)) if one.state is State.FAIL]
    assert failed == [part]


def test_it_ends_with_a_code_and_prints_json_for_programs(
    shell: Shell, acme: Brand, tester: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow(acme)
    monkeypatch.setattr("infra.cli.doctor.time.sleep", lambda _: shell.work())
    shell.key, shell.environment = tester, {"HOOKS_URL": HOOKS_URL}
    found = shell.json("doctor")
    assert {one["check"] for one in found} >= {"desk", "mention", "post", "drill", "deployment"}
    well = shell.run("doctor")
    assert well.exit_code == 0
    assert "ok    mention prioritize: " in well.stdout
    assert tester not in well.output
    monkeypatch.setattr(shell.house, "receive", lambda *_: None)
    ill = shell.run("doctor", "--patience", "0")
    assert ill.exit_code == 1
    assert "Not well: prioritize" in ill.stderr


def test_a_mention_that_comes_late_is_told_of(patient: Ward, shell: Shell, acme: Brand) -> None:
    found = by_check(list(tried(replace(patient, patience=0.0))))
    assert AUTHOR in found["mention"].remedy
    shell.work()
    (late,) = acme.house.ok("GET", acme.path("/inbox"), key=acme.owner_key)["items"]
    assert (late["author"], late["state"]) == (AUTHOR, MentionState.OPEN)


class Logs:
    """What CloudWatch has of the tick: lines of so many seconds ago, of a stream that it says is an hour old."""

    def __init__(self, *ago: float) -> None:
        self._at = [int((datetime.now(UTC).timestamp() - each) * 1000) for each in ago]

    def client(self, service: str) -> Any:
        if service != "logs":
            raise NoCredentialsError
        return self

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, *, startTime: int, **_: Any) -> Any:  # noqa: N803
        yield {"events": []}
        yield {"events": [{"timestamp": at} for at in self._at if at >= startTime]}

    def describe_log_streams(self, **_: Any) -> Any:
        hour = int((datetime.now(UTC).timestamp() - 3600) * 1000)
        return {"logStreams": [{"lastEventTimestamp": hour}] if self._at else []}


@pytest.mark.parametrize(("ago", "state"), [((70.0, 10.0), State.OK), ((700.0,), State.FAIL), ((), State.WARN)])
def test_the_clock_is_known_by_what_it_wrote(
    monkeypatch: pytest.MonkeyPatch, ago: tuple[float, ...], state: State
) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    monkeypatch.setattr("infra.cloud.aws", lambda _: Logs(*ago))
    found = by_check(list(deployed(Profile(stage="live"), "", datetime.now(UTC))))
    assert found["tick"].state is state
    assert found["functions"].state is State.SKIP


class Alarms:
    """CloudWatch, with these raised."""

    def __init__(self, *names: str) -> None:
        self._raised = [{"AlarmName": name, "StateReason": "It failed."} for name in names]

    def client(self, service: str) -> Any:
        if service != "cloudwatch":
            raise NoCredentialsError
        return self

    def get_paginator(self, _: str) -> Any:
        return self

    def paginate(self, **_: Any) -> Any:
        yield {"MetricAlarms": self._raised}


def test_another_stages_alarms_are_none_of_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    ours, others = "backchannel-live-desk-AppErrorsAlarm-1A", "backchannel-live-eu-desk-AppErrorsAlarm-1A"
    monkeypatch.setattr("infra.cloud.aws", lambda _: Alarms(ours, others))
    found = [one for one in deployed(Profile(stage="live"), "", datetime.now(UTC)) if one.check == "alarms"]
    assert [(one.part, one.state) for one in found] == [(ours, State.FAIL)]
