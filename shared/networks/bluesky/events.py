"""Events of a server's stream, as far as they are used; what does not keep to the lexicons is left out.

Sources: https://atproto.com/specs/event-stream and the lexicons ``com/atproto/sync/subscribeRepos.json`` and
``app/bsky/feed/post.json``
"""

from collections.abc import Iterator
from typing import Any, TypeVar

import libipld
import msgspec

from shared.networks.bluesky import keys
from shared.networks.bluesky.records import Reply

T = TypeVar("T")


class Header(msgspec.Struct):
    op: int
    t: str = ""


class Said(msgspec.Struct):
    """An error, or a piece of information."""

    error: str = ""
    name: str = ""


class Operation(msgspec.Struct):
    action: str
    path: str
    cid: bytes | None = None

    @property
    def is_of_a_post(self) -> bool:
        return self.path.startswith(keys.POST + "/")


class Event(msgspec.Struct):
    """What is used of any event; those that are no commits have no operations."""

    seq: int = 0
    time: str = ""
    repo: str = ""
    ops: list[Operation] = []
    blocks: bytes = b""


class _Feature(msgspec.Struct):
    did: str = ""


class _Facet(msgspec.Struct):
    features: list[_Feature] = []


class _Quoted(msgspec.Struct):
    """A quoted record, or one within a quote with pictures."""

    uri: str = ""
    record: "_Quoted | None" = None


class _Embed(msgspec.Struct):
    record: _Quoted | None = None


class Post(msgspec.Struct):
    """Somebody's post."""

    text: str
    createdAt: str = ""  # noqa: N815  as the network writes it
    reply: Reply | None = None
    langs: Any = None
    facets: list[_Facet] = []
    embed: _Embed | None = None

    def is_to(self, did: str) -> bool:
        """Whether it mentions the account, answers it or quotes it."""
        named = any(feature.did == did for facet in self.facets for feature in facet.features)
        return named or any(uri.startswith(f"at://{did}/") for uri in self._points_to())

    def _points_to(self) -> Iterator[str]:
        if self.reply is not None:
            yield self.reply.parent.uri
            yield self.reply.root.uri
        quoted = self.embed.record if self.embed else None
        while quoted is not None:
            yield quoted.uri
            quoted = quoted.record


def records_of(event: Event) -> dict[bytes, Any]:
    """The records that a commit brings, by the hashes of their content."""
    try:
        _, blocks = libipld.decode_car(event.blocks)
    except (ValueError, RecursionError):
        return {}
    return dict(blocks)


def read(kind: type[T], value: object) -> T | None:
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError):
        return None


def frame(content: bytes) -> tuple[Header, Any] | None:
    """A frame's two halves."""
    try:
        halves = libipld.decode_dag_cbor_multi(content)
    except (ValueError, RecursionError):
        return None
    header = read(Header, halves[0]) if len(halves) == 2 else None
    return None if header is None else (header, halves[1])
