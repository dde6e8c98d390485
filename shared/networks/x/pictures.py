"""Pictures, put where X takes them from when a post names them. Nobody sees one before.

Source: https://docs.x.com/x-api/media/introduction; X's OpenAPI document, ``POST /2/media/upload`` and
``POST /2/media/metadata``.
"""

from collections.abc import Sequence

from shared.domain.posts import Media
from shared.networks import OutcomeUnknownError, RefusedError, Shelf, ThrottledError
from shared.networks.rest import Deadline, Rest
from shared.networks.x.answers import Uploaded, read

CATEGORY = "tweet_image"


def uploaded(rest: Rest, shelf: Shelf, client: str, media: Sequence[Media], timeout: float) -> tuple[str, ...]:
    """X's ids of the pictures, in order, after a call for each and one more for each text that describes one.

    Raises ThrottledError when X gives no usable answer: a second upload does no harm.
    """
    deadline = Deadline(timeout, "The pictures could not be uploaded in time.")
    ids: list[str] = []
    for number, one in enumerate(media):
        content = shelf.content(client, one)
        try:
            ids.append(_upload(rest, one, content, number, deadline.left()))
            if one.alt:
                _describe(rest, ids[-1], one.alt, deadline.left())
        except OutcomeUnknownError as unanswered:
            raise ThrottledError(f"A picture could not be uploaded. {unanswered.reason}", None) from unanswered
    return tuple(ids)


def _upload(rest: Rest, one: Media, content: bytes, number: int, timeout: float) -> str:
    name = f"{number}.{one.kind.rpartition('/')[2]}"
    answered = rest.call(
        "POST",
        "/2/media/upload",
        files={"media": (name, content, one.kind)},
        data={"media_category": CATEGORY},
        timeout=timeout,
    )
    made = read(Uploaded, answered.body).data
    if made.processing_info is not None and made.processing_info.state == "failed":
        raise RefusedError("X could make nothing of a picture.")
    return made.id


def _describe(rest: Rest, media_id: str, alt: str, timeout: float) -> None:
    rest.call(
        "POST", "/2/media/metadata", json={"id": media_id, "metadata": {"alt_text": {"text": alt}}}, timeout=timeout
    )
