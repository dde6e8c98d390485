"""A stand-in written from the documents of the Threads API."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import regex  # type: ignore[import-untyped]

from shared.networks import Connection
from shared.networks.threads.connection import ThreadsConnection
from tests.networks.faulty import Asked, Said
from tests.networks.places.graph import (
    CUSTOMER,
    HANDLE,
    Containers,
    GraphPlace,
    Pictures,
    RefusalError,
    Thing,
    selected,
    since,
    written,
)

MOST = 500
EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u20e3]")


def counted(text: str) -> int:
    return sum(len(character.encode()) if EMOJI.match(character) else 1 for character in text)


class Threads(GraphPlace):
    network = "threads"
    version = "v1.0"
    publishing = ("/threads_publish",)
    answers_with_an_id_alone = True
    tells_next = False
    withholds_insights = False
    """Whether the app lacks the permission for them."""

    def __init__(self, stack: Any) -> None:
        super().__init__(stack)
        self.containers = Containers()

    def connect(self, *, right: bool = True) -> Connection:
        credentials = self.credentials(right=right)
        return ThreadsConnection(
            self.account(), credentials, Pictures(), base_url=self.server.url, pause=lambda _: None
        )

    def someone_says(self, text: str) -> str:
        return self.put(Thing(self.next_id(), text, self.now(), author=CUSTOMER)).id

    def answer(self, asked: Asked) -> Said:
        if asked.path == "/refresh_access_token":
            asked = Asked(asked.method, "/v1.0/refresh_access_token", asked.query, asked.headers, asked.body)
        return super().answer(asked)

    def route(self, method: str, path: Sequence[str], params: Mapping[str, str]) -> Any:  # noqa: C901, PLR0911
        match method, *path:
            case "GET", "refresh_access_token" if params.get("grant_type") == "th_refresh_token":
                self.token += "2"
                days = timedelta(days=60)
                return {"access_token": self.token, "token_type": "bearer", "expires_in": int(days.total_seconds())}
            case "GET", "me":
                return selected({"id": "9040", "username": HANDLE, "name": "Acme"}, params)
            case "POST", "me", "threads":
                self._check(params)
                return self.containers.make(self.next_id(), params)
            case "POST", "me", "threads_publish":
                return {"id": self._published(params).id}
            case "GET", "me", ("threads" | "replies") as edge:
                own = [one for one in self.newest_first() if one.author == HANDLE]
                there = [one for one in own if bool(one.answers) == (edge == "replies")]
                return self.edge([self._node(one) for one in since(params, there)], params)
            case "GET", "me", "mentions":
                named = [one for one in self.newest_first() if one.author != HANDLE and f"@{HANDLE}" in one.text]
                return self.edge([self._node(one) for one in named], params)
            case "GET", id_ if id_ in self.containers.made:
                state = self.containers.state(id_)
                why = "FAILED_DOWNLOADING_VIDEO" if state == "ERROR" else None
                return selected({"id": id_, "status": state, "error_message": why}, params)
            case "GET", id_, "insights":
                return self._insights(self.thing(id_), params)
            case "GET", id_:
                return selected(self._node(self.thing(id_)), params)
            case "DELETE", id_:
                self.thing(id_).up = False
                return {"success": True, "deleted_id": id_}
        raise RefusalError(2500, message="Unknown path components")

    def _check(self, form: Mapping[str, str]) -> None:
        kind = form.get("media_type")
        if kind not in ("TEXT", "IMAGE", "CAROUSEL") or (kind == "IMAGE") != ("image_url" in form):
            raise RefusalError(100)
        if counted(form.get("text", "")) > MOST:
            raise RefusalError(100, message="Param text must be at most 500 characters long.")
        if "reply_to_id" in form:
            self.thing(form["reply_to_id"])

    def _published(self, params: Mapping[str, str]) -> Thing:
        container = self.containers.publish(params["creation_id"])
        made = container.form
        thing = Thing(self.next_id(), made.get("text", ""), self.now(), answers=made.get("reply_to_id", ""))
        thing.pictures, thing.alt = self.containers.pictures(container), made.get("alt_text", "")
        return self.put(thing)

    def _insights(self, thing: Thing, params: Mapping[str, str]) -> dict[str, Any]:
        known = {
            "views": thing.likes * 10,
            "likes": thing.likes,
            "replies": self.answers_to(thing),
            "reposts": thing.shares,
            "quotes": 0,
        }
        if self.withholds_insights:
            raise RefusalError(10, message="Application does not have permission for this action", status=403)
        return {
            "data": [
                {"name": name, "period": "lifetime", "values": [{"value": known[name]}], "id": f"{thing.id}/{name}"}
                for name in params["metric"].split(",")
            ]
        }

    def _node(self, thing: Thing) -> dict[str, Any]:
        return {
            "id": thing.id,
            "text": thing.text,
            "timestamp": written(thing.at),
            "permalink": f"https://www.threads.com/@{thing.author}/post/{thing.id}",
            "username": thing.author,
            "replied_to": {"id": thing.answers} if thing.answers else None,
        }


place = Threads
