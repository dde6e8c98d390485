"""Where the files of exports lie: under ``exports/{client}/`` in the stage's bucket, which drops them after a while."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.exports import Export

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

LINK_LASTS = 3600
"""Seconds; less when the credentials that it was made with end before."""
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "parquet": "application/vnd.apache.parquet"}


class ExportFilesError(Exception):
    """The bucket did not take a file."""


@dataclass(frozen=True, slots=True)
class S3ExportFiles:
    make_client: Callable[[], "S3Client"] = field(repr=False)
    bucket: str

    def put(self, export: Export, file: Path) -> None:
        """In one request; in the place of what an earlier try left. Raises ExportFilesError."""
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415  only who puts pays for it

        try:
            with file.open("rb") as content:
                self.make_client().put_object(
                    Bucket=self.bucket,
                    Key=export.place,
                    Body=content,
                    ContentType=MEDIA_TYPES[export.format.value],
                )
        except (BotoCoreError, ClientError) as refusal:
            raise ExportFilesError(f"The file of {export.id} could not be kept.") from refusal

    def link(self, export: Export) -> str:
        """Makes no call: whether the file is there is not asked."""
        where = {
            "Bucket": self.bucket,
            "Key": export.place,
            "ResponseContentDisposition": f'attachment; filename="{export.file_name}"',
        }
        return self.make_client().generate_presigned_url("get_object", Params=where, ExpiresIn=LINK_LASTS)
