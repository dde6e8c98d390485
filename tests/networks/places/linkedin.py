"""A stand-in written from the documents of LinkedIn's Community Management API."""

import json
import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any
from urllib.parse import parse_qs, unquote

from shared.networks import Connection
from shared.networks.linkedin import connect
from tests.networks.faulty import Asked, Deed, Hidden, Manner, Said
from tests.networks.places import WRONG
from tests.networks.stand_in import PNG, OnePicture, StandIn, as_json

TOKEN = "AQV-right"
NUMBER = 2414183
ORGANIZATION, MEMBER = f"urn:li:organization:{NUMBER}", "urn:li:person:8675309"
LONGEST, LONGEST_COMMENT = 3_000, 1_250
APP = {"client_id": "77app", "client_secret": "app-secret"}
REFRESH_TOKEN = "AQW-refresh"
OLDEST_VERSION = 202512

_LITTLE = re.compile(r"\\([\\|{}@\[\]()<>#*_~])|\{hashtag\|\\#\|((?:\\_|\w)+)\}|([^\\|{}@\[\]()<>#*_~])")
_COMMENT = re.compile(r"urn:li:comment:\((urn:li:\w+:\d+),(\d+)\)")


def shown(commentary: str) -> str:
    """What LinkedIn makes of it: all up to the first character that ought to have been escaped and is not."""
    text, end = "", 0
    while found := _LITTLE.match(commentary, end):
        escaped, tag, plain = found.groups()
        text += escaped or plain or "#" + tag.replace("\\_", "_")
        end = found.end()
    return text


@dataclass
class Item:
    """A post, or a comment on one."""

    urn: str
    author: str
    text: str
    at: datetime
    on: str = ""
    """The post that a comment is on."""
    under: str = ""
    """The comment that a comment answers."""
    content: dict[str, Any] = field(default_factory=dict)
    state: str = "PUBLISHED"
    deleted: bool = False
    reactions: list[str] = field(default_factory=list)
    """Their kinds."""

    @property
    def number(self) -> str:
        return self.urn.rstrip(")").rpartition(",")[2].rpartition(":")[2]

    def as_told(self) -> dict[str, object]:
        at = int(self.at.timestamp() * 1000)
        if self.on:
            told: dict[str, object] = {
                "id": self.number,
                "$URN": self.urn,
                "actor": self.author,
                "object": self.on,
                "created": {"actor": self.author, "time": at},
                "message": {"attributes": [], "text": self.text},
            }
            return told | ({"parentComment": self.under} if self.under else {})
        return {
            "id": self.urn,
            "author": self.author,
            "commentary": re.sub(r"([\\|{}@\[\]()<>#*_~])", r"\\\1", self.text),
            "createdAt": at,
            "publishedAt": at,
            "lastModifiedAt": at,
            "lifecycleState": self.state,
            "visibility": "PUBLIC",
        }


class LinkedInManner(Manner):
    def deed(self, asked: Asked) -> Deed:
        if not asked.path.startswith(("/rest/posts", "/rest/socialActions")):
            return Deed.OTHER
        return {"POST": Deed.PUBLISH, "DELETE": Deed.DELETE}.get(asked.method, Deed.READ)

    def refused(self) -> Said:
        return error(422, "Not welcome here", "UNPROCESSABLE_ENTITY")

    def deleted(self) -> Said:
        return Said(204)

    def mark(self, said: Said) -> bytes:
        return said.headers["x-restli-id"].encode()

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        gone = {mark.decode() for mark, _ in hidden.until}
        told = json.loads(said.body)
        if "elements" in told:
            return as_json({"elements": [one for one in told["elements"] if one["id"] not in gone]}, said.status)
        return error(404, "Not found") if told.get("id") in gone else said


