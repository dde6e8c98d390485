"""What the client lays down: the mandate, and what matters today."""

from dataclasses import replace
from typing import Any

import msgspec

from functions.desk.tools import Desk, utc
from shared.api.routes import Call, Change
from shared.domain.errors import ForbiddenError, InvalidError
from shared.domain.ledger import Fact
from shared.domain.mandate import Mandate, Row, Who
from shared.domain.parties import Party
from shared.domain.priorities import MOST_PRIORITY_POINTS, Priorities, Priority
from shared.domain.text import clean


class RowChange(msgspec.Struct, frozen=True):
    """What is left out stays as it was; in a new row it is as in the default one."""

    # It does not itself forbid unknown fields: who serves does, and says of which row.

    listen: Who | None = None
    identify: Who | None = None
    prioritize: Who | None = None
    create: Who | None = None
    approve: Who | None = None
    post: Who | None = None
    follow_up: Who | None = None
    measure: Who | None = None
    approvals: int | None = None

    def of(self, row: Row) -> Row:
        return replace(
            row, **{name: value for name, value in msgspec.structs.asdict(self).items() if value is not None}
        )


class NewMandate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``rows``: business function → what changes in its row. Functions left out keep theirs."""

    rows: dict[str, RowChange]
    agency: str | None = None


class NewPriorities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole statement; it replaces the one before."""

    items: tuple[Priority, ...]


def set_mandate(call: Call[NewMandate], desk: Desk) -> Change:
    """Say who may do what for each business function, with one agency. The mandate is the client's to give."""
    _client_only(call, "The mandate")
    agency = desk.agency(call, call.body.agency)
    before = desk.registered(Mandate, call, agency)
    rows = {name: change.of(before.rows.get(name, Row())) for name, change in call.body.rows.items()}
    for function, row in rows.items():
        clean(function, f"rows.{function}", longest=50)
        if not 0 <= row.approvals <= 5:
            raise InvalidError("must be 0 to 5", f"rows.{function}.approvals")
    mandate = Mandate(
        client=call.client,
        agency=agency,
        rows={**before.rows, **rows},
        set_by=call.caller.member,
        set_at=call.now,
        version=before.version + 1,
    )
    fact = Fact(
        type="mandate.set",
        subject=agency,
        data={"version": mandate.version, "functions": sorted(call.body.rows)},
    )
    return Change(records=(mandate,), facts=(fact,), reply=mandate)


def show_mandate(call: Call[None], desk: Desk) -> Mandate:
    """Show who may do what between the client and an agency."""
    return desk.registered(Mandate, call, desk.agency(call, call.query.get("agency")))


def set_priorities(call: Call[NewPriorities], desk: Desk) -> Change:
    """State what matters now; the open inbox is in the new order at its next read."""
    _client_only(call, "What matters")
    before = desk.store.get(Priorities, call.client, call.client)
    if len(call.body.items) > 100:
        raise InvalidError("holds more than 100", "items")
    priorities = Priorities(
        client=call.client,
        items=tuple(_checked(item, f"items.{index}") for index, item in enumerate(call.body.items)),
        set_by=call.caller.member,
        set_at=call.now,
        version=before.version + 1 if before else 1,
    )
    fact = Fact(
        type="priorities.set",
        subject=call.client,
        data={"version": priorities.version, "names": [item.name for item in priorities.items]},
    )
    return Change(records=(priorities,), facts=(fact,), reply=priorities)


def show_priorities(call: Call[None], desk: Desk) -> Priorities:
    """Show what the client said matters."""
    return desk.registered(Priorities, call, call.client)


def _client_only(call: Call[Any], what: str) -> None:
    if call.caller.party is not Party.CLIENT:
        raise ForbiddenError(f"{what} is the client's to say.")


def _checked(item: Priority, field: str) -> Priority:
    if not -MOST_PRIORITY_POINTS <= item.weight <= MOST_PRIORITY_POINTS:
        raise InvalidError(f"must be −{MOST_PRIORITY_POINTS:.0f} to {MOST_PRIORITY_POINTS:.0f}", f"{field}.weight")
    if not (item.words or item.authors or item.functions):
        raise InvalidError("must name words, authors or functions, or it could match nothing", field)
    if len(item.words) + len(item.authors) + len(item.functions) > 200:
        raise InvalidError("names more than 200 things", field)
    starts_at = utc(item.starts_at, f"{field}.starts_at") if item.starts_at else None
    ends_at = utc(item.ends_at, f"{field}.ends_at") if item.ends_at else None
    if starts_at and ends_at and ends_at <= starts_at:
        raise InvalidError("is not after starts_at", f"{field}.ends_at")
    return Priority(
        name=clean(item.name, f"{field}.name", longest=100),
        weight=item.weight,
        words=tuple(clean(word, f"{field}.words", longest=100) for word in item.words),
        authors=tuple(clean(author, f"{field}.authors", longest=100) for author in item.authors),
        functions=item.functions,
        note=clean(item.note, f"{field}.note", longest=500, empty=True),
        starts_at=starts_at,
        ends_at=ends_at,
    )
