"""What is taken for a picture, and all that pretends to be one."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageFile

from functions.desk.pictures import LARGEST_PICTURE, MOST_PIXELS, MOST_SCANS, Looks, looked_at
from shared.domain.errors import InvalidError
from tests.pictures import bomb, chunk, moving, picture


def refused(content: bytes) -> str:
    with pytest.raises(InvalidError) as raised:
        looked_at(content, "content")
    assert raised.value.field == "content"
    return raised.value.reason


@pytest.fixture
def undecoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Decoding a pixel fails the test."""

    def load(self: Any) -> Any:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", load)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_a_picture_is_known_by_its_content(kind: str) -> None:
    assert looked_at(picture(kind, (30, 20)), "content") == Looks(kind=f"image/{kind.lower()}", width=30, height=20)


def test_a_picture_of_a_camera_with_another_one_behind_it_is_its_first() -> None:
    assert looked_at(moving("MPO"), "content") == Looks(kind="image/jpeg", width=3, height=2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_lies_on_its_side_is_as_wide_as_it_is_seen(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    looks = looked_at(picture(kind, (30, 20), exif=exif), "content")
    assert (looks.width, looks.height) == (20, 30)


NO_PICTURES = {
    "nothing": b"",
    "text": b"Good morning",
    "a page": b"<html><img src=x onerror=alert(1)></html>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    "SVG behind a declaration": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "WebP": picture("WEBP"),
    "BMP": picture("BMP"),
    "TIFF": picture("TIFF"),
    "ICO": picture("ICO"),
    "PDF": b"%PDF-1.7\n",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n",
    "a head alone": b"\x89PNG\r\n\x1a\n",
    "a JPEG's head alone": b"\xff\xd8\xff\xe0",
}


@pytest.mark.parametrize("content", NO_PICTURES.values(), ids=NO_PICTURES.keys())
def test_what_is_no_picture_is_refused_and_told_what_is_taken(content: bytes) -> None:
    assert refused(content) == "is no picture that is taken here: PNG, JPEG, or a GIF that does not move"


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(("width", "height"), [(MOST_PIXELS // 1000 + 1, 1000), (30_000, 30_000), (2**31 - 1,) * 2])
def test_an_image_bomb_is_refused_before_it_is_decoded(width: int, height: int) -> None:
    assert "too much to decode" in refused(bomb(width, height))


def test_a_picture_of_as_many_pixels_as_are_allowed_is_taken() -> None:
    size = (7680, MOST_PIXELS // 7680)
    written = BytesIO()
    Image.new("1", size).save(written, "PNG")
    assert looked_at(written.getvalue(), "content") == Looks(kind="image/png", width=size[0], height=size[1])


@pytest.mark.usefixtures("undecoded")
def test_a_gif_that_says_it_is_huge_is_refused_before_it_is_decoded() -> None:
    small = picture("GIF")
    assert "too much to decode" in refused(small[:6] + struct.pack("<HH", 65535, 65535) + small[10:])


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize("kind", ["GIF", "PNG"])
def test_what_moves_is_refused_before_it_is_decoded(kind: str) -> None:
    assert refused(moving(kind)) == "moves; only still pictures are taken"


@pytest.mark.usefixtures("undecoded")
def test_thousands_of_frames_are_not_even_counted() -> None:
    small = picture("GIF")
    frame = small[small.index(b",") : -1]
    assert "moves" in refused(small[:-1] + frame * 50_000 + b";")


@pytest.mark.usefixtures("undecoded")
@pytest.mark.parametrize(("scans", "why"), [(MOST_SCANS, "is not whole"), (MOST_SCANS + 1, "too much to decode")])
def test_a_jpeg_of_endless_scans_is_refused_before_it_is_decoded(scans: int, why: str) -> None:
    """What is decoded is found to be broken here."""
    progressive = picture("JPEG", progressive=True)
    last = progressive.rindex(b"\xff\xda")
    more = scans - progressive.count(b"\xff\xda")
    assert why in refused(progressive[:-2] + progressive[last:-2] * more + b"\xff\xd9")


@pytest.mark.usefixtures("undecoded")
def test_a_file_that_is_too_large_is_not_looked_into() -> None:
    assert f"{LARGEST_PICTURE} are the most" in refused(b"\0" * (LARGEST_PICTURE + 1))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
@pytest.mark.parametrize("left", [0.5, 0.9, 0.99])
def test_a_picture_that_is_cut_off_is_refused(kind: str, left: float) -> None:
    whole = BytesIO()
    Image.effect_noise((64, 64), 60).save(whole, kind)
    content = whole.getvalue()
    assert "is not whole" in refused(content[: int(len(content) * left)])


def test_a_picture_that_was_cut_off_and_ended_all_the_same_is_refused() -> None:
    whole = BytesIO()
    Image.effect_noise((64, 64), 60).save(whole, "GIF")
    content = whole.getvalue()
    assert "is not whole" in refused(content[: len(content) // 2] + b";")


def test_a_picture_whose_middle_is_broken_is_refused() -> None:
    whole = BytesIO()
    Image.effect_noise((64, 64), 60).save(whole, "PNG")
    content = bytearray(whole.getvalue())
    content[len(content) // 2] ^= 0xFF
    assert "is not whole" in refused(bytes(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_what_is_a_picture_and_something_else_behind_it_is_refused(kind: str) -> None:
    assert "something behind the picture" in refused(picture(kind) + b"PK\x03\x04<script>alert(1)</script>")


def test_a_text_that_unpacks_to_gigabytes_is_refused() -> None:
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"\0" * 80_000_000))
    png = picture()
    assert "is no picture" in refused(png[:33] + text + png[33:])


def placed() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 1
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 54.0, 0.0), 3: "E", 4: (10.0, 45.0, 0.0)})
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_says_where_it_was_taken_is_refused(kind: str) -> None:
    assert "says where it was taken" in refused(picture(kind, exif=placed()))


def test_a_picture_that_says_it_in_its_other_notes_is_refused() -> None:
    notes = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><d exif:GPSLatitude="59,54.0N"/></x:xmpmeta>'
    assert "says where it was taken" in refused(picture("JPEG", xmp=notes))


def test_a_camera_that_did_not_know_where_it_was_is_no_reason_to_refuse() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({0: b"\2\3\0\0"})
    assert looked_at(picture("JPEG", exif=exif), "content").kind == "image/jpeg"
