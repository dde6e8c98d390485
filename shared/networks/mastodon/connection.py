"""One account's line to its Mastodon server, through Mastodon.py."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar, cast
from urllib.parse import parse_qs, urlsplit

import msgspec
import requests
from mastodon import Mastodon, MastodonError
from urllib3.util import Timeout

from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.errors import BackchannelError
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    Followers,
    Heard,
    Identity,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
    ThrottledError,
)
from shared.networks.mastodon import listening
from shared.networks.mastodon.answers import NOT_ALLOWED, complaint, said
from shared.networks.mastodon.entities import Page
from shared.networks.mastodon.pictures import uploaded
from shared.networks.mastodon.text import comparable, comparable_html, readable
from shared.networks.one_call import OneCallSession
from shared.networks.rest import CLOCK_SKEW, READ_TIMEOUT, Rest, bearer, meaning, one_by_one, used_up_until
from shared.networks.shelf import EmptyShelf

PAGE = 40
MOST_PAGES = 10


class _Status(msgspec.Struct):
    """The part of a status that is used. Source: https://docs.joinmastodon.org/entities/Status/"""

    id: str
    url: str | None
    uri: str | None
    created_at: datetime
    content: str
    in_reply_to_id: str | None = None
    text: str | None = None
    """As it was sent: told by servers that make more of it than Mastodon does, such as Markdown."""
    media_attachments: list[Any] | None = None
    favourites_count: int | None = None
    replies_count: int | None = None
    reblogs_count: int | None = None
    quotes_count: int | None = None

    @property
    def published(self) -> Published:
        where = self.url or self.uri or ""
        return Published(external_id=str(self.id), url=where, at=self.created_at.astimezone(UTC))

    @property
    def shown(self) -> Shown:
        return Shown(published=self.published, text=readable(self.content))

    @property
    def engagement(self) -> Engagement:
        return Engagement(
            likes=self.favourites_count,
            replies=self.replies_count,
            reposts=self.reblogs_count,
            quotes=self.quotes_count,
        )

    def is_of(self, part: Part) -> bool:
        written = {comparable_html(self.content), *([comparable(self.text)] if self.text else [])}
        return (
            comparable(part.text) in written
            and str(self.in_reply_to_id or "") == part.in_reply_to
            and len(self.media_attachments or ()) >= len(part.media)
        )


class _Owner(msgspec.Struct):
    """The part of an account that is used. Source: https://docs.joinmastodon.org/entities/Account/"""

    id: str
    acct: str
    followers_count: int | None = None


T = TypeVar("T")
_NO_PICTURES = EmptyShelf()


def _read(kind: type[T], answer: object) -> T:
    try:
        return msgspec.convert(answer, kind)
    except (msgspec.ValidationError, UnicodeError) as error:
        raise OutcomeUnknownError(f"The server's answer is not one of Mastodon's: {error}.") from error


