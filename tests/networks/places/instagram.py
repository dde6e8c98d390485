"""A stand-in written from the documents of the Instagram API with Facebook Login."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from shared.networks import Connection
from shared.networks.instagram.connection import InstagramConnection
from tests.networks.places.graph import (
    CUSTOMER,
    HANDLE,
    PICTURE,
    Containers,
    GraphPlace,
    Pictures,
    RefusalError,
    Thing,
    selected,
    written,
)

OWNER = "17841405793187218"
MOST = 2_200


class Instagram(GraphPlace):
    """Comments stand under a post of the day before. A caption is read without the @ of its mentions."""

    network = "instagram"
    media = (PICTURE,)
    publishing = ("/media_publish", "/replies")
    answers_with_an_id_alone = True

    def __init__(self, stack: Any) -> None:
        super().__init__(stack)
        self.containers = Containers()
        self.commented = self.put(Thing(self.next_id(), "Of yesterday.", self.now() - timedelta(days=1)))

    def standing(self) -> list[tuple[str, str]]:
        return super().standing()[1:]

    def connect(self, *, right: bool = True) -> Connection:
        credentials = self.credentials(right=right)
        return InstagramConnection(
            self.account(), credentials, Pictures(), base_url=self.server.url, pause=lambda _: None
        )

    def someone_says(self, text: str) -> str:
        return self._commented(self.commented.id, text, CUSTOMER).id

    def someone_replies(self, to: str, text: str) -> str:
        return self._commented(to, text, CUSTOMER).id

    def route(self, method: str, path: Sequence[str], params: Mapping[str, str]) -> Any:  # noqa: PLR0911
        match method, *path:
            case "GET", "me":
                return selected({"id": "1015", "instagram_business_account": {"id": OWNER, "username": HANDLE}}, params)
            case "POST", owner, "media" if owner == OWNER:
                self._check(params)
                return self.containers.make(self.next_id(), params)
            case "POST", owner, "media_publish" if owner == OWNER:
                return {"id": self._published(params).id}
            case "POST", comment, "replies":
                return {"id": self._commented(comment, params["message"], HANDLE).id}
            case "GET", owner, "media" if owner == OWNER:
                posts = [post for post in self.newest_first() if not post.answers]
                return self.edge([self._node(post) for post in posts], params)
            case "GET", comment, "replies":
                there = [one for one in self.newest_first()[::-1] if one.answers == self.thing(comment).id]
                return self.edge([self._node(one) for one in there], params)
            case "GET", id_ if id_ in self.containers.made:
                state = self.containers.state(id_)
                why = "Error: 2207052" if state == "ERROR" else state.capitalize()
                return selected({"id": id_, "status_code": state, "status": why}, params)
            case "GET", id_:
                return selected(self._node(self.thing(id_)), params)
            case "DELETE", id_:
                self.thing(id_).up = False
                return {"success": True, "deleted_id": id_}
        raise RefusalError(2500, message="Unknown path components")

    def _check(self, form: Mapping[str, str]) -> None:
        if "image_url" not in form and form.get("media_type") != "CAROUSEL":
            raise RefusalError(9004, 2207052, "The media could not be fetched")
        if len(form.get("caption", "")) > MOST:
            raise RefusalError(100, 2207010, "The caption was too long")

    def _published(self, params: Mapping[str, str]) -> Thing:
        container = self.containers.publish(params["creation_id"])
        pictures, alt = self.containers.pictures(container), container.form.get("alt_text", "")
        caption = container.form.get("caption", "")
        return self.put(Thing(self.next_id(), caption, self.now(), pictures=pictures, alt=alt))

    def _commented(self, on: str, text: str, author: str) -> Thing:
        """Under the comment at the top, whichever is answered."""
        parent = self.thing(on)
        if parent is not self.commented and parent.answers != self.commented.id:
            parent = self.thing(parent.answers)
        return self.put(Thing(self.next_id(), text, self.now(), author=author, answers=parent.id))

    def _node(self, thing: Thing) -> dict[str, Any]:
        node = {"id": thing.id, "timestamp": written(thing.at), "username": thing.author, "like_count": thing.likes}
        if not thing.answers:
            caption = thing.text.replace("@", "")
            of_post = {"caption": caption, "permalink": f"https://www.instagram.com/p/{thing.id}/"}
            return node | of_post | {"comments_count": self.answers_to(thing)}
        top = None if thing.answers == self.commented.id else thing.answers
        return node | {"text": thing.text, "media": {"id": self.commented.id}, "parent_id": top}


place = Instagram
