"""What was approved is what readers reach: links that could lead elsewhere are refused while a post is a draft."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidError
from shared.domain.links import REDIRECTORS, check_links
from shared.domain.text import DIRECTIONS, OVERRIDES
from shared.networks.bluesky.text import _links as bluesky_links
from shared.networks.x.links import links as x_links

hosts = st.sampled_from(sorted(REDIRECTORS))
plain_words = st.text("abc åß日本שלוםя,.!?():/-—'\"\n\t", max_size=40)


def refusal(text):
    with pytest.raises(InvalidError) as refused:
        check_links(text, "text")
    assert refused.value.field == "text"
    return refused.value.reason


@given(
    host=hosts,
    protocol=st.sampled_from(["https://", "http://", "HTTPS://", ""]),
    below=st.sampled_from(["", "www.", "go.acme."]),
    path=st.sampled_from(["/x", "/", "", "?x=1", "#x", ":443/x", "."]),
    before=st.sampled_from(["", "See ", "(", "日本語", "日本語。", "line\n", '"', "…", "a, "]),
    behind=st.sampled_from(["", ")", " and more", "\nline", "。", "日本語", ", yes", "”"]),
)
def test_a_shortener_is_refused_however_it_is_written(host, protocol, below, path, before, behind):
    reason = refusal(f"{before}{protocol}{below}{host}{path}{behind}")
    assert host in reason
    assert "after the approval" in reason
    assert "give the address itself" in reason


@pytest.mark.parametrize(
    "text",
    [
        "BIT.LY/AbC",
        "ｂｉｔ．ｌｙ/abc",
        "bit。ly/abc",
        "bit｡ly/abc",
        "b\u00adit.ly/abc",
        "bit\u200b.ly/abc",
        "b\ufe0fit.ly/abc",
        "b\u034fit.ly/abc",
        "bⁱt.ly/abc",
        "https:bit.ly/abc",
        "https://www.example.com/url?q=https://bit.ly/abc",
        "https://acme.example/a】bit.ly/abc",
        "https://acme.example@bit.ly/abc",
        "https://acme.example bit.ly/abc",
        "I can't.co/abc",
        "https://acme.example/?about=bit.ly",
        "50%bit.ly/abc",
        "bit.ly\u200fbit.ly/abc",
        "acme\u200bbit.ly/abc",
    ],
)
def test_what_a_browser_reads_as_a_shortener_is_one(text):
    assert "after the approval" in refusal(text)


@given(host=hosts, more=st.sampled_from(["x", "-x", ".example", ".com"]))
def test_a_host_that_only_begins_or_ends_like_a_shortener_is_none(host, more):
    check_links(f"https://{host}{more}/x", "text")
    check_links(f"https://x{host}/x and https://x-{host}/x", "text")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good morning",
        "https://acme.example",
        "See https://acme.example/a/b?c=d&e=f#g, or acme.example/x.",
        "https://acme.example:8443/x (https://acme.example)",
        "https://social.example/@acme/1 and https://medium.com/@acme/a-b@2",
        "Write to press@acme.example",
        "@acme@social.example thanks!",
        "https://acme.example/reviews/bit.ly/2026",
        "https://youtu.be/dQw4w9WgXcQ and https://wa.me/4712345678",
        "詳細はhttps://acme.exampleです。",
        "https://яндекс.рф/новости и xn--d1acpjx3f.xn--p1ai",
        "https://acme.example/файл-v2.pdf and acme.example/файл-v2.pdf",
        "https://acme.example/поиск?q=α",
        "Подробнее — https://acme.example»и далее",
        "Грядёт.New York ждёт",
        "0.5μm, 1.5kВт",
        "שלום \u2066https://acme.example/x\u2069, שלום",
        "\u200fhttps://acme.example\u200f",
        "https://acme.example/\u2069، والمزيد",
        "👩\u200d👩\u200d👧.acme.example",
        "می\u200cخواهم.بعد",
        "turned \u202earound\u202c, and no link",
        "a://b",
        "://",
        "...",
    ],
)
def test_a_link_that_says_where_it_leads_is_taken(text):
    check_links(text, "text")


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.example@evil.example",
        "https://acme.example@evil.example/x",
        "https://acme.example:443@evil.example/x",
        "https://acme.example\\@evil.example/x",
        "https://acme.example%2f@evil.example",
        "see http://@evil.example",
        "https://acme.example/a】https://acme.example@evil.example",
    ],
)
def test_a_link_that_leads_to_what_stands_behind_an_at_is_refused(text):
    assert "what stands behind it" in refusal(text)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("https://аcme.example/x", "Cyrillic and Latin"),
        ("https://acmе.example", "Cyrillic and Latin"),
        ("https://αcme.example", "Greek and Latin"),
        ("https://аррӏе.com", "Cyrillic and Latin"),
        ("see аcme.com/x", "Cyrillic and Latin"),
        ("see acme.соm", "Cyrillic and Latin"),
    ],
)
def test_a_host_of_look_alike_letters_is_refused(text, both):
    assert both in refusal(text)


@given(
    mark=st.sampled_from(sorted(DIRECTIONS)), at=st.integers(min_value=8, max_value=len("https://acme.example/x") - 1)
)
def test_a_mark_within_a_link_is_refused_wherever_it_stands(mark, at):
    link = "https://acme.example/x"
    assert "turn" in refusal(f"see {link[:at]}{mark}{link[at:]} now")


@given(override=st.sampled_from(OVERRIDES), before=plain_words)
def test_an_override_shows_a_link_in_another_order_wherever_it_begins(override, before):
    before = before.replace("я", "")
    assert "order of letters" in refusal(f"{before}{override} https://acme.example {before}")


@pytest.mark.parametrize("host", ["acme%2Eexample", "ac\u200bme.example", "ac\u00adme.example", "acme\\evil.example"])
def test_a_host_that_is_read_as_another_one_is_refused(host):
    assert "host" in refusal(f"https://{host}/x")


@given(text=st.text(max_size=200))
def test_any_text_is_judged_and_twice_the_same(text):
    def judged():
        try:
            check_links(text, "text")
        except InvalidError as refused:
            return refused.reason
        return None

    assert judged() == judged()


@given(words=plain_words)
def test_text_without_a_dot_has_no_link_to_be_refused(words):
    check_links(words.replace(".", "").replace("://", ""), "text")


@pytest.mark.parametrize("shape", ["a", "a.", "a-", "://", "https://a", "@", "a.b", "bit.l", "/a", "\u200f"])
def test_the_longest_text_is_judged_in_no_time(shape):
    text = (shape * 25_000)[:25_000]
    with suppress(InvalidError):
        check_links(text, "text")


FRAGMENTS = [
    *("bit.ly", "t.co", "l.facebook.com", "acme.com", "x", "1", "É", "ß", "и", "日本", "www.", "https://", "http://"),
    *("/", "/abc", "?q=", "#", ":", "@", ".", ",", "。", "、", " ", "\n", "\u3000", "-", "_", "%", "&", "=", "|", "~"),
    *("!", "*", "'", "(", ")", "】", "\u00ad", "\u200f", "\u202e"),
]


def hosts_linked_to(text):
    """Where X and Bluesky see links in a text."""
    spans = [*x_links(text), *((span.start, span.end) for span in bluesky_links(text))]
    for start, end in spans:
        address = text[start:end].partition("://")[2] or text[start:end]
        host = re.split(r"[/?#:]", address.lower())[0]
        # Where a name goes on without being one, X links its beginning, to the shortener's own home page.
        if address.lower() != host or not text[end:].startswith("."):
            yield host


@given(pieces=st.lists(st.sampled_from(FRAGMENTS), max_size=8))
def test_wherever_a_network_sees_a_link_to_a_shortener_the_draft_is_refused(pieces):
    text = "".join(pieces)
    if any(host == one or host.endswith(f".{one}") for host in hosts_linked_to(text) for one in REDIRECTORS):
        with pytest.raises(InvalidError):
            check_links(text, "text")
