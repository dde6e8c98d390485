"""What is sent is read strictly: whatever is wrong with it is refused by name, before anything happens."""

import json
from typing import Any

import pytest

from shared.api.problems import KINDS, TYPE_BASE
from shared.api.routes import LARGEST_BODY
from tests.house import Brand, House, brand

MAPPING = {"external_id": "id", "author": "user", "text": "text"}


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def draft(acme: Brand, **changed: Any) -> dict[str, Any]:
    return {"account": acme.account, "handle": "acme", "text": "Good morning", "function": "community"} | changed


def refused(acme: Brand, body: Any, status: int = 422, path: str = "/posts") -> Any:
    return acme.house.refused(status, "POST", acme.path(path), body, key=acme.owner_key)


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"not json",
        b'{"text": NaN}',
        b'{"text": Infinity}',
        b"{'text': 'a'}",
        b'{"text": "a",}',
        b'{"text": "\xff"}',
        b"\xff\xfe{\x00}\x00",
        b'{"text": "\\ud800"}',
        b'{"text": "\\ud800\\ud800"}',
        b'{"text": "a\x00b"}',
    ],
)
def test_what_is_not_json_is_malformed(acme: Brand, body: bytes) -> None:
    given = refused(acme, body, 400)
    assert given["type"] == TYPE_BASE + "malformed"


def test_nothing_may_follow_the_document(acme: Brand) -> None:
    assert refused(acme, json.dumps(draft(acme)).encode() + b" {}", 400)["type"] == TYPE_BASE + "malformed"


@pytest.mark.parametrize("body", [b"[" * 10_000 + b"]" * 10_000, b'{"text":' * 10_000 + b"1" + b"}" * 10_000])
def test_a_body_ten_thousand_deep_is_refused_like_any_other(acme: Brand, body: bytes) -> None:
    before = acme.house.store.everything()
    given = acme.house.call("POST", acme.path("/posts"), body, key=acme.owner_key)
    assert given.status in (400, 422)
    assert acme.house.store.everything() == before


def test_a_body_is_read_up_to_a_million_bytes_and_no_further(acme: Brand) -> None:
    blank = json.dumps(draft(acme)).encode()
    largest = blank + b" " * (LARGEST_BODY - len(blank))
    assert acme.house.call("POST", acme.path("/posts"), largest, key=acme.owner_key).status == 201
    assert refused(acme, largest + b" ", 413)["type"] == TYPE_BASE + "too-large"


def test_an_unknown_field_is_named(acme: Brand) -> None:
    assert refused(acme, draft(acme, colour="red"))["field"] == "colour"


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("PUT", "/mandate", {"rows": {"crisis": {"aprovals": 3}}}, "rows.crisis.aprovals"),
        ("PUT", "/priorities", {"items": [{"name": "a", "weight": 1, "word": ["b"]}]}, "items.0.word"),
        ("PUT", "/listening", {"weights": {"heats": 3}}, "weights.heats"),
        ("PUT", "/listening", {"functions": [{"name": "jobs", "words": ["job"], "note": ""}]}, "functions.0.note"),
        ("PUT", "/escalation-plan", {"functions": {"*": {"people": ["a"], "within": 5}}}, "functions.*.within"),
        ("PUT", "/guidelines", {"words": [{"id": "a", "words": ["ab"], "ban": True}]}, "words.0.ban"),
        ("PUT", "/guidelines", {"tone": {"shouting": 0.5}}, "tone.shouting"),
        ("PUT", "/plan", {"cadence": [{"most_per_day": 3}]}, "cadence.0.most_per_day"),
        ("PUT", "/plan", {"coverage": {"window_hours": 2, "action": "warn", "accounts": []}}, "coverage.accounts"),
        (
            "POST",
            "/replies",
            {"name": "a", "text": "{b}", "functions": ["sales"], "variables": [{"name": "b", "kind": "name", "is": 1}]},
            "variables.0.is",
        ),
        ("POST", "/advocates", {"name": "a", "handle": "a"}, "handle"),
        ("POST", "/suggestions", {"text": "a", "post": True}, "post"),
        ("POST", "/sources", {"name": "a", "scheme": "generic", "mapping": MAPPING | {"texts": "a"}}, "mapping.texts"),
    ],
)
def test_a_slip_deep_inside_is_named_as_well(acme: Brand, method: str, path: str, body: Any, field: str) -> None:
    given = acme.house.refused(422, method, acme.path(path), body, key=acme.owner_key)
    assert given["field"] == field