class MastodonConnection:
    def __init__(self, base_url: str, access_token: str, shelf: Shelf = _NO_PICTURES) -> None:
        headers = bearer(access_token)
        self._calls = OneCallSession()
        self._api: Any = Mastodon(
            api_base_url=base_url,
            ratelimit_method="throw",
            version_check_mode="none",
            session=self._calls,
            user_agent="Backchannel",
        )
        # Not through the constructor, which takes a token that names a file as that file's content.
        self._api.access_token = access_token
        # Not through the SDK either: it asks for the server's version before each picture, two calls.
        self._rest = Rest(base_url, headers, said=said, complaint=complaint)
        self._shelf = shelf
        self._owner: _Owner | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Uploads the pictures."""
        if not part.media:
            return Ready(part=part, attempt=attempt)
        ids = uploaded(part.media, lambda one: self._shelf.content(attempt.client, one), self._rest, timeout=timeout)
        return Ready(part=part, attempt=attempt, prepared=ids)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        part = ready.part
        with self._call(timeout):
            answer = self._api.status_post(
                part.text,
                in_reply_to_id=part.in_reply_to or None,
                media_ids=ready.prepared,
                idempotency_key=ready.attempt.id,
            )
        return _read(_Status, answer).published

    def closed_until(self) -> datetime | None:
        return None if self._calls.answer is None else used_up_until(self._calls.answer.headers)

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads own statuses, newest first: a call for each 40, and one, once, for the account's id."""
        for page in self._own_statuses(shares=False):
            for status in page:
                if status.created_at < attempt.started_at - CLOCK_SKEW:
                    return None
                if status.is_of(part) and status.id not in taken:
                    return status.published
            if not page:
                return None
        raise OutcomeUnknownError(f"The latest {PAGE * MOST_PAGES} statuses do not reach back far enough.")

    def recall(self, external_id: str) -> None:
        try:
            with self._call(READ_TIMEOUT):
                self._api.status_delete(external_id)
        except BackchannelError:
            # 404: gone already. 200: done, whatever the body; whether it is gone is for ``visible`` to say.
            if self._status_code not in (200, 204, 404, 410):
                raise

    def visible(self, external_id: str) -> bool:
        return self._status(external_id) is not None

    def _status(self, external_id: str) -> Any:
        """None when it is gone."""
        try:
            with self._call(READ_TIMEOUT):
                return self._api.status(external_id)
        except BackchannelError:
            if self._status_code not in (404, 410):
                raise
            return None

    def recent(self, since: datetime) -> Sequence[Shown]:
        """As many calls as :meth:`find`."""
        found: list[Shown] = []
        for page in self._own_statuses(shares=True):
            found += [status.shown for status in page if status.created_at >= since]
            if not page or page[-1].created_at < since:
                break
        return found

    def _own_statuses(self, *, shares: bool) -> Iterator[list[_Status]]:
        """Page by page, the last of them empty when there are no more than :data:`MOST_PAGES`."""
        owner = self._own_account()
        before: str | None = None
        for _ in range(MOST_PAGES):
            with self._call(READ_TIMEOUT):
                answer = self._api.account_statuses(owner.id, exclude_reblogs=not shares, max_id=before, limit=PAGE)
            page = _read(list[_Status], answer)
            yield page
            if page:
                before = str(page[-1].id)

    def identity(self) -> Identity:
        owner = self._own_account()
        return Identity(external_id=str(owner.id), handle=owner.acct)

    def mentions(self, cursor: str) -> Heard:
        return listening.mentions(cursor, self._asked, self.visible)

    def followers(self, most: int) -> Followers:
        owner = self._own_account()
        return listening.followers(owner.id, owner.followers_count or 0, most, self._asked)

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """A call for each."""
        return one_by_one(posts, self._counted)

    def _counted(self, post: Posted) -> Engagement | None:
        status = self._status(post.external_id)
        return None if status is None else _read(_Status, status).engagement

    def _asked(self, kind: type[T], read: str, *given: Any, **named: Any) -> Page[T]:
        with self._call(READ_TIMEOUT):
            getattr(self._api, read)(*given, **named)
        answer = cast("requests.Response", self._calls.answer)
        below = parse_qs(urlsplit(answer.links.get("next", {}).get("url", "")).query).get("max_id")
        # As it came: the SDK's ids are of a type of its own, which cannot be kept.
        items = _read(list[kind], answer.json())  # type: ignore[valid-type]
        return Page(items, below[0] if below else None)

    def _own_account(self) -> _Owner:
        """Asked for once."""
        if self._owner is None:
            try:
                with self._call(READ_TIMEOUT):
                    answer = self._api.account_verify_credentials()
            except RefusedError as refusal:
                if self._status_code != 422:
                    raise
                # What snac2 says to a token that it does not know.
                raise CredentialsError("The server does not know whom the account's token speaks for.") from refusal
            self._owner = _read(_Owner, answer)
        return self._owner

    @property
    def _status_code(self) -> int | None:
        return None if self._calls.answer is None else self._calls.answer.status_code

    @contextmanager
    def _call(self, timeout: float) -> Iterator[None]:
        """Turns what the SDK raises into what is known, by the response itself: the SDK can misname it."""
        self._api.request_timeout = Timeout(total=timeout)
        try:
            yield
        except MastodonError as error:
            raise self._meaning(error) from error

    def _meaning(self, error: MastodonError) -> BackchannelError:
        status = self._status_code
        said = str(error.args[3])[:300] if len(error.args) > 3 and error.args[3] else ""
        if status == 429 and self._api.ratelimit_reset is not None:
            return ThrottledError("The server asks to wait.", datetime.fromtimestamp(self._api.ratelimit_reset, UTC))
        if status == 403 and said not in ("", NOT_ALLOWED):
            return CredentialsError(f"The server does not take the account's token: {said}.")
        return meaning(status, said, unsent=self._calls.unsent)
