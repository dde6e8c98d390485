"""Exports: asked for here, made by a function of the review, fetched by a link that is good for an hour."""

from dataclasses import dataclass
from datetime import date

import msgspec

from functions.desk.measures import LONGEST_SPAN, check_span
from functions.desk.tools import Desk, widened
from shared.api.routes import Call, Change
from shared.domain.errors import InvalidError, StateError
from shared.domain.exports import MOST_OPEN, Export, ExportContent, ExportFormat, ExportOrder
from shared.domain.ledger import Fact
from shared.domain.measures.days import today


class NewExport(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"since": "from"}):
    """``from`` and ``until`` are days by the client's clocks, and both in it."""

    since: date
    until: date
    format: ExportFormat = ExportFormat.CSV
    what: ExportContent = ExportContent.MEASURES


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportView(Export):
    url: str | None
    """Where the file is fetched, for an hour; null until it is there, and when it has been dropped."""


def ask_for_export(call: Call[NewExport], desk: Desk) -> Change:
    """Have a client's figures or ledger written to a file; it is there within minutes."""
    client, wanted = desk.client(call), call.body
    check_span(wanted.since, wanted.until, LONGEST_SPAN)
    if wanted.since > today(call.now, client.zone):
        raise InvalidError("is in the future", "from")
    if sum(one.is_open for one in desk.store.list(Export, client.id)) >= MOST_OPEN:
        raise StateError(f"{MOST_OPEN} exports of this client are being made; wait for one of them.")
    export = Export(
        id=call.new_id("exp"),
        client=client.id,
        what=wanted.what,
        format=wanted.format,
        since=wanted.since,
        until=wanted.until,
        asked_by=call.caller.member,
        asked_at=call.now,
    )
    order = ExportOrder(id=export.id, client=client.id, forgotten_at=export.forgotten_at)
    data = {
        "what": export.what.value,
        "format": export.format.value,
        "from": export.since.isoformat(),
        "until": export.until.isoformat(),
    }
    fact = Fact(type="export.asked", subject=export.id, data=data)
    return Change(records=(export, order), facts=(fact,), reply=_viewed(export, call, desk))


def show_export(call: Call[None], desk: Desk) -> ExportView:
    """Read how far an export is, and where to fetch its file."""
    return _viewed(desk.registered(Export, call, call.path["export"]), call, desk)


def _viewed(export: Export, call: "Call[NewExport] | Call[None]", desk: Desk) -> ExportView:
    url = desk.exports.link(export) if export.can_be_fetched(call.now) else None
    return widened(ExportView, export, url=url)
