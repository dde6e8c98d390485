"""What X has and what it answers, written from its documents: https://docs.x.com and its OpenAPI document."""

import base64
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.parser import BytesParser
from email.policy import HTTP
from itertools import count
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

from shared.networks.x.answers import ID_TIME_SHIFT, IDS_BEGAN
from shared.networks.x.links import links
from shared.networks.x.text import length
from tests.networks.faulty import Asked, Said

TOKEN = "acme0token"
IDS = {"acme": "1111", "customer": "2222"}
APP, APP_SECRET = "an-app", "an-app's secret"
PROBLEMS = "https://api.x.com/2/problems/"
DUPLICATE = "You are not allowed to create a Tweet with duplicate content."
LATELY = timedelta(hours=12)
SCOPE = "tweet.read tweet.write users.read media.write follows.read offline.access"


@dataclass
class Post:
    id: str
    author: str
    text: str
    """As it was sent."""
    at: datetime
    answers: str = ""
    media: tuple[str, ...] = ()
    up: bool = True
    likes: int = 0
    names: str = ""
    """Of those who are answered, as X puts them before the text."""

    @property
    def words(self) -> str:
        return self.names + self.text.strip()


class RefusalError(Exception):
    def __init__(self, status: int, detail: str, kind: str = "about:blank", title: str = "Forbidden") -> None:
        super().__init__(detail)
        self.said = problem(status, detail, kind, title)


def problem(status: int, detail: str, kind: str = "about:blank", title: str = "Forbidden", **headers: str) -> Said:
    body = {"type": kind, "title": title, "status": status, "detail": detail}
    return Said(status, json.dumps(body).encode(), {"Content-Type": "application/problem+json", **headers})


def not_found(id_: str) -> dict[str, Any]:
    """In an answer of 200."""
    error = {
        "type": PROBLEMS + "resource-not-found",
        "title": "Not Found Error",
        "detail": f"Could not find tweet with id: [{id_}].",
        "resource_type": "tweet",
        "resource_id": id_,
        "parameter": "id",
        "value": id_,
    }
    return {"errors": [error]}


def invalid(detail: str) -> RefusalError:
    return RefusalError(400, detail, PROBLEMS + "invalid-request", "Invalid Request")


