"""Who speaks to the client, why they are what they are said to be, and that whoever wants to be forgotten is."""

from typing import Any

import msgspec
import pytest

from functions.desk import people
from functions.desk.people import FORGOTTEN, MOST_EMPTIED
from shared.domain.listening.mentions import MentionState
from shared.stores import rows
from tests.house import Brand, House, brand
from tests.house import person as member
from tests.people import heard, person


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def listed(acme: Brand, query: str = "", key: str | None = None) -> Any:
    return acme.house.ok("GET", acme.path(f"/people{query}"), key=key or acme.agent_key)


def shown(acme: Brand, author: str = "@ada", network: str = "mastodon") -> Any:
    return acme.house.ok("GET", acme.path(f"/people/{network}/{author}"), key=acme.agent_key)


def marked(acme: Brand, role: str, holds: bool | None, *, author: str = "@ada", key: str | None = None) -> Any:
    body = {"role": role, "holds": holds}
    return acme.house.ok("PUT", acme.path(f"/people/mastodon/{author}/mark"), body, key=key or acme.agent_key)


def forgotten(acme: Brand, author: str = "@ada") -> Any:
    return acme.house.ok("DELETE", acme.path(f"/people/mastodon/{author}"), key=acme.owner_key)


def roles(view: Any) -> list[str]:
    return [found["role"] for found in view["roles"]]


def praised(acme: Brand, author: str = "ada") -> list[str]:
    return [heard(acme.house, days=number, sentiment=0.8, author=author).id for number in range(3)]


# Reading


def test_an_evangelist_is_shown_with_the_reason_and_the_mentions_that_show_it(acme: Brand) -> None:
    praise = praised(acme)
    view = shown(acme)
    assert view["roles"] == [
        {
            "role": "evangelist",
            "because": "3 mentions on 3 days, mean sentiment +0.80.",
            "evidence": praise[::-1],
            "marked_by": "",
        }
    ]
    assert (view["author"], view["handle"], view["mentions"], view["days"]) == ("@ada", "ada", 3, 3)
    assert view["latest"] == praise[::-1]


def test_whoever_is_heard_of_is_counted_once_for_each_message_however_often_it_is_told(acme: Brand) -> None:
    for source in ("src_1", "src_2", "src_1"):
        acme.house.mention("Where is my order?", external_id="1", author="Ada", source=source, followers=30)
    acme.house.mention("Still nothing", external_id="2", author="ada")
    view = shown(acme)
    assert (view["mentions"], len(view["latest"]), view["followers"]) == (2, 2, 30)


def test_people_are_listed_by_role_and_by_network(acme: Brand) -> None:
    praised(acme)
    heard(acme.house, author="mark", followers=50_000)
    heard(acme.house, author="mark", network="x")
    assert sorted(one["author"] for one in listed(acme)["items"]) == ["@ada", "@mark", "@mark"]
    assert [one["author"] for one in listed(acme, "?role=evangelist")["items"]] == ["@ada"]
    assert [one["network"] for one in listed(acme, "?network=x")["items"]] == ["x"]
    assert listed(acme, "?network=x&role=influencer")["items"] == []


def test_a_role_that_there_is_not_is_refused_by_name(acme: Brand) -> None:
    given = acme.house.refused(422, "GET", acme.path("/people?role=hero"), key=acme.agent_key)
    assert given["field"] == "role"
    assert "influencer" in given["detail"]


def test_the_pages_of_a_list_hold_everybody_once(acme: Brand) -> None:
    for number in range(7):
        heard(acme.house, author=f"fan{number}")
    found, sizes, query = [], [], "?limit=3"
    while True:
        page = listed(acme, query)
        sizes.append(len(page["items"]))
        found += [one["author"] for one in page["items"]]
        if page["next"] is None:
            break
        query = f"?limit=3&cursor={page['next']}"
    assert sizes == [3, 3, 1]
    assert sorted(found) == [f"@fan{number}" for number in range(7)]


def test_a_page_on_which_few_are_meant_ends_early_and_says_that_there_is_more(
    acme: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "MOST_READ", 4)
    for number in range(6):
        heard(acme.house, author=f"fan{number}")
    first = listed(acme, "?role=influencer")
    assert first["items"] == []
    assert listed(acme, f"?role=influencer&cursor={first['next']}") == {"items": [], "next": None}


@pytest.mark.parametrize("query", ["?limit=0", "?limit=101", "?limit=-1", "?limit=²", "?cursor=x", "?cursor=WyJhIl0="])
def test_what_is_no_page_is_refused(acme: Brand, query: str) -> None:
    given = acme.house.refused(422, "GET", acme.path(f"/people{query}"), key=acme.agent_key)
    assert given["field"] == query[1:].partition("=")[0]


