"""What is put on a text by rule, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.guidelines.checking import About, check_thread
from shared.domain.guidelines.putting_on import faked, put_on, unsigned
from shared.domain.guidelines.rules import Disclosure, Guidelines, SigningRule, Where

AD = Disclosure(id="ad", texts=("#ad", "Advertisement"), put_on=True)
BOTH = Guidelines(client="acme", profanity=None, disclosures=(AD,), signing=SigningRule())
words = st.sampled_from(["Win", "a", "kettle", "#ad", "#adventure", "^MS", "^ms", "^MSX", "MS", "^JO", "\n", "  ", "ß"])
texts = st.lists(words, min_size=1, max_size=6).map(" ".join) | st.text(min_size=1, max_size=30)
threads = st.lists(texts, min_size=1, max_size=3).map(tuple)
signatures = st.sampled_from(["^MS", "^JO", "- Robin", "Robin", "ß", "^MS/N"])


@given(threads, signatures)
def test_putting_on_twice_is_putting_on_once(parts, signature):
    once = put_on(parts, BOTH, About(), signature)
    assert put_on(once, BOTH, About(), signature) == once


@given(threads, signatures)
def test_nothing_that_was_said_is_lost_and_the_guidelines_are_kept(parts, signature):
    done = put_on(parts, BOTH, About(), signature)
    assert len(done) == len(parts)
    for before, now in zip(parts, done, strict=True):
        assert [word for word in before.split() if word not in now.split()] == []
    if parts[0].strip():
        assert check_thread(done, BOTH) == ()


@given(threads)
def test_where_no_rule_holds_nothing_changes(parts):
    elsewhere = Where(networks=("x",))
    rules = Guidelines(
        client="acme",
        disclosures=(Disclosure(id="ad", texts=("#ad",), put_on=True, where=elsewhere),),
        signing=SigningRule(where=elsewhere),
    )
    assert put_on(parts, rules, About(network="mastodon"), "^MS") == parts


@given(threads, signatures)
def test_what_is_put_on_fakes_nobodys_voice(parts, signature):
    others = ["^MS", "^JO"]
    if faked(parts, signature, others) is None:
        assert faked(put_on(parts, BOTH, About(), signature), signature, others) is None


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hello ^MS", "Hello"),
        ("Hello ^MS \n", "Hello"),
        ("Hello", "Hello"),
        ("Hello ^MSX", "Hello ^MSX"),
        ("^MS", ""),
    ],
)
def test_a_signature_is_taken_off_its_end(text, bare):
    assert unsigned(text, "^MS") == bare
