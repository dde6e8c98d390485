"""Endpoints: who is told, by which party's word, where, of what, and under which secrets."""

import base64
from datetime import timedelta
from typing import Any

import pytest

from functions.desk.endpoints import MOST_ENDPOINTS
from shared.api.serve import Request, answer
from shared.domain.endpoints import Endpoint
from tests.house import Brand, House, brand, find_route

URL = "https://hooks.example/in"


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def refused(acme: Brand, door: str, body: Any, status: int = 422) -> Any:
    return acme.house.refused(status, "POST", acme.path(door), body, key=acme.owner_key).get("field")


def made(acme: Brand, *, key: str = "", **more: Any) -> Any:
    return acme.house.ok("POST", acme.path("/endpoints"), {"url": URL, **more}, key=key or acme.owner_key)


def changed(acme: Brand, endpoint: Any, **more: Any) -> Any:
    return acme.house.ok("PATCH", acme.path(f"/endpoints/{endpoint['id']}"), more, key=acme.owner_key)


def kept(acme: Brand, endpoint: Any) -> Endpoint:
    found = acme.house.store.get(Endpoint, "acme", endpoint["id"])
    assert found is not None
    return found


def test_an_endpoints_secret_is_shown_once(acme: Brand) -> None:
    endpoint = made(acme, events=["post.*"], key=acme.house.agency_key)
    assert endpoint["secret"].startswith("whsec_")
    assert len(base64.b64decode(endpoint["secret"].removeprefix("whsec_"))) == 32
    assert endpoint["party"] == "agency"
    listed = acme.house.ok("GET", acme.path("/endpoints"), key=acme.owner_key)
    assert [one["id"] for one in listed] == [endpoint["id"]]
    assert endpoint["secret"] not in str(listed)


def test_a_party_has_so_many_endpoints_and_takes_none_from_the_other(acme: Brand) -> None:
    ids = [made(acme)["id"] for _ in range(MOST_ENDPOINTS)]
    acme.house.refused(409, "POST", acme.path("/endpoints"), {"url": URL}, key=acme.owner_key)
    made(acme, key=acme.house.agency_key)
    acme.house.ok("DELETE", acme.path(f"/endpoints/{ids[0]}"), key=acme.owner_key)
    made(acme)


def test_two_endpoints_have_two_secrets(acme: Brand) -> None:
    assert made(acme)["secret"] != made(acme)["secret"]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hooks.example",
        "http://hooks.example",
        "ftp://hooks.example",
        "https://",
        "https:///in",
        "https://a:b@hooks.example",
        "https://hooks.example@inside.example",
        "https://hooks.example/in#there",
        "https://hooks.example/a b",
        "https://hooks.example\\@inside.example",
        "https://hooks.example:22",
        "https://hooks.example:465",
        "https://hooks.example:99999",
        "https://[::1",
        "https://hööks.example",
        "https://１２７.0.0.1",
        "https://2130706433",
        "https://0x7f.1",
        "https://127.1",
        "https://[fe80::1%25eth0]/",
        "mailto:somebody@acme.example",
        "https://hooks.example/" + "a" * 2_000,
    ],
)
def test_an_endpoint_is_reached_over_tls_at_an_address_that_reads_one_way(acme: Brand, url: str) -> None:
    assert refused(acme, "/endpoints", {"url": url}) == "url"


@pytest.mark.parametrize(
    "url", [URL, "https://hooks.example:8443/in/?a=b", "https://xn--hks-sna.example", "HTTPS://A.example."]
)
def test_an_endpoint_is_called_exactly_where_it_said(acme: Brand, url: str) -> None:
    endpoint = made(acme, url=url)
    assert (endpoint["url"], kept(acme, endpoint).url) == (url, url)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "fd00:ec2::254", "::ffff:10.0.0.1"])
def test_an_endpoint_is_not_in_a_network_of_our_own(acme: Brand, address: str) -> None:
    acme.house.addresses["inside.example"] = ["93.184.215.14", address]
    assert refused(acme, "/endpoints", {"url": "https://inside.example/in"}) == "url"
    host = f"[{address}]" if ":" in address else address
    acme.house.addresses[address] = [address]
    assert refused(acme, "/endpoints", {"url": f"https://{host}/in"}) == "url"


