"""What guidelines find in a text, where, and what they advise."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.guidelines.checking import MOST_FINDINGS, About, check, check_thread, reading_grade
from shared.domain.guidelines.findings import Severity
from shared.domain.guidelines.rules import (
    UNCHECKED_RULE,
    Disclosure,
    Guidelines,
    HashtagRule,
    LanguageRule,
    LinkRule,
    ToneRule,
    Where,
    WordRule,
)
from shared.domain.parties import Party

OCTAL = str.maketrans("01234567", "abcdefgh")
NOTHING = Guidelines(client="acme", profanity=None)
CLAIMS = WordRule(id="claims", words=("guaranteed", "cure*"), severity=Severity.APPROVAL, advice="Ask legal.")


def rules(text, about=None, **rule):
    return [finding.rule for finding in check(text, replace(NOTHING, **rule), about)]


def places(text, **rule):
    return [text[finding.start : finding.end] for finding in check(text, replace(NOTHING, **rule))]


def test_coarse_words_block_when_nobody_said_anything():
    (finding,) = check("What the f**k", Guidelines(client="acme"))
    assert (finding.rule, finding.severity, finding.start, finding.end) == ("profanity", Severity.BLOCK, 9, 13)
    assert (finding.said, finding.approver) == ("f**k", None)
    assert check("What the f**k", NOTHING) == ()


def test_a_dish_is_no_slur():
    assert check("Faggots and peas, a classic", Guidelines(client="acme")) == ()


def test_what_cannot_be_checked_whole_is_never_passed():
    many = WordRule(
        id="many", words=tuple(f"b{number:o}a".translate(OCTAL) for number in range(4_000)), severity=Severity.WARN
    )
    rules = replace(NOTHING, words=(many,))
    text = "b****! " * 2_000
    found = check(text, rules)
    assert found[0].rule == UNCHECKED_RULE
    assert (found[0].severity, found[0].end) == (Severity.BLOCK, len(text))
    assert "plain letters" in found[0].advice
    assert len(check_thread(["Fine", text], rules)) > 0
    assert UNCHECKED_RULE not in {finding.rule for finding in check("A plain text. " * 1_700, rules)}


def test_a_claim_needs_the_clients_approval_and_says_what_to_do():
    (finding,) = check("It is cured, trust us", replace(NOTHING, words=(CLAIMS,)))
    assert (finding.severity, finding.approver, finding.advice) == (Severity.APPROVAL, Party.CLIENT, "Ask legal.")
    assert "“cured” at 6–11" in str(finding)


def test_a_rule_holds_where_it_says():
    where = Where(functions=("sales",), networks=("x",))
    rule = replace(CLAIMS, where=where)
    assert rules("Guaranteed", About(function="sales", network="x"), words=(rule,)) == ["claims"]
    assert rules("Guaranteed", About(function="sales", network="mastodon"), words=(rule,)) == []
    assert rules("Guaranteed", About(function="crisis", network="x"), words=(rule,)) == []


def test_each_rule_of_words_tells_of_its_own():
    competitors = WordRule(id="competitors", words=("Bolt", "guaranteed"), severity=Severity.WARN, disguised=False)
    assert rules("Bolt is guaranteed", words=(CLAIMS, competitors)) == ["competitors", "claims", "competitors"]


def test_a_disclosure_is_missed_where_it_must_be():
    ad = Disclosure(id="ad", texts=("#ad", "paid partnership"))
    for there in ("Lovely #ad", "#AD: lovely", "A Paid  Partnership with Acme"):
        assert rules(there, disclosures=(ad,)) == []
    for missing in ("Lovely", "Lovely #adventure", "Lovely #ad_free", "unpaid partnership"):
        assert rules(missing, disclosures=(ad,)) == ["ad"]


def test_a_disclosure_stands_in_a_threads_first_part():
    ad = replace(NOTHING, disclosures=(Disclosure(id="ad", texts=("#ad",)),))
    assert check_thread(["Lovely #ad", "More"], ad) == ()
    (finding,) = check_thread(["Lovely", "More #ad"], ad)
    assert (finding.part, finding.start, finding.end) == (0, 6, 6)


def test_links_lead_to_the_hosts_that_are_allowed_and_below_them():
    rule = LinkRule(hosts=("acme.example", "Shop.Example"))
    for good in (
        "https://acme.example/a",
        "HTTPS://WWW.ACME.EXAMPLE",
        "www.shop.example",
        "ask me@other.com",
        "ends.Here",
    ):
        assert places(good, links=rule) == [], good
    for bad in ("https://evil.example", "https://notacme.example", "evil.com", "https://acme.example@evil.example"):
        assert places(f"See {bad} now", links=rule) == [bad], bad
    assert places("https://evil.example/acme.example.com", links=rule) == ["https://evil.example"]


def test_hashtags_are_counted_required_and_banned():
    rule = HashtagRule(most=2, required=("Acme",), banned=("fail",))
    assert places("#acme is #nice", hashtags=rule) == []
    assert places("#acme #a #b", hashtags=rule) == ["#b"]
    assert places("#acme #FAIL", hashtags=rule) == ["#FAIL"]
    (finding,) = check("Nice", replace(NOTHING, hashtags=rule))
    assert finding.advice == "add #Acme"
    assert places("No. #1 and C#, a&#39;b #acme", hashtags=rule) == []


def test_only_some_languages_are_written_when_it_is_known_which_it_is():
    rule = LanguageRule(allowed=("en", "no"))
    assert rules("Hallo", About(language="de"), languages=rule) == ["languages"]
    assert rules("Hei", About(language="no"), languages=rule) == []
    assert rules("Hallo", About(), languages=rule) == []


@pytest.mark.parametrize(
    ("text", "tone", "place"),
    [
        ("THIS IS THE BEST SALE EVER", ToneRule(shouted=0.5), ""),
        ("Wow! Wow! Wow!", ToneRule(exclamations=2), "!"),
        ("Hi. One two three four five.", ToneRule(sentence_words=4), " One two three four five"),
    ],
)
def test_tone_is_looked_at_as_far_as_it_is_asked_for(text, tone, place):
    assert places(text, tone=tone) == [place]
    assert places(text, tone=ToneRule()) == []
    assert places("OK, NASA! Fine.", tone=tone) == []


def test_the_reading_grade_rises_with_the_length_of_words_and_sentences():
    easy = "We bake bread. It is good. You eat it. We are glad. It is warm. Come in. Sit here now. Ask us."
    hard = "Notwithstanding considerable organisational transformation, stakeholders' expectations necessitate " * 3
    assert reading_grade("Too short to say.") is None
    assert reading_grade(easy) < 3
    assert reading_grade(hard) > 20
    assert rules(hard, tone=ToneRule(reading_grade=12)) == ["tone"]
    assert rules(easy, tone=ToneRule(reading_grade=12)) == []


def test_what_blocks_is_never_what_is_left_out():
    whole = replace(NOTHING, words=(CLAIMS, WordRule(id="never", words=("never",))))
    found = check("cure " * 200 + "never", whole)
    assert len(found) == MOST_FINDINGS
    assert found[0].rule == "never"


@given(st.text(max_size=200), st.integers(0, 3))
def test_any_text_is_checked_and_every_place_is_in_it(text, part):
    whole = Guidelines(
        client="acme",
        words=(CLAIMS,),
        disclosures=(Disclosure(id="ad", texts=("#ad",)),),
        links=LinkRule(hosts=("acme.example",)),
        hashtags=HashtagRule(most=1, required=("a",)),
        tone=ToneRule(shouted=0.1, exclamations=0, sentence_words=3, reading_grade=1),
    )
    for finding in check(text, whole, part=part):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.part == part
        assert finding.advice
