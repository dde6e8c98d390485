"""A feed is XML from outside: what it says is read, and nothing that it declares is believed."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webhook_senders import NOW, sample, source

from shared import webhooks
from shared.domain.accounts import Scheme
from shared.domain.errors import InvalidError
from shared.domain.listening.mentions import Retraction

ATOM = 'xmlns="http://www.w3.org/2005/Atom"'
TOMBSTONES = 'xmlns:at="http://purl.org/atompub/tombstones/1.0"'


def read(body: str | bytes, **changes):
    given = body if isinstance(body, bytes) else body.encode()
    return webhooks.read(source(Scheme.WEBSUB, **changes), given, NOW)


def feed(*entries: str) -> str:
    return f"<feed {ATOM} {TOMBSTONES}>{''.join(entries)}</feed>"


def entry(*elements: str) -> str:
    return f"<entry>{''.join(elements) or '<id>1</id>'}</entry>"


def test_a_video_that_is_gone_is_a_retraction_of_what_was_reported():
    gone = (
        '<at:deleted-entry ref="yt:video:VIDEO000001" when="2026-11-16T09:22:00Z"><link href="x"/></at:deleted-entry>'
    )
    (uploaded,) = read(sample(Scheme.WEBSUB)).reports
    assert read(feed(gone)).retractions == (Retraction(network="youtube", external_id=uploaded.external_id),)


def test_an_entry_that_was_not_changed_since_is_as_it_was_written():
    both = "<published>2026-11-16T09:00:00Z</published><updated>2026-11-16T09:00:00Z</updated>"
    (report,) = read(feed(entry("<id>1</id>", both))).reports
    assert (report.posted_at, report.edited_at) == (datetime(2026, 11, 16, 9, tzinfo=UTC), None)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            '<content type="html">&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two &amp;amp; 3&lt;/p&gt;</content>',
            "one\n\ntwo & 3",
        ),
        ('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b></div></content>', "one two"),
        ("<summary>a summary</summary>", "a summary"),
        ("", ""),
    ],
)
def test_an_entrys_text_is_read_without_its_markup(content, text):
    (report,) = read(feed(entry("<id>1</id>", content))).reports
    assert report.text == text


def test_an_entry_needs_an_id():
    with pytest.raises(InvalidError) as refusal:
        read(feed(entry("<title>t</title>")))
    assert refusal.value.field == "feed[0].id"


def test_another_document_is_an_unknown_event():
    assert read("<rss><channel/></rss>").unknown == ("rss",)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "body",
    [
        f'<!DOCTYPE feed [<!ENTITY l0 "lol">{LAUGHS}]>' + feed(entry("<id>&l9;</id>")),
        '<!DOCTYPE feed [<!ENTITY file SYSTEM "file:///etc/passwd">]>' + feed(entry("<id>&file;</id>")),
        '<!DOCTYPE feed SYSTEM "http://127.0.0.1:9/feed.dtd">' + feed(entry()),
        '<!DOCTYPE feed [<!ENTITY % remote SYSTEM "http://127.0.0.1:9/x"> %remote;]>' + feed(entry()),
        f'<!DOCTYPE feed [<!ENTITY big "{"x" * 100_000}">]>' + feed(entry("<id>" + "&big;" * 1000 + "</id>")),
        "<!DOCTYPE feed>" + feed(entry()),
        feed(entry("<id>&unknown;</id>")),
        feed(entry())[:-1],
        '<?xml version="1.0" encoding="nonsense"?>' + feed(entry()),
        b"\x1f\x8b\x08\x00",
        b"\xff\xfe\x00",
        "",
        "{}",
        json.dumps({"feed": []}),
    ],
    ids=range(14),
)
def test_what_is_no_safe_xml_is_not_read(body):
    with pytest.raises(webhooks.UnreadableError) as refusal:
        read(body)
    assert "root:" not in refusal.value.reason


@pytest.mark.parametrize("around", [("<a>", "</a>"), ("<entry>", "</entry>")])
def test_a_feed_that_is_nested_as_deep_as_a_body_allows_is_read(around):
    depth = 1_000_000 // len("".join(around)) - 100
    within = feed(entry("<id>1</id>", around[0] * depth, around[1] * depth))
    assert read(within).reports[0].external_id == "1"


@given(body=st.binary() | st.text().map(lambda text: feed(entry(f"<id>{text}</id>")).encode("utf-8", "replace")))
def test_any_bytes_are_read_or_refused(body):
    try:
        read(body)
    except (webhooks.UnreadableError, InvalidError):
        return
