"""WebSub: a hub that pushes a feed (Atom), as YouTube's does for the videos of a channel.

The hub asks whether a subscription was meant: yes for the source's own topic while the source is open, and that it ends
once it is closed. Anybody can ask a hub for either in our name. A lease runs out, and whoever subscribed renews it.

Source: https://www.w3.org/TR/websub/, https://www.rfc-editor.org/rfc/rfc6721 (deleted entries),
https://developers.google.com/youtube/v3/guides/push_notifications
"""

import hmac
from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from shared.domain.accounts import Source
from shared.domain.errors import ChallengeError
from shared.domain.listening.mentions import Report
from shared.domain.markup import written
from shared.domain.text import clean
from shared.webhooks import fields
from shared.webhooks.heard import Event, Proof, UnknownEvent, UnreadableError
from shared.webhooks.signatures import check, digest, header

METHODS = ("sha1", "sha256", "sha384", "sha512")
"""Of the standard; the hub chooses, and YouTube's chooses the first."""
LONGEST_CHALLENGE = 512
_ATOM = "{http://www.w3.org/2005/Atom}"
_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_VIDEO = "yt:video:"


def verify(source: Source, headers: Mapping[str, str], body: bytes, now: datetime) -> None:  # noqa: ARG001 no time is signed
    given = header(headers, "x-hub-signature")
    method = given.partition("=")[0]
    secrets = source.secrets if method in METHODS else ()
    check([given], [f"{method}={digest(secret.encode(), body, method).hex()}" for secret in secrets if secret])


def challenge(source: Source, query: Mapping[str, str]) -> Proof:
    wanted = "subscribe" if source.closed_at is None else "unsubscribe"
    given, known = query.get("hub.topic", "").encode(errors="replace"), source.topic.encode()
    if not hmac.compare_digest(given, known) or not known or query.get("hub.mode") != wanted:
        raise ChallengeError(f"The topic is not this source's, or the mode is not {wanted}.")
    return Proof("text/plain", clean(query.get("hub.challenge", ""), "hub.challenge", longest=LONGEST_CHALLENGE))


def decoded(body: bytes) -> Element:
    """XML that declares nothing: no document type, so no entity that could grow or fetch anything."""
    try:
        found: Element = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as unsafe:
        raise UnreadableError("The body is not XML, or declares a document type, which is not taken.") from unsafe
    return found


def events(source: Source, payload: Element, now: datetime) -> Iterator[Event]:
    """One for each entry of the feed, of which a hub sends those that are new, changed or gone."""
    if payload.tag != f"{_ATOM}feed":
        yield UnknownEvent(fields.event_type(payload.tag.rpartition("}")[2]))
        return
    for index, element in enumerate(payload):
        place = f"feed[{index}]"
        if element.tag == _DELETED:
            gone = element.get("ref", "").removeprefix(_VIDEO)
            yield fields.retraction(source.network, gone, f"{place}.ref")
        elif element.tag == f"{_ATOM}entry":
            yield _report(source, element, place, now)


def _report(source: Source, entry: Element, place: str, now: datetime) -> Report:
    published, updated = (fields.moment(_text(entry, name), now) for name in ("published", "updated"))
    title, body = _text(entry, "title"), _text(entry, "content") or _text(entry, "summary")
    links = (link.get("href") for link in entry.iter(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate")
    answered = entry.find("{http://purl.org/syndication/thread/1.0}in-reply-to")
    return Report(
        network=fields.network(source.network, "network"),
        external_id=fields.identity(_text(entry, "id").removeprefix(_VIDEO), f"{place}.id"),
        author=fields.author(_text(entry, "author", "name"), f"{place}.author.name"),
        text=fields.message("\n\n".join(part for part in (title, body) if part), f"{place}.title"),
        url=fields.link(next(links, "")),
        posted_at=published or updated,
        in_reply_to=fields.identity("" if answered is None else answered.get("ref", ""), f"{place}.ref", empty=True),
        edited_at=updated if published and updated and updated > published else None,
    )


def _text(entry: Element, *names: str) -> str:
    """What stands at a path of Atom's elements, without markup; "" when there is nothing."""
    found = entry.find("/".join(_ATOM + name for name in names))
    if found is None:
        return ""
    text = "".join(found.itertext())
    return written(text) if found.get("type") == "html" else text.strip()
