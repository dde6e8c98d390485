"""How posts did, network by network: what only one of them does."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from shared.domain.engagement import Engagement
from shared.networks import CredentialsError, OutcomeUnknownError, Posted
from shared.networks.mastodon.connection import MastodonConnection
from shared.networks.x.connection import XConnection
from tests.networks.faulty import Asked, Deed, Manner, Said, serving
from tests.networks.places.facebook import Facebook
from tests.networks.places.graph import PICTURE
from tests.networks.places.instagram import Instagram
from tests.networks.places.linkedin import LinkedIn
from tests.networks.places.threads import Threads
from tests.networks.places.x import Pictures
from tests.networks.places.x_world import PROBLEMS
from tests.networks.trying import a_part, out

NOW = datetime.now(UTC)


class _NoFaults(Manner):
    def deed(self, asked: Asked) -> Deed:
        return Deed.OTHER


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def answered(stack: ExitStack, body: object) -> str:
    """The address of a server that answers everything with this."""
    said = Said(200, json.dumps(body).encode())
    return stack.enter_context(serving(lambda _: said, _NoFaults(), lambda: NOW)).url


def test_a_server_that_does_not_count_quotes_tells_nothing_of_them(stack: ExitStack) -> None:
    status = {"id": "7", "url": None, "uri": None, "created_at": "2026-11-25T09:00:00Z", "content": "<p>Hi</p>"}
    counts = {"favourites_count": 4, "replies_count": 2, "reblogs_count": 1}
    line = MastodonConnection(answered(stack, status | counts), "token")
    assert line.engagement([Posted(external_id="7")]) == {"7": Engagement(likes=4, replies=2, reposts=1)}
    line = MastodonConnection(answered(stack, status | counts | {"quotes_count": 3}), "token")
    assert line.engagement([Posted(external_id="7")])["7"].quotes == 3


def test_a_problem_of_x_s_own_is_not_taken_for_posts_that_are_gone(stack: ExitStack) -> None:
    trouble = {"type": PROBLEMS + "service-unavailable", "title": "Unavailable", "detail": "Not now", "value": "7"}
    line = XConnection(answered(stack, {"errors": [trouble]}), "token", Pictures(), "1111")
    with pytest.raises(OutcomeUnknownError):
        line.engagement([Posted(external_id="7")])


def test_what_linkedin_cannot_tell_now_is_not_taken_for_gone(stack: ExitStack) -> None:
    place = LinkedIn(stack)
    line = place.connect()
    published = out(line, a_part("Hello"))
    place.untold.add(published.external_id)
    with pytest.raises(OutcomeUnknownError):
        line.engagement([Posted(external_id=published.external_id)])
    place.untold.clear()
    assert line.engagement([Posted(external_id=published.external_id)])[published.external_id].likes == 0


def test_linkedin_tells_of_posts_and_of_comments_in_one_call(stack: ExitStack) -> None:
    place = LinkedIn(stack)
    line = place.connect()
    post = out(line, a_part("Hello"))
    answer = out(line, a_part("Yes!", in_reply_to=place.someone_comments(post.external_id, "Are you open?")))
    place.someone_likes(answer.external_id)
    place.server.asked.clear()
    found = line.engagement(
        [Posted(external_id=post.external_id), Posted(external_id=answer.external_id, is_reply=True)]
    )
    assert (found[post.external_id].replies, found[answer.external_id].likes) == (2, 1)
    assert len(place.server.asked) == 1


def test_shares_are_not_told_of_a_post_that_nobody_shared_nor_of_a_comment(stack: ExitStack) -> None:
    place = Facebook(stack)
    line = place.connect()
    post = out(line, a_part("Hello"))
    comment = place.someone_comments(post.external_id, "Are you open?")
    answer = out(line, a_part("Yes!", in_reply_to=comment))
    asked = [Posted(external_id=post.external_id), Posted(external_id=answer.external_id, is_reply=True)]
    found = line.engagement(asked)
    assert found[post.external_id] == Engagement(likes=0, replies=1)
    assert found[answer.external_id] == Engagement(likes=0, replies=0)
    place.thing(post.external_id).shares = 5
    assert line.engagement(asked)[post.external_id].reposts == 5


def test_a_count_that_instagram_hides_is_not_told(stack: ExitStack) -> None:
    place = Instagram(stack)
    line = place.connect()
    published = out(line, a_part("Hello", media=(PICTURE,)))
    place.thing(published.external_id).likes = None  # type: ignore[assignment]
    found = line.engagement([Posted(external_id=published.external_id)])
    assert found[published.external_id] == Engagement(replies=0)


def test_a_token_without_the_permission_for_insights_needs_a_person(stack: ExitStack) -> None:
    place = Threads(stack)
    line = place.connect()
    published = out(line, a_part("Hello"))
    place.withholds_insights = True
    with pytest.raises(CredentialsError):
        line.engagement([Posted(external_id=published.external_id)])
