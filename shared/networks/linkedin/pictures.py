"""Pictures, put up before the post that shows them: LinkedIn names a place, and the bytes go there.

Source: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from shared.domain.posts import Media
from shared.networks import OutcomeUnknownError, RefusedError, Shelf, ThrottledError
from shared.networks.linkedin.answers import Upload, complaint, read, said
from shared.networks.rest import Deadline, Rest, bearer


def uploaded(
    rest: Rest, token: str, home: str, owner: str, media: Sequence[tuple[Media, bytes]], *, timeout: float
) -> dict[str, Any]:
    """The ``content`` of a post with these pictures. Two calls for each, all of them within ``timeout`` seconds."""
    deadline = Deadline(timeout, "The pictures took too long to put up.")
    images = []
    for one, content in media:
        begun = rest.call(
            "POST",
            "/rest/images?action=initializeUpload",
            json={"initializeUploadRequest": {"owner": owner}},
            timeout=deadline.left(),
        )
        place = read(Upload, begun).value
        _put(place.upload_url, token, home, one, content, timeout=deadline.left())
        images.append({"id": place.image, "altText": one.alt})
    return {"media": images[0]} if len(images) == 1 else {"multiImage": {"images": images}}


def _put(url: str, token: str, home: str, media: Media, content: bytes, *, timeout: float) -> None:
    parts = urlsplit(url)
    own = parts.scheme == "https" and (parts.hostname or "").endswith((".linkedin.com", ".licdn.com"))
    if not own and (parts.scheme, parts.netloc) != urlsplit(home)[:2]:
        # The token goes with the bytes, and to nobody else.
        raise RefusedError("LinkedIn named a place for a picture that is not its own.")
    there = Rest(f"{parts.scheme}://{parts.netloc}", bearer(token), said=said, complaint=complaint)
    where = parts.path + (f"?{parts.query}" if parts.query else "")
    there.call("PUT", where, data=content, headers={"Content-Type": media.kind}, timeout=timeout)


def pictures(shelf: Shelf, client: str, media: Sequence[Media]) -> list[tuple[Media, bytes]]:
    return [(one, shelf.content(client, one)) for one in media]


def unseen(error: OutcomeUnknownError) -> ThrottledError:
    """Of what nobody can see it does not matter whether it happened."""
    return ThrottledError(error.reason, None)
