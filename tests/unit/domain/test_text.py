"""Text from outside is kept in one form, and what is no text is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidError
from shared.domain.text import clean, disguise, handle, language, slug

plain = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50)


@given(text=plain)
def test_text_is_kept_in_nfc_and_otherwise_as_it_came(text):
    kept = clean(text, "text", longest=1000, empty=True)
    assert kept == unicodedata.normalize("NFC", text)
    assert clean(kept, "text", longest=1000, empty=True) == kept


@given(text=plain)
def test_two_ways_to_write_the_same_are_kept_as_one(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert clean(decomposed, "text", longest=1000, empty=True) == clean(text, "text", longest=1000, empty=True)


@given(before=plain, forbidden=st.characters(categories=["Cs", "Cc"], exclude_characters="\t\n\r"), behind=plain)
def test_control_characters_and_lone_surrogates_are_refused_wherever_they_stand(before, forbidden, behind):
    with pytest.raises(InvalidError, match=f"U\\+{ord(forbidden):04X}") as refusal:
        clean(before + forbidden + behind, "posts.0.text", longest=1000)
    assert refusal.value.field == "posts.0.text"


@pytest.mark.parametrize("forbidden", ["\x00", "\x1f", "\x7f", "\x85"])
def test_nul_and_escape_codes_are_refused(forbidden):
    with pytest.raises(InvalidError):
        clean(f"a{forbidden}b", "text", longest=1000)


def test_a_refusal_can_be_shown_though_the_text_could_not():
    with pytest.raises(InvalidError) as refusal:
        clean("\ud800", "text", longest=10)
    assert refusal.value.reason.encode()


def test_lines_and_tabs_are_text():
    assert clean("one\r\n\ttwo", "text", longest=1000) == "one\r\n\ttwo"


@given(text=plain, longest=st.integers(min_value=0, max_value=60))
def test_what_is_longer_than_allowed_is_refused_and_never_cut(text, longest):
    normal = unicodedata.normalize("NFC", text)
    if len(normal) <= longest:
        assert clean(text, "text", longest=longest, empty=True) == normal
    else:
        with pytest.raises(InvalidError, match=f"{longest} are allowed"):
            clean(text, "text", longest=longest, empty=True)


def test_length_counts_the_form_that_is_kept():
    assert clean("e\N{COMBINING ACUTE ACCENT}" * 10, "text", longest=10) == "é" * 10


@pytest.mark.parametrize("nothing", ["", " ", "\n\t ", "\N{NO-BREAK SPACE}"])
def test_what_says_nothing_is_refused_where_something_must_be_said(nothing):
    with pytest.raises(InvalidError, match="is empty"):
        clean(nothing, "text", longest=10)
    assert clean(nothing, "text", longest=10, empty=True) == nothing


@given(chosen=st.from_regex(r"[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?", fullmatch=True))
def test_an_id_of_lower_case_digits_and_inner_hyphens_is_taken_as_it_is(chosen):
    assert slug(chosen, "id") == chosen


@given(chosen=st.text(max_size=60))
def test_an_id_never_holds_what_a_key_or_a_path_is_split_at(chosen):
    try:
        accepted = slug(chosen, "id")
    except InvalidError:
        return
    assert accepted.isascii()
    assert not set(accepted) & set("#/.:%? \n")
    assert 1 <= len(accepted) <= 48


@pytest.mark.parametrize("refused", ["", "-", "a-", "-a", "Acme", "a b", "a/b", "a#b", "é", "١", "a\n", "a" * 49])
def test_other_ids_are_refused(refused):
    with pytest.raises(InvalidError) as refusal:
        slug(refused, "id")
    assert refusal.value.field == "id"


@given(bare=st.from_regex(r"[a-zA-Z0-9_]([a-zA-Z0-9_.-]{0,30})(@[a-z0-9.-]{1,30})?", fullmatch=True))
def test_a_handle_is_the_same_with_and_without_its_at_sign(bare):
    assert handle(f"@{bare}", "handle") == handle(bare, "handle") == bare


def test_a_handle_may_be_in_any_script():
    assert handle("@blåbærsyltetøy", "handle") == "blåbærsyltetøy"


@given(given_=st.text(max_size=120))
def test_a_handle_that_is_accepted_has_no_space_and_no_slash(given_):
    try:
        accepted = handle(given_, "handle")
    except InvalidError:
        return
    assert not any(character.isspace() or character in "/#:?%" for character in accepted)
    assert 1 <= len(accepted) <= 100


@pytest.mark.parametrize(
    "refused",
    ["", "@", "@@acme", ".", "-acme", ".acme", "a b", "a/b", "a\n", "https://social.example/@acme", "a" * 101],
)
def test_what_is_no_handle_is_refused(refused):
    with pytest.raises(InvalidError) as refusal:
        handle(refused, "handle")
    assert refusal.value.field == "handle"


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("p\u0430ypal", "hi"),
        ("\u039fracle", "hi"),
        ("acme\u202e", "hi"),
        ("\u200facme", "hi"),
        ("acme", "a\u202eb"),
        ("acme", "\u202d"),
    ],
    ids=ascii,
)
def test_a_disguise_is_told(author, text):
    assert disguise(author, text)


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("acme_2@social.example", "hi"),
        ("\u043f\u0430\u0432\u0435\u043b", "\u043f hi"),
        ("\u05d0\u05d1", "\u2067\u05d0\u2069 hi \u200f"),
        ("\u6771\u4eacacme", "\u6771"),
        ("", ""),
    ],
    ids=ascii,
)
def test_what_is_written_in_ones_own_alphabet_is_no_disguise(author, text):
    assert disguise(author, text) == ""


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("de", "de"),
        ("pt-BR", "pt"),
        ("zh_Hans", "zh"),
        ("EN", "en"),
        ("und", ""),
        ("fil", ""),
        ("", ""),
        (7, ""),
        (None, ""),
    ],
)
def test_a_language_is_its_two_letters_or_not_known(tag, told):
    assert language(tag) == told
