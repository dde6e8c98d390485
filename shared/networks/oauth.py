"""Access tokens by OAuth 2.0 (RFC 6749): for a code that a person brought back, or for a refresh token."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from shared.domain.errors import BackchannelError
from shared.networks import CredentialsError, NotOfferedError, OutcomeUnknownError
from shared.networks.rest import Answered, Rest


class _Granted(msgspec.Struct):
    access_token: str
    refresh_token: str = ""
    """A new one where they rotate."""
    expires_in: int | None = None
    """Seconds."""


def granted(
    base_url: str, path: str, form: Mapping[str, str], *, client_id: str, client_secret: str = "", basic: bool = False
) -> dict[str, str]:
    """The credentials that are given for ``form``, with ``expires_at`` (ISO 8601, UTC) where it is said.

    One call that may use up what it shows. ``basic``: an application that has a secret shows it in a header and not in
    the form. Raises what ``Refresh`` in ``shared.networks`` says.
    """
    request: dict[str, Any] = {"data": {**form, "client_id": client_id}}
    if client_secret and basic:
        request = {"data": dict(form), "auth": (client_id, client_secret)}
    elif client_secret:
        request["data"]["client_secret"] = client_secret
    answered = Rest(base_url, {}, said=_error, complaint=_complaint).call("POST", path, **request)
    try:
        given = msgspec.convert(answered.body, _Granted, strict=False)
    except msgspec.ValidationError:
        raise OutcomeUnknownError("The answer holds no access token; what was shown for it may be used up.") from None
    result = {"access_token": given.access_token}
    if given.refresh_token:
        result["refresh_token"] = given.refresh_token
    if given.expires_in is not None:
        expires_at = datetime.now(UTC) + timedelta(seconds=given.expires_in)
        result["expires_at"] = expires_at.isoformat(timespec="seconds")
    return result


def renewed(
    base_url: str,
    path: str,
    credentials: Mapping[str, str],
    *,
    basic: bool = False,
    more: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """``credentials`` with what :func:`granted` gives for their refresh token; ``more``: further fields of the form."""
    if not credentials.get("refresh_token"):
        raise NotOfferedError("There is no refresh token: connect the account again when its token runs out.")
    if not credentials.get("client_id"):
        raise CredentialsError("The account's credentials do not say which app they are for. Connect it again.")
    form = {"grant_type": "refresh_token", "refresh_token": credentials["refresh_token"], **(more or {})}
    app = {"client_id": credentials["client_id"], "client_secret": credentials.get("client_secret", "")}
    kept = {name: value for name, value in credentials.items() if name != "expires_at"}
    return {**kept, **granted(base_url, path, form, basic=basic, **app)}


def _error(body: Any) -> str:
    """The error's name. Its description may repeat what was sent."""
    return str(body.get("error", "")) if isinstance(body, dict) else ""


def _complaint(answered: Answered) -> BackchannelError | None:
    """Whatever the error is called: X calls a token that is used up invalid_request as well as invalid_grant."""
    if answered.status in (400, 401, 403):
        why = _error(answered.body)[:100] or str(answered.status)
        return CredentialsError(f"What access was asked with is not taken: {why}. Connect the account again.")
    return None
