"""One account's line to its Mastodon server, through Mastodon.py."""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec
from mastodon import Mastodon, MastodonError
from urllib3.util import Timeout

from shared.domain.errors import BackchannelError
from shared.domain.posts import Post, Published
from shared.networks import CredentialsError, OutcomeUnknownError, RefusedError, Shown, ThrottledError
from shared.networks.mastodon.text import comparable, comparable_html, readable
from shared.networks.one_call import OneCallSession

READ_TIMEOUT = 10.0
CLOCK_SKEW = timedelta(seconds=30)
"""What a server's clock may be behind ours."""
PAGE = 40
MOST_PAGES = 10

_TOKEN = re.compile(r"[!-~]{1,4096}")
_UNDECIDED = frozenset({408, 409, 425})
"""Refusals that speak of the call, not of the post: a proxy's time-out, a race, a call to repeat."""
_NOT_ALLOWED = "This action is not allowed"
"""Mastodon's answer to a deed that is forbidden while the login is sound."""


class _Status(msgspec.Struct):
    """The part of a status that is used. Source: https://docs.joinmastodon.org/entities/Status/"""

    id: str
    url: str | None
    uri: str | None
    created_at: datetime
    content: str
    in_reply_to_id: str | None = None

    @property
    def published(self) -> Published:
        where = self.url or self.uri or ""
        return Published(external_id=str(self.id), url=where, at=self.created_at.astimezone(UTC))

    @property
    def shown(self) -> Shown:
        return Shown(published=self.published, text=readable(self.content))

    def is_of(self, post: Post) -> bool:
        return comparable_html(self.content) == comparable(post.text) and (
            str(self.in_reply_to_id or "") == post.in_reply_to
        )


class _Owner(msgspec.Struct):
    id: str


T = TypeVar("T")


def _read(kind: type[T], answer: object) -> T:
    try:
        return msgspec.convert(answer, kind)
    except msgspec.ValidationError as error:
        raise OutcomeUnknownError(f"The server's answer is not one of Mastodon's: {error}.") from error


class MastodonConnection:
    def __init__(self, base_url: str, access_token: str) -> None:
        if not _TOKEN.fullmatch(access_token):
            raise CredentialsError("The account has no usable access token.")
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
        self._account_id: str | None = None

    def publish(self, post: Post, attempt: str, *, timeout: float) -> Published:
        with self._call(timeout):
            answer = self._api.status_post(post.text, in_reply_to_id=post.in_reply_to or None, idempotency_key=attempt)
        return _read(_Status, answer).published

    def find(self, post: Post, since: datetime, taken: Collection[str] = ()) -> Published | None:
        """Reads own statuses, newest first: a call for each 40, and one, once, for the account's id."""
        for page in self._own_statuses(shares=False):
            for status in page:
                if status.created_at < since - CLOCK_SKEW:
                    return None
                if status.is_of(post) and status.id not in taken:
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
        try:
            with self._call(READ_TIMEOUT):
                self._api.status(external_id)
        except BackchannelError:
            if self._status_code not in (404, 410):
                raise
            return False
        return True

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
        if self._account_id is None:
            with self._call(READ_TIMEOUT):
                owner = self._api.account_verify_credentials()
            self._account_id = str(_read(_Owner, owner).id)
        before: str | None = None
        for _ in range(MOST_PAGES):
            with self._call(READ_TIMEOUT):
                answer = self._api.account_statuses(
                    self._account_id, exclude_reblogs=not shares, max_id=before, limit=PAGE
                )
            page = _read(list[_Status], answer)
            yield page
            if page:
                before = str(page[-1].id)

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
        if self._calls.unsent:
            return ThrottledError("The server cannot be reached; nothing was sent.", None)
        if status == 429:
            reset = self._api.ratelimit_reset
            until = None if reset is None else datetime.fromtimestamp(reset, UTC)
            return ThrottledError("The server asks to wait.", until)
        if status == 401 or (status == 403 and said not in ("", _NOT_ALLOWED)):
            return CredentialsError(f"The server does not take the account's token: {said or status}.")
        if status is not None and 400 <= status < 500 and status not in _UNDECIDED:
            return RefusedError(f"The server refused: {said or status}.")
        return OutcomeUnknownError(f"The server gave no usable answer ({status or 'none'}).")
