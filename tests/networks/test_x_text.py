"""Text on X: how long it is, and how it reads once X has shown it."""

import functools
import json
import random
import subprocess

import pytest

from shared.networks.x.links import links
from shared.networks.x.shown import Link, is_same, readable
from shared.networks.x.text import LIMIT, length
from tests.networks.peers import npm


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("", 0),
        ("plain", 5),
        ("two\nlines", 9),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("Здравствуй", 10),
        ("日本語", 6),
        ("“quoted” – so…", 15),
        ("👍", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("🇳🇴🇩🇪", 4),
        ("1️⃣", 2),
        ("☺️", 2),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("https://example.com", 23),
        ("see example.com/a/very/long/path?with=query now", 4 + 23 + 4),
        ("(https://example.com/a_(b)).", 1 + 23 + 2),
        ("mail me@example.com", 19),
        ("no.such-domain-name.invalidtld", 30),
        ("1.5 and e.g. and 3...", 21),
    ],
)
def test_a_text_is_as_long_as_x_counts_it(text: str, long: int) -> None:
    assert length(text) == long


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://www.example.com/a?b=c&d=e.", ["https://www.example.com/a?b=c&d=e"]),
        ("Example.COM, example.org; example.net!", ["Example.COM", "example.org", "example.net"]),
        ("日本語example.com/path日本語", ["example.com/path"]),
        ("http://müller.de:8080/x#y", ["http://müller.de:8080/x#y"]),
        ("https://пример.рф/страница", ["https://пример.рф/страница"]),
        ("@example.com #example.com $example.com a@example.com -example.com", []),
        ("http://example.com-and-more http://example..com", []),
        ("https://t.co/abc12's", ["https://t.co/abc12"]),
        ("https://example.com/" + "a" * 4100, []),
    ],
)
def test_links_are_where_x_sees_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in links(text)] == found


WORDS = (
    *("The", "shop", "is", "open", "e.g.", "3.5%", "naïve", "Straße", "(yes)", "©", "…", "—", "“so”"),
    *(
        "日本語",
        "今日は。",
        "привет",
        "مرحبا",
        "한국",
        "#launch",
        "@acme",
        "$ACME",
        "a@b.com",
        "foo.invalid",
        "node.js",
    ),
    *("👍", "👍🏽", "👩\u200d👩\u200d👧", "🇳🇴", "☺\ufe0f", "1\ufe0f\u20e3"),
    *("https://example.com", "http://example.co.uk/a_(b)?c=d&e=f#g", "example.org", "www.example.com/"),
    *("https://example.com/über", "https://müller.de/", "https://t.co/AbC123", "x.com/acme", "a.b.c.io"),
)
JOINTS = (" ", "\n", ", ", ". ", "! ", " - ", "/", "\n\n", ": ", "; ")


@functools.cache
def folder() -> str:
    return str(npm.installed("x"))


def as_x_counts(texts: list[str]) -> list[int]:
    """By the library that X publishes: npm's ``twitter-text``."""
    counted = subprocess.run(
        ["node", f"{folder()}/count.cjs", folder()], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    lengths: list[int] = json.loads(counted.stdout)
    return lengths


def test_a_text_is_as_long_as_x_s_own_library_counts_it() -> None:
    chance = random.Random(1)  # noqa: S311
    texts = [
        "".join(chance.choice(WORDS) + chance.choice(JOINTS) for _ in range(1 + number % 12)) for number in range(4_000)
    ]
    counted = zip(texts, map(length, texts), as_x_counts(texts), strict=True)
    assert [(text, ours, x) for text, ours, x in counted if ours != x][:5] == []


def test_a_text_of_any_length_is_counted_soon() -> None:
    for hard in ("a" * 20_000 + ".", "日" * 20_000 + ".", "a." * 10_000, "日.com" * 4_000, "x.com/" + "(" * 20_000):
        assert length(hard) > LIMIT or hard.startswith("x.com/")


LINKS = [
    Link(url="https://t.co/one", expanded_url="https://example.com/a/long/path?b=c&d=e"),
    Link(url="https://t.co/two", expanded_url="http://example.org"),
    Link(url="https://t.co/pic", expanded_url="https://x.com/acme/status/1/photo/1", media_key="3_1"),
]


def test_what_x_shows_reads_as_it_was_written() -> None:
    shown = "Fish &amp; chips &lt;3: https://t.co/one, https://t.co/two https://t.co/pic"
    assert readable(shown, LINKS) == "Fish & chips <3: https://example.com/a/long/path?b=c&d=e, http://example.org"
    assert readable("&amp;amp; &amp;copy", []) == "&amp; &copy"


@pytest.mark.parametrize(
    ("sent", "shown", "reply"),
    [
        ("  two  spaces \n\n\nand lines ", "two spaces\nand lines", False),
        ("See Example.org/", "See http://example.org", False),
        ("As x.com/acme/status/1 says", "As https://twitter.com/acme/status/1 says", False),
        ("e\N{COMBINING ACUTE ACCENT}", "é", False),
        ("Yes!", "@customer Yes!", True),
        ("@customer Yes!", "@customer Yes!", True),
        ("Yes!", "@customer @another Yes!", True),
        ("", "@customer", True),
    ],
)
def test_a_text_is_known_again(sent: str, shown: str, reply: bool) -> None:
    assert is_same(sent, shown, reply=reply)


@pytest.mark.parametrize(
    ("sent", "shown", "reply"),
    [
        ("Yes!", "@customer Yes!", False),
        ("Yes!", "@customer No!", True),
        ("@customer Yes!", "Yes!", True),
        ("Yes", "Yes and no", True),
        ("See notx.com/a", "See nottwitter.com/a", False),
        ("", "Yes", True),
    ],
)
def test_another_text_is_not_taken_for_it(sent: str, shown: str, reply: bool) -> None:
    assert not is_same(sent, shown, reply=reply)
