"""An endpoint is told of what it asked for, until it is closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.accounts import Endpoint, Scheme, Source, source_realm
from shared.domain.parties import Party

from .samples import AT

EVENTS = ["post.approved", "post.published", "mention.received", "stop.engaged"]


def endpoint(*events, closed_at=None):
    return Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        url="https://acme.example/hook",
        secret="whsec_b3BlbiBzZXNhbWU=",
        events=events,
        created_at=AT,
        closed_at=closed_at,
    )


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
    assert [event for event in EVENTS if endpoint(*asked).wants(event)] == told


@given(asked=st.lists(st.sampled_from([*EVENTS, "post.*", "mention.*"])), event=st.sampled_from(EVENTS))
def test_a_closed_endpoint_is_told_of_nothing(asked, event):
    assert not endpoint(*asked, closed_at=AT).wants(event)


@given(
    asked=st.lists(st.sampled_from(EVENTS), min_size=1),
    more=st.sampled_from([*EVENTS, "post.*"]),
    event=st.sampled_from(EVENTS),
)
def test_naming_more_events_never_takes_one_away(asked, more, event):
    assert endpoint(*asked, more).wants(event) >= endpoint(*asked).wants(event)


def test_secrets_are_not_in_what_is_printed():
    source = Source(
        id="src_1",
        client="acme",
        name="Listening",
        scheme=Scheme.META,
        network="facebook",
        secrets=("open-sesame",),
        verify_token="hush-hush",
        created_at=AT,
    )
    printed = repr(source) + repr(endpoint())
    assert not any(secret in printed for secret in ("open-sesame", "hush-hush", "whsec_"))


def test_a_source_is_a_realm_that_no_client_can_be():
    assert "#" in source_realm("src_1")
