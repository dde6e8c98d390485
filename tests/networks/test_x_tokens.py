"""How X's access is given by a person, and renewed."""

import hashlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest

from shared.domain.errors import InvalidError
from shared.networks import CredentialsError, NotOfferedError, OutcomeUnknownError, ThrottledError
from shared.networks.x import refresh
from shared.networks.x.consent import begin, finish
from tests.networks.faulty import Said
from tests.networks.places import opened
from tests.networks.places.x import X
from tests.networks.places.x_world import APP, APP_SECRET, TOKEN

VERIFIER = "0123456789-abcdefghijklmnopqrstuvwxyz~ABCDE"
BACK = "https://backchannel.example/back?to=here"
PUBLIC = {
    "access_token": "old",
    "refresh_token": "refresh-0",
    "client_id": APP,
    "expires_at": "2026-01-01T00:00:00+00:00",
}
CONFIDENTIAL = {**PUBLIC, "client_secret": APP_SECRET}


@pytest.fixture
def x() -> Iterator[X]:
    with opened("x") as place:
        assert isinstance(place, X)
        place.world.refresh_tokens.add("refresh-0")
        yield place


def answers(x: X, said: Said) -> None:
    x.server._answer = lambda _: said


@pytest.mark.parametrize("credentials", [PUBLIC, CONFIDENTIAL])
def test_credentials_are_renewed_whole(x: X, credentials: dict[str, str]) -> None:
    new = refresh(x.account(), credentials)
    assert set(new) == set(credentials)
    assert new["access_token"] == TOKEN
    assert new["refresh_token"] not in ("", "refresh-0")
    expires_at = datetime.fromisoformat(new["expires_at"])
    assert expires_at.utcoffset() == timedelta(0)
    assert abs(expires_at - datetime.now(UTC) - timedelta(hours=2)) < timedelta(seconds=5)
    assert refresh(x.account(), new)["refresh_token"] != new["refresh_token"]


def test_a_secret_is_shown_in_a_header_and_an_app_without_one_in_the_form(x: X) -> None:
    refresh(x.account(), refresh(x.account(), PUBLIC) | {"client_secret": APP_SECRET})
    public, confidential = x.asked("/2/oauth2/token")
    assert "authorization" not in public.headers
    assert dict(parse_qsl(public.body.decode()))["client_id"] == APP
    assert b64decode(confidential.headers["authorization"].removeprefix("Basic ")).decode() == f"{APP}:{APP_SECRET}"
    assert APP_SECRET not in confidential.body.decode()
    assert public.headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_refresh_token_that_is_used_up_asks_for_a_person(x: X) -> None:
    refresh(x.account(), PUBLIC)
    with pytest.raises(CredentialsError) as raised:
        refresh(x.account(), PUBLIC)
    assert "refresh-0" not in str(raised.value)


@pytest.mark.parametrize(
    "said",
    [
        Said(400, b'{"error": "invalid_grant", "error_description": "refresh-0 is not good"}'),
        Said(400, b'{"error": "invalid_request"}'),
        Said(401, b'{"error": "invalid_client"}'),
        Said(403, b"<html>"),
    ],
)
def test_what_x_refuses_asks_for_a_person_and_shows_no_token(x: X, said: Said) -> None:
    answers(x, said)
    with pytest.raises(CredentialsError) as raised:
        refresh(x.account(), CONFIDENTIAL)
    assert "refresh-0" not in str(raised.value)
    assert APP_SECRET not in str(raised.value)


@pytest.mark.parametrize(
    "said", [Said(500, b""), Said(503, b"{}"), Said(200, b""), Said(200, b'{"token_type": "bearer"}')]
)
def test_an_answer_that_holds_no_token_leaves_it_unknown(x: X, said: Said) -> None:
    answers(x, said)
    with pytest.raises(OutcomeUnknownError):
        refresh(x.account(), PUBLIC)


def test_x_can_ask_to_wait(x: X) -> None:
    answers(x, Said(429, b"{}", {"x-rate-limit-reset": "1790000000"}))
    with pytest.raises(ThrottledError) as raised:
        refresh(x.account(), PUBLIC)
    assert raised.value.until == datetime.fromtimestamp(1_790_000_000, UTC)


def test_where_x_says_less_nothing_is_made_up(x: X) -> None:
    answers(x, Said(200, b'{"access_token": "new"}'))
    new = refresh(x.account(), PUBLIC)
    assert new == {"access_token": "new", "refresh_token": "refresh-0", "client_id": APP}


def test_without_a_refresh_token_or_an_app_nothing_is_asked(x: X) -> None:
    with pytest.raises(NotOfferedError):
        refresh(x.account(), {**PUBLIC, "refresh_token": ""})
    with pytest.raises(CredentialsError):
        refresh(x.account(), {**PUBLIC, "client_id": ""})
    assert list(x.server.asked) == []


def test_a_person_is_sent_to_x_with_a_challenge_that_only_the_verifier_answers() -> None:
    url = urlsplit(begin(APP, BACK, "a-state", VERIFIER))
    assert f"{url.scheme}://{url.netloc}{url.path}" == "https://x.com/i/oauth2/authorize"
    query = {name: value for name, (value,) in parse_qs(url.query).items()}
    assert query.pop("scope").split() == [
        *("tweet.read", "tweet.write", "users.read", "media.write", "follows.read", "offline.access")
    ]
    assert query == {
        "response_type": "code",
        "client_id": APP,
        "redirect_uri": BACK,
        "state": "a-state",
        "code_challenge": urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("="),
        "code_challenge_method": "S256",
    }


def test_the_challenge_is_that_of_the_standard_s_own_example() -> None:
    """Source: RFC 7636, appendix B."""
    url = begin(APP, BACK, "a-state", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    assert parse_qs(urlsplit(url).query)["code_challenge"] == ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"]


@pytest.mark.parametrize("verifier", ["", "short", "a" * 42, "a" * 129, "a" * 42 + "!"])
def test_a_verifier_that_could_be_guessed_or_is_none_is_refused(verifier: str) -> None:
    with pytest.raises(InvalidError):
        begin(APP, BACK, "a-state", verifier)


@pytest.mark.parametrize("secret", ["", APP_SECRET])
def test_the_code_that_comes_back_becomes_credentials_once(x: X, secret: str) -> None:
    x.world.verifiers["a-code"] = VERIFIER

    def finished() -> dict[str, str]:
        return finish("a-code", VERIFIER, client_id=APP, redirect_uri=BACK, client_secret=secret, base_url=x.server.url)

    credentials = finished()
    assert credentials["access_token"] == TOKEN
    given = {"access_token", "refresh_token", "expires_at", "client_id"}
    assert set(credentials) == given | ({"client_secret"} if secret else set())
    assert refresh(x.account(), credentials)["access_token"] == TOKEN
    assert dict(parse_qsl(x.asked("/2/oauth2/token")[0].body.decode()))["redirect_uri"] == BACK
    with pytest.raises(CredentialsError):
        finished()


def test_another_verifier_gets_nothing(x: X) -> None:
    x.world.verifiers["a-code"] = VERIFIER
    with pytest.raises(CredentialsError):
        finish("a-code", VERIFIER[::-1], client_id=APP, redirect_uri=BACK, base_url=x.server.url)
