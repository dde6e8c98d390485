"""Mandates as brands usually give them, to begin from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from shared.domain.mandate.terms import Function, Row, Terms, Who


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    name: str
    summary: str
    rows: Mapping[str, Row]
    others: Row = field(default_factory=Row)
    """For the functions that a client added."""
    in_crisis: Row | None = None
    """What stands in place of every row while a crisis lasts."""

    def terms(self, before: Terms) -> Terms:
        """The template in place of ``before``; functions that the client added stay, as ``others``."""
        rows = dict.fromkeys(before.rows, self.others) | dict(self.rows)
        return Terms(rows=rows, crisis=dict.fromkeys(rows, self.in_crisis) if self.in_crisis else {})


def _rows(ordinary: Row, **others: Row) -> Mapping[str, Row]:
    return {function.value: ordinary for function in Function} | others


_SHARED = Row()
_IN_HOUSE = Row(create=Who.CLIENT, post=Who.CLIENT, approvals=2)
_LISTENING = Row(create=Who.CLIENT, post=Who.CLIENT, follow_up=Who.CLIENT, prioritize=Who.CLIENT)
_DRAFTING = Row(post=Who.CLIENT, follow_up=Who.CLIENT)

TEMPLATES: Mapping[str, Template] = {
    template.name: template
    for template in (
        Template(
            name="full_service",
            summary="The agency does all the work, crises too; the client approves each text, in a crisis two people.",
            rows=_rows(_SHARED, crisis=Row(approvals=2)),
        ),
        Template(
            name="listening_only",
            summary="The agency listens, says what it hears and measures; the client decides, writes and answers.",
            rows=_rows(_LISTENING, crisis=replace(_LISTENING, approvals=2)),
            others=_LISTENING,
        ),
        Template(
            name="drafts_only",
            summary="The agency proposes texts; the client approves them, sends them and follows them up.",
            rows=_rows(_DRAFTING, crisis=_IN_HOUSE),
            others=_DRAFTING,
        ),
        Template(
            name="crisis_in_house",
            summary="The agency works and the client approves it; while a crisis lasts, only the client writes.",
            rows=_rows(_SHARED, crisis=_IN_HOUSE),
            in_crisis=_IN_HOUSE,
        ),
        Template(
            name="community_delegated",
            summary="Praise and small talk go out without approval; the rest the client approves, a crisis is its own.",
            rows=_rows(_SHARED, community=Row(approvals=0), crisis=_IN_HOUSE),
        ),
    )
}
