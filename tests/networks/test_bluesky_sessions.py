"""Sessions on Bluesky's reference server: made, renewed, run out and taken away."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from shared.networks import CredentialsError, ThrottledError
from shared.networks.bluesky import connect, refresh
from shared.networks.bluesky.session import home_of
from shared.networks.shelf import EmptyShelf
from tests.networks.peers import pds
from tests.networks.places import WRONG
from tests.networks.places.bluesky import Bluesky, an_account, credentials_of
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out

pytestmark = pytest.mark.xdist_group("bluesky")


@pytest.fixture
def home() -> Iterator[Bluesky]:
    with ExitStack() as stack:
        yield Bluesky(stack)


def entered(home: Bluesky) -> dict[str, str]:
    """Credentials as a person enters them."""
    made = home.acme.call("POST", "com.atproto.server.createAppPassword", json={"name": "Backchannel"})
    return {"identifier": home.acme.handle, "app_password": made["password"]}


def run_out(home: Bluesky) -> str:
    """An access token like the server's own, of a while ago."""
    header = {"typ": "at+jwt", "alg": "HS256"}
    at = int(datetime.now(UTC).timestamp())
    claims = {
        "scope": "com.atproto.access",
        "aud": "did:web:localhost",
        "sub": home.acme.did,
        "iat": at - 200,
        "exp": at - 100,
    }
    said = b".".join(urlsafe_b64encode(msgspec.json.encode(part)).rstrip(b"=") for part in (header, claims))
    signed = hmac.new(pds.JWT_SECRET.encode(), said, hashlib.sha256).digest()
    return f"{said.decode()}.{urlsafe_b64encode(signed).rstrip(b'=').decode()}"


def test_an_app_password_signs_in_once_and_speaks_for_the_account(home: Bluesky) -> None:
    line = connect(an_account(home.acme, home.proxy.url), entered(home), EmptyShelf())
    assert home.told("createSession") == []
    assert line.identity().external_id == home.acme.did
    assert line.identity().handle == home.acme.handle
    out(line, a_part("Hello"))
    assert len(home.told("createSession")) == 1
    assert home.standing() == [("Hello", "")]


def test_a_part_made_ready_on_one_line_goes_out_on_another(home: Bluesky) -> None:
    account, credentials = an_account(home.acme, home.proxy.url), entered(home)
    ready = connect(account, credentials, EmptyShelf()).prepare(a_part("Hello"), an_attempt(), timeout=TIMEOUT)
    connect(account, credentials, EmptyShelf()).publish(ready, timeout=TIMEOUT)
    assert home.standing() == [("Hello", "")]


def test_what_was_entered_becomes_a_session_that_says_when_it_runs_out(home: Bluesky) -> None:
    account, typed = an_account(home.acme, home.proxy.url), entered(home)
    fresh = refresh(account, typed)
    assert fresh["did"] == home.acme.did
    assert {name: fresh[name] for name in typed} == typed
    expires_at = datetime.fromisoformat(fresh["expires_at"])
    assert timedelta(minutes=30) < expires_at - datetime.now(UTC) < timedelta(days=1)
    assert connect(account, fresh, EmptyShelf()).identity().external_id == home.acme.did
    assert len(home.told("createSession")) == 1


def test_a_session_is_renewed_by_its_refresh_token(home: Bluesky) -> None:
    account, before = an_account(home.acme, home.proxy.url), credentials_of(home.acme)
    after = refresh(account, before)
    assert after["refresh_token"] != before["refresh_token"]
    assert len(home.told("refreshSession")) == 1
    assert home.told("createSession") == []
    assert connect(account, after, EmptyShelf()).identity().external_id == home.acme.did


def test_a_renewal_whose_answer_was_lost_can_be_repeated(home: Bluesky) -> None:
    account, before = an_account(home.acme, home.proxy.url), credentials_of(home.acme)
    del before["app_password"]
    refresh(account, before)
    again = refresh(account, refresh(account, before))
    assert connect(account, again, EmptyShelf()).identity().external_id == home.acme.did


def test_a_revoked_session_is_followed_by_a_new_one(home: Bluesky) -> None:
    account, before = an_account(home.acme, home.proxy.url), refresh(an_account(home.acme, home.url), entered(home))
    pds.call(home.url, "POST", "com.atproto.server.deleteSession", before["refresh_token"])
    after = refresh(account, before)
    assert len(home.told("createSession")) == 1
    assert connect(account, after, EmptyShelf()).identity().external_id == home.acme.did


