"""Pictures to try things on, small and made here."""

import struct
import zlib
from base64 import b64encode
from io import BytesIO
from typing import Any

from PIL import Image

RED = (200, 30, 30)


def picture(kind: str = "PNG", size: tuple[int, int] = (3, 2), colour: Any = RED, **more: Any) -> bytes:
    """By Pillow's name of the kind; another picture for another colour or size."""
    written = BytesIO()
    Image.new("RGB", size, colour).save(written, kind, **more)
    return written.getvalue()


def moving(kind: str) -> bytes:
    more = [Image.new("RGB", (3, 2), (shade, 0, 0)) for shade in (100, 200)]
    return picture(kind, save_all=True, append_images=more)


def chunk(name: bytes, data: bytes) -> bytes:
    """Of a PNG. Source: https://www.w3.org/TR/png-3/#5Chunk-layout"""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is as large as that, in a hundred bytes."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def sent(content: bytes) -> dict[str, str]:
    """As the API takes it."""
    return {"content": b64encode(content).decode()}
