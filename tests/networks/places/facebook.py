"""A stand-in written from the documents of Facebook's Pages API."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from shared.networks import Connection
from shared.networks.facebook.connection import FacebookConnection
from tests.networks.places.graph import (
    CUSTOMER,
    HANDLE,
    GraphPlace,
    Pictures,
    RefusalError,
    Thing,
    selected,
    since,
    written,
)

PAGE = "1015"
IDS = {HANDLE: PAGE, CUSTOMER: "2044"}
MOST = 63_206


class Facebook(GraphPlace):
    """Its own posts and comments, and visitors'. A post's id is the Page's and its own, a comment's its post's too.

    It takes no text twice in a row.
    """

    network = "facebook"
    repeats = False
    publishing = ("/feed", "/comments")

    def __init__(self, stack: Any) -> None:
        super().__init__(stack)
        self.photos: dict[str, Mapping[str, str]] = {}

    def connect(self, *, right: bool = True) -> Connection:
        credentials = self.credentials(right=right)
        return FacebookConnection(self.account(), credentials, Pictures(), base_url=self.server.url)

    def someone_says(self, text: str) -> str:
        """On the Page's wall."""
        post = Thing(f"{PAGE}_{self.next_id()}", text, self.now(), author=CUSTOMER)
        return self.put(post).id

    def someone_comments(self, on: str, text: str) -> str:
        return self._commented(on, text, CUSTOMER).id

    def route(self, method: str, path: Sequence[str], params: Mapping[str, str]) -> Any:  # noqa: PLR0911
        match method, *path:
            case "GET", "me":
                return selected({"id": PAGE, "name": "Acme", "username": HANDLE}, params)
            case "POST", "me", "photos":
                photo = self.next_id()
                self.photos[photo] = params
                return {"id": photo}
            case "POST", "me", "feed":
                return selected(self._node(self._posted(params)), params)
            case "POST", on, "comments":
                comment = self._commented(on, params["message"], HANDLE, params.get("attachment_id", ""))
                return selected(self._node(comment), params)
            case "GET", "me", "posts":
                own = [post for post in self.newest_first() if post.author == HANDLE and not post.answers]
                return self.edge([self._node(post) for post in since(params, own)], params)
            case "GET", on, "comments":
                there = [one for one in self.newest_first() if one.answers == self.thing(on).id]
                ordered = there if params.get("order") == "reverse_chronological" else there[::-1]
                return self.edge([self._node(one) for one in ordered], params)
            case "GET", id_:
                return selected(self._node(self.thing(id_)), params)
            case "DELETE", id_:
                if self.thing(id_).author != HANDLE:
                    raise RefusalError(200, message="Permissions error", status=403)
                self.thing(id_).up = False
                return {"success": True}
        raise RefusalError(2500, message="Unknown path components")

    def _posted(self, params: Mapping[str, str]) -> Thing:
        if len(params["message"]) > MOST:
            raise RefusalError(100)
        own = [post for post in self.things if post.author == HANDLE and not post.answers]
        if own and own[-1].up and own[-1].text == params["message"]:
            raise RefusalError(506, message="Duplicate Post")
        attached = [value for name, value in sorted(params.items()) if name.startswith("attached_media[")]
        pictures = tuple(json.loads(one)["media_fbid"] for one in attached)
        self._taken(pictures)
        return self.put(Thing(f"{PAGE}_{self.next_id()}", params["message"], self.now(), pictures=pictures))

    def _commented(self, on: str, text: str, author: str, picture: str = "") -> Thing:
        self.thing(on)
        pictures = (picture,) if picture else ()
        self._taken(pictures)
        id_ = f"{on.rpartition('_')[2]}_{self.next_id()}"
        return self.put(Thing(id_, text, self.now(), author=author, answers=on, pictures=pictures))

    def _taken(self, pictures: Sequence[str]) -> None:
        for picture in pictures:
            if self.photos.get(picture, {}).get("published") != "false":
                raise RefusalError(100)

    def _node(self, thing: Thing) -> dict[str, Any]:
        """A comment has no shares, and of a post that nobody shared the field is left out."""
        return {
            "id": thing.id,
            "message": thing.text,
            "created_time": written(thing.at),
            "permalink_url": f"https://www.facebook.com/{PAGE}/posts/{thing.id}",
            "from": {"id": IDS[thing.author], "name": thing.author},
            "reactions": {"data": [], "summary": {"total_count": thing.likes}},
            "comments": {"data": [], "summary": {"total_count": self.answers_to(thing)}},
        } | ({} if thing.answers else {"shares": {"count": thing.shares} if thing.shares else None})


place = Facebook
