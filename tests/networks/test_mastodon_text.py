"""Mastodon's ways with text, against the patterns that Mastodon.py took over from Mastodon."""

import re

import pytest
import regex  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from mastodon._url_regex import url_regex

from infra.sandbox.entities import html
from shared.networks.mastodon.text import comparable, comparable_html, length

_MENTION = re.compile(r"(^|[^/\w])@(([a-z0-9_]+)@[a-z0-9\.\-]+[a-z0-9]+)", re.IGNORECASE)


def counted_by_mastodon(text: str) -> int:
    text = url_regex.sub(lambda found: found[2] + "x" * 23, text)
    return len(regex.findall(r"\X", _MENTION.sub(r"\1@\3", text)))


URLS = [
    "https://example.com",
    "http://example.com/",
    "HTTPS://EXAMPLE.COM/ABC",
    "https://example.com/a/very/long/path/that/would/not/fit",
    "https://a.b.example.co.uk:8080/p?q=1&r=2#top",
    "https://example.com/foo_(bar)",
    "https://example.com/@user/114000",
    "https://münchen.de/straße",
    "https://xn--mnchen-3ya.de/x",
    "https://example.com?x=1",
]
PIECES = [*URLS, "@acme", "@acme@social.example", "a@b.com", "#tag", "Hello", "日本", "é", "e\u0301", "😀"]
PIECES += ["👍🏽", "👩‍👩‍👧‍👦", "❤️", "🇳🇴", "🇸🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "(", ")", ".", ",", "…", "“", "\r\n", "http://localhost/x"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_text_is_counted_as_mastodon_counts_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert length(text) == counted_by_mastodon(text)


@pytest.mark.parametrize("before", ["(", "“", "a.", "日本", "\n"])
@pytest.mark.parametrize("after", [")", ".", "!", "…", "”", ", and", "日本", "\n"])
@pytest.mark.parametrize("url", [url for url in URLS if "/" in url.removeprefix("https://")])
def test_a_link_ends_where_mastodon_ends_it(before: str, url: str, after: str) -> None:
    assert length(before + url + after) == counted_by_mastodon(before + url + after)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_no_text_counts_more_than_its_code_points(text: str) -> None:
    assert length(text) <= len(text) or "://" in text


@pytest.mark.parametrize(
    "hostile",
    ["https://a" + ".a" * 20_000, "https://a.bc/" + "(a" * 20_000, "@" + "a." * 20_000, "https://" * 5_000],
)
def test_hostile_text_is_counted_in_good_time(hostile: str) -> None:
    length(hostile)


@given(st.lists(st.sampled_from([*PIECES, "<b>", "&amp;", '"', "'", "\n", "\n\n", "  "]), min_size=1, max_size=12))
def test_what_is_shown_compares_equal_to_what_was_sent(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert comparable_html(html(text, "http://127.0.0.1", {"acme"})) == comparable(text)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("Hello  there", "<p>Hello there</p>"),
        ("one\n\ntwo\nthree", "<p>one</p><p>two<br>three</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("Thanks @Someone@Elsewhere.example", '<p>Thanks <a href="#">@<span>someone</span></a></p>'),
        ("e\u0301", "<p>é</p>"),
        (
            "see https://example.com/abc",
            '<p>see <a href="https://example.com"><span>https://</span><span>example.com/abc</span></a></p>',
        ),
    ],
)
def test_a_status_is_known_again_in_its_html(sent: str, shown: str) -> None:
    assert comparable_html(shown) == comparable(sent)


@pytest.mark.parametrize("other", ["Hello", "Hello there!", "Hello thre", "@other there"])
def test_another_text_is_not_taken_for_it(other: str) -> None:
    assert comparable_html(f"<p>{other}</p>") != comparable("Hello there")