@pytest.mark.parametrize(
    ("url", "is_itself"),
    [
        ("https://api.backchannel.example/live/clients/acme/priorities", True),
        ("https://API.backchannel.example:443/live", True),
        ("https://api.backchannel.example/live?a", True),
        ("https://api.backchannel.example/lively", False),
        ("https://hooks.example/live/", False),
    ],
)
def test_an_endpoint_is_not_backchannel_itself(acme: Brand, url: str, is_itself: bool) -> None:
    path = acme.path("/endpoints")
    route, params = find_route("POST", path)
    house = acme.house
    asked = Request(
        method="POST",
        path=path,
        params=params,
        query={},
        headers={"authorization": f"Bearer {acme.owner_key}"},
        body=b'{"url": "%s"}' % url.encode(),
        base="https://api.backchannel.example/live",
    )
    given = answer(route, asked, store=house.store, clock=house.clock, new_id=house.new_id, tools=house.desk)
    assert given.status == (422 if is_itself else 201)


@pytest.mark.parametrize(
    ("events", "field"),
    [
        (["post.publish"], "events.0"),
        (["post.published", "posts.*"], "events.1"),
        (["post.*", "stop.engaged", "*"], "events.2"),
        (["post"], "events.0"),
        (["delivery.lost"], "events.0"),
        ([1], "events.0"),
        ("post.*", "events"),
    ],
)
def test_a_filter_that_would_match_nothing_is_refused_by_its_place(acme: Brand, events: Any, field: str) -> None:
    assert refused(acme, "/endpoints", {"url": URL, "events": events}) == field
    endpoint = made(acme)
    path = acme.path(f"/endpoints/{endpoint['id']}")
    assert acme.house.refused(422, "PATCH", path, {"events": events}, key=acme.owner_key)["field"] == field


def test_every_event_that_is_listed_can_be_asked_for_with_its_family(acme: Brand) -> None:
    listed = acme.house.ok("GET", "/event-types", key=acme.agent_key)
    types = [one["type"] for one in listed]
    assert {"post.published", "stop.engaged", "endpoint.tested"} <= set(types)
    assert all(one["description"] and one["schema"].endswith(f"/{one['type']}.json") for one in listed)
    assert made(acme, events=types)["events"] == types
    families = sorted({type_.partition(".")[0] + ".*" for type_ in types})
    assert made(acme, events=families)["events"] == families


@pytest.mark.parametrize(
    ("kind", "url"),
    [
        ("slack", "https://hooks.slack.example/services/T0/B0/secret"),
        ("teams", "https://prod.logic.example:443/workflows/secret"),
        ("email", "mailto:somebody@acme.example"),
    ],
)
def test_what_checks_no_signature_has_no_secret(acme: Brand, kind: str, url: str) -> None:
    endpoint = made(acme, kind=kind, url=url)
    assert "secret" not in endpoint
    assert kept(acme, endpoint).secrets == ()
    acme.house.refused(409, "POST", acme.path(f"/endpoints/{endpoint['id']}/secrets"), key=acme.owner_key)
    assert refused(acme, "/endpoints", {"kind": kind, "url": url, "envelope": "flat"}) == "envelope"


@pytest.mark.parametrize(
    "url",
    [
        URL,
        "mailto:",
        "mailto:somebody",
        "mailto:a@b.example,c@d.example",
        "mailto:a@b.example?cc=c@d.example",
        "mailto:a@b.example\r\nBcc: c@d.example",
        "mailto:%61@b.example",
        "mailto:A <a@b.example>",
    ],
)
def test_an_email_goes_to_one_mailbox(acme: Brand, url: str) -> None:
    assert refused(acme, "/endpoints", {"kind": "email", "url": url}) == "url"


def test_an_address_is_shown_whole_to_its_own_party_and_never_where_it_is_a_secret(acme: Brand) -> None:
    made(acme, url="https://hooks.example/in?token=ours")
    slack = made(acme, kind="slack", url="https://hooks.slack.example/services/secret")
    assert slack["url"] == "https://hooks.slack.example/…"

    def seen(key: str) -> list[str]:
        return [one["url"] for one in acme.house.ok("GET", acme.path("/endpoints"), key=key)]

    assert seen(acme.owner_key) == ["https://hooks.example/in?token=ours", "https://hooks.slack.example/…"]
    assert seen(acme.agent_key) == ["https://hooks.example/…", "https://hooks.slack.example/…"]
    assert "token=ours" not in str(acme.house.entries())


