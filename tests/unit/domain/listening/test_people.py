"""What somebody is follows from what they said, in whatever order it was heard, and nothing of the words is kept."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.listening.people import (
    LONGEST_HANDLE,
    MOST_DAYS,
    MOST_EVIDENCE,
    MOST_TEXTS,
    THRESHOLDS,
    Person,
    Sighting,
    author_key,
    looks_generated,
    met,
    people_key,
    sighting,
    utterance,
)
from shared.domain.listening.scores import Role

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
KEY = people_key("acme", bytes(range(32)))
COPY = "Get free followers today, no catch at all"


def seen(number=1, *, days=0.0, **changes):
    fields = {
        "client": "acme",
        "network": "mastodon",
        "author": "@ada",
        "handle": "ada",
        "mention": f"mnt_{number}",
        "at": AT + timedelta(days=days),
        "function": "community",
        "sentiment": 0.0,
        "followers": 0,
        "text": f"Something that nobody else says, number {chr(97 + number % 26) * (number + 1)}",
    }
    return Sighting(**fields | changes)


def after(*sightings):
    person = None
    for one in sightings:
        person = met(person, KEY, one)
    return person


def roles(person, employees=()):
    return [found.role for found in person.roles(employees)]


texts = st.sampled_from([COPY, "Thanks!", "", *(f"{name} is the best of all brands" for name in "abcdefghijklmn")])
sightings = st.lists(
    st.builds(
        seen,
        st.integers(0, 10**6),
        days=st.floats(0, 100),
        handle=st.sampled_from(["ada", "Ada", "ada_l"]),
        function=st.sampled_from(["community", "sales", "noise", "recycling"]),
        sentiment=st.floats(-1, 1),
        followers=st.sampled_from([0, 0, 10, 12_000]),
        text=texts,
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda one: one.mention,
)


# What is kept


@given(sightings, st.randoms(use_true_random=False))
def test_a_person_ends_the_same_in_whatever_order_their_mentions_come(heard, chance):
    shuffled = list(heard)
    chance.shuffle(shuffled)
    assert after(*shuffled) == after(*heard)


@given(sightings)
def test_a_person_never_grows_beyond_its_bounds(heard):
    person = after(*heard)
    assert len(person.evidence) <= MOST_EVIDENCE
    assert len(person.days) <= MOST_DAYS
    assert len(person.texts) <= MOST_TEXTS
    assert person.mentions == len(heard) == sum(person.functions.values())
    assert (person.first_at, person.last_at) == (min(one.at for one in heard), max(one.at for one in heard))


@given(sightings)
def test_of_the_texts_that_are_counted_each_is_counted_from_its_first(heard):
    said = [KEY.digest(one.text) for one in heard]
    for digest, count in after(*heard).texts.items():
        assert said.count(digest) == count


def test_a_person_of_a_thousand_mentions_fits_into_a_few_kilobytes():
    person = after(*(seen(number, days=number / 7, handle="x" * 1000) for number in range(1000)))
    assert len(person.handle) == LONGEST_HANDLE
    assert len(msgspec.json.encode(person)) < 4000


def test_nothing_of_what_was_said_is_kept():
    person = after(seen(text="My daughter is ill and nobody answers"))
    kept = msgspec.json.encode(person).decode()
    for word in ("daughter", "ill ", "answers"):
        assert word not in kept
    (digest,) = person.texts
    assert len(digest) == 8


def test_what_somebody_is_called_and_how_many_follow_them_is_as_last_told():
    earlier, later = seen(1, handle="ada", followers=12_000), seen(2, days=1, handle="ada_l", followers=900)
    silent = seen(3, days=2, handle="ada_l")
    person = after(later, silent, earlier)
    assert (person.handle, person.followers, person.followers_at) == ("ada_l", 900, later.at)


def test_a_mention_whose_author_nobody_knows_is_nobodys():
    told = {"client": "acme", "network": "x", "id": "mnt_1", "posted_at": AT, "function": "sales", "text": "hi"}
    mention = SimpleNamespace(**told, author="Ada", sentiment=0.5, followers=3)
    known = sighting(mention)
    assert (known.author, known.handle, known.mention) == ("@ada", "Ada", "mnt_1")
    assert sighting(mention, "12345").author == "12345"
    assert sighting(SimpleNamespace(**told, author="", sentiment=0.0, followers=0)) is None


# Who is who


@pytest.mark.parametrize(
    ("author_id", "handle", "known_by"),
    [
        ("", "Ada@Social.Example", "@ada@social.example"),
        ("", "@ADA", "@ada"),
        ("did:plc:44ybard66vv44zksje25o7dz", "ada.bsky.social", "did:plc:44ybard66vv44zksje25o7dz"),
        ("UCaBcD", "@ada", "UCaBcD"),
        ("", "  ", ""),
        ("", "", ""),
    ],
)
def test_somebody_is_known_by_the_networks_id_or_else_by_their_handle_whatever_its_case(author_id, handle, known_by):
    assert author_key(author_id, handle) == known_by


@given(st.text(max_size=300), st.text(max_size=300))
def test_whoever_it_is_can_stand_in_a_path_as_it_is(author_id, handle):
    key = author_key(author_id, handle)
    assert not set(key) & set("/%?# ")
    assert len(key) <= 201
    assert key.isascii()


def test_an_id_and_a_handle_that_read_the_same_are_two_people():
    assert author_key("12345", "") != author_key("", "12345")


@given(st.text(), st.text(), st.text(), st.text())
def test_two_people_have_one_id_only_if_they_are_one(network, author, other_network, other):
    same = (network, author) == (other_network, other)
    plain = not any("\x1f" in part or not part.isascii() for part in (network, author, other_network, other))
    if same or plain:
        assert (KEY.id_of(network, author) == KEY.id_of(other_network, other)) is same


def test_nobody_without_the_clients_key_can_tell_who_an_id_is_of():
    other = people_key("bolt", bytes(32))
    assert KEY.id_of("x", "@ada") != other.id_of("x", "@ada")
    assert KEY.key not in repr(KEY)


@pytest.mark.parametrize("handle", ["sarah84729183", "Mark_5829104@social.example", "jo.99999"])
def test_letters_and_then_digits_are_a_handle_as_machines_make_them(handle):
    assert looks_generated(handle)


@pytest.mark.parametrize("handle", ["ada", "ada1815", "4chan", "the_2nd_ada", "12345678", ""])
def test_other_handles_are_not(handle):
    assert not looks_generated(handle)


# What they are


def test_whoever_praises_on_several_days_is_an_evangelist_with_the_mentions_that_show_it():
    praise = [seen(number, days=number, sentiment=0.6) for number in range(3)]
    person = after(*praise, seen(9, days=1, sentiment=-0.1))
    (found,) = person.roles()
    assert found.role is Role.EVANGELIST
    assert found.because == "4 mentions on 3 days, mean sentiment +0.42."
    assert found.evidence == ("mnt_2", "mnt_1", "mnt_0")


def test_whoever_complains_on_several_days_is_a_detractor():
    person = after(*(seen(number, days=number, sentiment=-0.5) for number in range(3)))
    (found,) = person.roles()
    assert (found.role, len(found.evidence)) == (Role.DETRACTOR, 3)


@pytest.mark.parametrize(
    "heard",
    [
        [seen(number, sentiment=1.0) for number in range(5)],
        [seen(number, days=number, sentiment=1.0) for number in range(2)],
        [seen(number, days=number, sentiment=0.39) for number in range(5)],
    ],
    ids=["on one day", "twice", "lukewarm"],
)
def test_less_makes_no_evangelist(heard):
    assert roles(after(*heard)) == []


def test_whom_many_follow_is_an_influencer_from_the_first_mention_on():
    (found,) = after(seen(followers=48_000)).roles()
    assert found.role is Role.INFLUENCER
    assert found.because == "48000 followers on 2026-11-25; 10000 make one."
    assert roles(after(seen(followers=9_999))) == []


def test_whoever_says_the_same_again_and_again_is_suspected_of_being_a_bot():
    copies = [
        seen(number, days=number, sentiment=1.0, text=f"@acme {COPY} https://t.example/{number}") for number in range(5)
    ]
    (found,) = after(*copies).roles()
    assert (found.role, found.because) == (Role.SUSPECTED_BOT, "The same text 5 times.")
    assert len(found.evidence) == 5


def test_thanks_may_be_said_as_often_as_one_likes():
    assert roles(after(*(seen(number, text="Thank you so much!") for number in range(20)))) == []


def test_nobody_writes_to_one_brand_fifty_times_a_day_by_hand():
    day = [seen(number, days=number / 1000) for number in range(THRESHOLDS.on_one_day)]
    assert roles(after(*day)) == [Role.SUSPECTED_BOT]
    assert roles(after(*day[1:])) == []


def test_noise_makes_a_bot_only_of_one_who_is_called_like_one():
    noise = [seen(number, handle="sarah84729183", function="noise") for number in range(5)]
    assert roles(after(*noise)) == [Role.SUSPECTED_BOT]
    assert roles(after(*(seen(number, function="noise") for number in range(5)))) == []
    assert roles(after(*(seen(number, handle="sarah84729183") for number in range(5)))) == []


def test_the_praise_of_an_employee_or_of_a_bot_makes_no_evangelist():
    praise = [seen(number, days=number, sentiment=0.9, followers=20_000) for number in range(3)]
    assert roles(after(*praise)) == [Role.EVANGELIST, Role.INFLUENCER]
    assert roles(after(*praise), {"@ada"}) == [Role.EMPLOYEE]
    marked = after(*praise).marked(Role.SUSPECTED_BOT, True, "mbr_1", AT)
    assert roles(marked) == [Role.SUSPECTED_BOT]


# A person's word


@given(sightings, st.sampled_from(Role), st.booleans(), st.booleans())
def test_a_persons_word_wins_over_whatever_the_rules_find(heard, role, holds, listed):
    person = after(*heard).marked(role, holds, "mbr_1", AT)
    assert (role in roles(person, {"@ada"} if listed else ())) is holds


@given(sightings, st.sampled_from(Role), st.booleans())
def test_a_word_that_is_taken_back_leaves_it_to_the_rules_again(heard, role, holds):
    person = after(*heard)
    assert person.marked(role, holds, "mbr_1", AT).marked(role, None, "mbr_2", AT).roles() == person.roles()


def test_a_mark_says_who_set_it_and_when_and_stands_through_what_comes_after():
    person = after(seen()).marked(Role.EMPLOYEE, True, "mbr_1", AT).marked(Role.INFLUENCER, False, "mbr_2", AT)
    person = met(person, KEY, seen(2, followers=50_000))
    (found,) = person.roles()
    assert (found.role, found.marked_by, found.because) == (
        Role.EMPLOYEE,
        "mbr_1",
        "A person said so on 2026-11-25.",
    )
    assert [(mark.role, mark.holds, mark.by) for mark in person.marks] == [
        (Role.EMPLOYEE, True, "mbr_1"),
        (Role.INFLUENCER, False, "mbr_2"),
    ]
    assert person.version == 4


# The wish to be forgotten


def test_of_somebody_who_was_forgotten_a_keyed_hash_is_left():
    person = after(seen(followers=12_000, handle="ada"), seen(2)).marked(Role.EMPLOYEE, True, "mbr_1", AT)
    left = person.forgotten(AT)
    assert left == Person(
        id=KEY.id_of("mastodon", "@ada"),
        client="acme",
        network="",
        author="",
        handle="",
        first_at=AT,
        last_at=AT,
        forgotten_at=AT,
        version=4,
    )
    assert left.roles({""}) == ()


@given(sightings)
def test_nothing_that_is_delivered_again_brings_somebody_back(heard):
    left = after(*heard).forgotten(AT)
    for one in heard:
        assert met(left, KEY, one) is left


def test_what_they_said_is_found_by_the_same_hash():
    told = utterance(KEY, seen(7))
    assert (told.person, told.mention, told.emptied_at) == (after(seen()).id, "mnt_7", None)
    assert told.emptied(AT).emptied_at == AT
