"""A stand-in written from the documents of the YouTube Data API: comments under one video, and answers to them."""

import json
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from urllib.parse import parse_qs

from shared.networks import Connection
from shared.networks.youtube import connect
from tests.networks.faulty import Asked, Deed, Hidden, Manner, Said
from tests.networks.places import WRONG
from tests.networks.stand_in import OnePicture, StandIn, as_json

TOKEN = "ya29.right"
CHANNEL, CUSTOMER = "UCacmeacmeacmeacmeacme00", "UCcustomercustomercusto0"
VIDEO = "wtLJPvx7-ys"
LONGEST = 10_000
GIVEN = 5
"""Answers that come with a conversation."""
APP = {"client_id": "client.apps.googleusercontent.com", "client_secret": "app-secret"}
REFRESH_TOKEN = "1//refresh"


@dataclass
class Comment:
    id: str
    author: str
    text: str
    at: datetime
    deleted: bool = False
    likes: int = 0

    @property
    def parent(self) -> str:
        return self.id.partition(".")[0] if "." in self.id else ""

    def as_told(self) -> dict[str, object]:
        at = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        snippet = {
            "authorDisplayName": "@acme" if self.author == CHANNEL else "@customer",
            "authorChannelId": {"value": self.author},
            "textDisplay": self.text,
            "publishedAt": at,
            "updatedAt": at,
            "likeCount": self.likes,
        }
        if self.author == CHANNEL:
            snippet["textOriginal"] = self.text
        if self.parent:
            snippet["parentId"] = self.parent
        return {"kind": "youtube#comment", "id": self.id, "snippet": snippet}


class YouTubeManner(Manner):
    def deed(self, asked: Asked) -> Deed:
        if asked.path not in ("/youtube/v3/comments", "/youtube/v3/commentThreads"):
            return Deed.OTHER
        return {"POST": Deed.PUBLISH, "DELETE": Deed.DELETE}.get(asked.method, Deed.READ)

    def refused(self) -> Said:
        return error(403, "forbidden")

    def deleted(self) -> Said:
        return Said(204)

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        gone = {json.loads(body)["id"] for body, _ in hidden.until}
        told = json.loads(said.body)
        items = [item for item in told.get("items", []) if item["id"] not in gone]
        for item in items:
            if "replies" in item:
                item["replies"]["comments"] = [one for one in item["replies"]["comments"] if one["id"] not in gone]
        return as_json(told | {"items": items}, said.status)


class YouTube(StandIn):
    """``subject`` is a comment that stands there from the beginning."""

    network = "youtube"

    def __init__(self, stack: ExitStack) -> None:
        self.comments: list[Comment] = []
        self._numbers = count(1)
        self.has_channel = True
        super().__init__(stack, YouTubeManner())
        self.subject = self.someone_says("When do you open?")

    def connect(self, *, right: bool = True) -> Connection:
        return connect(self.account(), {"access_token": TOKEN if right else WRONG}, OnePicture())

    def standing(self) -> list[tuple[str, str]]:
        up = [one for one in self.comments if one.author == CHANNEL and not one.deleted]
        return [(one.text, one.parent) for one in up]

    def someone_says(self, text: str) -> str:
        return self._put(Comment(f"Ugy{next(self._numbers):06}-comment", CUSTOMER, text, self.now())).id

    def someone_answers(self, comment: str, text: str) -> str:
        return self._put(Comment(f"{comment}.{next(self._numbers)}", CUSTOMER, text, self.now())).id

    def someone_likes(self, external_id: str) -> None:
        next(one for one in self.comments if one.id == external_id).likes += 1

    def taken_back(self, external_id: str) -> None:
        for one in self.comments:
            one.deleted = one.deleted or external_id in (one.id, one.parent)

    def _put(self, comment: Comment) -> Comment:
        self.comments.append(comment)
        return comment

    def _up(self) -> list[Comment]:
        return [one for one in self.comments if not one.deleted]

    def answer(self, asked: Asked) -> Said:  # noqa: PLR0911
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        if asked.path == "/token":
            return self._renewed(asked)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return error(401, "authError", "Invalid Credentials")
        match asked.method, asked.path.removeprefix("/youtube/v3/"):
            case "GET", "channels":
                about = {"title": "Acme", "customUrl": "@acme"}
                return as_json({"items": [{"id": CHANNEL, "snippet": about}]} if self.has_channel else {})
            case "POST", "comments":
                return self._made(json.loads(asked.body)["snippet"])
            case "DELETE", "comments":
                return self._deleted(query["id"])
            case "GET", "comments":
                return self._listed(query)
            case "GET", "commentThreads":
                return self._threads(query)
        return error(404, "notFound")

    def _made(self, snippet: dict[str, str]) -> Said:
        parent, text = snippet["parentId"], snippet["textOriginal"]
        if parent not in {one.id for one in self._up()} or "." in parent:
            return error(404, "parentCommentNotFound")
        if not text.strip():
            return error(400, "commentTextRequired")
        if len(text.encode("utf-16-le")) // 2 > LONGEST:
            return error(400, "commentTextTooLong")
        return as_json(self._put(Comment(f"{parent}.{next(self._numbers)}", CHANNEL, text, self.now())).as_told())

    def _deleted(self, id: str) -> Said:  # noqa: A002
        comment = next((one for one in self._up() if one.id == id), None)
        if comment is None:
            return error(404, "commentNotFound")
        if comment.author != CHANNEL:
            return error(403, "forbidden")
        comment.deleted = True
        return Said(204)

    def _listed(self, query: dict[str, str]) -> Said:
        if "parentId" in query:
            return _page([one.as_told() for one in self._up() if one.parent == query["parentId"]], query)
        return _page([one.as_told() for one in self._up() if one.id in query["id"].split(",")], query)

    def _threads(self, query: dict[str, str]) -> Said:
        tops = [one for one in self._up() if not one.parent]
        if "id" in query:
            tops = [one for one in tops if one.id == query["id"]]
        elif query["allThreadsRelatedToChannelId"] != CHANNEL:
            tops = []
        return _page([self._thread(one) for one in sorted(tops, key=lambda one: one.at, reverse=True)], query)

    def _thread(self, top: Comment) -> dict[str, object]:
        replies = [one for one in self._up() if one.parent == top.id]
        snippet = {"videoId": VIDEO, "topLevelComment": top.as_told(), "totalReplyCount": len(replies)}
        thread: dict[str, object] = {"kind": "youtube#commentThread", "id": top.id, "snippet": snippet}
        if replies:
            thread["replies"] = {"comments": [one.as_told() for one in replies[-GIVEN:]]}
        return thread

    def _renewed(self, asked: Asked) -> Said:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if form != APP | {"grant_type": "refresh_token", "refresh_token": REFRESH_TOKEN}:
            return as_json({"error": "invalid_grant", "error_description": f"Bad Request {WRONG}"}, 400)
        return as_json({"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer", "scope": "…"})


def _page(items: list[dict[str, object]], query: dict[str, str]) -> Said:
    size, start = int(query.get("maxResults", 20)), int(query.get("pageToken", 0))
    more = {"nextPageToken": str(start + size)} if start + size < len(items) else {}
    return as_json({"items": items[start : start + size], **more})


def error(status: int, reason: str, message: str = "The request was refused.") -> Said:
    told = {"code": status, "message": message, "errors": [{"domain": "youtube", "reason": reason, "message": message}]}
    return as_json({"error": told}, status)


place = YouTube
