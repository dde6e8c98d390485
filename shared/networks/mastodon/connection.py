"""One account's line to its Mastodon server, through Mastodon.py."""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec
from mastodon import Mastodon, MastodonError
from urllib3.util import Timeout

from shared.domain.attempts import Attempt
from shared.domain.errors import BackchannelError
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    OutcomeUnknownError,
    Ready,
    Shown,
    ThrottledError,
)
from shared.networks.mastodon.text import comparable, comparable_html, readable
from shared.networks.one_call import OneCallSession
from shared.networks.rest import CLOCK_SKEW, READ_TIMEOUT, meaning

PAGE = 40
MOST_PAGES = 10

_TOKEN = re.compile(r"[!-~]{1,4096}")
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

    def is_of(self, part: Part) -> bool:
        return comparable_html(self.content) == comparable(part.text) and (
            str(self.in_reply_to_id or "") == part.in_reply_to
        )


class _Owner(msgspec.Struct):
    """The part of an account that is used. Source: https://docs.joinmastodon.org/entities/Account/"""

    id: str
    acct: str


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
        self._owner: _Owner | None = None

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Nothing to do."""
        return Ready(part=part, attempt=attempt)

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        part = ready.part
        with self._call(timeout):
            answer = self._api.status_post(
                part.text, in_reply_to_id=part.in_reply_to or None, idempotency_key=ready.attempt.id
            )
        return _read(_Status, answer).published

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
        return Identity(external_id=owner.id, handle=owner.acct)

    def mentions(self, cursor: str) -> Heard:
        raise NotOfferedError("Mentions are not polled yet.")

    def followers(self, most: int) -> Followers:
        raise NotOfferedError("Followers are not sampled yet.")

    def _own_account(self) -> _Owner:
        """Asked for once."""
        if self._owner is None:
            with self._call(READ_TIMEOUT):
                answer = self._api.account_verify_credentials()
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
        if status == 403 and said not in ("", _NOT_ALLOWED):
            return CredentialsError(f"The server does not take the account's token: {said}.")
        return meaning(status, said, unsent=self._calls.unsent)
