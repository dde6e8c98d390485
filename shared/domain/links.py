"""Links in a draft lead where they say, for as long as the post stands: what was approved is what readers reach.

Nothing is fetched: a link is judged by its letters alone. See ``infra/decisions/0024-links.md``.
"""

import re
import unicodedata

from shared.domain.errors import InvalidError
from shared.domain.text import DIRECTIONS, OVERRIDES, alphabets

REDIRECTORS = frozenset(
    {
        # What networks make of the links in a post; written by hand, it hides where it leads.
        *("t.co", "lnkd.in", "fb.me", "l.facebook.com", "lm.facebook.com", "l.instagram.com", "l.threads.com"),
        *("l.threads.net", "pin.it", "t.umblr.com", "out.reddit.com", "t.cn", "vk.cc"),
        # Open to everybody, and many let the target be changed afterwards.
        *("1url.com", "9qr.de", "adf.ly", "bit.do", "bit.ly", "bitly.com", "bl.ink", "buff.ly", "clck.ru", "cutt.ly"),
        *("cutt.us", "da.gd", "dlvr.it", "dub.sh", "dwz.cn", "goo.gl", "hubs.la", "hubs.ly", "ht.ly", "ift.tt"),
        *("is.gd", "j.mp", "kutt.it", "lnk.to", "mcaf.ee", "ow.ly", "po.st", "qr.ae", "qrco.de", "rb.gy"),
        *("rebrand.ly", "s.id", "short.gy", "shorte.st", "shorturl.at", "shorturl.com", "smarturl.it", "snip.ly"),
        *("sniply.io", "snipurl.com", "soo.gd", "spr.ly", "surl.li", "t.ly", "t2m.io", "tiny.cc", "tiny.one"),
        *("tinyurl.com", "tr.im", "trib.al", "u.to", "urlz.fr", "url.cn", "v.gd", "x.gd"),
        # One company's own, which leads to whatever it says at the time.
        *("a.co", "aka.ms", "amzn.to", "apple.co", "g.co"),
        # Links of apps, which lead elsewhere by who asks.
        *("app.link", "onelink.me", "page.link"),
        # What mail filters make of a link.
        *("safelinks.protection.outlook.com", "urldefense.com", "urldefense.proofpoint.com"),
    }
)
"""Hosts, and all below them. A brand's own short domain cannot be told from any other host."""
ADDRESS_ITSELF = "give the address itself"

_REDIRECTOR = re.compile(
    # At a host's beginning, or behind a dot in it; in a path, where networks see no link, only behind a protocol.
    r"(?:(?<=://)|(?<![a-z0-9/-]))"
    rf"(?P<host>{'|'.join(re.escape(host) for host in sorted(REDIRECTORS))})"
    r"(?![a-z0-9-]|\.[a-z0-9])"
)
_BARE = re.compile(r"(?<![\w./-])[\w-]++(?:\.[\w-]++)+")
_AUTHORITY = re.compile(r"[^/?#]*")
_HOST = re.compile(rf"[^:,;!()\[\]{{}}<>\"'«»“”„…{DIRECTIONS}]*")
_TURNED = re.compile(rf"[{DIRECTIONS}]\S*[A-Za-z0-9]")
"""Behind a link that they do not go into, marks are usual in right-to-left text."""
_FULL_STOPS = str.maketrans(dict.fromkeys("\u3002\uff61", "."))
"""Of other scripts, which stand for the one in a host's name."""


def check_links(text: str, field: str) -> None:
    """Raises InvalidError for what could lead readers elsewhere than whoever approved the text."""
    for read in _readings(text):
        redirector = _REDIRECTOR.search(read)
        if redirector is not None:
            shortened = f"leads through {redirector['host']}, which can be pointed elsewhere after the approval"
            raise InvalidError(f"{shortened}; {ADDRESS_ITSELF}", field)
    links, words = 0, []
    for word in text.split():
        before, *addresses = word.split("://")
        words.append(before)
        for address in addresses:
            links += 1
            _check_address(address, field)
    for bare in _BARE.findall(" ".join(words)):
        labels = bare.split(".")
        # As a top-level domain could end it: no number with its unit.
        if labels[-1].isalpha():
            links += 1
            for label in labels:
                _check_alphabets(label, field)
    if links and any(character in OVERRIDES for character in text):
        raise InvalidError("has a link and characters that turn the order of letters around; leave those out", field)


def _check_address(address: str, field: str) -> None:
    """``address``: what stands behind its ``://``."""
    authority = _part(_AUTHORITY, address)
    if "@" in authority:
        raise InvalidError(
            f"has a link with an @ before its first slash, which leads to what stands behind it; {ADDRESS_ITSELF}",
            field,
        )
    if _TURNED.search(address):
        raise InvalidError(
            f"has a link with characters in it that turn it around; {ADDRESS_ITSELF} without them", field
        )
    host = _part(_HOST, authority)
    if "%" in host or "\\" in host or any(unicodedata.category(character) == "Cf" for character in host):
        raise InvalidError(
            f"has a link whose host has characters that are overlooked or replaced by others; {ADDRESS_ITSELF}", field
        )
    _check_alphabets(host, field)


def _part(pattern: re.Pattern[str], of: str) -> str:
    found = pattern.match(of)
    return found[0] if found else ""


def _check_alphabets(host: str, field: str) -> None:
    mixed = alphabets(host)
    if len(mixed) > 1:
        raise InvalidError(
            f"has a link whose host mixes {' and '.join(mixed)} letters, which look alike; "
            "if it is meant, write the host as it is registered (xn--…)",
            field,
        )


def _readings(text: str) -> tuple[str, str]:
    """As browsers read a host's name, and as networks find one; for both, other shapes of a letter are that letter.

    For a browser the full stops of other scripts are dots, and letters that nobody sees are none. A name can end there
    for a network.
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    as_one = "".join(character for character in plain.translate(_FULL_STOPS) if not _is_overlooked(character))
    apart = "".join(
        " " if ord(character) in _FULL_STOPS or _is_overlooked(character) else character for character in plain
    )
    return as_one, apart


def _is_overlooked(character: str) -> bool:
    return not character.isascii() and (
        unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f" or character == "\u034f"
    )