@dataclass
class World:
    """What X has, and what it answers."""

    clock: Any
    posts: dict[str, Post] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    """Alternative texts by id."""
    users: list[dict[str, Any]] = field(default_factory=list)
    """Who follows, the latest first."""
    refresh_tokens: set[str] = field(default_factory=set)
    verifiers: dict[str, str] = field(default_factory=dict)
    """Verifiers of codes that are not used yet."""
    numbers: Any = field(default_factory=lambda: count(1))
    lock: Lock = field(default_factory=Lock)

    def answer(self, asked: Asked) -> Said:
        with self.lock:
            try:
                if asked.path == "/2/oauth2/token":
                    return self.token(asked)
                if asked.headers.get("authorization") != f"Bearer {TOKEN}":
                    return problem(401, "Unauthorized", title="Unauthorized")
                answer = self.route(asked, dict(parse_qsl(asked.query)))
                made = (asked.method, asked.path) == ("POST", "/2/tweets")
                return Said(201 if made else 200, json.dumps(answer).encode())
            except RefusalError as refusal:
                return refusal.said

    def route(self, asked: Asked, query: Mapping[str, str]) -> Any:  # noqa: C901, PLR0911
        match asked.method, *asked.path.split("/")[2:]:
            case "GET", "tweets":
                return self.looked_up(query["ids"].split(","), query)
            case "POST", "tweets":
                return self.create(json.loads(asked.body))
            case "GET", "tweets", id_:
                there = id_ in self.posts and self.posts[id_].up
                return {"data": shown(self.posts[id_], query)} if there else not_found(id_)
            case "DELETE", "tweets", id_:
                return self.delete(id_)
            case "GET", "users", "me":
                return {"data": {**user("acme", query), "name": "Acme"}}
            case "GET", "users", id_, "tweets":
                return self.page([post for post in self.newest_first() if IDS[post.author] == id_], query)
            case "GET", "users", id_, "mentions":
                return self.page([post for post in self.newest_first() if "@acme" in post.words], query)
            case "GET", "users", _, "followers":
                users = self.users[: int(query["max_results"])]
                return {"data": users, "meta": {"result_count": len(users)}}
            case "POST", "media", "upload":
                return self.upload(asked)
            case "POST", "media", "metadata":
                described = json.loads(asked.body)
                self.media[described["id"]] = described["metadata"]["alt_text"]["text"]
                return {"data": {"id": described["id"]}}
        raise RefusalError(404, "Not Found", title="Not Found")

    def create(self, body: Mapping[str, Any]) -> Any:
        text, answers = body["text"], body.get("reply", {}).get("in_reply_to_tweet_id", "")
        media = tuple(body.get("media", {}).get("media_ids", ()))
        if length(text) > 280:
            raise invalid("Your Tweet text is too long.")
        if answers and not (answers in self.posts and self.posts[answers].up):
            raise RefusalError(403, "You attempted to reply to a Tweet that is deleted or not visible to you.")
        if not set(media) <= set(self.media):
            raise invalid("Your media IDs are invalid.")
        post = self.post("acme", text, answers, media)
        for other in self.posts.values():
            if (other.author, other.words) == ("acme", post.words) and post.at - other.at < LATELY:
                raise RefusalError(403, DUPLICATE)
        self.posts[post.id] = post
        return {"data": {"id": post.id, "text": shown(post, {})["text"], "edit_history_post_ids": [post.id]}}

    def post(self, author: str, text: str, answers: str = "", media: tuple[str, ...] = ()) -> Post:
        now = self.clock()
        id_ = (round(now.timestamp() * 1000) - IDS_BEGAN << ID_TIME_SHIFT) + next(self.numbers)
        other = self.posts[answers].author if answers else author
        names = f"@{other} " if other != author else ""
        return Post(str(id_), author, text, now, answers, media, names=names)

    def looked_up(self, ids: Sequence[str], query: Mapping[str, str]) -> Any:
        if len(ids) > 100:
            raise invalid("The number of values in the `ids` query parameter list is not between 1 and 100")
        up = [self.posts[id_] for id_ in ids if id_ in self.posts and self.posts[id_].up]
        errors = [error for id_ in ids if self.posts.get(id_) not in up for error in not_found(id_)["errors"]]
        data = [shown(post, query) | self.metrics(post, query) for post in up]
        return ({"data": data} if data else {}) | ({"errors": errors} if errors else {})

    def metrics(self, post: Post, query: Mapping[str, str]) -> dict[str, Any]:
        if "public_metrics" not in query.get("post.fields", "").split(","):
            return {}
        replies = sum(other.answers == post.id and other.up for other in self.posts.values())
        counts = {"like_count": post.likes, "reply_count": replies, "repost_count": 0, "quote_count": 0}
        return {"public_metrics": {**counts, "bookmark_count": 0, "impression_count": post.likes * 10}}

    def delete(self, id_: str) -> Any:
        post = self.posts.get(id_)
        if post and post.author != "acme":
            raise RefusalError(403, "You are not authorized to delete this Tweet.")
        if post:
            post.up = False
        return {"data": {"deleted": True}}

    def newest_first(self) -> list[Post]:
        return sorted((post for post in self.posts.values() if post.up), key=lambda post: int(post.id), reverse=True)

    def page(self, posts: Sequence[Post], query: Mapping[str, str]) -> Any:
        since = datetime.fromisoformat(query.get("start_time", "2010-01-01T00:00:00Z"))
        kept = [post for post in posts if post.at >= since and int(post.id) > int(query.get("since_id", "0"))]
        first, size = int(query.get("pagination_token", "0")), int(query["max_results"])
        data = [shown(post, query) for post in kept[first : first + size]]
        meta: dict[str, Any] = {"result_count": len(data)}
        if not data:
            return {"meta": meta}
        meta |= {"newest_id": data[0]["id"], "oldest_id": data[-1]["id"]}
        if len(kept) > first + size:
            meta["next_token"] = str(first + size)
        authors = {post.author for post in kept} if "author_id" in query.get("expansions", "") else set()
        return {"data": data, "includes": {"users": [user(name, query) for name in authors]}, "meta": meta}

    def upload(self, asked: Asked) -> Any:
        head = b"Content-Type: " + asked.headers["content-type"].encode() + b"\r\n\r\n"
        form = BytesParser(policy=HTTP).parsebytes(head + asked.body)
        fields = {part.get_param("name", header="content-disposition"): part for part in form.iter_parts()}
        assert fields["media"].get_content()
        assert fields["media_category"].get_content() == "tweet_image"
        id_ = str(7_000 + next(self.numbers))
        self.media[id_] = ""
        return {"data": {"id": id_, "media_key": f"3_{id_}", "expires_after_secs": 86400}}

    def token(self, asked: Asked) -> Said:
        form = dict(parse_qsl(asked.body.decode()))
        shown_secret = asked.headers.get("authorization", "").removeprefix("Basic ")
        confidential = base64.b64decode(shown_secret).decode() == f"{APP}:{APP_SECRET}"
        if not (confidential or form.get("client_id") == APP):
            return Said(401, json.dumps({"error": "unauthorized_client"}).encode())
        known = form.get("refresh_token") in self.refresh_tokens
        if form["grant_type"] == "authorization_code":
            known = self.verifiers.pop(form["code"], None) == form["code_verifier"]
        if not known:
            detail = "Value passed for the token was invalid."
            return Said(400, json.dumps({"error": "invalid_request", "error_description": detail}).encode())
        self.refresh_tokens.clear()
        new = f"refresh-{next(self.numbers)}"
        self.refresh_tokens.add(new)
        given = {"token_type": "bearer", "expires_in": 7200, "access_token": TOKEN, "scope": SCOPE}
        return Said(200, json.dumps({**given, "refresh_token": new}).encode())