def test_a_missing_field_is_named(acme: Brand) -> None:
    body = draft(acme)
    del body["handle"]
    assert refused(acme, body)["field"] == "handle"


def test_nothing_at_all_is_an_object_whose_fields_are_missing(acme: Brand) -> None:
    assert refused(acme, b"")["field"] == "account"


def test_a_field_of_the_wrong_type_is_named(acme: Brand) -> None:
    assert refused(acme, draft(acme, text=1))["field"] == "text"
    body = {"rows": {"crisis": {"approvals": "two"}}}
    assert acme.house.refused(422, "PUT", acme.path("/mandate"), body, key=acme.owner_key)["field"] == (
        "rows.*.approvals"
    )


def test_a_field_inside_a_list_is_named_by_its_whole_path(acme: Brand) -> None:
    mention = acme.house.mention("Where is my order?")
    inner = {"account": acme.account, "handle": "acme"}
    path = f"/mentions/{mention}/recommendations"
    missing = refused(acme, {"action": "respond", "drafts": [inner]}, path=path)
    wrong = refused(acme, {"action": "respond", "drafts": [inner | {"text": 7}]}, path=path)
    empty = refused(acme, {"action": "respond", "drafts": [inner | {"text": "Hi"}, inner | {"text": " "}]}, path=path)
    assert missing["field"] == "drafts.0.text"
    assert wrong["field"] == "drafts.0.text"
    assert empty["field"] == "drafts.1.text"


def test_a_body_that_is_no_object_is_refused(acme: Brand) -> None:
    for body in (b"[]", b'"text"', b"7", b"true", b"null"):
        assert refused(acme, body)["type"] == TYPE_BASE + "invalid"


def test_an_unknown_scope_is_refused_with_its_place(acme: Brand) -> None:
    body = {"member": acme.approver, "scopes": ["read", "everything"]}
    given = refused(acme, body, path="/keys")
    assert given["field"] == "scopes.1"
    assert "everything" in given["detail"]


def test_a_query_parameter_that_a_route_does_not_have_is_named(acme: Brand) -> None:
    given = acme.house.refused(422, "GET", acme.path("/inbox?colour=red"), key=acme.owner_key)
    assert given["field"] == "colour"


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x7fb", "a\x85b"])
def test_control_characters_are_no_text(acme: Brand, text: str) -> None:
    assert refused(acme, draft(acme, text=text))["field"] == "text"


def test_text_is_kept_composed_so_that_two_spellings_of_a_letter_are_one(acme: Brand) -> None:
    post = acme.draft("Cafe\u0301")
    assert post["text"] == "Caf\u00e9"


@pytest.mark.parametrize("wait", ["²", "-1", "1e9", "nan", "٣", "9" * 5000, "", "a", "=,;="])
def test_a_preference_that_cannot_be_understood_is_passed_over(acme: Brand, wait: str) -> None:
    given = acme.house.call("GET", acme.path("/inbox"), key=acme.owner_key, headers={"prefer": f"wait={wait}"})
    assert given.status == 200


def test_a_repeated_field_counts_once(acme: Brand) -> None:
    body = json.dumps(draft(acme))[:-1] + ', "text": "The last one"}'
    given = acme.house.call("POST", acme.path("/posts"), body.encode(), key=acme.owner_key)
    assert (given.status, given.body["text"]) == (201, "The last one")


def test_every_kind_of_problem_has_its_own_type_and_a_remedy() -> None:
    assert len({kind.type for kind in KINDS}) == len(KINDS)
    for kind in KINDS:
        assert 400 <= kind.status < 600
        assert kind.title
        assert kind.remedy.endswith((".", "…."))


def test_the_types_of_problems_stay_as_they_were_published() -> None:
    assert {kind.type: kind.status for kind in KINDS} == {
        "malformed": 400,
        "unauthorized": 401,
        "bad-signature": 401,
        "forbidden": 403,
        "not-found": 404,
        "wrong-state": 409,
        "changed-meanwhile": 409,
        "too-large": 413,
        "compressed": 415,
        "invalid": 422,
        "network-refused": 422,
        "idempotency-mismatch": 422,
        "too-many-requests": 429,
        "loop": 410,
        "refused": 400,
        "defect": 500,
        "unavailable": 503,
        "network-unreachable": 503,
    }
