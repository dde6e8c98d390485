"""The request to an address that somebody outside named: over real sockets, to receivers at their worst."""

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from shared import outgoing
from shared.domain.clock import SystemClock
from shared.outgoing import LONGEST_PAUSE, Answer, Outgoing, UnansweredError, pause, trusting
from tests.receivers import Listening, Talk, answering, dripping, listening, silent

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
HOST = "hooks.example"
LIMIT = 0.6
"""Seconds, in place of the real limit of time."""
SLACK = 2.0
"""Of a busy machine."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def short_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outgoing, "ANSWERED_WITHIN", LIMIT)


def caller(*, authority: trustme.CA | None = None, **hosts: list[str]) -> Outgoing:
    """On an engine: this machine's own addresses are let through. ``hosts``: what is resolved, by name."""
    tls = trusting()
    if authority is not None:
        authority.configure_trust(tls)
    known = {HOST: ["127.0.0.1"], "127.0.0.1": ["127.0.0.1"]} | hosts
    return Outgoing(resolve=lambda host: known.get(host, []), clock=SystemClock(), tls=tls, allow_plain_http=True)


def server_tls(authority: trustme.CA, *hosts: str, ended: bool = False) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ends = datetime.now(UTC) - timedelta(days=1) if ended else None
    authority.issue_cert(*(hosts or (HOST,)), not_after=ends).configure_cert(context)
    return context


@pytest.fixture
def plainly() -> Iterator[Listening]:
    with listening(answering(OK)) as here:
        yield here


def post(to: Outgoing, here: Listening, *, scheme: str = "http", target: str = "/in") -> Answer:
    return to.post(f"{scheme}://{HOST}:{here.port}{target}", b'{"a": 1}', {"Content-Type": "application/json"})


def silence(talk: Talk) -> str:
    """Why nothing was heard of a receiver that does so, and in time."""
    with listening(talk) as here:
        began = time.monotonic()
        with pytest.raises(UnansweredError) as unanswered:
            post(caller(), here)
        assert time.monotonic() - began < LIMIT + SLACK
        return str(unanswered.value)


def test_what_is_posted_arrives_as_it_is(plainly: Listening) -> None:
    assert post(caller(), plainly, target="/in?a=b%20c") == Answer(200)
    (request,) = plainly.requests
    head, _, body = request.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "POST /in?a=b%20c HTTP/1.1"
    assert body == b'{"a": 1}'
    assert {line.lower() for line in lines[1:]} == {
        f"host: {HOST}:{plainly.port}",
        "content-type: application/json",
        "content-length: 8",
        "connection: close",
        "accept-encoding: identity",
    }


def test_the_name_of_the_host_goes_with_the_call_though_it_is_made_to_an_address(authority: trustme.CA) -> None:
    with listening(answering(OK), server_tls(authority)) as here:
        assert post(caller(authority=authority), here, scheme="https").status == 200
    assert f"Host: {HOST}:{here.port}".encode() in here.requests[0]


def test_a_receiver_is_believed_only_with_a_certificate_that_holds(authority: trustme.CA) -> None:
    wrong = {
        "of nobody trusted": server_tls(trustme.CA()),
        "of another host": server_tls(authority, "other.example"),
        "of its address alone": server_tls(authority, "127.0.0.1"),
        "run out": server_tls(authority, ended=True),
    }
    for why, tls in wrong.items():
        with listening(answering(OK), tls) as here:
            with pytest.raises(UnansweredError, match="its certificate does not hold"):
                post(caller(authority=authority), here, scheme="https")
            assert here.requests == [], why


def test_what_speaks_no_tls_is_told_nothing(plainly: Listening) -> None:
    with pytest.raises(UnansweredError, match="not reached"):
        post(caller(), plainly, scheme="https")
    assert b"POST" not in b"".join(plainly.requests)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(plainly: Listening, status: int) -> None:
    leads = f"HTTP/1.1 {status} Moved\r\nLocation: http://{HOST}:{plainly.port}/there\r\n\r\n".encode()
    with listening(answering(leads)) as here:
        assert post(caller(), here).status == status
    assert (len(here.requests), plainly.requests) == (1, [])


