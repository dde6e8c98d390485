"""Renewing a token where the server does not do as it should."""

from datetime import UTC, datetime

import pytest

from shared.networks import CredentialsError, OutcomeUnknownError, ThrottledError
from shared.networks.oauth import renewed
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places import WRONG

CREDENTIALS = {"client_id": "app", "client_secret": WRONG, "refresh_token": WRONG, "board_id": "7"}


class Other(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (Said(400, b'{"error": "invalid_grant"}'), CredentialsError),
        (Said(401, b"<html>"), CredentialsError),
        (Said(429, b"{}"), ThrottledError),
        (Said(500, b"{}"), OutcomeUnknownError),
        (Said(302, b"", {"Location": "/elsewhere"}), OutcomeUnknownError),
        (Said(200, b""), OutcomeUnknownError),
        (Said(200, b'{"access_token": 7, "expires_in": []}'), OutcomeUnknownError),
    ],
)
def test_what_became_of_the_renewal_is_said_and_no_secret_is(said: Said, error: type[Exception]) -> None:
    with serving(lambda _: said, Other(), lambda: datetime.now(UTC)) as server:
        with pytest.raises(error) as raised:
            renewed(server.url, "/token", CREDENTIALS)
        assert len(server.asked) == 1
    assert WRONG not in str(raised.value)


def test_a_server_that_cannot_be_reached_has_used_nothing_up() -> None:
    with pytest.raises(ThrottledError):
        renewed("http://127.0.0.1:1", "/token", CREDENTIALS)


def test_a_token_of_which_nobody_says_how_long_it_lasts_is_kept_all_the_same() -> None:
    said = Said(200, b'{"access_token": "new", "refresh_token": "next"}')
    with serving(lambda _: said, Other(), lambda: datetime.now(UTC)) as server:
        new = renewed(server.url, "/token", CREDENTIALS | {"expires_at": "long ago"})
    assert (new["access_token"], new["refresh_token"]) == ("new", "next")
    assert "expires_at" not in new


def test_what_else_the_credentials_hold_stays() -> None:
    said = Said(200, b'{"access_token": "new", "expires_in": "60"}')
    with serving(lambda _: said, Other(), lambda: datetime.now(UTC)) as server:
        new = renewed(server.url, "/token", CREDENTIALS | {"access_token": "old", "expires_at": "long ago"})
    assert new["access_token"] == "new"
    assert new["board_id"] == "7"
    assert new["refresh_token"] == WRONG
    assert datetime.fromisoformat(new["expires_at"]) > datetime.now(UTC)