def test_a_path_may_be_written_with_escapes_or_without(acme: Brand) -> None:
    heard(acme.house, author="Ada@Social.Example")
    assert shown(acme, "@ada@social.example") == shown(acme, "%40ada%40social.example")


def test_whoever_speaks_for_the_client_is_an_employee(acme: Brand) -> None:
    heard(acme.house, author="acme@social.example")
    (found,) = shown(acme, "@acme@social.example")["roles"]
    assert (found["role"], found["because"]) == ("employee", "The account is one that the client speaks from.")


def test_a_list_and_a_person_are_another_clients_to_nobody(acme: Brand) -> None:
    heard(acme.house)
    bolt = brand(acme.house, "bolt")
    heard(acme.house, client="bolt", author="mark")
    assert [one["author"] for one in listed(bolt)["items"]] == ["@mark"]
    acme.house.refused(404, "GET", "/clients/bolt/people/mastodon/@ada", key=bolt.owner_key)


def test_where_nobody_has_spoken_yet_there_is_nobody(acme: Brand) -> None:
    assert listed(acme) == {"items": [], "next": None}
    acme.house.refused(404, "GET", acme.path("/people/mastodon/@ada"), key=acme.agent_key)


def test_an_agency_hears_whom_the_mandate_lets_it_hear_and_the_client_everybody(acme: Brand) -> None:
    heard(acme.house)
    rows_ = {"public_relations": {"listen": "client", "identify": "client"}}
    acme.agree(rows_)
    for path in ("/people", "/people/mastodon/@ada"):
        acme.house.refused(403, "GET", acme.path(path), key=acme.agent_key)
        acme.house.ok("GET", acme.path(path), key=acme.owner_key)
    body = {"role": "employee", "holds": True}
    acme.house.refused(403, "PUT", acme.path("/people/mastodon/@ada/mark"), body, key=acme.agent_key)


# A person's word


def test_a_mark_wins_over_the_rules_and_says_whose_it_is(acme: Brand) -> None:
    praised(acme)
    view = marked(acme, "employee", True)
    assert roles(view) == roles(shown(acme)) == ["employee"]
    assert [(mark["role"], mark["holds"], mark["by"]) for mark in view["marks"]] == [("employee", True, acme.agent)]
    assert view["roles"][0]["marked_by"] == acme.agent
    assert roles(marked(acme, "employee", None)) == ["evangelist"]


def test_whoever_is_marked_as_no_bot_is_none(acme: Brand) -> None:
    for number in range(5):
        heard(acme.house, "The same good news for everybody here", days=number)
    assert roles(shown(acme)) == ["suspected_bot"]
    assert roles(marked(acme, "suspected_bot", False)) == []


def test_a_mark_is_set_on_somebody_who_speaks_at_that_moment(acme: Brand) -> None:
    heard(acme.house)
    acme.house.store.before["commit"].append(lambda: heard(acme.house, text="And another thing"))
    view = marked(acme, "influencer", holds=True)
    assert (view["mentions"], [mark["role"] for mark in view["marks"]]) == (2, ["influencer"])
    assert acme.house.facts().count("person.marked") == 1


def test_a_mark_is_in_the_ledger_without_a_name(acme: Brand) -> None:
    heard(acme.house)
    marked(acme, "influencer", True)
    entry = acme.house.entries()[-1]
    assert (entry.type, entry.data["role"], entry.data["holds"]) == ("person.marked", "influencer", True)
    assert "ada" not in msgspec.json.encode(entry).decode()


@pytest.mark.parametrize(
    ("body", "field"), [({"role": "hero", "holds": True}, "role"), ({"role": "employee"}, "holds")]
)
def test_a_mark_must_say_what_and_whether(acme: Brand, body: Any, field: str) -> None:
    heard(acme.house)
    path = acme.path("/people/mastodon/@ada/mark")
    assert acme.house.refused(422, "PUT", path, body, key=acme.agent_key)["field"] == field


# Being forgotten


def test_of_somebody_who_is_forgotten_nothing_is_stored_any_more_but_a_hash(acme: Brand) -> None:
    ids = [f"at://ada_lovelace/{number}" for number in range(3)]
    mentions = [heard(acme.house, "I live in Bergen now", author="ada_lovelace", external_id=id_) for id_ in ids]
    assert forgotten(acme, "@ada_lovelace")["emptied"] == 3
    stored = repr(acme.house.store.everything())
    assert "lovelace" not in stored
    assert "Bergen" not in stored
    acme.house.refused(404, "GET", acme.path("/people/mastodon/@ada_lovelace"), key=acme.owner_key)
    assert listed(acme)["items"] == []
    for mention in mentions:
        left = acme.house.store.mention(mention.id)
        assert left is not None
        assert (left.state, left.author, left.text, left.closed_because) == (MentionState.RETRACTED, "", "", FORGOTTEN)


