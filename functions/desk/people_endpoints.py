"""Endpoints that people read: a channel of Slack or Teams, or a mailbox. They can be asked there for an approval."""

import re
from dataclasses import replace
from typing import Any

from functions.desk.members import check_own
from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.endpoints import Endpoint
from shared.domain.errors import InvalidError, StateError
from shared.domain.parties import Member
from shared.domain.standing_codes import new_code

MAILTO = "mailto:"
_MAILBOX = re.compile(r"(?!\.)[A-Za-z0-9.!$'*+/=^_`{|}~-]{1,64}(?<!\.)@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
"""One address and nothing that a header or a ``mailto:`` could take for more."""


def mailbox(url: str, desk: Desk) -> str:
    """``url``, of one mailbox. Raises InvalidError, and StateError where the stage sends no mail."""
    if not desk.sends_mail:
        raise StateError("This deployment sends no mail. Have it deployed with --mail-from, an address that SES knows.")
    name = url.removeprefix(MAILTO)
    if not url.startswith(MAILTO) or not _MAILBOX.fullmatch(name) or ".." in name:
        raise InvalidError("must be one address, such as mailto:name@example.com", "url")
    return url


def with_approver(
    endpoint: Endpoint, member_id: str | None, call: Call[Any], desk: Desk
) -> tuple[Endpoint, str | None]:
    """The endpoint at which ``member_id`` is asked for approvals, and the code that they decide with, shown once."""
    if member_id is None:
        return endpoint, None
    if not endpoint.kind.is_read_by_people:
        raise InvalidError("is asked where people read: of the kinds slack, teams and email", "approver")
    member = desk.store.get(Member, call.client, member_id)
    if member is None or member.removed_at is not None:
        raise InvalidError("is not a member of this client's", "approver")
    check_own(call, member)
    code, kept = new_code(desk.entropy)
    return replace(endpoint, approver=member.id, code=kept), code
