"""One plain record of each kind; a test names only what it is about."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from shared.domain.accounts import Account, AccountKind
from shared.domain.approvals import Demand
from shared.domain.attempts import SEND_DEADLINE, Attempt
from shared.domain.ledger import Entry
from shared.domain.listening.classify import Intent
from shared.domain.listening.mentions import Mention
from shared.domain.parties import Caller, Party, Scope
from shared.domain.posts import Post, Published

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

instants = st.timedeltas(timedelta(days=-2000), timedelta(days=4000)).map(lambda since: AT + since)
zones = st.sampled_from(
    [
        "Africa/Casablanca",
        "America/New_York",
        "America/Santiago",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "Europe/Oslo",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
        "UTC",
    ]
)


def after(*, days=0, hours=0, minutes=0, seconds=0, milliseconds=0):
    return AT + timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds, milliseconds=milliseconds)


def account(kind=AccountKind.BRAND, owner=None):
    return Account(
        id="acc_1",
        client="acme",
        network="mastodon",
        handle="acme",
        kind=kind,
        base_url="https://social.example",
        owner=owner,
        created_at=AT,
    )


def mention(text="hello", **changes):
    sample = {
        "id": "mnt_1",
        "client": "acme",
        "network": "mastodon",
        "external_id": "1",
        "author": "somebody",
        "text": text,
        "url": "",
        "posted_at": AT,
        "received_at": AT,
        "followers": 0,
        "in_reply_to": "",
        "conversation": "1",
        "sources": ("src_1",),
        "function": "community",
        "intent": Intent.STATEMENT,
        "sentiment": 0.0,
        "needs_answer": False,
        "urgency": 0,
        "language": "en",
    }
    return Mention(**sample | changes)


def post(**changes):
    sample = {
        "id": "pst_1",
        "client": "acme",
        "agency": "agy_1",
        "account": "acc_1",
        "network": "mastodon",
        "handle": "acme",
        "function": "community",
        "text": "Good morning!",
        "in_reply_to": "",
        "mention": None,
        "recommendation": None,
        "author": "mbr_1",
        "publish_at": None,
        "author_party": Party.AGENCY,
        "demand": Demand(approvals=1, parties=(Party.AGENCY, Party.CLIENT)),
        "created_at": AT,
        "state_at": AT,
    }
    return Post(**sample | changes)


def attempt(**changes):
    sample = {
        "id": "att_1",
        "client": "acme",
        "agency": "agy_1",
        "account": "acc_1",
        "network": "mastodon",
        "post": "pst_1",
        "started_at": AT,
        "deadline": AT + SEND_DEADLINE,
    }
    return Attempt(**sample | changes)


def published(at=AT):
    return Published(external_id="1", url="https://social.example/@acme/1", at=at)


def client_caller(member="mbr_1", realm="acme"):
    return Caller(
        realm=realm,
        key="key_1",
        member=member,
        party=Party.CLIENT,
        agency=None,
        scopes=frozenset({Scope.STOP}),
    )


def agency_caller(member="mbr_2", *, agency="agy_1", realm="acme"):
    """A member of an agency with a key of a client's realm, or with its agency's own (administration) key."""
    return Caller(
        realm=realm,
        key="key_2",
        member=member,
        party=Party.AGENCY,
        agency=agency,
        scopes=frozenset({Scope.STOP}),
    )


def entry(type_, subject="mnt_1", at=AT, **data):
    return Entry(id="led_1", realm="acme", at=at, type=type_, subject=subject, who={"member": "mbr_1"}, data=data)
