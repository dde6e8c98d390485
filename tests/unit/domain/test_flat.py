"""An entry in the flat shape: plain values only, under names that stay, and nothing lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.flat import INNER, flat
from shared.domain.ledger import Entry
from tests.schemas import SENT

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
NAMES = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
PLAIN = st.none() | st.booleans() | st.integers(-99, 99) | st.floats(-9, 9) | st.text(max_size=8)
DETAILS = st.dictionaries(
    NAMES,
    st.recursive(
        PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=8
    ),
    max_size=4,
)


def entry(data: Any, type_: str = "post.drafted") -> Entry:
    return Entry(id="led_1", realm="acme", at=AT, type=type_, subject="pst_1", who={"member": "mbr_1"}, data=data)


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@given(DETAILS)
def test_every_value_is_plain(data: dict[str, Any]) -> None:
    assert all(value is None or type(value) in (str, int, float, bool) for value in flat(entry(data)).values())


@given(DETAILS)
def test_nothing_is_lost(data: dict[str, Any]) -> None:
    made = flat(entry(data))
    assert {f"data_{key}" for key, value in data.items() if not isinstance(value, dict | list)} <= made.keys()
    text = "\n".join(str(value).lower() if isinstance(value, bool) else str(value) for value in made.values())
    for leaf in leaves(data):
        if leaf is not None:
            assert (str(leaf).lower() if isinstance(leaf, bool) else str(leaf)) in text


@given(DETAILS)
def test_every_detail_has_a_field(data: dict[str, Any]) -> None:
    made = flat(entry(data))
    for key in data:
        assert any(name == f"data_{key}" or name.startswith(f"data_{key}{INNER}") for name in made)


@given(DETAILS)
def test_what_is_plain_stays_what_it_is(data: dict[str, Any]) -> None:
    made = flat(entry(data))
    for key, value in data.items():
        if not isinstance(value, dict | list):
            assert made[f"data_{key}"] is value


def sample(schema: Any) -> Any:
    """A value that a schema names: with every field in it."""
    kind = schema.get("type") or ("string" if "enum" in schema or "const" in schema else "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: sample(inner) for name, inner in schema.get("properties", {}).items()}
    if kind == "array":
        return [sample(schema.get("items", {"type": "string"}))] * 2
    return {"string": "text", "integer": 1, "number": 1.5, "boolean": True, "null": None}[kind]


@pytest.mark.parametrize("type_", sorted(SENT))
def test_nothing_is_lost_that_a_schema_names_and_no_name_is_given_twice(type_: str) -> None:
    data = sample(SENT[type_]["properties"].get("data", {"type": "object"}))
    made = flat(entry(data, type_))
    for key in data:
        assert any(name == f"data_{key}" or name.startswith(f"data_{key}{INNER}") for name in made)
    assert all(INNER not in key for key in data)


def test_names_say_where_a_value_was() -> None:
    data = {
        "evidence": {"because": "a burst", "networks": ["x", "mastodon"]},
        "breaks": [{"post": "pst_1"}, {"post": "pst_2"}],
        "said": [],
        "stop": {},
        "watched": True,
    }
    assert flat(entry(data)) == {
        "id": "led_1",
        "type": "post.drafted",
        "timestamp": "2026-11-25T09:00:00+00:00",
        "client": "acme",
        "subject": "pst_1",
        "who_member": "mbr_1",
        "data_evidence__because": "a burst",
        "data_evidence__networks": "x, mastodon",
        "data_breaks__1__post": "pst_1",
        "data_breaks__2__post": "pst_2",
        "data_said": "",
        "data_stop": "",
        "data_watched": True,
    }
