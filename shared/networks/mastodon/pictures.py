"""Pictures onto a Mastodon server, where nobody sees them until a status names them.

Source: https://docs.joinmastodon.org/methods/media/
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import Any

import msgspec

from shared.domain.posts import Media
from shared.networks import OutcomeUnknownError, ThrottledError
from shared.networks.rest import Answered, Rest

PAUSE = 0.3
"""Seconds between two looks whether the server is done with a picture."""
AGAIN = timedelta(seconds=10)
"""From the end of a wait to the next try, which uploads anew; what no status names, the server drops."""

Content = Callable[[Media], bytes]


class _Uploaded(msgspec.Struct):
    """The part of an attachment that is used. Source: https://docs.joinmastodon.org/entities/MediaAttachment/"""

    id: str
    url: str | None = None
    """None while it is being processed."""


def uploaded(media: tuple[Media, ...], content: Content, rest: Rest, *, timeout: float) -> list[str]:
    """The ids of ``media`` on the server, each ready to be shown. Takes no longer than ``timeout`` seconds for all.

    Raises RefusedError, ThrottledError, CredentialsError; what is not known to have been kept is uploaded anew.
    """
    end = monotonic() + timeout

    def call(method: str, path: str, **request: Any) -> _Uploaded:
        left = end - monotonic()
        if left <= 0:
            raise ThrottledError("The server was not done with the pictures in time.", datetime.now(UTC) + AGAIN)
        try:
            return _read(rest.call(method, path, timeout=left, **request))
        except OutcomeUnknownError as unknown:
            raise ThrottledError(f"A picture could not be uploaded. {unknown.reason}", None) from unknown

    found = [
        call(
            "POST",
            "/api/v2/media",
            files={"file": (one.sha256, content(one), one.kind)},
            data={"description": one.alt},
        )
        for one in media
    ]
    for one in found:
        ready = one
        while ready.url is None:
            sleep(min(PAUSE, max(0.0, end - monotonic())))
            ready = call("GET", f"/api/v1/media/{one.id}")
    return [one.id for one in found]


def _read(answered: Answered) -> _Uploaded:
    try:
        return msgspec.convert(answered.body, _Uploaded)
    except msgspec.ValidationError as error:
        raise ThrottledError(f"The server's answer to a picture is not one of Mastodon's: {error}.", None) from error
