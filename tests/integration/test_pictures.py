"""A picture from its upload to the network: what was approved is what is seen."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from urllib.request import urlopen

from functions.desk.pictures import LARGEST_PICTURE
from infra.client import Answered
from tests.integration.brands import Brand, refused
from tests.pictures import bomb, picture, sent


def uploaded(brand: Brand, content: bytes) -> Answered:
    return brand.call("POST", "/media", sent(content), by=brand.agent)


def test_an_approved_picture_is_seen_on_the_network_at_its_time_with_what_it_shows(brand: Brand) -> None:
    # The largest that is taken: what a picture's file may hold behind its head, a comment fills up.
    small = picture("JPEG")
    room = LARGEST_PICTURE - len(small)
    comments = [b"\xff\xfe\xff\xff" + b"." * 65533] * (room // 65537)
    content = small[:2] + b"".join(comments) + small[2:]
    told = uploaded(brand, content)
    assert told.status == 201, told.body
    digest = told.body["sha256"]
    assert digest == sha256(content).hexdigest()

    at = datetime.now(UTC) + timedelta(seconds=12)
    media = [{"sha256": digest, "alt": "A red square"}]
    post = brand.draft("Look!", media=media, publish_at=at.isoformat())
    shown = brand.approver.desk.get(brand.path(f"/media/{digest}"))
    with urlopen(shown["link"], timeout=10) as answer:  # noqa: S310
        assert answer.read() == content

    reworded = [{**media[0], "alt": "A blue square"}]
    changed = brand.call("PATCH", f"/posts/{post['id']}", {"media": reworded}, by=brand.agent).body
    stale = {"verdict": "approve", "content_hash": post["content_hash"]}
    refused(brand.call("POST", f"/posts/{post['id']}/approvals", stale, by=brand.approver), 409, "wrong-state")
    brand.approve(changed)
    brand.becomes(post["id"], "published")
    (status,) = brand.timeline()
    assert status["media"] == [{"sha256": digest, "kind": "image/jpeg", "description": "A blue square"}]
    late = (datetime.fromisoformat(status["created_at"]) - at).total_seconds()
    assert -0.001 < late < 3.0


def test_an_image_bomb_does_not_get_in(brand: Brand) -> None:
    refused(uploaded(brand, bomb(30_000, 30_000)), 422, "invalid", "content")
    refused(uploaded(brand, b'<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, "invalid", "content")
