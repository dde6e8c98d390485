"""An endpoint is told of what it asked for, until it is closed or disabled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.endpoints import TESTED, Endpoint, EndpointKind, asked_for
from shared.domain.errors import InvalidError
from shared.domain.ledger import Entry
from shared.domain.parties import Party

from .samples import AT

EVENTS = ["post.approved", "post.published", "mention.received", "stop.engaged"]


def endpoint(*events, **more):
    given = {
        "id": "end_1",
        "client": "acme",
        "party": Party.CLIENT,
        "agency": None,
        "url": "https://acme.example/hook",
        "secrets": ("whsec_b3BlbiBzZXNhbWU=",),
        "events": events,
        "created_at": AT,
    }
    return Endpoint(**given | more)


def entry(event, subject="pst_1"):
    return Entry(id="led_1", realm="acme", at=AT, type=event, subject=subject, who={"function": "test"}, data={})


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), EVENTS),
        (("post.approved",), ["post.approved"]),
        (("post.*",), ["post.approved", "post.published"]),
        (("post.*", "stop.engaged"), ["post.approved", "post.published", "stop.engaged"]),
        (("post",), []),
        (("po.*",), []),
        (("*",), []),
    ],
)
def test_an_endpoint_is_told_of_the_events_and_families_that_it_named_or_of_all(asked, told):
    assert [event for event in EVENTS if endpoint(*asked).wants(entry(event))] == told


@given(
    asked=st.lists(st.sampled_from([*EVENTS, "post.*", "mention.*"])),
    event=st.sampled_from(EVENTS),
    ended=st.sampled_from(["closed_at", "disabled_at"]),
)
def test_an_endpoint_that_is_closed_or_disabled_is_told_of_nothing(asked, event, ended):
    assert not endpoint(*asked, **{ended: AT}).wants(entry(event))


@given(
    asked=st.lists(st.sampled_from(EVENTS), min_size=1),
    more=st.sampled_from([*EVENTS, "post.*"]),
    event=st.sampled_from(EVENTS),
)
def test_naming_more_events_never_takes_one_away(asked, more, event):
    assert endpoint(*asked, more).wants(entry(event)) >= endpoint(*asked).wants(entry(event))


def test_a_test_is_for_the_endpoint_that_is_tested_whatever_it_asked_for_and_for_no_other():
    for asked in ((), ("post.*",), (TESTED,), ("endpoint.*",)):
        assert endpoint(*asked).wants(entry(TESTED, "end_1"))
        assert not endpoint(*asked).wants(entry(TESTED, "end_2"))
    assert not endpoint(closed_at=AT).wants(entry(TESTED, "end_1"))


def test_a_filter_is_kept_as_it_was_given_without_what_is_said_twice():
    assert asked_for(["post.*", "stop.engaged", "post.*"], EVENTS) == ("post.*", "stop.engaged")
    assert asked_for([], EVENTS) == ()


@pytest.mark.parametrize("event", ["post", "post.", "*", "post.publish", "po.*", ".*", "post.approved ", "Post.*", ""])
def test_a_filter_that_matches_nothing_is_refused_by_its_place(event):
    with pytest.raises(InvalidError) as refusal:
        asked_for(["post.*", event], EVENTS)
    assert refusal.value.field == "events.1"


@given(asked=st.lists(st.sampled_from([*EVENTS, "post.*", "mention.*", "stop.*"]), min_size=1))
def test_every_filter_that_is_taken_matches_some_known_event(asked):
    for one in asked_for(asked, EVENTS):
        assert any(endpoint(one).wants(entry(event)) for event in EVENTS)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://hooks.example/in/secret?token=1", "https://hooks.example/…"),
        ("https://hooks.example:8443", "https://hooks.example:8443/…"),
        ("https://hooks.example?token=1", "https://hooks.example/…"),
        ("mailto:somebody@acme.example", "mailto:…"),
    ],
)
def test_as_much_of_an_address_is_shown_as_gives_nothing_away(url, shown):
    assert endpoint(url=url).shown_url == shown


@pytest.mark.parametrize("kind", EndpointKind)
def test_where_whoever_has_the_address_may_write_it_is_a_secret(kind):
    assert endpoint(kind=kind).url_is_secret == (kind in (EndpointKind.SLACK, EndpointKind.TEAMS))


def test_neither_its_secrets_nor_its_address_are_in_what_is_printed():
    printed = repr(endpoint())
    assert not any(secret in printed for secret in ("whsec_", "acme.example"))
