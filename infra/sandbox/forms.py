"""Bodies that are forms, without files and with them. Source: https://www.rfc-editor.org/rfc/rfc7578"""

from collections.abc import Mapping, Sequence
from email.parser import BytesHeaderParser
from typing import Any

from infra.sandbox.api import File


def form(values: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The last value of each name, and all of a name that ends in ``[]``."""
    return {name: list(given) if name.endswith("[]") else given[-1] for name, given in values.items()}


def multipart(body: bytes, boundary: str) -> tuple[dict[str, Any], dict[str, File]]:
    """The fields and the files of a form that has both."""
    fields: dict[str, Any] = {}
    files: dict[str, File] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        headers = BytesHeaderParser().parsebytes(head)
        name = str(headers.get_param("name", header="Content-Disposition"))
        if headers.get_filename() is None:
            fields[name] = content.decode()
        else:
            files[name] = File(headers.get_content_type(), content)
    return fields, files
