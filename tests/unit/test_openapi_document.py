"""The document says enough, in a form that people and writers of clients can read."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from functions.desk.routes import ROUTES as DESK
from functions.recover.routes import ROUTES as RECOVER
from infra import openapi
from infra.openapi import document
from infra.openapi_examples import BODIES
from infra.openapi_problems import kinds_of, problem_table
from shared.api import problems
from shared.api.problems import KINDS, TYPE_BASE
from shared.api.routes import Deprecation
from shared.domain.rates import PER_KEY

DOCUMENT: dict[str, Any] = json.loads(json.dumps(document()))
OPERATIONS = {
    operation["operationId"]: operation
    for path in DOCUMENT["paths"].values()
    for operation in path.values()
    if isinstance(operation, dict)
}
SCHEMAS = DOCUMENT["components"]["schemas"]
BY_NAME = {route.name: route for route in (*DESK, *RECOVER)}


def test_it_is_openapi_3_1() -> None:
    validate(DOCUMENT, cls=OpenAPIV31SpecValidator)


@pytest.mark.parametrize("name", BODIES)
def test_an_example_is_what_its_route_takes(name: str) -> None:
    body = BY_NAME[name].body
    assert body is not None
    assert msgspec.convert(BODIES[name], body) is not None
    assert OPERATIONS[name]["requestBody"]["content"]["application/json"]["example"] == BODIES[name]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_says_what_it_does_and_what_it_can_answer(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["summary"].endswith(".")
    assert operation["responses"].keys() >= {"503"}
    assert len(operation["tags"]) == 1


def test_every_kind_of_problem_is_told_with_what_to_do() -> None:
    table = problem_table()
    assert table in DOCUMENT["info"]["description"]
    for kind in KINDS:
        assert f"`{TYPE_BASE}{kind.type}` | {kind.status}" in table
        assert kind.remedy in table


def test_only_the_desk_refuses_for_being_asked_often() -> None:
    assert all(problems.TOO_MANY in kinds_of("desk", route) for route in DESK)
    assert not any(problems.TOO_MANY in kinds_of("recover", route) for route in RECOVER)
    assert "429" not in OPERATIONS["engage"]["responses"]
    assert f"{PER_KEY.requests:,} requests" in DOCUMENT["info"]["description"]


def test_times_are_said_to_be_times() -> None:
    post = SCHEMAS["PostView"]["properties"]
    assert post["created_at"] == {"type": "string", "format": "date-time"}
    assert {"type": "string", "format": "date-time"} in post["publish_at"]["anyOf"]
    assert post["text"] == {"type": "string"}


def test_texts_are_markdown_and_not_our_own_markup() -> None:
    said = json.dumps(DOCUMENT)
    assert "``" not in said
    assert not re.search(r":(class|data|func|mod|meth):", said)


def test_no_schema_has_a_name_that_only_tells_two_modules_apart() -> None:
    assert [name for name in SCHEMAS if not re.fullmatch(r"[A-Z][A-Za-z0-9]+", name)] == []


def test_no_schema_has_a_property_of_its_own_name() -> None:
    """The writer of the client calls both the same, and the one is lost."""
    snake = {name: re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in SCHEMAS}
    assert [name for name in SCHEMAS if snake[name] in SCHEMAS[name].get("properties", {})] == []


def test_a_route_that_is_to_go_is_marked_so(monkeypatch: pytest.MonkeyPatch) -> None:
    going = Deprecation(since=date(2026, 12, 1), sunset=date(2027, 6, 1), see="https://docs.example/changes")
    routes = [replace(route, deprecated=going) if route.name == "show_client" else route for route in DESK]
    monkeypatch.setattr(openapi, "DESK", routes)
    shown = document()["paths"]["/clients/{client}"]["get"]
    assert shown["deprecated"] is True
    assert "2027-06-01" in shown["description"]
    assert {"Deprecation", "Sunset", "Link"} <= shown["responses"]["200"]["headers"].keys()


def test_no_route_is_to_go_without_half_a_year_to_leave_it() -> None:
    for route in (*DESK, *RECOVER):
        if route.deprecated is not None:
            assert (route.deprecated.sunset - route.deprecated.since).days >= 180
