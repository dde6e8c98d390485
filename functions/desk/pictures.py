"""What was uploaded as a picture, looked into: its kind by its content, its size before a pixel of it is decoded.

Pillow decodes (https://pillow.readthedocs.io/en/stable/reference/Image.html); it is loaded with the first picture.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from shared.domain.errors import InvalidError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_PICTURE = 3_500_000
"""Bytes. A function is called with at most 6 MB; base64 makes four bytes of three, in JSON and at the gateway again."""
MOST_PIXELS = 33_177_600
"""What Mastodon takes, and more than a camera of today makes unless it is asked to."""
MOST_SCANS = 100
"""Of a progressive JPEG, each of which costs a walk through all pixels; cameras and tools write about ten."""
_SCAN = b"\xff\xda"
_ORIENTATION, _GPS = 0x0112, 0x8825
"""EXIF's tags. Source: https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf"""
_PLACE = frozenset({2, 4})
"""Latitude and longitude, in its directory of positions, which cameras may leave without them."""
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})
_XMP_PLACE = b"GPSLatitude"


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    end: bytes
    """What such a file ends with."""


_PNG = _Kind("image/png", b"IEND\xaeB`\x82")
_JPEG = _Kind("image/jpeg", b"\xff\xd9")
_GIF = _Kind("image/gif", b"\x3b")
_KINDS = {"PNG": _PNG, "JPEG": _JPEG, "MPO": _JPEG, "GIF": _GIF}
"""By Pillow's names. An MPO is a JPEG with others behind it, of which only cameras know."""
_FORMATS = ("PNG", "JPEG", "GIF")


@dataclass(frozen=True, kw_only=True, slots=True)
class Looks:
    kind: str
    width: int
    height: int


def looked_at(content: bytes, field: str) -> Looks:
    """What ``content`` is. Decodes the pixels last, when all that is cheap to know is known.

    Raises InvalidError for anything but a whole, still picture that does not say where it was taken.
    """
    if len(content) > LARGEST_PICTURE:
        raise InvalidError(f"is {len(content)} bytes long; {LARGEST_PICTURE} are the most", field)
    image = _opened(content, field)
    kind = _KINDS[image.format or ""]
    width, height = image.size
    if width * height > MOST_PIXELS or content.count(_SCAN) > MOST_SCANS:
        raise _bomb(field)
    if not content.endswith(kind.end):
        raise InvalidError("is not whole, or there is something behind the picture; save it anew", field)
    if kind is not _JPEG and getattr(image, "is_animated", False):
        raise InvalidError("moves; only still pictures are taken", field)
    turned = _decoded(image, field)
    return Looks(kind=kind.name, width=height if turned else width, height=width if turned else height)


def _opened(content: bytes, field: str) -> "Image":
    # Costs 60 ms, and most calls of the desk bring no picture.
    from PIL import Image  # noqa: PLC0415

    try:
        return Image.open(BytesIO(content), formats=_FORMATS)
    except Image.DecompressionBombError as bomb:
        raise _bomb(field) from bomb
    except Exception as unread:
        raise InvalidError(
            "is no picture that is taken here: PNG, JPEG, or a GIF that does not move", field
        ) from unread


def _bomb(field: str) -> InvalidError:
    return InvalidError(f"is too much to decode; {MOST_PIXELS} pixels are the most", field)


def _decoded(image: "Image", field: str) -> bool:
    """Whether it lies on its side. Of what a decoder stumbles over, nothing goes out."""
    try:
        image.load()
        exif = image.getexif()
        says_where = bool(exif.get_ifd(_GPS).keys() & _PLACE) or any(
            _XMP_PLACE in _bytes(value) for value in image.info.values()
        )
        turned = exif.get(_ORIENTATION) in _ON_ITS_SIDE
    except Exception as broken:
        raise InvalidError("is not whole, or broken; save it anew", field) from broken
    if says_where:
        raise InvalidError("says where it was taken; remove its location and upload it again", field)
    return turned


def _bytes(value: object) -> bytes:
    """What stands in a field of a picture, for a search."""
    return value if isinstance(value, bytes) else str(value).encode(errors="replace") if isinstance(value, str) else b""