def test_a_revoked_app_password_needs_a_person(home: Bluesky) -> None:
    account = an_account(home.acme, home.proxy.url)
    before = refresh(account, entered(home))
    home.acme.call("POST", "com.atproto.server.revokeAppPassword", json={"name": "Backchannel"})
    with pytest.raises(CredentialsError) as raised:
        refresh(account, before)
    assert not any(before[name] in str(raised.value) for name in ("access_token", "refresh_token", "app_password"))


def test_a_token_that_ran_out_is_said_to_be_one_and_nothing_goes_out(home: Bluesky) -> None:
    token = run_out(home)
    line = home.connect(access_token=token)
    with pytest.raises(CredentialsError) as raised:
        out(line, a_part())
    assert "expired" in str(raised.value)
    assert token not in str(raised.value)
    with pytest.raises(CredentialsError):
        line.identity()
    assert home.standing() == []


def test_a_token_that_runs_out_between_making_ready_and_sending_is_told_apart(home: Bluesky) -> None:
    ready = home.connect().prepare(a_part(), an_attempt(), timeout=TIMEOUT)
    with pytest.raises(CredentialsError):
        home.connect(access_token=run_out(home)).publish(ready, timeout=TIMEOUT)
    assert home.standing() == []


@pytest.mark.parametrize("token", [WRONG, "a.b.c", "tökén", "two\nlines"])
def test_a_token_that_is_none_is_never_shown(home: Bluesky, token: str) -> None:
    with pytest.raises(CredentialsError) as raised:
        home.connect(access_token=token).identity()
    assert token not in str(raised.value)
    account = an_account(home.acme, home.proxy.url)
    with pytest.raises(CredentialsError) as raised:
        refresh(account, {"identifier": home.acme.handle, "refresh_token": token})
    assert token not in str(raised.value)


def test_without_anything_to_sign_in_with_a_person_is_asked(home: Bluesky) -> None:
    account = an_account(home.acme, home.proxy.url)
    with pytest.raises(CredentialsError):
        connect(account, {}, EmptyShelf()).identity()
    with pytest.raises(CredentialsError):
        refresh(account, {"identifier": home.acme.handle})
    with pytest.raises(CredentialsError):
        connect(account, {"access_token": WRONG}, EmptyShelf())


def test_an_account_that_was_taken_down_needs_a_person(home: Bluesky) -> None:
    account, credentials = an_account(home.acme, home.proxy.url), credentials_of(home.acme)
    home.acme.is_taken_down()
    with pytest.raises(CredentialsError):
        refresh(account, credentials)
    with pytest.raises(CredentialsError):
        out(home.connect(), a_part())
    with pytest.raises(CredentialsError):
        connect(account, {**credentials, "access_token": ""}, EmptyShelf()).identity()


def test_a_session_of_another_account_is_refused(home: Bluesky) -> None:
    account = an_account(home.acme, home.proxy.url)
    swapped = {**credentials_of(home.acme), "refresh_token": home.customer.refresh_token}
    del swapped["app_password"]
    with pytest.raises(CredentialsError):
        refresh(account, swapped)


def test_a_server_that_cannot_be_reached_is_no_fault_of_the_credentials(home: Bluesky) -> None:
    account = an_account(home.acme, "http://127.0.0.1:9")
    for attempted in (
        lambda: refresh(account, credentials_of(home.acme)),
        lambda: out(connect(account, {"identifier": "a.test", "app_password": WRONG}, EmptyShelf()), a_part()),
    ):
        with pytest.raises(ThrottledError):
            attempted()


@pytest.mark.parametrize(
    ("document", "server"),
    [
        (
            {"service": [{"id": "#atproto_pds", "serviceEndpoint": "https://pds.example.com"}]},
            "https://pds.example.com",
        ),
        ({"service": [{"id": "#atproto_pds", "serviceEndpoint": "http://pds.example.com"}]}, ""),
        ({"service": [{"id": "#labeler", "serviceEndpoint": "https://pds.example.com"}]}, ""),
        ({"service": [{"id": 1}, "x"]}, ""),
        ({"service": "x"}, ""),
        (None, ""),
    ],
)
def test_a_did_document_says_which_server_has_the_repository(document: object, server: str) -> None:
    assert home_of(document) == server
