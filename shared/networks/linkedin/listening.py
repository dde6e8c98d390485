"""What members say to an organisation, asked for by the time since when.

Source: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-social-action-notifications
That comments are edited and deleted as actions of their own is known from other people's code.
"""

from datetime import UTC, datetime, timedelta
from itertools import count

from shared.domain.listening.mentions import Report, Retraction
from shared.networks import Heard
from shared.networks.linkedin import urns
from shared.networks.linkedin.answers import Notice, Notices, read
from shared.networks.rest import Rest

PAGE = 100
SPAN = timedelta(days=1)
"""Asked for at once, so that a long silence of ours is caught up day by day."""
KEPT = timedelta(days=60)
_ACTIONS = "List(COMMENT,COMMENT_EDIT,COMMENT_DELETE,SHARE_MENTION)"


def heard(rest: Rest, organization: str, cursor: str) -> Heard:
    """``cursor``: milliseconds since 1970 up to which all was heard; one that is none starts at the oldest kept."""
    now = datetime.now(UTC)
    if not cursor:
        return Heard(reports=(), cursor=_milliseconds(now))
    oldest = now - KEPT
    start = max(_instant(cursor) or oldest, oldest)
    start = min(start, now)
    end = min(start + SPAN, now)
    notices = sorted(_notices(rest, organization, start, end), key=lambda notice: notice.last_modified_at)
    caught_up = end == now
    latest = str(notices[-1].last_modified_at) if notices else _milliseconds(start)
    return Heard(
        reports=tuple(_report(one) for one in notices if one.action != "COMMENT_DELETE" and _others(one, organization)),
        retractions=tuple(
            Retraction(network="linkedin", external_id=urns.whole(one.generated_activity))
            for one in notices
            if one.action == "COMMENT_DELETE" and one.generated_activity
        ),
        # What is not listed yet may bear a time before now: where there is nothing, the next asks from the same.
        cursor=latest if caught_up else _milliseconds(end),
        more=not caught_up,
    )


def _notices(rest: Rest, organization: str, start: datetime, end: datetime) -> list[Notice]:
    """After ``start``, all of them: a call for each 100."""
    span = f"(start:{int(_milliseconds(start)) + 1},end:{_milliseconds(end)})"
    path = (
        f"/rest/organizationalEntityNotifications?q=criteria&actions={_ACTIONS}"
        f"&organizationalEntity={urns.in_path(organization)}&timeRange={span}&count={PAGE}"
    )
    found: list[Notice] = []
    for page in count():
        elements = read(Notices, rest.call("GET", f"{path}&start={page * PAGE}")).elements
        found += elements
        if len(elements) < PAGE:
            break
    return found


def _others(notice: Notice, organization: str) -> bool:
    return bool(notice.generated_activity) and notice.written.owner != organization


def _report(notice: Notice) -> Report:
    at = datetime.fromtimestamp(notice.last_modified_at / 1000, UTC)
    urn = urns.whole(notice.generated_activity)
    changed = notice.action == "COMMENT_EDIT"
    return Report(
        network="linkedin",
        external_id=urn,
        author=notice.written.owner,
        text=notice.written.text,
        url=urns.address(urn),
        posted_at=urns.made_at(urn) or at,
        in_reply_to=notice.source_post if urns.is_comment(urn) else "",
        conversation=notice.source_post if urns.is_comment(urn) else "",
        edited_at=at if changed else None,
    )


def _milliseconds(at: datetime) -> str:
    return str(int(at.timestamp() * 1000))


def _instant(cursor: str) -> datetime | None:
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= 14):
        return None
    return datetime.fromtimestamp(int(cursor) / 1000, UTC)
