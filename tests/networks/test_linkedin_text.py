"""Text in LinkedIn's little format, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.networks.linkedin import urns
from shared.networks.linkedin.text import comparable, length, little, plain
from tests.networks.places.linkedin import shown


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_text_arrives_whole_and_reads_as_it_was_written(text: str) -> None:
    assert shown(little(text)) == text
    assert plain(little(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain, isn't it? 100% & more!", "plain, isn't it? 100% & more!"),
        ("a (b) [c] <d> {e} | ~f~ *g* _h_ @i \\", r"a \(b\) \[c\] \<d\> \{e\} \| \~f\~ \*g\* \_h\_ \@i \\"),
        ("#launch day", r"{hashtag|\#|launch} day"),
        ("#été_26.", r"{hashtag|\#|été\_26}."),
        ("C# and #1 and &#38; and a#b", r"C\# and \#1 and &\#38; and a\#b"),
        ("https://example.com/#part_two", r"https://example.com/\#part\_two"),
    ],
)
def test_hashtags_are_hashtags_and_all_else_is_what_it_is(text: str, written: str) -> None:
    assert little(text) == written


def test_what_others_wrote_reads_as_it_is_seen() -> None:
    commentary = (
        r"Thanks @[Devtest \(Co\)](urn:li:organization:2414183) for {hashtag|\#|help}\! @[Ed] (urn:li:person:1)"
    )
    assert plain(commentary) == "Thanks Devtest (Co) for #help! Ed"


def test_spacing_makes_no_other_text() -> None:
    assert comparable("a  b\n\nc ") == comparable("a b c")
    assert comparable("e\N{COMBINING ACUTE ACCENT}") == comparable("é")
    assert comparable("a b") != comparable("ab")


def test_what_lies_beyond_the_first_plane_counts_two() -> None:
    assert [length(text) for text in ("", "é", "日本", "👍")] == [0, 1, 2, 2]


def test_a_number_tells_when_its_thing_was_made() -> None:
    at = urns.made_at("urn:li:activity:7487189920416108544")
    assert at is not None
    assert at.isoformat(timespec="milliseconds") == "2026-07-26T16:59:42.289+00:00"
    assert urns.made_at("urn:li:comment:(urn:li:activity:7,7487189920416108544)") == at
    for none in ("urn:li:share:7", "urn:li:share:abc", "", "urn:li:share:99999999999999999999999999"):
        assert urns.made_at(none) is None
