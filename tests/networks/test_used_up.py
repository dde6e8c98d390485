"""A network that took a post and says that it takes no more: until when, by each one's own headers."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.networks import Connection, Metered, Ready
from shared.networks.bluesky.connection import BlueskyConnection, _Prepared
from shared.networks.bluesky.keys import POST, Place
from shared.networks.mastodon.connection import MastodonConnection
from shared.networks.rest import used_up_until
from shared.networks.shelf import EmptyShelf
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places import opened
from tests.networks.places.graph import account_at
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=5)
LATER = SOON + timedelta(hours=1)
UNIX, UNIX_LATER = str(int(SOON.timestamp())), str(int(LATER.timestamp()))
ISO = SOON.isoformat().replace("+00:00", ".000000Z")


class NoFaults(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@contextmanager
def answering(body: Mapping[str, Any], headers: Mapping[str, str]) -> Iterator[str]:
    said = Said(200, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})
    with serving(lambda _: said, NoFaults(), lambda: datetime.now(UTC)) as server:
        yield server.url


def after_a_post_on_bluesky(headers: Mapping[str, str]) -> Connection:
    did = "did:plc:acme"
    with answering({"uri": f"at://{did}/{POST}/3abc", "cid": "bafy"}, headers) as url:
        credentials = {"access_token": "ey.acme", "did": did}
        line = BlueskyConnection(account_at(url, "bluesky"), credentials, EmptyShelf())
        written = {"createdAt": "2026-11-25T09:00:00Z"}
        line.publish(
            Ready(part=a_part(), attempt=an_attempt(), prepared=_Prepared(Place(did, POST, "3abc"), written, "bafy")),
            timeout=TIMEOUT,
        )
        return line


def after_a_post_on_mastodon(headers: Mapping[str, str]) -> Connection:
    status = {"id": "114", "url": None, "uri": "https://social.example/114", "content": "<p>Hello</p>"}
    with answering(status | {"created_at": "2026-05-01T10:00:00.250Z"}, headers) as url:
        line = MastodonConnection(url, "token")
        out(line, a_part())
        return line


def after_a_post_at_its_place(network: str, headers: Mapping[str, str]) -> Connection:
    with opened(network) as place:
        server: Any = place.server  # type: ignore[attr-defined]
        within = server._answer

        def answer(asked: Asked) -> Said:
            said: Said = within(asked)
            return Said(said.status, said.body, {**said.headers, **headers})

        server._answer = answer
        line = place.connect()
        out(line, a_part(media=place.media))
        return line


def closed_until(network: str, headers: Mapping[str, str]) -> datetime | None:
    if network == "bluesky":
        line = after_a_post_on_bluesky(headers)
    elif network == "mastodon":
        line = after_a_post_on_mastodon(headers)
    else:
        line = after_a_post_at_its_place(network, headers)
    assert isinstance(line, Metered)
    return line.closed_until()


def usage(**said: float) -> str:
    return json.dumps(said)


def use_case(**said: float) -> str:
    return json.dumps({"1789": [{"type": "pages", **said}], "1790": [{"type": "instagram", "call_count": 12}]})


@pytest.mark.parametrize(
    ("network", "headers", "until"),
    [
        ("x", {"x-rate-limit-remaining": "0", "x-rate-limit-reset": UNIX}, SOON),
        ("x", {"X-Rate-Limit-Remaining": "1", "X-Rate-Limit-Reset": UNIX}, None),
        (
            "x",
            {
                "x-rate-limit-remaining": "99",
                "x-rate-limit-reset": UNIX,
                "x-user-limit-24hour-remaining": "0",
                "x-user-limit-24hour-reset": UNIX_LATER,
            },
            LATER,
        ),
        ("bluesky", {"ratelimit-remaining": "0", "ratelimit-reset": UNIX}, SOON),
        ("bluesky", {"RateLimit-Remaining": "3", "RateLimit-Reset": UNIX}, None),
        ("mastodon", {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": ISO}, SOON),
        ("mastodon", {"X-RateLimit-Remaining": "299", "X-RateLimit-Reset": ISO}, None),
        *((network, {}, None) for network in ("bluesky", "facebook", "instagram", "mastodon", "threads", "x")),
    ],
)
def test_a_quota_that_is_used_up_says_when_it_begins_anew(
    network: str, headers: dict[str, str], until: datetime | None
) -> None:
    assert closed_until(network, headers) == until


@pytest.mark.parametrize("network", ["facebook", "instagram", "threads"])
@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        ({"X-App-Usage": usage(call_count=100, total_time=3, total_cputime=2)}, 1),
        ({"X-App-Usage": usage(call_count=28, total_time=25, total_cputime=117)}, 1),
        ({"X-App-Usage": usage(call_count=99, total_time=99, total_cputime=99)}, None),
        ({"X-Business-Use-Case-Usage": use_case(call_count=100, estimated_time_to_regain_access=7)}, 7),
        ({"X-Business-Use-Case-Usage": use_case(total_time=100)}, 1),
        ({"X-Business-Use-Case-Usage": use_case(call_count=95, estimated_time_to_regain_access=0)}, None),
        ({"X-App-Usage": "none", "X-Business-Use-Case-Usage": "[]"}, None),
    ],
)
def test_meta_says_it_in_per_cent(network: str, headers: dict[str, str], minutes: int | None) -> None:
    until = closed_until(network, headers)
    if minutes is None:
        assert until is None
    else:
        assert until is not None
        assert abs(until - datetime.now(UTC) - timedelta(minutes=minutes)) < timedelta(seconds=10)


@pytest.mark.parametrize("reset", ["", "lately", "-5", "1e9", "9" * 30, "٣", "0001-01-01T00:00:00+14:00"])
def test_a_time_that_is_none_says_nothing(reset: str) -> None:
    assert used_up_until({"ratelimit-remaining": "0", "ratelimit-reset": reset}) is None


def test_a_post_after_which_something_is_left_says_so_though_none_was_left_before() -> None:
    with ExitStack() as stack:
        place = stack.enter_context(opened("x"))
        server: Any = place.server  # type: ignore[attr-defined]
        within, left = server._answer, iter(["0", "5"])

        def answer(asked: Asked) -> Said:
            said: Said = within(asked)
            return Said(said.status, said.body, {"x-rate-limit-remaining": next(left), "x-rate-limit-reset": UNIX})

        server._answer = answer
        line = place.connect()
        assert isinstance(line, Metered)
        out(line, a_part("One."))
        assert line.closed_until() == SOON
        out(line, a_part("Two."))
        assert line.closed_until() is None
