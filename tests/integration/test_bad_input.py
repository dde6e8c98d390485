"""What the API refuses, it refuses by a stable type, naming the field, and nothing is written."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infra import client as http
from infra.client import Api
from tests.integration.brands import Brand, nothing_written, person, refused, until

PERSON = {"name": "Somebody", "signature": "^SB"}
LONGEST_ON_MASTODON = 500


def last_sunday_of_march(after: datetime) -> datetime:
    """When clocks in Oslo next go forward, from 02:00 to 03:00."""
    for year in (after.year, after.year + 1):
        end = datetime(year, 3, 31, tzinfo=UTC)
        found = end - timedelta(days=(end.weekday() + 1) % 7)
        if found > after:
            return found
    raise AssertionError("there is one each year")


@pytest.mark.parametrize("api", ["desk", "recover"])
@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        (b"hello", 400, "malformed"),
        (b'{"reason": NaN}', 400, "malformed"),
        (b"[" * 10_000, 400, "malformed"),
        (b'{"reason":' * 10_000, 400, "malformed"),
        (rb'{"reason": "\ud800"}', 400, "malformed"),
        (b'{"reason": "\x00"}', 400, "malformed"),
        (b'\xef\xbb\xbf{"reason": "x"}', 400, "malformed"),
        (b'{"reason": "' + b"x" * 1_000_001 + b'"}', 413, "too-large"),
        (b"null", 422, "invalid"),
        (b"[]", 422, "invalid"),
    ],
    ids=lambda value: repr(value)[:24] if isinstance(value, bytes) else "",
)
def test_a_body_that_cannot_be_read_is_refused(standing: Brand, api: str, body: bytes, status: int, kind: str) -> None:
    with nothing_written(standing):
        refused(posted(standing, api, body), status, kind)


@pytest.mark.parametrize("api", ["desk", "recover"])
@pytest.mark.parametrize("garbled", [b"\xff", b"\xed\xa0\x80", b"\xc0\xaf"])
def test_text_that_is_not_utf_8_is_refused(standing: Brand, api: str, garbled: bytes) -> None:
    scope = f"client:{standing.client}".encode()
    body = {"desk": b'{"name": "%s", "signature": "x"}', "recover": b'{"reason": "%s", "scope": "' + scope + b'"}'}
    with nothing_written(standing):
        refused(posted(standing, api, body[api].replace(b"%s", garbled)), 400, "malformed")


def posted(brand: Brand, api: str, body: Any) -> http.Answered:
    url = {"desk": brand.owner.desk.url + brand.path("/members"), "recover": brand.owner.recover.url + "/stops"}[api]
    return http.request("POST", url, body, key=brand.owner.key)


@pytest.mark.parametrize(
    ("rest", "body", "field"),
    [
        ("/members", b"", "name"),
        ("/members", {"name": "Somebody"}, "signature"),
        ("/members", PERSON | {"age": 7}, "age"),
        ("/members", PERSON | {"name": 7}, "name"),
        ("/members", PERSON | {"name": ""}, "name"),
        ("/members", PERSON | {"name": "no\0thing"}, "name"),
        ("/members", PERSON | {"name": "x" * 201}, "name"),
        ("/members", PERSON | {"signature": "x" * 21}, "signature"),
        ("/keys", {"member": "mbr_1", "scopes": ["fly"]}, "scopes.0"),
        ("/keys", {"member": "mbr_1", "scopes": "read"}, "scopes"),
        (
            "/accounts",
            {"network": "nowhere", "handle": "a", "base_url": "http://a", "credentials": {"a": "b"}},
            "network",
        ),
        ("/sources", {"name": "Tool", "scheme": "carrier-pigeon"}, "scheme"),
        ("/sources", {"name": "Tool", "scheme": "x"}, "secret"),
        ("/sources", {"name": "Tool", "scheme": "standard"}, "network"),
        ("/endpoints", {"url": "ftp://receiver.example"}, "url"),
        ("/endpoints", {"url": "https://user:pass@receiver.example"}, "url"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_the_field_that_is_not_acceptable_is_named(standing: Brand, rest: str, body: Any, field: str) -> None:
    with nothing_written(standing):
        refused(standing.call("POST", rest, body), 422, "invalid", field)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": ""}, "text"),
        ({"text": "x" * (LONGEST_ON_MASTODON + 1)}, "text"),
        ({"text": "no\0thing"}, "text"),
        ({"handle": "somebody-else"}, "handle"),
        ({"account": "acc_01ARZ3NDEKTSV4RRFFQ69G5FAV"}, "account"),
        ({"account": "acc#1"}, "account"),
        ({"mention": "mnt/1"}, "mention"),
        ({"function": None}, "function"),
        ({"publish_at": "tomorrow"}, "publish_at"),
        ({"publish_at": "2020-01-01T12:00:00Z"}, "publish_at"),
        ({"publish_at": "2020-01-01T12:00:00"}, "publish_at"),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_the_part_of_a_post_that_is_not_acceptable_is_named(
    standing: Brand, changed: dict[str, Any], field: str
) -> None:
    draft = {"account": standing.account, "handle": standing.client, "text": "Hello", "function": "community"}
    with nothing_written(standing):
        refused(standing.call("POST", "/posts", draft | changed, by=standing.agent), 422, "invalid", field)


def test_a_second_ago_is_in_the_past(standing: Brand) -> None:
    refused_time(standing, (datetime.now(UTC) - timedelta(seconds=1)).isoformat())


def test_a_time_that_the_clocks_leave_out_is_none_and_the_next_is_one(standing: Brand) -> None:
    day = last_sunday_of_march(datetime.now(UTC))
    refused_time(standing, f"{day:%Y-%m-%d}T02:30:00")
    post = standing.draft("Good morning, summer", publish_at=f"{day:%Y-%m-%d}T03:30:00")
    assert post["publish_at"] == f"{day:%Y-%m-%d}T01:30:00Z"


def test_a_shift_that_begins_in_anothers_or_when_the_clocks_leave_it_out_is_none(brand: Brand) -> None:
    day = last_sunday_of_march(datetime.now(UTC))

    def planned(starts: str, ends: str) -> dict[str, str]:
        at = {"starts_at": f"{day:%Y-%m-%d}T{starts}:00", "ends_at": f"{day:%Y-%m-%d}T{ends}:00"}
        return {"member": brand.agent.member, **at}

    brand.agent.desk.post(brand.path("/shifts"), planned("01:00", "04:00"))
    with nothing_written(brand):
        for starts, ends, field in (("03:30", "05:00", "starts_at"), ("00:00", "02:30", "ends_at")):
            refused(brand.call("POST", "/shifts", planned(starts, ends), by=brand.agent), 422, "invalid", field)


def refused_time(brand: Brand, publish_at: str) -> None:
    draft = {"account": brand.account, "handle": brand.client, "text": "Hello", "function": "community"}
    with nothing_written(brand):
        answered = brand.call("POST", "/posts", draft | {"publish_at": publish_at}, by=brand.agent)
        refused(answered, 422, "invalid", "publish_at")


@pytest.mark.parametrize("client", ["", "Acme", "ac#me", "ac/me", "acme ", "-acme", "a" * 49, "acmé", "client:acme"])
def test_a_clients_id_is_a_slug(standing: Brand, client: str) -> None:
    body = {"id": client, "name": "Acme", "zone": "Europe/Oslo", "owner": PERSON}
    answered = http.request("POST", f"{standing.engine.api_url}/clients", body, key=standing.agency.key)
    refused(answered, 422, "invalid", "id")


@pytest.mark.parametrize("odd", ["%23", "x%23y", "x%2Fy", "..%2F..", "%00", "%ED%A0%80", "%20", "%7Bclient%7D", "💥"])
def test_an_id_that_is_none_is_not_found_wherever_it_stands(standing: Brand, odd: str) -> None:
    desk = standing.engine.api_url
    with nothing_written(standing):
        for path in (f"/clients/{odd}", f"/clients/{standing.client}{odd}", standing.path(f"/posts/{odd}")):
            answered = http.request("GET", desk + path, key=standing.owner.key)
            assert (answered.status, answered.headers["Content-Type"]) == (404, "application/problem+json")
        answered = http.request("GET", f"{standing.engine.recover_url}/stops/{odd}", key=standing.owner.key)
        assert (answered.status, answered.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("/inbox?limit=0", "limit"),
        ("/inbox?limit=%00", "limit"),
        ("/inbox?limit=%C2%B2", "limit"),
        ("/inbox?cursor=%7B%7D", "cursor"),
        ("/inbox?page=2", "page"),
        ("/posts?state=gone", "state"),
        ("/ledger?day=today", "day"),
    ],
)
def test_the_parameter_that_is_not_acceptable_is_named(standing: Brand, query: str, field: str) -> None:
    refused(standing.call("GET", query), 422, "invalid", field)


@pytest.mark.parametrize("week", ["2026-W99", "2026W47", "now", "0000-W01", "9999-W53", "٢٠٢٦-W47"])
def test_a_week_that_is_none_has_no_review(standing: Brand, week: str) -> None:
    answered = standing.call("GET", f"/reviews/{week}")
    assert answered.status in (404, 422), answered


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "image/png", ""])
def test_a_body_is_judged_by_reading_it_whatever_it_calls_itself(standing: Brand, content_type: str) -> None:
    headers = {"Content-Type": content_type}
    assert standing.call("POST", "/members", PERSON, headers=headers).status == 201
    refused(standing.call("POST", "/members", b"name=Somebody", headers=headers), 400, "malformed")


@pytest.mark.parametrize("length", [0, 256])
def test_an_idempotency_key_has_a_length(standing: Brand, length: int) -> None:
    with nothing_written(standing):
        answered = standing.call("POST", "/members", PERSON, headers={"Idempotency-Key": "x" * length})
        refused(answered, 422, "invalid", "Idempotency-Key")


def test_a_request_sent_again_is_done_once_and_another_under_its_key_is_refused(standing: Brand) -> None:
    again = {"Idempotency-Key": "the first of its kind"}
    first = standing.call("POST", "/members", PERSON, headers=again)
    with nothing_written(standing):
        second = standing.call("POST", "/members", PERSON, headers=again)
        refused(
            standing.call("POST", "/members", PERSON | {"name": "Else"}, headers=again), 422, "idempotency-mismatch"
        )
    assert (second.status, second.body) == (201, first.body)


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer x",
        "Basic dXNlcjpwYXNz",
        "Bearer bk_acme.key_1.secret",
        "Bearer bk_a#b.key_1.s",
        "Bearer é",
    ],
)
def test_a_key_that_is_none_opens_nothing(standing: Brand, authorization: str) -> None:
    for url in (standing.owner.desk.url + standing.path(), standing.owner.recover.url + "/stops"):
        answered = http.request("GET", url, headers={"Authorization": authorization.encode().decode("latin-1")})
        refused(answered, 401, "unauthorized")
        assert answered.headers["WWW-Authenticate"] == "Bearer"


def test_a_key_with_one_character_changed_opens_nothing(standing: Brand) -> None:
    key = standing.owner.key
    changed = key[:-2] + ("A" if key[-2] != "A" else "B") + key[-1]
    with pytest.raises(http.ApiError, match="401"):
        Api(standing.engine.api_url, changed).get(standing.path())


def test_a_key_ends_when_it_is_revoked_or_its_member_removed(brand: Brand) -> None:
    keys = {key["member"]: key["id"] for key in brand.get("/keys")}
    for line, end in (
        (brand.approver, f"/keys/{keys[brand.approver.member]}"),
        (brand.second, f"/members/{brand.second.member}"),
    ):
        assert line.recover.get("/stops") == []
        assert brand.call("DELETE", end).status == 200
        with nothing_written(brand):
            stop = {"scope": f"client:{brand.client}", "reason": "spite"}
            answered = http.request("POST", f"{brand.engine.recover_url}/stops", stop, key=line.key)
            refused(answered, 401, "unauthorized")


def test_a_key_ends_by_itself_at_its_time(standing: Brand) -> None:
    at = datetime.now(UTC) + timedelta(seconds=1.5)
    line = person(standing.engine, standing.client, standing.owner, "read", expires_at=at.isoformat())
    assert standing.call("GET", "", by=line).status == 200
    until("its end", lambda: standing.call("GET", "", by=line).status != 200)
    refused(standing.call("GET", "", by=line), 401, "unauthorized")
    assert datetime.now(UTC) >= at


@pytest.mark.parametrize(
    ("who", "method", "rest", "body"),
    [
        ("agent", "POST", "/members", PERSON),
        ("agent", "GET", "/keys", None),
        ("agent", "PUT", "/mandate", {"rows": {}}),
        ("agent", "PUT", "/priorities", {"items": []}),
        ("approver", "POST", "/accounts", {}),
        ("approver", "POST", "/posts", {}),
        ("second", "GET", "/inbox", None),
        ("second", "GET", "", None),
    ],
)
def test_a_key_does_what_its_scopes_say_and_no_more(
    standing: Brand, who: str, method: str, rest: str, body: Any
) -> None:
    with nothing_written(standing):
        refused(standing.call(method, rest, body, by=getattr(standing, who)), 403, "forbidden")


def test_a_key_without_the_scope_stop_stops_nothing(standing: Brand) -> None:
    reader = person(standing.engine, standing.client, standing.owner, "read", "approve", "admin")
    with nothing_written(standing):
        stop = {"scope": f"client:{standing.client}", "reason": "curiosity"}
        answered = http.request("POST", f"{standing.engine.recover_url}/stops", stop, key=reader.key)
        refused(answered, 403, "forbidden")


@pytest.mark.parametrize(
    "scope", ["", "nothing", "client:", "everything:else", "account:acc_1", "post:acme", "network:", "Client:acme"]
)
def test_a_scope_that_is_none_is_not_stopped(standing: Brand, scope: str) -> None:
    with nothing_written(standing):
        stop = {"scope": scope, "reason": "a slip"}
        answered = http.request("POST", f"{standing.engine.recover_url}/stops", stop, key=standing.owner.key)
        refused(answered, 422, "invalid", "scope")
