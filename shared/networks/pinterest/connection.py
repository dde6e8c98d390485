"""One account's line to Pinterest, over version 5 of its API.

Source: https://developers.pinterest.com/docs/api/v5/introduction and, as data, ``v5/openapi.yaml`` of
https://github.com/pinterest/api-description
"""

import re
from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.errors import BackchannelError
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
    ThrottledError,
)
from shared.networks.pinterest import CAPABILITIES
from shared.networks.rest import (
    CLOCK_SKEW,
    Answered,
    MoreError,
    Rest,
    as_many_as_there_are,
    bearer,
    one_by_one,
    resumes_at,
    shaped,
)

PAGE = 250
MOST_PAGES = 10
LONGEST_LINK = 2_048

_NUMBER = re.compile(r"\d{1,30}", re.ASCII)
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'*_]")


class _Pin(msgspec.Struct):
    id: str
    created_at: datetime
    description: str | None = None

    @property
    def at(self) -> datetime:
        """Pinterest's times have no zone in places; they are UTC."""
        return self.created_at.astimezone(UTC) if self.created_at.tzinfo else self.created_at.replace(tzinfo=UTC)

    @property
    def published(self) -> Published:
        return Published(external_id=self.id, url=f"https://www.pinterest.com/pin/{self.id}/", at=self.at)


class _Pins(msgspec.Struct):
    items: list[_Pin]
    bookmark: str | None = None


class _Lifetime(msgspec.Struct):
    reaction: int | None = None
    comment: int | None = None
    save: int | None = None
    impression: int | None = None


class _Metrics(msgspec.Struct):
    lifetime_metrics: _Lifetime = msgspec.field(default_factory=_Lifetime)


class _CountedPin(msgspec.Struct):
    pin_metrics: _Metrics | None = None
    """None where Pinterest has none yet."""

    @property
    def engagement(self) -> Engagement:
        of_its_life = self.pin_metrics.lifetime_metrics if self.pin_metrics else _Lifetime()
        return Engagement(
            likes=of_its_life.reaction,
            replies=of_its_life.comment,
            reposts=of_its_life.save,
            views=of_its_life.impression,
        )


class _Owner(msgspec.Struct):
    id: str
    username: str


T = TypeVar("T")


def _read(kind: type[T], answered: Answered) -> T:
    return shaped(kind, answered.body, "Pinterest")


class PinterestConnection:
    def __init__(self, base_url: str, credentials: Mapping[str, str], shelf: Shelf, client: str) -> None:
        token, board = credentials.get("access_token", ""), credentials.get("board_id", "")
        headers = bearer(token)
        if not _NUMBER.fullmatch(board):
            raise CredentialsError("The account's credentials do not say on which board its Pins go.")
        self._board, self._shelf, self._client = board, shelf, client
        self._rest = Rest(base_url, headers, said=_said, complaint=complaint)

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Takes the picture off the shelf; it goes with the Pin."""
        if part.in_reply_to:
            raise NotOfferedError(CAPABILITIES.cannot["reply"])
        if len(part.media) != 1:
            raise RefusedError("A Pin has one picture.")
        picture = part.media[0]
        content = self._shelf.content(self._client, picture)
        source = {"source_type": "image_base64", "content_type": picture.kind, "data": b64encode(content).decode()}
        return Ready(part=part, attempt=attempt, prepared=source)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        if ready.part.in_reply_to:
            raise NotOfferedError(CAPABILITIES.cannot["reply"])
        if ready.prepared is None:
            raise RefusedError("A Pin has one picture.")
        pin: dict[str, Any] = {
            "board_id": self._board,
            "description": ready.part.text,
            "alt_text": ready.part.media[0].alt or None,
            "link": first_address(ready.part.text),
            "media_source": ready.prepared,
        }
        sent = {name: value for name, value in pin.items() if value is not None}
        return _read(_Pin, self._rest.call("POST", "/v5/pins", json=sent, timeout=timeout)).published

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads own Pins, newest first: a call for each 250."""
        since = attempt.started_at - CLOCK_SKEW
        for page in self._pins(since):
            for pin in page:
                same = _comparable(pin.description or "") == _comparable(part.text)
                if same and pin.at >= since and pin.id not in taken:
                    return pin.published
        return None

    def _pins(self, since: datetime) -> Iterator[list[_Pin]]:
        """Page by page back to ``since``. That the newest come first is seen and not documented."""
        bookmark: str | None = None
        for _ in range(MOST_PAGES):
            more = {"bookmark": bookmark} if bookmark else {}
            pins = _read(_Pins, self._rest.call("GET", "/v5/pins", params={"page_size": PAGE, **more}))
            yield pins.items
            bookmark = pins.bookmark
            if not bookmark or (pins.items and pins.items[-1].at < since):
                return
        raise MoreError(f"The latest {PAGE * MOST_PAGES} Pins do not reach back far enough.")

    def recall(self, external_id: str) -> None:
        self._rest.call_if_there("DELETE", f"/v5/pins/{_checked(external_id)}")

    def visible(self, external_id: str) -> bool:
        return self._rest.call_if_there("GET", f"/v5/pins/{_checked(external_id)}") is not None

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Pins of others that it saved as well. As many calls as :meth:`find`."""
        return [
            Shown(published=pin.published, text=_comparable(pin.description or ""))
            for page in as_many_as_there_are(self._pins(since))
            for pin in page
            if pin.at >= since
        ]

    def identity(self) -> Identity:
        owner = _read(_Owner, self._rest.call("GET", "/v5/user_account"))
        return Identity(external_id=owner.id, handle=owner.username)

    def mentions(self, cursor: str) -> Heard:
        raise NotOfferedError(CAPABILITIES.cannot["poll"])

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """A call for each."""
        return one_by_one(posts, self._counted)

    def _counted(self, post: Posted) -> Engagement | None:
        path = f"/v5/pins/{_checked(post.external_id)}"
        answered = self._rest.call_if_there("GET", path, params={"pin_metrics": "true"})
        return None if answered is None else _read(_CountedPin, answered).engagement


def _checked(external_id: str) -> str:
    if not _NUMBER.fullmatch(external_id):
        raise RefusedError("That is no Pin.")
    return external_id


def first_address(text: str) -> str | None:
    """The first web address of the text, where a Pin leads; in its text none can be followed."""
    found = _LINK.search(text)
    return found[0] if found and len(found[0]) <= LONGEST_LINK else None


def _comparable(text: str) -> str:
    return " ".join(text.split())


def _said(body: Any) -> str:
    return str(body.get("message", "")) if isinstance(body, dict) else ""


def complaint(answered: Answered) -> BackchannelError | None:
    """Source of the header, in seconds: https://developers.pinterest.com/docs/reference/rate-limits/"""
    if answered.status != 429:
        return None
    reset = answered.headers.get("x-ratelimit-reset", "").strip()
    if reset.isascii() and reset.isdigit() and len(reset) <= 6:
        return ThrottledError("Pinterest asks to wait.", datetime.now(UTC) + timedelta(seconds=int(reset)))
    return ThrottledError("Pinterest asks to wait.", resumes_at(answered.headers))
