"""Sessions: made with an app password, renewed with a refresh token.

Source: https://docs.bsky.app/docs/api/com-atproto-server-create-session
"""

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from shared.networks import CredentialsError
from shared.networks.bluesky.xrpc import Xrpc
from shared.networks.rest import READ_TIMEOUT

ENTRANCE = "https://bsky.social"
"""Where everybody on Bluesky's own servers signs in. Their repositories are on others, which a session names."""


class _Granted(msgspec.Struct):
    """The part of a new session that is used."""

    did: str
    accessJwt: str  # noqa: N815  as the network writes it
    refreshJwt: str  # noqa: N815
    didDoc: Any = None  # noqa: N815


class _Service(msgspec.Struct):
    id: str
    serviceEndpoint: str  # noqa: N815


class _Claims(msgspec.Struct):
    """Of a token, unverified: a server's own word to us, over the line that it came by."""

    sub: str = ""
    exp: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    did: str
    access_token: str = field(repr=False)
    refresh_token: str = field(default="", repr=False)
    pds: str = ""
    """The server that has the account's repository, where it is not the one that was asked."""

    def expires_at(self) -> datetime | None:
        """When the access token runs out, if it says so."""
        expires = _claims(self.access_token).exp
        return None if expires is None else datetime.fromtimestamp(expires, UTC)


def kept(credentials: Mapping[str, str]) -> Session | None:
    """The session in an account's credentials, if there is one. Raises CredentialsError for a token of nobody."""
    token = credentials.get("access_token", "")
    if not token:
        return None
    did = credentials.get("did") or _claims(token).sub
    if not did:
        raise CredentialsError("The account's access token is none of Bluesky's.")
    return Session(
        did=did,
        access_token=token,
        refresh_token=credentials.get("refresh_token", ""),
        pds=credentials.get("pds", ""),
    )


def created(base_url: str, credentials: Mapping[str, str], *, timeout: float = READ_TIMEOUT) -> Session:
    """A new session, for the DID once it is known: a handle may have become another's."""
    who, password = credentials.get("did") or credentials.get("identifier"), credentials.get("app_password")
    if not (who and password):
        raise CredentialsError("The account has no handle and app password to sign in with.")
    asked = {"identifier": who, "password": password}
    answer = Xrpc(base_url).do("com.atproto.server.createSession", _Granted, asked, timeout=timeout)
    return _session(base_url, answer, credentials)


def refreshed(base_url: str, credentials: Mapping[str, str], *, timeout: float = READ_TIMEOUT) -> Session:
    """The session after the one in ``credentials``, whose refresh token is then used up.

    The reference server takes a used one for two more hours and answers with the same successor, so a repeat after a
    lost answer is safe.
    """
    xrpc = Xrpc(base_url, credentials["refresh_token"])
    answer = xrpc.do("com.atproto.server.refreshSession", _Granted, None, timeout=timeout)
    return _session(base_url, answer, credentials)


def renewed(base_url: str, credentials: Mapping[str, str]) -> Mapping[str, str]:
    """``credentials`` with a new session in them."""
    session = None
    if credentials.get("refresh_token"):
        try:
            session = refreshed(credentials.get("pds") or base_url, credentials)
        except CredentialsError:
            if not credentials.get("app_password"):
                raise
    session = session or created(base_url, credentials)
    expires_at = session.expires_at()
    fresh = {
        "access_token": session.access_token,
        "refresh_token": session.refresh_token,
        "did": session.did,
        "pds": session.pds,
        "expires_at": expires_at.isoformat() if expires_at else "",
    }
    replaced = {**credentials, **fresh}
    return {name: value for name, value in replaced.items() if value}


def _session(base_url: str, granted: _Granted, credentials: Mapping[str, str]) -> Session:
    known = credentials.get("did")
    if known and granted.did != known:
        raise CredentialsError("The credentials speak for another account than before.")
    return Session(
        did=granted.did,
        access_token=granted.accessJwt,
        refresh_token=granted.refreshJwt,
        pds=home_of(granted.didDoc) if base_url.rstrip("/") == ENTRANCE else "",
    )


def home_of(did_document: object) -> str:
    """The server that a DID document names for the account's repository; "" when it names none that is safe to ask.

    Source: https://atproto.com/specs/did
    """
    services = did_document.get("service") if isinstance(did_document, dict) else None
    for service in services if isinstance(services, list) else []:
        try:
            found = msgspec.convert(service, _Service)
        except msgspec.ValidationError:
            continue
        if found.id.endswith("#atproto_pds") and found.serviceEndpoint.startswith("https://"):
            return found.serviceEndpoint
    return ""


def _claims(token: str) -> _Claims:
    parts = token.split(".")
    try:
        return msgspec.json.decode(urlsafe_b64decode(parts[1] + "=="), type=_Claims)
    except (IndexError, ValueError, binascii.Error, msgspec.MsgspecError):
        return _Claims()