class LinkedIn(StandIn):
    """With ``strict`` it refuses a text that it has up, as LinkedIn does for a while."""

    network = "linkedin"

    def __init__(self, stack: ExitStack) -> None:
        self.items: list[Item] = []
        self.images: dict[str, bytes] = {}
        self.upload_at = ""
        self.notices: list[dict[str, Any]] = []
        self.roles = [{"role": "ADMINISTRATOR", "organization": ORGANIZATION, "state": "APPROVED"}]
        self.strict = False
        self.closed: set[str] = set()
        """Whose comments nobody may read."""
        self.untold: set[str] = set()
        """Of which it cannot say now how they did."""
        self._numbers = count()
        super().__init__(stack, LinkedInManner())
        self.upload_at = self.server.url

    def credentials(self, *, right: bool = True) -> dict[str, str]:
        return {"access_token": TOKEN if right else WRONG, "organization": str(NUMBER)}

    def connect(self, *, right: bool = True) -> Connection:
        return connect(self.account(), self.credentials(right=right), OnePicture())

    def standing(self) -> list[tuple[str, str]]:
        up = [one for one in self.items if one.author == ORGANIZATION and not one.deleted]
        return [(one.text, one.under or one.on) for one in up]

    def someone_says(self, text: str) -> str:
        return self._put(Item(f"urn:li:share:{self._number()}", MEMBER, text, self.now())).urn

    def someone_comments(self, on: str, text: str) -> str:
        return self._put(Item(f"urn:li:comment:({on},{self._number()})", MEMBER, text, self.now(), on=on)).urn

    def someone_likes(self, external_id: str) -> None:
        """In one of LinkedIn's ways, and another one each time."""
        reactions = self._item(external_id).reactions
        reactions.append(("LIKE", "PRAISE", "EMPATHY")[len(reactions) % 3])

    def taken_back(self, external_id: str) -> None:
        self._item(external_id).deleted = True

    def notify(self, action: str, written: str, owner: str, text: str, post: str = "", **more: Any) -> None:
        what = "comment" if written.startswith("urn:li:comment") else "share"
        self.notices.append(
            {
                "notificationId": next(self._numbers),
                "organizationalEntity": ORGANIZATION,
                "action": action,
                "sourcePost": post,
                "generatedActivity": written,
                "decoratedGeneratedActivity": {what: {"owner": owner, "text": text, "entity": written}},
                "lastModifiedAt": int(self.now().timestamp() * 1000),
                "subscriber": MEMBER,
                **more,
            }
        )

    def _number(self) -> int:
        return (int(self.now().timestamp() * 1000) << 22) + next(self._numbers)

    def _put(self, item: Item) -> Item:
        self.items.append(item)
        return item

    def _up(self) -> list[Item]:
        return [one for one in self.items if not one.deleted]

    def _item(self, urn: str) -> Item:
        return next(one for one in self._up() if one.urn == urn)

    def answer(self, asked: Asked) -> Said:  # noqa: PLR0911
        if asked.path == "/oauth/v2/accessToken":
            return self._renewed(asked)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return error(401, "Invalid access token", "INVALID_ACCESS_TOKEN")
        if asked.path.startswith("/dms-uploads/"):
            self.images[f"urn:li:image:{asked.path.rpartition('/')[2]}"] = asked.body
            return Said(201)
        version = asked.headers.get("linkedin-version", "")
        if not version.isdigit() or int(version) < OLDEST_VERSION:
            return error(426, "Requested version is not active", "NONEXISTENT_VERSION")
        if asked.headers.get("x-restli-protocol-version") != "2.0.0":
            return error(400, "Invalid protocol version")
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        parts = [unquote(part) for part in asked.path.removeprefix("/rest/").split("/")]
        body = json.loads(asked.body) if asked.body else {}
        try:
            return self._route(asked.method, parts, query, body)
        except StopIteration:
            return Said(204) if asked.method == "DELETE" else error(404, "Not found", "NOT_FOUND")

    def _route(  # noqa: C901, PLR0911, PLR0912
        self, method: str, parts: list[str], query: dict[str, str], body: Any
    ) -> Said:
        match method, *parts:
            case "POST", "images" if query == {"action": "initializeUpload"}:
                return self._upload(body["initializeUploadRequest"]["owner"])
            case "POST", "posts":
                return self._posted(body)
            case "GET", "posts" if query["q"] == "author" and query["sortBy"] == "CREATED":
                own = [one for one in self._up() if not one.on and one.author == query["author"]]
                return _page(list(reversed(own)), query)
            case "GET", "posts", urn:
                return as_json(self._item(urn).as_told())
            case "DELETE", "posts", urn:
                return self._deleted(self._item(urn))
            case "POST", "socialActions", urn, "comments":
                return self._commented(self._item(urn), body)
            case "GET", "socialActions", urn, "comments":
                return self._comments(self._item(urn).urn, query)
            case "GET", "socialActions", urn, "comments", number:
                return as_json(self._comment(urn, number).as_told())
            case "DELETE", "socialActions", urn, "comments", number if query["actor"] == ORGANIZATION:
                return self._deleted(self._comment(urn, number))
            case "GET", "socialMetadata":
                return self._social_metadata(query["ids"])
            case "GET", "organizationAcls" if query["q"] == "roleAssignee":
                start, size = int(query["start"]), int(query["count"])
                return as_json({"elements": self.roles[start : start + size]})
            case "GET", "organizations", number if number == str(NUMBER):
                return as_json({"id": NUMBER, "vanityName": "acme", "localizedName": "Acme"})
            case "GET", "organizationalEntityNotifications":
                return self._notified(query)
        return error(404, "No such resource")

    def _social_metadata(self, ids: str) -> Said:
        urns = re.findall(r"urn:li:comment:\([^)]*\)|urn:li:\w+:\d+", ids.removeprefix("List(").removesuffix(")"))
        there = {one.urn: one for one in self._up()}
        results = {urn: self._social(there[urn]) for urn in urns if urn in there}
        statuses = {urn: 200 if urn in there else 404 for urn in urns} | dict.fromkeys(self.untold & set(urns), 500)
        return as_json({"results": results, "statuses": statuses, "errors": {}})

    def _social(self, item: Item) -> dict[str, Any]:
        counted = {kind: {"reactionType": kind, "count": item.reactions.count(kind)} for kind in item.reactions}
        comments = sum(item.urn in (one.on, one.under) for one in self._up())
        summary = {"count": comments, "topLevelCount": comments}
        return {"entity": item.urn, "commentsState": "OPEN", "reactionSummaries": counted, "commentSummary": summary}

    def _comments(self, urn: str, query: dict[str, str]) -> Said:
        if urn in self.closed:
            return error(403, "The comments are closed", "ACCESS_DENIED")
        return _page([one for one in self._up() if urn == (one.under or one.on)], query)

    def _comment(self, post: str, number: str) -> Item:
        return next(one for one in self._up() if one.on == post and one.number == number)

    def _upload(self, owner: str) -> Said:
        if owner != ORGANIZATION:
            return error(403, "Not enough permissions to access: images.ACTION", "ACCESS_DENIED")
        number = f"C4E{next(self._numbers)}"
        where = f"{self.upload_at}/dms-uploads/{number}"
        return as_json({"value": {"uploadUrl": where, "image": f"urn:li:image:{number}", "uploadUrlExpiresAt": 0}})

    def _posted(self, body: dict[str, Any]) -> Said:
        text = shown(body["commentary"])
        if body["author"] != ORGANIZATION or body["visibility"] != "PUBLIC" or body["lifecycleState"] != "PUBLISHED":
            return error(403, "Not enough permissions to access: posts.CREATE", "ACCESS_DENIED")
        if len(text.encode("utf-16-le")) // 2 > LONGEST:
            return error(400, "commentary is too long", "FIELD_LENGTH_TOO_LONG")
        content = body.get("content", {})
        images = [content["media"]] if "media" in content else content.get("multiImage", {}).get("images", [])
        if any(self.images.get(one["id"]) != PNG for one in images):
            return error(400, "Image is not there", "MEDIA_ASSET_WAITING_UPLOAD")
        same = [one for one in self._up() if one.author == ORGANIZATION and one.text == text and not one.on]
        if self.strict and same:
            return error(422, f"Content is a duplicate of {same[0].urn}", "DUPLICATE_POST")
        post = self._put(Item(f"urn:li:share:{self._number()}", ORGANIZATION, text, self.now(), content=content))
        return Said(201, b"", {"x-restli-id": post.urn})

    def _commented(self, answered: Item, body: dict[str, Any]) -> Said:
        post = answered.on or answered.urn
        under = answered.urn if answered.on else ""
        if body["actor"] != ORGANIZATION or body["object"] != post or body.get("parentComment", "") != under:
            return error(400, "The comment does not fit what it is on")
        text = body["message"]["text"]
        if len(text.encode("utf-16-le")) // 2 > LONGEST_COMMENT:
            return error(400, "message is too long", "FIELD_LENGTH_TOO_LONG")
        urn = f"urn:li:comment:({post},{self._number()})"
        comment = self._put(Item(urn, ORGANIZATION, text, self.now(), on=post, under=under))
        return as_json(comment.as_told(), 201, x_restli_id=comment.number)

    def _deleted(self, item: Item) -> Said:
        item.deleted = True
        return Said(204)

    def _notified(self, query: dict[str, str]) -> Said:
        span = re.fullmatch(r"\(start:(\d+),end:(\d+)\)", query["timeRange"])
        actions = query["actions"].removeprefix("List(").removesuffix(")").split(",")
        if span is None or query["q"] != "criteria" or query["organizationalEntity"] != ORGANIZATION:
            return error(400, "Not a query")
        start, size = int(query["start"]), int(query["count"])
        within = [
            one
            for one in reversed(self.notices)
            if one["action"] in actions and int(span[1]) <= one["lastModifiedAt"] <= int(span[2])
        ]
        return as_json({"elements": within[start : start + size]})

    def _renewed(self, asked: Asked) -> Said:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        if form != APP | {"grant_type": "refresh_token", "refresh_token": REFRESH_TOKEN}:
            return as_json({"error": "invalid_request", "error_description": f"The token {WRONG} is revoked"}, 400)
        lasts = {"expires_in": 5184000, "refresh_token_expires_in": 31536000}
        return as_json({"access_token": TOKEN, "refresh_token": REFRESH_TOKEN, **lasts})


def _page(items: list[Item], query: dict[str, str]) -> Said:
    start, size = int(query["start"]), int(query["count"])
    return as_json({"elements": [one.as_told() for one in items[start : start + size]]})


def error(status: int, message: str, code: str = "BAD_REQUEST") -> Said:
    return as_json({"status": status, "code": code, "message": message}, status)


place = LinkedIn
