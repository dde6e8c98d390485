"""Text as Bluesky counts it, what in it is a link, and the keys of records."""

import json
import subprocess
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.domain.errors import InvalidError
from shared.networks import RefusedError
from shared.networks.bluesky import CAPABILITIES
from shared.networks.bluesky.keys import place, record_key, time_of
from shared.networks.bluesky.text import facets, length
from shared.networks.graphemes import graphemes
from tests.networks.peers import npm
from tests.networks.trying import an_attempt

FAMILY = "👩‍👩‍👧"
MEMBERS = {"customer.test": "did:plc:customer", "shop.example.com": "did:plc:shop"}


def seen(text: str) -> list[tuple[str, str]]:
    """What is marked in the text, by its bytes, and as what."""
    content, found = text.encode(), []
    for facet in facets(text, MEMBERS.get):
        (feature,) = facet["features"]
        kind = feature["$type"].rpartition("#")[2]
        value = feature[{"link": "uri", "mention": "did", "tag": "tag"}[kind]]
        marked = content[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode()
        found.append((marked, f"{kind} {value}"))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日本 https://example.com/a.", [("https://example.com/a", "link https://example.com/a")]),
        ("(https://example.com/x_(y))", [("https://example.com/x_(y)", "link https://example.com/x_(y)")]),
        ("「https://example.com/」", [("https://example.com/", "link https://example.com/")]),
        ("example.com and ftp://example.com and https://", []),
        ("https://[broken/ is none", []),
        (f"{FAMILY} @customer.test!", [("@customer.test", "mention did:plc:customer")]),
        ("@Shop.Example.com's", [("@Shop.Example.com", "mention did:plc:shop")]),
        ("@nobody.test, me@customer.test, @customer, @someone@customer.test", []),
        ("#one, #日本語。 #2026 # #a1", [("#one", "tag one"), ("#日本語", "tag 日本語"), ("#a1", "tag a1")]),
        ("x#one https://example.com/#two", [("https://example.com/#two", "link https://example.com/#two")]),
        ("#" + "x" * 65, []),
        (
            "https://example.com/@customer.test #tag @customer.test",
            [
                ("https://example.com/@customer.test", "link https://example.com/@customer.test"),
                ("#tag", "tag tag"),
                ("@customer.test", "mention did:plc:customer"),
            ],
        ),
    ],
)
def test_links_mentions_and_tags_are_marked_by_their_bytes(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_a_post_is_as_long_as_a_reader_sees_it() -> None:
    assert length(f"{FAMILY}🇳🇴e\N{COMBINING ACUTE ACCENT}") == 3
    CAPABILITIES.check_text("日" * 300, "text")
    with pytest.raises(InvalidError):
        CAPABILITIES.check_text("日" * 301, "text")


def test_a_post_has_no_more_bytes_than_its_servers_take() -> None:
    assert graphemes(FAMILY * 200) == 200
    assert len((FAMILY * 166).encode()) <= 3_000 < len((FAMILY * 167).encode())
    CAPABILITIES.check_text(FAMILY * 166, "text")
    with pytest.raises(InvalidError):
        CAPABILITIES.check_text(FAMILY * 167, "text")


def counted(texts: list[str]) -> list[dict[str, Any]]:
    folder = npm.installed("bluesky")
    told = json.dumps(texts).encode()
    run = subprocess.run(["node", "count.cjs"], cwd=folder, input=told, stdout=subprocess.PIPE, check=True)
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.xdist_group("bluesky")
def test_text_is_counted_and_marked_as_by_blueskys_own_library() -> None:
    texts = [
        f"{FAMILY} 🇳🇴🇳 e\N{COMBINING ACUTE ACCENT} \r\n क्षि ക്ഷ ไทย 한국어 👍🏽 ❤️ #️⃣",
        "thanks: https://example.com/a?b=c. See (https://example.com/d) #tag #2026 #a1, #日本語。 x#y me@example.com",
    ]
    for text, theirs in zip(texts, counted(texts), strict=True):
        ours = [
            {
                "start": facet["index"]["byteStart"],
                "end": facet["index"]["byteEnd"],
                "value": facet["features"][0].get("uri") or facet["features"][0].get("tag"),
            }
            for facet in facets(text, MEMBERS.get)
        ]
        assert (length(text), ours) == (theirs["length"], theirs["facets"])


def test_the_key_of_an_attempt_is_its_own_and_tells_when_it_started() -> None:
    attempt = an_attempt(started_at=datetime(2026, 11, 25, 12, 0, 0, 123_456, UTC))
    key = record_key(attempt)
    assert key == record_key(attempt)
    assert time_of(key) == attempt.started_at
    keys = [record_key(an_attempt(started_at=attempt.started_at + timedelta(milliseconds=ms))) for ms in range(20)]
    assert keys == sorted(keys)
    others = {record_key(an_attempt(started_at=attempt.started_at)) for _ in range(20)}
    assert len(others) > 10


@pytest.mark.parametrize("key", ["", "self", "3n352heeffk2", "3n352heeffk2n0", "zzzzzzzzzzzzz", "3n352heeffk21"])
def test_a_key_that_is_no_time_tells_none(key: str) -> None:
    assert time_of(key) is None


@pytest.mark.parametrize(
    "uri", ["", "123", "https://bsky.app/profile/x/post/y", "at://did:plc:a/app.bsky.feed.post/a/b"]
)
def test_what_names_no_record_is_refused(uri: str) -> None:
    with pytest.raises(RefusedError):
        place(uri)
