"""Pictures for posts: uploaded and checked, looked at, and named in drafts by their content and what they show."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec

from functions.desk.pictures import LARGEST_PICTURE, looked_at
from functions.desk.tools import Desk, widened
from shared.api.pages import by_time, listed
from shared.api.routes import Call, Change, Listed
from shared.domain.errors import InvalidError
from shared.domain.ledger import Fact
from shared.domain.pictures import Picture
from shared.domain.posts import Media
from shared.domain.text import clean
from shared.networks import capabilities_of

LARGEST_BODY = LARGEST_PICTURE * 4 // 3 + 1000
"""Of an upload, in bytes: base64, and what JSON and its writer put around it."""
LONGEST_ALT = 5000
MOST_ATTACHED = 35


class NewPicture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``content``: a PNG, a JPEG or a GIF that does not move, in base64; at most 3.5 MB and 33 million pixels."""

    content: bytes


class Attached(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An uploaded picture, and what it shows, for those who do not see it."""

    sha256: str
    alt: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureView(Picture):
    """A picture, and for an hour a ``link`` that shows it to whoever has the link."""

    link: str


def upload_picture(call: Call[NewPicture], desk: Desk) -> Change | Picture:
    """Upload a picture for posts; the same bytes are the same picture, and are told of as they were first uploaded."""
    content = call.body.content
    digest = sha256(content).hexdigest()
    standing = desk.store.get(Picture, call.client, digest)
    if standing is not None:
        return standing
    looks = looked_at(content, "content")
    picture = Picture(
        client=call.client,
        sha256=digest,
        kind=looks.kind,
        size=len(content),
        width=looks.width,
        height=looks.height,
        uploaded_by=call.caller.member,
        uploaded_at=call.now,
    )
    # Before it is on record: bytes that no record names are never sent, a record without its bytes would fail a post.
    desk.shelf.put(call.client, picture.media(), content)
    fact = Fact(type="picture.uploaded", subject=digest, data={"kind": picture.kind, "size": picture.size})
    return Change(records=(picture,), facts=(fact,), reply=picture)


def list_pictures(call: Call[None], desk: Desk) -> Listed[Picture]:
    """List the client's pictures, the newest first."""
    found = desk.store.list(Picture, call.client)
    return listed(call, found, lambda picture: by_time(picture.uploaded_at, picture.sha256), falling=True)


def show_picture(call: Call[None], desk: Desk) -> PictureView:
    """Show a picture: whoever approves a post looks at what will be seen."""
    picture = desk.registered(Picture, call, call.path["sha256"])
    return widened(PictureView, picture, link=desk.shelf.link(call.client, picture.media()))


def attached(wanted: Sequence[Attached], call: Call[Any], desk: Desk, network: str, place: str) -> tuple[Media, ...]:
    """Pictures that the network will take, as they go with a post."""
    field = f"{place}media"
    if len(wanted) > MOST_ATTACHED:
        raise InvalidError(f"has more than {MOST_ATTACHED} pictures", field)
    media = tuple(_attached(one, call, desk, f"{field}.{index}") for index, one in enumerate(wanted))
    capabilities_of(network).check_media(media, field)
    return media


def _attached(wanted: Attached, call: Call[Any], desk: Desk, place: str) -> Media:
    picture = desk.store.get(Picture, call.client, wanted.sha256)
    if picture is None:
        raise InvalidError("is not a picture of this client; upload it first", f"{place}.sha256")
    return picture.media(clean(wanted.alt, f"{place}.alt", longest=LONGEST_ALT, empty=True))
