"""The network's things in Mastodon's JSON. Source: https://docs.joinmastodon.org/entities/"""

import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from html import escape
from typing import Any

from infra.sandbox.network import MOST_ATTACHED, Account, Attachment, Network, Notification, Status
from shared.networks.mastodon import CAPABILITIES
from shared.networks.mastodon.text import MENTION, URL, URL_LENGTH

VERSION = "4.4.3"
_HASHTAG = re.compile(r"(?<![/\w&])#(\w*[^\W\d]\w*)")
_URL_PREFIX = re.compile(r"https?://(www\.)?")
_SHOWN_OF_A_URL = 30


def when(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _link(url: str) -> str:
    found = _URL_PREFIX.match(url)
    prefix = found[0] if found else ""
    shown, rest = url[len(prefix) :][:_SHOWN_OF_A_URL], url[len(prefix) :][_SHOWN_OF_A_URL:]
    return (
        f'<a href="{escape(url)}" target="_blank" rel="nofollow noopener noreferrer" translate="no">'
        f'<span class="invisible">{escape(prefix)}</span>'
        f'<span class="{"ellipsis" if rest else ""}">{escape(shown)}</span>'
        f'<span class="invisible">{escape(rest)}</span></a>'
    )


def _mention(url: str, name: str) -> str:
    return (
        f'<span class="h-card" translate="no"><a href="{escape(url)}" class="u-url mention">'
        f"@<span>{escape(name)}</span></a></span>"
    )


def _entities(text: str, base: str, named: set[str]) -> Iterator[tuple[int, int, str]]:
    """Where in ``text`` something else stands in the HTML, and what."""
    for found in URL.finditer(text):
        yield *found.span(), _link(found[0])
    for found in MENTION.finditer(text):
        name, domain = found["name"], found["domain"]
        if domain is not None:
            yield *found.span(), _mention(f"https://{domain[1:]}/@{name}", name)
        elif name in named:
            yield *found.span(), _mention(f"{base}/@{name}", name)
    for found in _HASHTAG.finditer(text):
        tag = escape(found[1])
        shown = f'<a href="{base}/tags/{tag.lower()}" class="mention hashtag" rel="tag">#<span>{tag}</span></a>'
        yield *found.span(), shown


def html(text: str, base: str, named: set[str]) -> str:
    """As Mastodon's text formatter: escaped, linked, in paragraphs."""
    parts, at = [], 0
    for begin, end, shown in sorted(_entities(text, base, named)):
        if begin >= at:
            parts += [escape(text[at:begin]), shown]
            at = end
    whole = "".join([*parts, escape(text[at:])]).replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = (part.strip("\n").replace("\n", "<br />") for part in re.split(r"\n\n+", whole))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


class Entities:
    def __init__(self, network: Network, base: str) -> None:
        self._network = network
        self._base = base

    def account(self, account: Account) -> dict[str, Any]:
        url = f"{self._base}/@{account.handle}"
        return {
            "id": account.id,
            "username": account.handle,
            "acct": account.handle,
            "display_name": account.handle,
            "locked": False,
            "bot": False,
            "discoverable": True,
            "group": False,
            "created_at": when(account.created_at),
            "note": "",
            "url": url,
            "uri": f"{self._base}/users/{account.handle}",
            "avatar": f"{self._base}/avatars/missing.png",
            "avatar_static": f"{self._base}/avatars/missing.png",
            "header": f"{self._base}/headers/missing.png",
            "header_static": f"{self._base}/headers/missing.png",
            "followers_count": len(account.followers),
            "following_count": account.following,
            "statuses_count": len(account.statuses),
            "last_status_at": f"{account.statuses[-1].created_at:%Y-%m-%d}" if account.statuses else None,
            "emojis": [],
            "fields": [],
        }

    def own_account(self, account: Account) -> dict[str, Any]:
        source = {"privacy": "public", "sensitive": False, "language": None, "note": "", "fields": []}
        return self.account(account) | {"source": source}

    def status(self, status: Status) -> dict[str, Any]:
        network, base = self._network, self._base
        author = network.account(status.handle)
        named = [network.account(handle) for handle in network.named(status.text)]
        answered = network.ever_posted_as(status.in_reply_to)
        tags = dict.fromkeys(found[1].lower() for found in _HASHTAG.finditer(status.text))
        return {
            "id": status.id,
            "created_at": when(status.created_at),
            "in_reply_to_id": status.in_reply_to,
            "in_reply_to_account_id": network.account(answered.handle).id if answered else None,
            "sensitive": False,
            "spoiler_text": "",
            "visibility": "public",
            "language": "en",
            "uri": f"{base}/users/{status.handle}/statuses/{status.id}",
            "url": f"{base}/@{status.handle}/{status.id}",
            "replies_count": network.replies(status),
            "reblogs_count": len(status.reblogged_by),
            "favourites_count": len(status.favourited_by),
            "edited_at": None,
            "favourited": False,
            "reblogged": False,
            "muted": False,
            "bookmarked": False,
            "pinned": False,
            "content": html(status.text, base, {account.handle for account in named}),
            "reblog": None,
            "application": {"name": "Backchannel", "website": None},
            "account": self.account(author),
            "media_attachments": [self.attachment(each) for each in status.media],
            "mentions": [
                {"id": a.id, "username": a.handle, "acct": a.handle, "url": f"{base}/@{a.handle}"} for a in named
            ],
            "tags": [{"name": tag, "url": f"{base}/tags/{tag}"} for tag in tags],
            "emojis": [],
            "card": None,
            "poll": None,
        }

    def attachment(self, attachment: Attachment) -> dict[str, Any]:
        ready = attachment.ready_at <= self._network.now()
        url = f"{self._base}/media/{attachment.id}" if ready else None
        return {
            "id": attachment.id,
            "type": "image",
            "url": url,
            "preview_url": url,
            "remote_url": None,
            "meta": {},
            "description": attachment.description or None,
            "blurhash": None,
        }

    def notification(self, note: Notification) -> dict[str, Any]:
        return {
            "id": note.id,
            "type": "mention",
            "created_at": when(note.status.created_at),
            "account": self.account(self._network.account(note.status.handle)),
            "status": self.status(note.status),
        }

    def truth(self, status: Status) -> dict[str, Any]:
        """What no network tells: everything about a status, kept after its deletion."""
        return {
            "id": status.id,
            "handle": status.handle,
            "text": status.text,
            "in_reply_to": status.in_reply_to,
            "idempotency_key": status.key,
            "media": [
                {"sha256": sha256(each.content).hexdigest(), "kind": each.kind, "description": each.description}
                for each in status.media
            ],
            "created_at": when(status.created_at),
            "visible_from": when(status.visible_from),
            "deleted_at": when(status.deleted_at) if status.deleted_at else None,
        }

    def instance(self) -> dict[str, Any]:
        return {
            "uri": self._base.removeprefix("http://"),
            "title": "Sandbox",
            "short_description": "",
            "description": "",
            "email": "",
            "version": VERSION,
            "urls": {},
            "stats": {"user_count": 0, "status_count": 0, "domain_count": 0},
            "languages": ["en"],
            "registrations": False,
            "approval_required": False,
            "invites_enabled": False,
            "configuration": self._configuration(),
            "contact_account": None,
            "rules": [],
        }

    def instance_v2(self) -> dict[str, Any]:
        return {
            "domain": self._base.removeprefix("http://"),
            "title": "Sandbox",
            "version": VERSION,
            "source_url": "",
            "description": "",
            "usage": {"users": {"active_month": 0}},
            "languages": ["en"],
            "configuration": self._configuration(),
            "registrations": {"enabled": False, "approval_required": False, "message": None},
            "api_versions": {"mastodon": 6},
            "contact": {"email": "", "account": None},
            "rules": [],
        }

    def _configuration(self) -> dict[str, Any]:
        limits = {"max_characters": CAPABILITIES.text_limit, "characters_reserved_per_url": URL_LENGTH}
        return {"statuses": limits | {"max_media_attachments": MOST_ATTACHED}}
