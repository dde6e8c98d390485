"""Pictures over the desk's API: uploaded, looked at, and named in drafts that are checked against the network."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from functions.desk import media as routes
from functions.desk.media import LARGEST_BODY, MOST_ATTACHED
from functions.desk.pictures import LARGEST_PICTURE
from shared.domain.errors import ShelfError
from shared.networks import capabilities_of
from shared.networks.capabilities import Pictures
from tests.house import Brand, House, brand, raising
from tests.pictures import moving, picture, sent

PNG = picture()
DIGEST = sha256(PNG).hexdigest()


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def upload(acme: Brand, content: bytes = PNG) -> Any:
    return acme.house.ok("POST", acme.path("/media"), sent(content), key=acme.agent_key)


def drafted(acme: Brand, *media: Any, **more: Any) -> dict[str, Any]:
    """A draft as it is sent."""
    named = {"account": acme.account, "handle": acme.handle, "text": "Look!", "function": "community"}
    return {**named, "media": list(media), **more}


def test_an_uploaded_picture_is_kept_by_its_content_and_told_of(acme: Brand) -> None:
    told = upload(acme)
    assert {name: told[name] for name in ("sha256", "kind", "size", "width", "height", "uploaded_by")} == {
        "sha256": DIGEST,
        "kind": "image/png",
        "size": len(PNG),
        "width": 3,
        "height": 2,
        "uploaded_by": acme.agent,
    }
    assert acme.house.shelf.kept == {DIGEST: PNG}
    assert acme.house.facts()[-1] == "picture.uploaded"


def test_the_same_bytes_are_the_same_picture_whoever_brings_them_again(acme: Brand) -> None:
    first, facts = upload(acme), acme.house.facts()
    again = acme.house.ok("POST", acme.path("/media"), sent(PNG), key=acme.agent_two_key)
    assert again == first
    assert acme.house.facts() == facts


def test_what_is_bad_is_refused_by_its_field_and_not_kept(acme: Brand) -> None:
    problem = acme.house.refused(422, "POST", acme.path("/media"), sent(moving("GIF")), key=acme.agent_key)
    assert problem["field"] == "content"
    problem = acme.house.refused(422, "POST", acme.path("/media"), {"content": "no base64!"}, key=acme.agent_key)
    assert problem["field"] == "content"
    assert acme.house.shelf.kept == {}


def test_a_picture_as_large_as_is_allowed_fits_into_its_body_and_no_other_body_is_as_large(acme: Brand) -> None:
    largest = b64encode(b"\0" * LARGEST_PICTURE).decode()
    body = ('{"content": "' + largest + '"}').encode()
    assert len(body) <= LARGEST_BODY
    problem = acme.house.refused(422, "POST", acme.path("/media"), body, key=acme.agent_key)
    assert "no picture" in problem["detail"]
    acme.house.refused(413, "POST", acme.path("/media"), body + b" " * 1000, key=acme.agent_key)
    acme.house.refused(413, "POST", acme.path("/posts"), body, key=acme.agent_key)


def test_an_upload_that_the_shelf_does_not_take_is_not_on_record(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(acme.house.shelf), "put", lambda *_: raising(ShelfError("The picture was not kept."))())
    acme.house.refused(503, "POST", acme.path("/media"), sent(PNG), key=acme.agent_key)
    monkeypatch.undo()
    assert upload(acme)["sha256"] == DIGEST


def test_whoever_approves_can_look_at_the_picture(acme: Brand) -> None:
    told = upload(acme)
    shown = acme.house.ok("GET", acme.path(f"/media/{DIGEST}"), key=acme.approver_key)
    assert shown == {**told, "link": f"https://shelf.example/acme/{DIGEST}"}


def test_pictures_are_listed_the_newest_first(acme: Brand) -> None:
    told = []
    for shade in (10, 20, 30):
        told.append(upload(acme, picture(colour=(shade, 0, 0))))
        acme.house.clock.sleep(1)
    assert acme.house.ok("GET", acme.path("/media"), key=acme.approver_key) == told[::-1]


def test_another_clients_picture_is_not_there(acme: Brand) -> None:
    upload(acme)
    other = brand(acme.house, "other")
    acme.house.refused(404, "GET", other.path(f"/media/{DIGEST}"), key=other.owner_key)
    problem = acme.house.refused(
        422, "POST", other.path("/posts"), drafted(other, {"sha256": DIGEST}), key=other.agent_key
    )
    assert problem["field"] == "media.0.sha256"
    assert acme.house.ok("GET", other.path("/media"), key=other.owner_key) == []


def test_a_key_that_may_not_draft_uploads_nothing(acme: Brand) -> None:
    acme.house.refused(403, "POST", acme.path("/media"), sent(PNG), key=acme.approver_key)


def test_a_draft_shows_its_pictures_and_its_hash_is_theirs_too(acme: Brand) -> None:
    upload(acme)
    bare, one, other = (
        acme.draft("Look!", media=media)
        for media in ([], [{"sha256": DIGEST, "alt": "Red"}], [{"sha256": DIGEST, "alt": "Blue"}])
    )
    assert one["media"] == [
        {"sha256": DIGEST, "kind": "image/png", "size": len(PNG), "width": 3, "height": 2, "alt": "Red"}
    ]
    assert len({post["content_hash"] for post in (bare, one, other)}) == 3


def test_other_pictures_are_another_post_and_what_is_not_changed_stays(acme: Brand) -> None:
    upload(acme)
    post = acme.draft("Look!", media=[{"sha256": DIGEST, "alt": "Red"}])
    path = acme.path(f"/posts/{post['id']}")
    worded = acme.house.ok("PATCH", path, {"text": "Look here!"}, key=acme.agent_key)
    assert worded["media"] == post["media"]
    approved = acme.approve(worded)
    bare = acme.house.ok("PATCH", path, {"media": []}, key=acme.agent_key)
    assert (bare["media"], bare["approvals"], bare["state"]) == ([], [], "in_review")
    assert bare["content_hash"] != approved["content_hash"]


def test_a_recommended_draft_takes_pictures_along(acme: Brand) -> None:
    upload(acme)
    mention = acme.house.mention("Do you have it in red?")
    draft = drafted(acme, {"sha256": DIGEST, "alt": "Red"})
    del draft["function"]
    body = {"action": "respond", "drafts": [draft]}
    path = acme.path(f"/mentions/{mention}/recommendations")
    made = acme.house.ok("POST", path, body, key=acme.agent_key)
    assert acme.post(made["posts"][0])["media"][0]["alt"] == "Red"
    draft["media"][0]["sha256"] = "ab" * 32
    problem = acme.house.refused(422, "POST", path, body, key=acme.agent_key)
    assert problem["field"] == "drafts.0.media.0.sha256"


RULES = Pictures(kinds=frozenset({"image/png"}), most=2, largest=100, longest_alt=5)


@pytest.mark.parametrize(
    ("rules", "media", "field"),
    [
        (None, [(PNG, "")], "media"),
        (RULES, [(PNG, "")] * 3, "media"),
        (RULES, [(PNG, ""), (picture("GIF"), "")], "media.1.sha256"),
        (RULES, [(picture(size=(90, 90), colour=(1, 2, 3)), "")], "media.0.sha256"),
        (RULES, [(PNG, "Red on white")], "media.0.alt"),
        (replace(RULES, longest_alt=0), [(PNG, "R")], "media.0.alt"),
        (replace(RULES, needed=True), [], "media"),
    ],
    ids=["none at all", "too many", "kind", "size", "alt", "no alt at all", "needed"],
)
def test_a_draft_is_checked_against_what_its_network_takes(
    acme: Brand, monkeypatch: pytest.MonkeyPatch, rules: Pictures | None, media: list[tuple[bytes, str]], field: str
) -> None:
    monkeypatch.setattr(routes, "capabilities_of", lambda network: replace(capabilities_of(network), pictures=rules))
    named = [{"sha256": upload(acme, content)["sha256"], "alt": alt} for content, alt in media]
    problem = acme.house.refused(422, "POST", acme.path("/posts"), drafted(acme, *named), key=acme.agent_key)
    assert problem["field"] == field


def test_a_picture_at_every_limit_of_its_network_is_drafted(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = replace(RULES, most=1, largest=len(PNG), longest_alt=len("Red"))
    monkeypatch.setattr(routes, "capabilities_of", lambda network: replace(capabilities_of(network), pictures=rules))
    upload(acme)
    assert acme.draft("Look!", media=[{"sha256": DIGEST, "alt": "Red"}])["state"] == "in_review"


def test_more_pictures_than_any_network_takes_are_not_looked_for(acme: Brand) -> None:
    upload(acme)
    acme.house.store.calls.clear()
    named = [{"sha256": DIGEST}] * (MOST_ATTACHED + 1)
    problem = acme.house.refused(422, "POST", acme.path("/posts"), drafted(acme, *named), key=acme.agent_key)
    assert problem["field"] == "media"
    assert acme.house.store.calls["get"] < MOST_ATTACHED


def test_what_is_said_of_a_picture_is_text_like_any_other(acme: Brand) -> None:
    upload(acme)
    named = drafted(acme, {"sha256": DIGEST, "alt": "Red\0"})
    problem = acme.house.refused(422, "POST", acme.path("/posts"), named, key=acme.agent_key)
    assert problem["field"] == "media.0.alt"
    assert acme.draft("Look!", media=[{"sha256": DIGEST, "alt": "cafe\u0301"}])["media"][0]["alt"] == "café"


def test_what_its_network_takes_is_drafted(acme: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = replace(RULES, needed=True)
    monkeypatch.setattr(routes, "capabilities_of", lambda network: replace(capabilities_of(network), pictures=rules))
    upload(acme)
    assert acme.draft("Look!", media=[{"sha256": DIGEST, "alt": "Red"}] * 2)["state"] == "in_review"
