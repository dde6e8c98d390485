"""The network itself: who is on it and what was ever posted, by Mastodon's rules, in memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock

from shared.networks.mastodon import CAPABILITIES
from shared.networks.mastodon.text import MENTION

MOST_ATTACHED = 4
KEY_LASTS = timedelta(hours=1)
"""Source: https://docs.joinmastodon.org/methods/statuses/#create"""


class ApiError(Exception):
    """An answer in Mastodon's error form."""

    def __init__(self, status: int, error: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(error)
        self.status = status
        self.error = error
        self.headers = headers or {}


def not_found() -> ApiError:
    return ApiError(404, "Record not found")


@dataclass(slots=True)
class Attachment:
    """An uploaded picture."""

    id: str
    handle: str
    kind: str
    content: bytes
    description: str
    ready_at: datetime


@dataclass(slots=True)
class Status:
    id: str
    handle: str
    text: str
    in_reply_to: str | None
    key: str | None
    created_at: datetime
    visible_from: datetime
    deleted_at: datetime | None = None
    media: Sequence[Attachment] = ()
    favourited_by: set[str] = field(default_factory=set)
    reblogged_by: set[str] = field(default_factory=set)

    def visible(self, now: datetime) -> bool:
        return self.deleted_at is None and self.visible_from <= now


@dataclass(slots=True)
class Notification:
    """That ``status`` names the account."""

    id: str
    status: Status


@dataclass(slots=True)
class Follow:
    """Its id is not its follower's; pages of followers go by it."""

    id: str
    follower: str


@dataclass(slots=True)
class Account:
    id: str
    handle: str
    created_at: datetime
    statuses: list[Status] = field(default_factory=list)
    notifications: list[Notification] = field(default_factory=list)
    followers: list[Follow] = field(default_factory=list)
    following: int = 0
    keys: dict[str, Status] = field(default_factory=dict)


class Network:
    """Each call is whole: none sees another half done."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._clock = now
        self._lock = RLock()
        self._statuses: dict[str, Status] = {}
        self._accounts: dict[str, Account] = {}
        self._attachments: dict[str, Attachment] = {}
        self._last_id = 0

    def now(self) -> datetime:
        at = self._clock()
        return at.replace(microsecond=at.microsecond // 1000 * 1000)

    def account(self, handle: str) -> Account:
        with self._lock:
            if handle not in self._accounts:
                self._accounts[handle] = Account(self._new_id(), handle, self.now())
            return self._accounts[handle]

    def known(self, handle: str) -> Account:
        with self._lock:
            if handle not in self._accounts:
                raise not_found()
            return self._accounts[handle]

    def account_by_id(self, id_: str) -> Account:
        with self._lock:
            for account in self._accounts.values():
                if account.id == id_:
                    return account
        raise not_found()

    def post(
        self,
        handle: str,
        text: str,
        in_reply_to: str | None = None,
        key: str | None = None,
        lag: timedelta = timedelta(0),
        media: Sequence[str] = (),
    ) -> Status:
        with self._lock:
            author, now = self.account(handle), self.now()
            earlier = author.keys.get(key) if key else None
            if earlier is not None and now - earlier.created_at < KEY_LASTS:
                if earlier.deleted_at is not None:
                    raise not_found()
                return earlier
            self._check(text, in_reply_to)
            shown = self._attached(handle, media)
            status = Status(self._new_id(), handle, text, in_reply_to, key, now, now + lag, media=shown)
            self._statuses[status.id] = status
            author.statuses.append(status)
            if key:
                author.keys[key] = status
            for named in self.named(text):
                if named != handle:
                    self._accounts[named].notifications.append(Notification(self._new_id(), status))
            return status

    def upload(self, handle: str, kind: str, content: bytes, description: str, lag: timedelta) -> Attachment:
        with self._lock:
            made = Attachment(self._new_id(), handle, kind, content, description, self.now() + lag)
            self._attachments[made.id] = made
            return made

    def attachment(self, handle: str, id_: str) -> Attachment:
        found = self._attachments.get(id_)
        if found is None or found.handle != handle:
            raise not_found()
        return found

    def _attached(self, handle: str, ids: Sequence[str]) -> list[Attachment]:
        """Source: ``app/services/post_status_service.rb`` of https://github.com/mastodon/mastodon"""
        found = [self._attachments.get(id_) for id_ in ids]
        known = [each for each in found if each is not None and each.handle == handle]
        if len(known) < len(ids) or len(ids) > MOST_ATTACHED:
            raise ApiError(422, "Validation failed: these files cannot be attached")
        if any(each.ready_at > self.now() for each in known):
            raise ApiError(422, "Cannot attach files that have not finished processing. Try again in a moment!")
        return known

    def favourite(self, handle: str, id_: str) -> Status:
        """Once, however often."""
        with self._lock:
            status = self.status(id_)
            status.favourited_by.add(self.account(handle).handle)
            return status

    def reblog(self, handle: str, id_: str) -> Status:
        """Once, however often. It stands on nobody's timeline here; only its count is kept."""
        with self._lock:
            status = self.status(id_)
            status.reblogged_by.add(self.account(handle).handle)
            return status

    def replies(self, status: Status) -> int:
        """How many answer it directly."""
        with self._lock:
            now = self.now()
            return sum(each.in_reply_to == status.id and each.visible(now) for each in self._statuses.values())

    def follow(self, follower: str, followed: str) -> None:
        with self._lock:
            self.account(followed).followers.append(Follow(self._new_id(), follower))
            self.account(follower).following += 1

    def delete(self, handle: str, id_: str, *, lie: bool = False) -> Status:
        with self._lock:
            status = self.status(id_)
            if status.handle != handle:
                raise not_found()
            if not lie:
                status.deleted_at = self.now()
            return status

    def status(self, id_: str) -> Status:
        with self._lock:
            status = self._statuses.get(id_)
            if status is None or not status.visible(self.now()):
                raise not_found()
            return status

    def statuses_of(self, account: Account) -> list[Status]:
        """Visible ones, newest first."""
        with self._lock:
            now = self.now()
            return [status for status in reversed(account.statuses) if status.visible(now)]

    def notifications_of(self, account: Account) -> list[Notification]:
        with self._lock:
            now = self.now()
            return [note for note in reversed(account.notifications) if note.status.visible(now)]

    def ancestors(self, status: Status) -> list[Status]:
        with self._lock:
            found: list[Status] = []
            above = self._statuses.get(status.in_reply_to or "")
            while above is not None:
                found.insert(0, above)
                above = self._statuses.get(above.in_reply_to or "")
            return [each for each in found if each.visible(self.now())]

    def descendants(self, status: Status) -> list[Status]:
        """Replies and replies to them, oldest first."""
        with self._lock:
            below, found = {status.id}, []
            for each in self._statuses.values():
                if each.in_reply_to in below and each.visible(self.now()):
                    below.add(each.id)
                    found.append(each)
            return found

    def ever_posted(self, handle: str | None) -> Sequence[Status]:
        """The truth, oldest first: what was deleted and what does not show yet included."""
        with self._lock:
            return [each for each in self._statuses.values() if handle in (None, each.handle)]

    def ever_posted_as(self, id_: str | None) -> Status | None:
        return None if id_ is None else self._statuses.get(id_)

    def named(self, text: str) -> Iterator[str]:
        """The handles on this network that ``text`` mentions, each once."""
        names = (found["name"] for found in MENTION.finditer(text) if found["domain"] is None)
        return (name for name in dict.fromkeys(names) if name in self._accounts)

    def _check(self, text: str, in_reply_to: str | None) -> None:
        if not text.strip():
            raise ApiError(422, "Validation failed: Text can't be blank")
        if CAPABILITIES.length(text) > CAPABILITIES.text_limit:
            raise ApiError(422, f"Validation failed: Text character limit of {CAPABILITIES.text_limit} exceeded")
        if in_reply_to and (in_reply_to not in self._statuses or self._statuses[in_reply_to].deleted_at):
            raise ApiError(404, "The post you are trying to reply to does not appear to exist.")

    def _new_id(self) -> str:
        """Rises with time, as Mastodon's: milliseconds, then a count."""
        self._last_id = max(self._last_id + 1, int(self._clock().timestamp() * 1000) << 16)
        return str(self._last_id)
