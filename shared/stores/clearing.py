"""What an attempt must know before it sends, and where it lies. Loaded by who sends alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from shared.domain.accounts import Account
from shared.domain.attempts import Attempt
from shared.domain.guidelines.rules import Guidelines, GuidelinesVersion
from shared.domain.lanes import Lane
from shared.domain.mandate.agreement import Mandate
from shared.domain.parties import Member
from shared.domain.posts import Post
from shared.domain.roster.speakers import Speaker
from shared.domain.stops import Flag, scopes_of
from shared.stores import Clearance, rows
from shared.stores.rows import Row


def places(attempt: Attempt, post: Post) -> Iterator[tuple[type[Any], Row]]:
    """Each record with the type as which it is read: of guidelines, which can be large, the version alone."""
    for scope in scopes_of(attempt):
        yield Flag, rows.flag_at(str(scope))
    for kind, id_ in (
        (Account, attempt.account),
        (Lane, attempt.account),
        (Mandate, post.agency),
        (Speaker, post.author),
        *((Member, member) for member in sorted({approval.member for approval in post.approvals})),
    ):
        yield kind, rows.kind_of(kind).at(post.client, id_)
    yield GuidelinesVersion, rows.kind_of(Guidelines).at(post.client, post.client)


def clearance(found: Iterable[Any]) -> Clearance:
    """Of the records that exist at :func:`places`."""
    records = list(found)

    def one(kind: type[Any]) -> Any:
        return next((record for record in records if isinstance(record, kind)), None)

    guidelines = one(GuidelinesVersion) or one(Guidelines)
    return Clearance(
        flags=tuple(record for record in records if isinstance(record, Flag)),
        account=one(Account),
        lane=one(Lane),
        mandate=one(Mandate),
        guidelines=guidelines.version if guidelines is not None else 0,
        speaker=one(Speaker),
        approvers=tuple(record for record in records if isinstance(record, Member)),
    )
