"""How a person lets Backchannel speak for an account: OAuth 2.0 with PKCE, by way of their browser.

Sources: https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token and RFC 7636.
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from urllib.parse import urlencode

from shared.domain.errors import InvalidError
from shared.networks.x import CAPABILITIES, TOKENS

PAGE = "https://x.com/i/oauth2/authorize"
SCOPES = (
    "tweet.read",
    "tweet.write",
    "users.read",
    "media.write",
    "follows.read",
    "offline.access",
)
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


def begin(client_id: str, redirect_uri: str, state: str, verifier: str) -> str:
    """The address to open in a browser in which the account is logged in.

    ``state`` comes back with the code, and must be compared. ``verifier``: 43 to 128 random characters out of A-Z a-z
    0-9 - . _ ~, kept for :func:`finish`. Both are made anew for each consent. Raises InvalidError for another verifier.
    """
    query = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "scope": " ".join(SCOPES),
        "state": state,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
    }
    return f"{PAGE}?{urlencode(query)}"


def finish(
    code: str,
    verifier: str,
    *,
    client_id: str,
    redirect_uri: str,
    client_secret: str = "",
    base_url: str = CAPABILITIES.home,
) -> dict[str, str]:
    """The credentials to connect the account with, for the code that came back to ``redirect_uri``.

    Raises CredentialsError when X does not take the code, ThrottledError, or OutcomeUnknownError when no answer came:
    then the person is asked again, since a code is good for one use.
    """
    from shared.networks.oauth import granted  # noqa: PLC0415  requests loads only when used

    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "code_verifier": verifier,
    }
    application = {"client_id": client_id, **({"client_secret": client_secret} if client_secret else {})}
    given = granted(base_url, TOKENS, form, client_id=client_id, client_secret=client_secret, basic=True)
    return {**given, **application}


def _challenge(verifier: str) -> str:
    if not _VERIFIER.fullmatch(verifier):
        raise InvalidError("must be 43 to 128 of A-Z a-z 0-9 - . _ ~", "verifier")
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