def test_a_mention_of_somebody_who_was_forgotten_is_known_when_it_is_delivered_again(acme: Brand) -> None:
    heard(acme.house, external_id="at://ada/1")
    forgotten(acme)
    again = acme.house.mention("Hello there", external_id="at://ada/1", author="ada")
    left = acme.house.store.mention(again)
    assert left is not None
    assert (left.state, left.author, left.text) == (MentionState.RETRACTED, "", "")
    assert listed(acme)["items"] == []


def test_what_is_told_of_it_names_who_asked_and_each_mention_and_nobody_else(acme: Brand) -> None:
    mentions = praised(acme)
    forgotten(acme)
    told = acme.house.entries()[-4:]
    assert [entry.type for entry in told] == ["person.forgotten", *["mention.retracted"] * 3]
    assert sorted(entry.subject for entry in told[1:]) == sorted(mentions)
    assert {entry.who["member"] for entry in told} == {acme.owner}
    assert told[0].data == {"mentions": 3, "left": 0}
    assert "ada" not in msgspec.json.encode(told).decode()


def test_an_old_mention_that_is_delivered_again_brings_nobody_back(acme: Brand) -> None:
    heard(acme.house)
    forgotten(acme)
    before = person(acme.house)
    heard(acme.house)
    assert person(acme.house) == before
    assert listed(acme)["items"] == []


def test_somebody_is_forgotten_with_what_they_say_at_that_moment(acme: Brand) -> None:
    heard(acme.house)
    acme.house.store.before["commit"].append(lambda: heard(acme.house, text="And another thing"))
    assert forgotten(acme)["emptied"] == 2
    assert "another thing" not in str(acme.house.store.everything())


def test_what_they_say_later_is_emptied_when_they_ask_again(acme: Brand) -> None:
    heard(acme.house)
    forgotten(acme)
    later = heard(acme.house, "And another thing")
    assert forgotten(acme) | {"person": ""} == {"person": "", "emptied": 1, "left": 0}
    left = acme.house.store.mention(later.id)
    assert left is not None
    assert left.text == ""


def test_being_forgotten_twice_is_no_error_and_changes_nothing(acme: Brand) -> None:
    heard(acme.house)
    forgotten(acme)
    before = acme.house.store.everything()
    assert forgotten(acme)["emptied"] == 0
    assert acme.house.store.everything() == before


def test_of_one_who_said_very_much_as_many_mentions_are_emptied_as_one_transaction_takes(acme: Brand) -> None:
    many = [heard(acme.house, f"Number {number}", days=number / 100) for number in range(2 * MOST_EMPTIED + 5)]
    acme.house.store.commits.clear()
    answers = [forgotten(acme) for _ in range(3)]
    assert [(one["emptied"], one["left"]) for one in answers] == [(30, 35), (30, 5), (5, 0)]
    assert max(len(commit) for commit in acme.house.store.commits) <= rows.MOST_RECORDS
    for mention in many:
        left = acme.house.store.mention(mention.id)
        assert left is not None
        assert left.state is MentionState.RETRACTED


def test_a_mention_that_was_taken_back_before_is_left_as_it_is(acme: Brand) -> None:
    taken_back = heard(acme.house).retracted()
    acme.house.store.commit(taken_back)
    assert forgotten(acme)["emptied"] == 1
    assert acme.house.store.mention(taken_back.id) == taken_back
    assert acme.house.facts()[-1] == "person.forgotten"


def test_others_keep_what_they_said(acme: Brand) -> None:
    heard(acme.house)
    other = heard(acme.house, "Something else", author="mark")
    namesake = heard(acme.house, "And elsewhere", network="x")
    forgotten(acme)
    for mention in (other, namesake):
        assert acme.house.store.mention(mention.id) == mention
    assert roles(shown(acme, "@mark")) == []


def test_only_the_client_forgets_people(acme: Brand) -> None:
    heard(acme.house)
    path = acme.path("/people/mastodon/@ada")
    acme.house.refused(403, "DELETE", path, key=acme.agent_key)
    acme.house.refused(403, "DELETE", path, key=acme.house.agency_key)
    _, weak = member(acme, "Reader", acme.owner_key, ["read", "recommend", "approve", "publish", "stop"])
    acme.house.refused(403, "DELETE", path, key=weak)
