"""Two texts that are nearly the same share a trace; whether they are alike does not depend on which came first."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.apart import traces
from shared.domain.apart.traces import (
    FEWEST_WORDS,
    MOST_LEFT,
    TRACES_LAST,
    Left,
    Trace,
    are_alike,
    likeness,
    spoken,
)


def sketch(said: list[str]) -> tuple[str, ...]:
    """Where no word is ordinary."""
    return traces.sketch(said, lambda _: False)


NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
SAID = st.lists(WORDS, max_size=60)
LONG = st.lists(WORDS, min_size=FEWEST_WORDS, max_size=60).filter(lambda said: len(set(said)) > 4)
"""Telling, with two words changed as well."""


@given(SAID, SAID)
def test_likeness_is_the_same_from_both_sides(one: list[str], other: list[str]) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


@given(LONG)
def test_a_text_is_like_itself(said: list[str]) -> None:
    assert likeness(said, said) == 1
    assert sketch(said)


@given(LONG, st.data())
def test_a_text_with_a_word_or_two_changed_shares_a_trace_and_is_alike(said: list[str], data: st.DataObject) -> None:
    changed = list(said)
    for _ in range(2):
        changed[data.draw(st.integers(0, len(said) - 1))] = data.draw(WORDS)
    assert are_alike(said, changed)
    assert set(sketch(said)) & set(sketch(changed))


@given(LONG, st.data())
def test_a_text_with_a_word_left_out_or_put_in_shares_a_trace(said: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(said) - 1))
    for changed in ([*said[:place], data.draw(WORDS), *said[place:]], [*said[:place], *said[place + 1 :]]):
        if sketch(changed):
            assert set(sketch(said)) & set(sketch(changed))


@given(st.lists(WORDS, max_size=FEWEST_WORDS - 1))
def test_a_short_text_leaves_nothing(said: list[str]) -> None:
    assert sketch(said) == ()


def test_what_anybody_could_say_leaves_nothing_however_long_it_is() -> None:
    said = spoken(["Thank you so much, we are so happy that you like it, have a lovely weekend!"])
    assert sketch(said)
    assert traces.sketch(said, lambda _: True) == ()
    assert traces.sketch([*said, "zephyr", "harbour", "hydrogen"], lambda word: word in said)


def test_a_script_without_spaces_is_not_long_because_each_of_its_signs_is_a_word() -> None:
    assert sketch(spoken(["ありがとうございます。嬉しいです"])) == ()
    assert sketch(spoken(["新しい工場は来年の春に大阪で開きます。皆様のお越しを心よりお待ちしております"]))


def test_whom_it_speaks_to_where_it_leads_and_who_signed_it_are_no_words_of_a_text() -> None:
    assert spoken(["@ada @bo@social.example We are closed https://acme.example/today ^MS"]) == ["we", "are", "closed"]


def test_case_accents_shapes_and_what_is_not_seen_do_not_matter() -> None:
    plain = spoken(["Wir schließen heute früher"])
    assert spoken(["WIR  schlie\u00adßen ｈｅｕｔｅ fru\u0308her"]) == plain
    assert spoken(["wir schlies\u200bsen heute fruher!"]) == plain


@given(st.lists(st.tuples(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.integers(0, 40)), max_size=60))
def test_a_trace_holds_one_post_of_each_client_and_forgets_what_is_old(steps: list[tuple[str, int]]) -> None:
    trace, now = Trace(agency="north", id="0", version=0), NOW
    for number, (client, days) in enumerate(steps):
        now += timedelta(days=days)
        trace = trace.with_one_more(Left(client=client, post=f"pst_{number}", at=now), now)
        clients = [left.client for left in trace.left]
        assert len(clients) == len(set(clients)) <= MOST_LEFT
        assert all(now - left.at < TRACES_LAST for left in trace.left)
        assert trace.version == number + 1
        assert trace.forgotten_at == now + TRACES_LAST