def test_an_endpoint_is_changed_in_what_was_named_alone(acme: Brand) -> None:
    endpoint = made(acme, events=["post.*"])
    assert changed(acme, endpoint, envelope="cloudevents")["envelope"] == "cloudevents"
    assert changed(acme, endpoint, events=[])["events"] == []
    moved = changed(acme, endpoint, url="https://elsewhere.example/in")
    assert (moved["url"], moved["envelope"], moved["events"]) == ("https://elsewhere.example/in", "cloudevents", [])
    assert kept(acme, endpoint).secrets == (endpoint["secret"],)
    assert [one.data["moved"] for one in acme.house.entries() if one.type == "endpoint.changed"] == [False, False, True]
    path = acme.path(f"/endpoints/{endpoint['id']}")
    assert acme.house.refused(422, "PATCH", path, {}, key=acme.owner_key)["field"] == "url"
    assert acme.house.refused(422, "PATCH", path, {"url": "http://a.example"}, key=acme.owner_key)["field"] == "url"


def test_a_new_secret_is_shown_once_and_the_older_one_signs_for_a_day_more(acme: Brand) -> None:
    endpoint, house = made(acme), acme.house
    path = acme.path(f"/endpoints/{endpoint['id']}/secrets")
    rotated = house.ok("POST", path, key=acme.owner_key)
    assert rotated["secret"] not in ("", endpoint["secret"])
    (listed,) = house.ok("GET", acme.path("/endpoints"), key=acme.owner_key)
    assert "secret" not in listed
    assert listed["older_secret_until"] == rotated["older_secret_until"]
    assert kept(acme, endpoint).good_secrets(house.clock.now()) == (rotated["secret"], endpoint["secret"])
    house.clock.sleep(timedelta(hours=24).total_seconds())
    assert kept(acme, endpoint).good_secrets(house.clock.now()) == (rotated["secret"],)
    house.refused(409, "DELETE", path, key=acme.owner_key)


def test_an_older_secret_that_is_withdrawn_signs_nothing_more(acme: Brand) -> None:
    endpoint, house = made(acme), acme.house
    path = acme.path(f"/endpoints/{endpoint['id']}/secrets")
    house.refused(409, "DELETE", path, key=acme.owner_key)
    newer = house.ok("POST", path, key=acme.owner_key)["secret"]
    house.ok("DELETE", path, key=acme.owner_key)
    assert kept(acme, endpoint).secrets == (newer,)
    assert house.facts()[-2:] == ["endpoint.secret_rotated", "endpoint.secret_withdrawn"]
    assert newer.removeprefix("whsec_") not in str(house.entries())


def test_a_test_is_in_the_ledger_by_the_name_of_who_asked(acme: Brand) -> None:
    endpoint = made(acme, events=["stop.*"])
    acme.house.ok("POST", acme.path(f"/endpoints/{endpoint['id']}/test"), key=acme.owner_key)
    entry = acme.house.entries()[-1]
    assert (entry.type, entry.subject, entry.who["member"]) == ("endpoint.tested", endpoint["id"], acme.owner)


ON_ONE: list[tuple[str, str, Any]] = [
    ("PATCH", "", {"events": []}),
    ("POST", "/secrets", None),
    ("DELETE", "/secrets", None),
    ("POST", "/test", None),
    ("DELETE", "", None),
]


@pytest.mark.parametrize(("method", "rest", "body"), ON_ONE)
def test_a_party_has_to_do_with_its_own_endpoints_only(acme: Brand, method: str, rest: str, body: Any) -> None:
    endpoint = made(acme, key=acme.house.agency_key)
    path = acme.path(f"/endpoints/{endpoint['id']}{rest}")
    acme.house.refused(403, method, path, body, key=acme.owner_key)


@pytest.mark.parametrize(("method", "rest", "body"), ON_ONE)
def test_with_a_closed_endpoint_nothing_more_can_be_done(acme: Brand, method: str, rest: str, body: Any) -> None:
    endpoint = made(acme)
    path = acme.path(f"/endpoints/{endpoint['id']}")
    acme.house.ok("DELETE", path, key=acme.owner_key)
    acme.house.refused(409, method, path + rest, body, key=acme.owner_key)