def test_no_proxy_is_taken_from_the_environment(plainly: Listening, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(answering(OK)) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert post(caller(), plainly).status == 200
    assert proxy.requests == []


def test_of_a_large_answer_its_status_is_enough() -> None:
    with listening(answering(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * 10_000_000)) as here:
        assert post(caller(), here).status == 200


@pytest.mark.parametrize(
    "first",
    [
        b"HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\n",
        b"HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_a_body_that_never_ends_is_not_waited_for(first: bytes) -> None:
    with listening(dripping(first, b"1", 0.02)) as here:
        began = time.monotonic()
        assert post(caller(), here).status == 202
        assert time.monotonic() - began < LIMIT


@pytest.mark.parametrize(
    "talk",
    [
        silent,
        dripping(b"", b"H", 0.05),
        dripping(b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n", 0.05),
        dripping(b"HTTP/1.1 200 OK\r\nX: ", b"1", 0.05),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.05),
    ],
    ids=["silence", "a dripping status", "dripping headers", "a dripping header", "go on for ever"],
)
def test_who_answers_too_slowly_has_not_answered(talk: Talk) -> None:
    assert silence(talk) == "it gave no answer (it took too long)"


@pytest.mark.parametrize(
    "talk",
    [
        dripping(b"HTTP/1.1 200 OK\r\n", b"X: " + b"a" * 8_000 + b"\r\n", 0.001),
        dripping(b"HTTP/1.1 200 OK\r\nX: ", b"a" * 8_000, 0.001),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100, 0.001),
        answering(b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 1_000 + b"\r\n"),
        answering(b"\0" * 100_000),
        answering(b"220 mail.example ESMTP\r\n"),
        answering(b"HTTP/1.1 abc\r\n\r\n"),
        answering(b"HTTP/1.1 99999 What\r\n\r\n"),
        answering(b"\r\n"),
        answering(b""),
    ],
    ids=[
        "headers without end",
        "a header without end",
        "go on, over and over",
        "a thousand headers",
        "zeros",
        "mail",
        "no status",
        "no such status",
        "an empty line",
        "nothing",
    ],
)
def test_what_is_no_answer_in_http_is_none(talk: Talk) -> None:
    assert silence(talk).startswith("it gave no answer (")


def test_a_handshake_has_the_same_limit_of_time() -> None:
    with listening(silent) as here:
        began = time.monotonic()
        with pytest.raises(UnansweredError, match="took too long"):
            post(caller(), here, scheme="https")
        assert time.monotonic() - began < LIMIT + SLACK


def test_who_takes_nothing_in_has_the_same_limit_of_time() -> None:
    with listening(silent) as here:
        began = time.monotonic()
        with pytest.raises(UnansweredError, match="took too long"):
            caller().post(f"http://{HOST}:{here.port}/", b"a" * 50_000_000, {})
        assert time.monotonic() - began < LIMIT + SLACK


def test_a_look_up_that_takes_too_long_leaves_no_time_to_call(plainly: Listening) -> None:
    def slowly(_: str) -> list[str]:
        time.sleep(LIMIT)
        return ["127.0.0.1"]

    to = Outgoing(resolve=slowly, clock=SystemClock(), tls=trusting(), allow_plain_http=True)
    with pytest.raises(UnansweredError, match="took too long"):
        post(to, plainly)
    assert plainly.requests == []


def test_a_host_is_looked_up_once_so_that_a_second_answer_is_never_asked_for(plainly: Listening) -> None:
    answers = [["127.0.0.1"], ["169.254.169.254"]]
    asked = []

    def rebinding(host: str) -> list[str]:
        asked.append(host)
        return answers.pop(0)

    to = Outgoing(resolve=rebinding, clock=SystemClock(), tls=trusting(), allow_plain_http=True)
    assert post(to, plainly).status == 200
    assert asked == [HOST]


@pytest.mark.parametrize("private", ["10.0.0.1", "169.254.169.254", "fd00:ec2::254", "::ffff:10.0.0.1"])
def test_a_host_that_leads_into_a_network_of_our_own_in_part_is_not_called(plainly: Listening, private: str) -> None:
    with pytest.raises(UnansweredError, match="not on the public internet"):
        post(caller(**{HOST: ["127.0.0.1", private]}), plainly)
    assert plainly.requests == []


def test_where_no_engine_runs_this_machine_itself_is_not_called(plainly: Listening) -> None:
    to = Outgoing(resolve=lambda _: ["127.0.0.1"], clock=SystemClock(), tls=trusting(), allow_plain_http=False)
    with pytest.raises(UnansweredError, match="not on the public internet"):
        post(to, plainly, scheme="https")
    with pytest.raises(UnansweredError, match="must be an https"):
        post(to, plainly)
    assert plainly.requests == []


def test_a_host_that_is_not_reached_at_one_address_is_called_at_its_next(plainly: Listening) -> None:
    assert post(caller(**{HOST: ["127.0.0.2", "::1", "127.0.0.1"]}), plainly).status == 200


def test_a_host_that_nobody_knows_is_not_reached(plainly: Listening) -> None:
    with pytest.raises(UnansweredError, match="not reached"):
        caller(**{HOST: []}).post(f"https://{HOST}/in", b"", {})


def test_no_reason_names_the_address_or_what_the_other_side_said(plainly: Listening) -> None:
    for said in (b"HTTP/1.1 secret secret\r\n\r\n", b"secret"):
        assert "secret" not in silence(answering(said))
        assert HOST not in silence(answering(said))


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0", 0),
        ("120", 120),
        ("86401", LONGEST_PAUSE),
        ("9" * 400, LONGEST_PAUSE),
        ("Wed, 25 Nov 2026 09:02:00 GMT", 120),
        ("Wed, 25 Nov 2026 08:00:00 GMT", 0),
        ("Wed, 25 Nov 2026 09:02:00 -0000", 120),
        ("Wed, 25 Nov 9999 09:02:00 GMT", LONGEST_PAUSE),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("١٢٠", None),
    ],
)
def test_a_pause_that_is_asked_for_is_read_in_either_form_and_has_a_bound(said: str, seconds: float | None) -> None:
    assert pause(said, NOW) == seconds


@given(said=st.text() | st.from_regex(r"\A(\w{3}, )?\d{1,5} (Jan|Dec) \d{1,6} \d\d:\d\d:\d\d [+-]?\w{0,30}\Z"))
def test_whatever_is_said_of_a_pause_it_is_a_bearable_one_or_none(said: str) -> None:
    found = pause(said, NOW)
    assert found is None or 0 <= found <= LONGEST_PAUSE


def test_a_pause_comes_with_the_answer() -> None:
    with listening(answering(b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n\r\n")) as here:
        assert post(caller(), here) == Answer(429, 30.0)
