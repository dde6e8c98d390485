"""Posts on Bluesky's reference server."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import requests
from atproto import Client, models

from infra.sandbox.faults import FaultKind
from shared.domain.posts import Media
from shared.networks import OutcomeUnknownError, RefusedError, ThrottledError
from shared.networks.bluesky import connect
from shared.networks.bluesky.connection import BlueskyConnection
from shared.networks.shelf import EmptyShelf
from tests.networks.peers import pds
from tests.networks.places.bluesky import Bluesky, an_account, credentials_of
from tests.networks.trying import TIMEOUT, a_part, an_attempt, out

pytestmark = pytest.mark.xdist_group("bluesky")

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000010802000000"
    "7b40e8dd0000000c49444154789c63f8cfc000000301010018dd8db00000000049454e44ae426082"
)
PICTURE = Media(
    sha256=hashlib.sha256(PNG).hexdigest(), kind="image/png", size=len(PNG), width=2, height=1, alt="Two red dots."
)


class ShelfOf:
    def __init__(self, *contents: bytes) -> None:
        self._contents = {hashlib.sha256(content).hexdigest(): content for content in contents}

    def content(self, client: str, media: Media) -> bytes:
        assert client == "acme"
        return self._contents[media.sha256]

    def link(self, client: str, media: Media) -> str:
        raise AssertionError("nothing is linked to")


@pytest.fixture
def home() -> Iterator[Bluesky]:
    with ExitStack() as stack:
        yield Bluesky(stack)


@pytest.fixture
def line(home: Bluesky) -> BlueskyConnection:
    return opened(home)


def opened(home: Bluesky, **more: Any) -> BlueskyConnection:
    line = home.connect(**more)
    assert isinstance(line, BlueskyConnection)
    return line


def head(home: Bluesky) -> str:
    asked = {"did": home.acme.did}
    return str(pds.call(home.url, "GET", "com.atproto.sync.getLatestCommit", params=asked)["cid"])


def as_others_read_it(home: Bluesky, uri: str) -> models.AppBskyFeedPost.Record:
    reader = Client(base_url=home.url + "/xrpc")
    _, _, did, collection, key = uri.split("/")
    asked = models.ComAtprotoRepoGetRecord.Params(repo=did, collection=collection, rkey=key)
    record = reader.com.atproto.repo.get_record(asked).value
    assert isinstance(record, models.AppBskyFeedPost.Record)
    return record


def test_another_reader_sees_the_links_mentions_and_tags(home: Bluesky, line: BlueskyConnection) -> None:
    text = f"日本 @{home.customer.handle} and @nobody.test: https://example.com/ü. #open 🎉"
    post = as_others_read_it(home, out(line, a_part(text)).external_id)
    content = post.text.encode()
    seen = [
        (content[facet.index.byte_start : facet.index.byte_end].decode(), facet.features[0])
        for facet in post.facets or []
    ]
    assert [marked for marked, _ in seen] == [f"@{home.customer.handle}", "https://example.com/ü", "#open"]
    mention, link, tag = [feature for _, feature in seen]
    assert isinstance(mention, models.AppBskyRichtextFacet.Mention)
    assert mention.did == home.customer.did
    assert isinstance(link, models.AppBskyRichtextFacet.Link)
    assert link.uri == "https://example.com/ü"
    assert isinstance(tag, models.AppBskyRichtextFacet.Tag)
    assert tag.tag == "open"


def test_a_picture_goes_out_with_what_it_shows(home: Bluesky) -> None:
    part = a_part("Look!", media=(PICTURE,))
    published = out(opened(home, shelf=ShelfOf(PNG)), part)
    embed = as_others_read_it(home, published.external_id).embed
    assert isinstance(embed, models.AppBskyEmbedImages.Main)
    (image,) = embed.images
    assert image.alt == PICTURE.alt
    assert image.aspect_ratio is not None
    assert (image.aspect_ratio.width, image.aspect_ratio.height) == (2, 1)
    asked = {"did": home.acme.did, "cid": str(image.image.cid)}
    answer = requests.get(f"{home.url}/xrpc/com.atproto.sync.getBlob", params=asked, timeout=10)
    assert answer.content == PNG


def test_a_picture_that_is_not_on_the_shelf_goes_out_with_no_post(home: Bluesky, line: BlueskyConnection) -> None:
    with pytest.raises(RefusedError):
        out(line, a_part("Look!", media=(PICTURE,)))
    assert home.standing() == []


def test_a_reply_within_a_thread_keeps_the_threads_root(home: Bluesky, line: BlueskyConnection) -> None:
    root = home.someone_says("Are you open?")
    first = out(line, a_part("Yes!", in_reply_to=root))
    second = out(line, a_part("Until six.", in_reply_to=first.external_id))
    reply = as_others_read_it(home, second.external_id).reply
    assert reply is not None
    assert (reply.root.uri, reply.parent.uri) == (root, first.external_id)


@pytest.mark.parametrize("uri", ["https://example.com/1", "at://did:plc:gone/app.bsky.feed.post/3n352heeffk2n"])
def test_a_reply_to_what_never_was_is_refused(home: Bluesky, line: BlueskyConnection, uri: str) -> None:
    with pytest.raises(RefusedError):
        out(line, a_part("Yes!", in_reply_to=uri))
    assert home.standing() == []


def test_an_unknown_outcome_is_found_by_its_key_alone(home: Bluesky, line: BlueskyConnection) -> None:
    out(line, a_part("Hello"))
    lost, never = an_attempt(), an_attempt()
    home.order(FaultKind.ERROR_AFTER_POSTING)
    with pytest.raises(OutcomeUnknownError):
        out(line, a_part("Hello"), lost)
    found = line.find(a_part("Hello"), lost)
    assert found is not None
    assert found.external_id == home.acme.posts()[-1]["uri"]
    assert line.find(a_part("Hello"), lost, {found.external_id}) is None
    assert line.find(a_part("Goodbye"), lost) is None
    assert line.find(a_part("Hello"), never) is None


def test_a_post_that_is_ready_goes_out_with_one_call(home: Bluesky, line: BlueskyConnection) -> None:
    ready = line.prepare(a_part(f"Hello @{home.customer.handle}"), an_attempt(), timeout=TIMEOUT)
    assert home.standing() == []
    before = len(home.proxy.asked)
    line.publish(ready, timeout=TIMEOUT)
    (call,) = home.proxy.asked[before:]
    assert call.path.endswith("putRecord")


def test_a_resend_changes_nothing(home: Bluesky, line: BlueskyConnection) -> None:
    part, attempt = a_part("Hello"), an_attempt()
    ready = line.prepare(part, attempt, timeout=TIMEOUT)
    first = line.publish(ready, timeout=TIMEOUT)
    home.acme.says("Meanwhile")
    before, stood = home.acme.posts(), head(home)
    assert line.publish(ready, timeout=TIMEOUT) == first
    assert out(opened(home), part, attempt) == first
    assert (home.acme.posts(), head(home)) == (before, stood)


def test_a_resend_does_not_put_up_again_what_was_taken_down(home: Bluesky, line: BlueskyConnection) -> None:
    ready = line.prepare(a_part(), an_attempt(), timeout=TIMEOUT)
    line.recall(line.publish(ready, timeout=TIMEOUT).external_id)
    with pytest.raises(ThrottledError):
        line.publish(ready, timeout=TIMEOUT)
    assert home.standing() == []


def test_a_post_made_ready_before_another_deed_of_the_account_is_to_be_made_ready_again(
    home: Bluesky, line: BlueskyConnection
) -> None:
    attempt = an_attempt()
    ready = line.prepare(a_part("Later"), attempt, timeout=TIMEOUT)
    home.acme.says("Meanwhile")
    with pytest.raises(ThrottledError) as raised:
        line.publish(ready, timeout=TIMEOUT)
    assert raised.value.until is not None
    assert raised.value.until <= datetime.now(UTC)
    assert home.standing() == [("Meanwhile", "")]
    out(line, a_part("Later"), attempt)
    assert ("Later", "") in home.standing()


def test_after_the_fence_no_post_lands_that_was_made_ready_before(home: Bluesky, line: BlueskyConnection) -> None:
    earlier = out(line, a_part("Earlier"))
    ready = line.prepare(a_part("Delayed"), an_attempt(), timeout=TIMEOUT)
    line.fence()
    with pytest.raises(ThrottledError):
        line.publish(ready, timeout=TIMEOUT)
    assert home.standing() == [("Earlier", "")]
    assert line.visible(earlier.external_id)
    out(line, a_part("Afterwards"))
    assert [text for text, _ in home.standing()] == ["Earlier", "Afterwards"]


def test_a_request_on_its_way_does_not_land_behind_the_fence(home: Bluesky, line: BlueskyConnection) -> None:
    attempt = an_attempt()
    ready = line.prepare(a_part("Delayed"), attempt, timeout=TIMEOUT)
    home.order(FaultKind.LANDS_AFTER_TIMEOUT, seconds=0.4)
    with pytest.raises(OutcomeUnknownError):
        line.publish(ready, timeout=0.1)
    line.fence()
    deadline = time.monotonic() + 5
    while not (told := home.told("putRecord")):
        assert time.monotonic() < deadline, "it never arrived"
        time.sleep(0.01)
    assert [answer.status for answer in told] == [400]
    assert line.find(a_part("Delayed"), attempt) is None
    assert home.standing() == []


def test_what_is_anothers_is_not_taken_down(home: Bluesky, line: BlueskyConnection) -> None:
    theirs = home.someone_says("Hello")
    with pytest.raises(RefusedError):
        line.recall(theirs)
    assert line.visible(theirs)


def test_shares_are_among_what_is_recent(home: Bluesky, line: BlueskyConnection) -> None:
    theirs = home.someone_says("Hello")
    (found,) = home.customer.posts()
    share: dict[str, Any] = {
        "$type": "app.bsky.feed.repost",
        "subject": {"uri": theirs, "cid": found["cid"]},
        "createdAt": datetime.now(UTC).isoformat(),
    }
    asked = {"repo": home.acme.did, "collection": "app.bsky.feed.repost", "record": share}
    uri = home.acme.call("POST", "com.atproto.repo.createRecord", json=asked)["uri"]
    ours = out(line, a_part("Hi"))
    of_a_handle = {**share, "subject": {**share["subject"], "uri": theirs.replace(home.customer.did, "customer.test")}}
    home.acme.call("POST", "com.atproto.repo.createRecord", json={**asked, "record": of_a_handle})
    (last, latest, before) = line.recent(datetime.now(UTC) - timedelta(minutes=1))
    assert last.text == ""
    assert latest.published == ours
    assert before.published.external_id == uri
    assert home.customer.did in before.text
    line.recall(uri)
    assert not line.visible(uri)


def test_a_post_dated_back_by_its_author_is_recent_all_the_same(home: Bluesky, line: BlueskyConnection) -> None:
    home.acme.says("Not by us", createdAt="2011-03-09T12:00:00Z")
    home.acme.says("No time at all", createdAt="0000-01-01T00:00:00.000Z")
    shown = line.recent(datetime.now(UTC) - timedelta(minutes=1))
    assert [one.text for one in shown] == ["No time at all", "Not by us"]


def test_a_long_day_of_posts_is_read_page_by_page(home: Bluesky, line: BlueskyConnection) -> None:
    home.acme.says_many("Number", 150)
    shown = line.recent(datetime.now(UTC) - timedelta(minutes=1))
    assert len(shown) == 150
    assert line.recent(datetime.now(UTC) + timedelta(minutes=1)) == []


def test_a_server_whose_limit_is_used_up_says_until_when() -> None:
    """By the server's own limits: 5,000 points an hour, of which a new record takes 3 and a put 2."""
    strict = pds.joined(pds.running().strict_url, "acme")
    for many in (*[200] * 8, 66):
        strict.says_many("Number", many)
    line = connect(an_account(strict, strict.url), credentials_of(strict), EmptyShelf())
    last = out(line, a_part())
    with pytest.raises(ThrottledError) as raised:
        out(line, a_part())
    assert raised.value.until is not None
    assert timedelta(0) < raised.value.until - datetime.now(UTC) <= timedelta(hours=1, seconds=5)
    with pytest.raises(ThrottledError):
        line.recall(last.external_id)
    assert line.visible(last.external_id)


def test_a_part_without_text_goes_out_with_its_picture(home: Bluesky) -> None:
    part = replace(a_part(""), media=(PICTURE,))
    attempt = an_attempt()
    line = opened(home, shelf=ShelfOf(PNG))
    published = out(line, part, attempt)
    assert line.find(part, attempt) == published