def user(name: str, query: Mapping[str, str]) -> dict[str, Any]:
    metrics = {"followers_count": 12, "following_count": 3, "post_count": 45, "listed_count": 0}
    more = {"public_metrics": metrics} if "public_metrics" in query.get("user.fields", "") else {}
    return {"id": IDS[name], "username": name, **more}


def shown(post: Post, query: Mapping[str, str]) -> dict[str, Any]:
    """As X shows a post to one who asks for these fields."""
    text, urls = shortened(post)
    entities: dict[str, Any] = {"urls": urls} if urls else {}
    if mentions := re.findall(r"@(\w+)", post.words):
        entities["mentions"] = [{"start": 0, "end": 0, "username": name} for name in mentions]
    fields = {
        "created_at": post.at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "entities": entities,
        "attachments": {"media_keys": [f"3_{id_}" for id_ in post.media]} if post.media else {},
    }
    wanted = query.get("post.fields", "").split(",")
    expanded = query.get("expansions", "").split(",")
    answer: dict[str, Any] = {"id": post.id, "text": text, "edit_history_post_ids": [post.id]}
    answer |= {name: value for name, value in fields.items() if name in wanted and value}
    if "author_id" in expanded:
        answer["author_id"] = IDS[post.author]
    if "referenced_posts" in expanded and post.answers:
        answer["referenced_posts"] = [{"type": "replied_to", "id": post.answers}]
    return answer


def shortened(post: Post) -> tuple[str, list[dict[str, Any]]]:
    text, urls, at = "", [], 0
    spans = list(links(post.words))
    for number, (start, end) in enumerate(spans):
        own, written = f"https://t.co/{post.id[-6:]}{number}", post.words[start:end]
        expanded = written if "://" in written else f"http://{written}"
        text += html.escape(post.words[at:start], quote=False)
        urls.append({"start": len(text), "end": len(text) + len(own), "url": own, "expanded_url": expanded})
        text, at = text + own, end
    text += html.escape(post.words[at:], quote=False)
    if post.media:
        own = f"https://t.co/{post.id[-6:]}m"
        where = f"https://x.com/{post.author}/status/{post.id}/photo/1"
        text = f"{text} {own}".strip()
        entity = {"start": 0, "end": 0, "url": own, "expanded_url": where}
        urls += [{**entity, "media_key": f"3_{one}"} for one in post.media]
    return text, urls
