"""Where the pictures of posts lie: an S3 bucket, each by its content, under ``media/{client}/{sha256}``."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.errors import ShelfError
from shared.domain.posts import Media
from shared.networks import RefusedError, ThrottledError

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

LINK_LASTS = 3600
"""Seconds; less when the credentials that it was made with end before."""
_THERE_ALREADY = "PreconditionFailed"


class EmptyShelf:
    """For those who put nothing out."""

    def content(self, client: str, media: Media) -> bytes:
        raise RefusedError("There is no such picture.")

    def link(self, client: str, media: Media) -> str:
        raise RefusedError("There is no such picture.")


@dataclass(frozen=True, slots=True)
class S3Shelf:
    """``make_client`` is called with the first picture: making one costs more than all that a post without one does."""

    make_client: Callable[[], "S3Client"] = field(repr=False)
    bucket: str

    def put(self, client: str, media: Media, content: bytes) -> None:
        """Keeps ``content`` unless it is there already; nothing is ever overwritten. Raises ShelfError."""
        # botocore is paid for by those who have a picture.
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        try:
            self.make_client().put_object(
                Bucket=self.bucket,
                Key=_key(client, media),
                Body=content,
                ContentType=media.kind,
                IfNoneMatch="*",
            )
        except ClientError as refusal:
            if refusal.response.get("Error", {}).get("Code") != _THERE_ALREADY:
                raise ShelfError("The picture could not be kept.") from refusal
        except BotoCoreError as unanswered:
            raise ShelfError("The picture could not be kept: the shelf did not answer.") from unanswered

    def content(self, client: str, media: Media) -> bytes:
        """The bytes that were approved, or RefusedError; ThrottledError when they cannot be read now."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        shelf = self.make_client()
        try:
            answer = shelf.get_object(Bucket=self.bucket, Key=_key(client, media))
            # One byte more than it may have tells as well that it is another.
            found = answer["Body"].read(media.size + 1)
        except shelf.exceptions.NoSuchKey:
            raise RefusedError(f"The picture {media.sha256} is not there.") from None
        except (BotoCoreError, ClientError) as unanswered:
            raise ThrottledError(f"The picture {media.sha256} could not be read.", None) from unanswered
        if sha256(found).hexdigest() != media.sha256:
            raise RefusedError(f"The picture {media.sha256} is not the one that was approved.")
        return found

    def link(self, client: str, media: Media) -> str:
        """Makes no call: whether the picture is there is not asked."""
        where = {"Bucket": self.bucket, "Key": _key(client, media)}
        return self.make_client().generate_presigned_url("get_object", Params=where, ExpiresIn=LINK_LASTS)


def _key(client: str, media: Media) -> str:
    return f"media/{client}/{media.sha256}"
