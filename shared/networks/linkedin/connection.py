"""One organisation's line to LinkedIn, over its versioned REST API."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from shared.domain.attempts import Attempt
from shared.domain.engagement import Engagement
from shared.domain.posts import Part, Published
from shared.networks import (
    CredentialsError,
    Followers,
    Heard,
    Identity,
    NotOfferedError,
    OutcomeUnknownError,
    Posted,
    Ready,
    RefusedError,
    Shelf,
    Shown,
)
from shared.networks.linkedin import CAPABILITIES, urns
from shared.networks.linkedin.answers import (
    Comment,
    Comments,
    DuplicateError,
    Organization,
    Post,
    Posts,
    Roles,
    SocialMetadata,
    complaint,
    published,
    read,
    said,
)
from shared.networks.linkedin.listening import heard
from shared.networks.linkedin.pictures import pictures, unseen, uploaded
from shared.networks.linkedin.text import comparable, length, little
from shared.networks.rest import CLOCK_SKEW, MoreError, Rest, as_many_as_there_are, bearer

VERSION = "202607"
"""LinkedIn keeps each version for a year and says 426 afterwards.

Source: https://learn.microsoft.com/en-us/linkedin/marketing/versioning
"""
PAGE = 100
MOST_PAGES = 10

_ORGANIZATION = re.compile(r"(?:urn:li:organization:)?(\d{1,20})")
TOLD = (200, 404, 410)
"""Statuses of a post that is counted, and of one that is gone."""
_FINDER = {"X-RestLi-Method": "FINDER"}


class LinkedInConnection:
    def __init__(self, base_url: str, credentials: Mapping[str, str], shelf: Shelf, client: str) -> None:
        token = credentials.get("access_token", "")
        shown = bearer(token)
        organization = _ORGANIZATION.fullmatch(credentials.get("organization", ""))
        if organization is None:
            raise CredentialsError("The account's credentials do not say which organisation it is.")
        self._number = organization[1]
        self._organization = f"urn:li:organization:{self._number}"
        self._token, self._home, self._shelf, self._client = token, base_url, shelf, client
        headers = {**shown, "LinkedIn-Version": VERSION, "X-Restli-Protocol-Version": "2.0.0"}
        self._rest = Rest(base_url, headers, said=said, complaint=complaint)

    def prepare(self, part: Part, attempt: Attempt, *, timeout: float) -> Ready:
        """Pictures are put up, which takes two calls for each."""
        if part.in_reply_to:
            self._check_reply(part)
        if not part.media:
            return Ready(part=part, attempt=attempt)
        media = pictures(self._shelf, self._client, part.media)
        try:
            content = uploaded(self._rest, self._token, self._home, self._organization, media, timeout=timeout)
        except OutcomeUnknownError as unknown:
            raise unseen(unknown) from unknown
        return Ready(part=part, attempt=attempt, prepared=content)

    def _check_reply(self, part: Part) -> None:
        urns.checked(part.in_reply_to)
        if part.media:
            raise NotOfferedError(CAPABILITIES.cannot["reply_pictures"])
        if CAPABILITIES.reply_limit is not None and length(part.text) > CAPABILITIES.reply_limit:
            raise RefusedError(f"LinkedIn takes {CAPABILITIES.reply_limit} characters in a comment.")

    def publish(self, ready: Ready, *, timeout: float) -> Published:
        if ready.part.media and ready.prepared is None:
            raise RefusedError("The post's pictures have not been put up.")
        try:
            return self._commented(ready.part, timeout) if ready.part.in_reply_to else self._posted(ready, timeout)
        except DuplicateError as duplicate:
            raise _meant(duplicate, ready.attempt) from duplicate

    def _posted(self, ready: Ready, timeout: float) -> Published:
        answered = self._rest.call("POST", "/rest/posts", json=self._post(ready), timeout=timeout)
        urn = answered.headers.get("x-restli-id", "")
        if not urns.made_at(urn):
            raise OutcomeUnknownError("LinkedIn's answer does not name the post.")
        return published(urn)

    def _post(self, ready: Ready) -> dict[str, Any]:
        post = {
            "author": self._organization,
            "commentary": little(ready.part.text),
            "visibility": "PUBLIC",
            "distribution": {
                "feedDistribution": "MAIN_FEED",
                "targetEntities": [],
                "thirdPartyDistributionChannels": [],
            },
            "lifecycleState": "PUBLISHED",
            "isReshareDisabledByAuthor": False,
        }
        return post | ({"content": ready.prepared} if ready.prepared else {})

    def _commented(self, part: Part, timeout: float) -> Published:
        answered_urn = urns.checked(part.in_reply_to)
        comment = {
            "actor": self._organization,
            "object": urns.post_of(answered_urn),
            "message": {"text": part.text},
        }
        if urns.is_comment(answered_urn):
            comment["parentComment"] = answered_urn
        answered = self._rest.call("POST", _comments(answered_urn), json=comment, timeout=timeout)
        return read(Comment, answered).published

    def find(self, part: Part, attempt: Attempt, taken: Collection[str] = ()) -> Published | None:
        """Reads own posts, newest first, or all comments on what it answers: a call for each 100."""
        since = attempt.started_at - CLOCK_SKEW
        pages = self._comments_on(part.in_reply_to) if part.in_reply_to else self._posts(since)
        for page in pages:
            for one, text in page:
                if one.at >= since and comparable(text) == comparable(part.text) and one.external_id not in taken:
                    return one
        return None

    def _posts(self, since: datetime) -> Iterator[list[tuple[Published, str]]]:
        """Own posts, newest first, page by page back to ``since``."""
        path = f"/rest/posts?q=author&author={urns.in_path(self._organization)}&sortBy=CREATED&count={PAGE}"
        for number in range(MOST_PAGES):
            answered = self._rest.call("GET", f"{path}&start={number * PAGE}", headers=_FINDER)
            posts = read(Posts, answered).elements
            page = [(post.published, post.text) for post in posts if post.lifecycle_state == "PUBLISHED"]
            yield page
            if len(posts) < PAGE or (page and page[-1][0].at < since):
                return
        raise MoreError(f"The latest {PAGE * MOST_PAGES} posts do not reach back far enough.")

    def _comments_on(self, urn: str) -> Iterator[list[tuple[Published, str]]]:
        """Own comments on it, in LinkedIn's order, which it does not tell; none where it is gone."""
        path = f"{_comments(urns.checked(urn))}?count={PAGE}"
        for number in range(MOST_PAGES):
            answered = self._rest.call_if_there("GET", f"{path}&start={number * PAGE}", gone=(404,))
            if answered is None:
                return
            comments = read(Comments, answered).elements
            yield [(one.published, one.message.text) for one in comments if one.actor == self._organization]
            if len(comments) < PAGE:
                return
        raise MoreError(f"There are more than {PAGE * MOST_PAGES} comments, and not all were looked at.")

    def recall(self, external_id: str) -> None:
        urn = urns.checked(external_id)
        path = f"/rest/posts/{urns.in_path(urn)}"
        if urns.is_comment(urn):
            path = f"{_comments(urns.post_of(urn))}/{urns.number(urn)}?actor={urns.in_path(self._organization)}"
        self._rest.call_if_there("DELETE", path)

    def visible(self, external_id: str) -> bool:
        urn = urns.checked(external_id)
        comment = urns.is_comment(urn)
        path = f"{_comments(urns.post_of(urn))}/{urns.number(urn)}" if comment else f"/rest/posts/{urns.in_path(urn)}"
        answered = self._rest.call_if_there("GET", path)
        if answered is None:
            return False
        return comment or read(Post, answered).lifecycle_state == "PUBLISHED"

    def recent(self, since: datetime) -> Sequence[Shown]:
        """Posts and shares of others' posts; of its comments LinkedIn has no list. As many calls as :meth:`find`."""
        pages = as_many_as_there_are(self._posts(since))
        return [Shown(published=one, text=text) for page in pages for one, text in page if one.at >= since]

    def identity(self) -> Identity:
        """That the token's member has a role on the Page with which one may post for it; then, what it is called."""
        for start in count(0, PAGE):
            path = f"/rest/organizationAcls?q=roleAssignee&state=APPROVED&count={PAGE}&start={start}"
            roles = read(Roles, self._rest.call("GET", path, headers=_FINDER)).elements
            if any(role.lets_speak_for(self._organization) for role in roles):
                break
            if len(roles) < PAGE or start >= PAGE * MOST_PAGES:
                raise CredentialsError(
                    f"The token's member has no role on LinkedIn's Page {self._number} that lets it post there."
                )
        found = read(Organization, self._rest.call("GET", f"/rest/organizations/{self._number}"))
        return Identity(external_id=str(found.id), handle=found.vanity_name or found.localized_name)

    def mentions(self, cursor: str) -> Heard:
        """Comments on the Page's posts and posts that name it; LinkedIn keeps word of them for 60 days."""
        return heard(self._rest, self._organization, cursor)

    def followers(self, most: int) -> Followers:
        raise NotOfferedError(CAPABILITIES.cannot["followers"])

    def engagement(self, posts: Sequence[Posted]) -> Mapping[str, Engagement]:
        """One call, with a status of its own for each."""
        asked = {urns.checked(post.external_id): post.external_id for post in posts}
        path = f"/rest/socialMetadata?ids=List({','.join(urns.in_path(urn) for urn in asked)})"
        found = read(SocialMetadata, self._rest.call("GET", path, headers={"X-RestLi-Method": "BATCH_GET"}))
        if not all(status in TOLD for status in found.statuses.values()):
            raise OutcomeUnknownError("LinkedIn does not tell of each post how it did.")
        by_urn = {urns.whole(urn): counts.engagement for urn, counts in found.results.items()}
        return {external_id: by_urn[urn] for urn, external_id in asked.items() if urn in by_urn}


def _comments(urn: str) -> str:
    return f"/rest/socialActions/{urns.in_path(urn)}/comments"


def _meant(duplicate: DuplicateError, attempt: Attempt) -> RefusedError | OutcomeUnknownError:
    """A duplicate of what was there before is a refusal. One that came up since may be this very attempt's own."""
    made_at = urns.made_at(duplicate.urn)
    if made_at is not None and made_at < attempt.started_at - CLOCK_SKEW:
        return duplicate
    return OutcomeUnknownError(f"LinkedIn says that this text has just come up, as {duplicate.urn}.")
