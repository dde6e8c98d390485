"""Posts as records of a repository: as we write them, and as we read them.

Source: https://github.com/bluesky-social/atproto, ``lexicons/app/bsky/feed/post.json``
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from shared.domain.attempts import Attempt
from shared.domain.posts import Media, Part, Published
from shared.domain.text import language
from shared.networks import Shown
from shared.networks.bluesky import keys


class Reference(msgspec.Struct):
    """A record as it stood: where, and the hash of its content."""

    uri: str
    cid: str


class Reply(msgspec.Struct):
    root: Reference
    parent: Reference


class Written(msgspec.Struct):
    """What is used of a record that may be a post or a share of one, whoever wrote it."""

    text: str = ""
    createdAt: str = ""  # noqa: N815  as the network writes it
    reply: Reply | None = None
    subject: Reference | None = None
    langs: Any = None


def language_of(langs: object) -> str:
    """The first of those that a post names."""
    return language(langs[0]) if isinstance(langs, list) and langs else ""


class Found(msgspec.Struct):
    """A record as a server shows it."""

    uri: str
    value: dict[str, Any]
    cid: str = ""

    @property
    def written(self) -> Written:
        """Its content, or nothing of it where it does not keep to the lexicon."""
        try:
            return msgspec.convert(self.value, Written)
        except msgspec.ValidationError:
            return Written()


class Uploaded(msgspec.Struct):
    blob: dict[str, Any]


def frozen(at: datetime) -> str:
    """A time as records have it, in milliseconds; the same for the same attempt."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(written: str) -> datetime | None:
    """A record's own time, which its author may have made up."""
    try:
        at = datetime.fromisoformat(written)
        return at.astimezone(UTC) if at.tzinfo else None
    except (ValueError, OverflowError):
        return None


def post(
    part: Part,
    attempt: Attempt,
    *,
    facets: list[dict[str, Any]],
    reply: Reply | None,
    blobs: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """The same record for the same attempt."""
    record: dict[str, Any] = {"$type": keys.POST, "text": part.text, "createdAt": frozen(attempt.started_at)}
    if facets:
        record["facets"] = facets
    if reply is not None:
        record["reply"] = msgspec.to_builtins(reply)
    if blobs:
        images = [_image(media, blob) for media, blob in zip(part.media, blobs, strict=True)]
        record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
    return record


def _image(media: Media, blob: dict[str, Any]) -> dict[str, Any]:
    return {"image": blob, "alt": media.alt, "aspectRatio": {"width": media.width, "height": media.height}}


def published(place: keys.Place, written: Written) -> Published:
    at = moment(written.createdAt) or keys.time_of(place.key) or datetime.fromtimestamp(0, UTC)
    return Published(external_id=place.uri, url=place.url, at=at)


def put_up_at(found: Found) -> datetime:
    """When a record was made, as well as can be known: by its key, which its author seldom chooses, or by its word."""
    key = keys.time_of(found.uri.rpartition("/")[2])
    return key or moment(found.written.createdAt) or datetime.fromtimestamp(0, UTC)


def shown(found: Found) -> Shown:
    """Of a share, the address of what is shared."""
    written, place = found.written, keys.place(found.uri)
    if place.collection == keys.REPOST and written.subject is not None:
        return Shown(published=published(place, written), text=keys.web_address(written.subject.uri))
    return Shown(published=published(place, written), text=written.text)
