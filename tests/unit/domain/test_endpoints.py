"""An endpoint is told of what it asked for, until it is closed or disabled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.endpoints import Endpoint
from shared.domain.parties import Party

from .samples import AT

EVENTS = ["post.approved", "post.published", "mention.received", "stop.engaged"]


def endpoint(*events, **more):
    return Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        url="https://acme.example/hook",
        secrets=("whsec_b3BlbiBzZXNhbWU=",),
        events=events,
        created_at=AT,
        **more,
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


@given(
    asked=st.lists(st.sampled_from([*EVENTS, "post.*", "mention.*"])),
    event=st.sampled_from(EVENTS),
    ended=st.sampled_from(["closed_at", "disabled_at"]),
)
def test_an_endpoint_that_is_closed_or_disabled_is_told_of_nothing(asked, event, ended):
    assert not endpoint(*asked, **{ended: AT}).wants(event)


@given(
    asked=st.lists(st.sampled_from(EVENTS), min_size=1),
    more=st.sampled_from([*EVENTS, "post.*"]),
    event=st.sampled_from(EVENTS),
)
def test_naming_more_events_never_takes_one_away(asked, more, event):
    assert endpoint(*asked, more).wants(event) >= endpoint(*asked).wants(event)


def test_neither_its_secrets_nor_its_address_are_in_what_is_printed():
    printed = repr(endpoint())
    assert not any(secret in printed for secret in ("whsec_", "acme.example"))
