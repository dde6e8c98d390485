"""A stand-in written from Pinterest's documents and its description of version 5 of the API."""

import json
from base64 import b64decode
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from urllib.parse import parse_qs

from shared.networks import Connection
from shared.networks.pinterest import connect
from tests.networks.faulty import Asked, Deed, Hidden, Manner, Said
from tests.networks.places import WRONG
from tests.networks.stand_in import PICTURE, PNG, OnePicture, StandIn, as_json

TOKEN = "pina_right"
BOARD = "549755885175"
APP = ("1234", "app-secret")
PIN_FIELDS = {"board_id", "title", "description", "link", "alt_text", "media_source"}
LONGEST = {"title": 100, "description": 800, "alt_text": 500, "link": 2048}
LATEST_PAGE = 250


@dataclass
class Pin:
    id: str
    description: str
    at: datetime
    alt: str = ""
    link: str = ""
    deleted: bool = False
    likes: int = 0

    def as_counted(self) -> dict[str, object]:
        counts = {"reaction": self.likes, "comment": 0, "save": 0, "impression": 10 * self.likes, "pin_click": 0}
        return self.as_told() | {"pin_metrics": {"90d": counts, "lifetime_metrics": counts}}

    def as_told(self) -> dict[str, object]:
        at = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        return {
            "id": self.id,
            "created_at": at,
            "board_id": BOARD,
            "description": self.description,
            "alt_text": self.alt or None,
            "link": self.link or None,
            "is_owner": True,
        }


class PinterestManner(Manner):
    def deed(self, asked: Asked) -> Deed:
        if not asked.path.startswith("/v5/pins"):
            return Deed.OTHER
        return {"POST": Deed.PUBLISH, "DELETE": Deed.DELETE}.get(asked.method, Deed.READ)

    def refused(self) -> Said:
        return as_json({"code": 1, "message": "Not welcome here."}, 400)

    def deleted(self) -> Said:
        return Said(204)

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        gone = {json.loads(body)["id"] for body, _ in hidden.until}
        told = json.loads(said.body)
        if "items" in told:
            return as_json(told | {"items": [pin for pin in told["items"] if pin["id"] not in gone]}, said.status)
        return _unknown() if told.get("id") in gone else said


class Pinterest(StandIn):
    network = "pinterest"
    media = (PICTURE,)

    def __init__(self, stack: ExitStack) -> None:
        self.pins: list[Pin] = []
        self.refresh_token = "pinr_first"
        self.page = LATEST_PAGE
        self._numbers = count(813744226420795884)
        super().__init__(stack, PinterestManner())

    def credentials(self, *, right: bool = True) -> dict[str, str]:
        return {"access_token": TOKEN if right else WRONG, "board_id": BOARD}

    def connect(self, *, right: bool = True) -> Connection:
        return connect(self.account(), self.credentials(right=right), OnePicture())

    def standing(self) -> list[tuple[str, str]]:
        return [(pin.description, "") for pin in self.pins if not pin.deleted]

    def someone_says(self, text: str) -> str:
        return "1"

    def someone_likes(self, external_id: str) -> None:
        next(pin for pin in self.pins if pin.id == external_id).likes += 1

    def taken_back(self, external_id: str) -> None:
        raise AssertionError("there is nothing to answer on Pinterest")

    def answer(self, asked: Asked) -> Said:
        if asked.path == "/v5/oauth/token":
            return self._renewed(asked)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return as_json({"code": 2, "message": "Authentication failed."}, 401)
        answers: dict[tuple[str, str], Callable[[Asked], Said]] = {
            ("POST", "/v5/pins"): self._made,
            ("GET", "/v5/pins"): self._listed,
            ("GET", "/v5/user_account"): lambda _: as_json({"id": "2783136121146311751", "username": "acme"}),
        }
        found = answers.get((asked.method, asked.path))
        return found(asked) if found else self._one(asked)

    def _made(self, asked: Asked) -> Said:
        wanted = json.loads(asked.body)
        source = wanted.get("media_source", {})
        whole = wanted.keys() <= PIN_FIELDS and wanted.get("board_id") == BOARD
        picture = source.get("source_type") == "image_base64" and b64decode(source["data"]) == PNG
        short = all(len(wanted.get(name, "")) <= most for name, most in LONGEST.items())
        if not (whole and picture and short and source.get("content_type") == "image/png"):
            return as_json({"code": 1, "message": "Invalid request body."}, 400)
        pin = Pin(
            id=str(next(self._numbers)),
            description=wanted["description"],
            at=self.now(),
            alt=wanted.get("alt_text", ""),
            link=wanted.get("link", ""),
        )
        self.pins.append(pin)
        return as_json(pin.as_told(), 201)

    def _listed(self, asked: Asked) -> Said:
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        size, start = min(int(query.get("page_size", 25)), self.page), int(query.get("bookmark", 0))
        up = [pin for pin in reversed(self.pins) if not pin.deleted]
        more = str(start + size) if start + size < len(up) else None
        return as_json({"items": [pin.as_told() for pin in up[start : start + size]], "bookmark": more})

    def _one(self, asked: Asked) -> Said:
        pin = next((pin for pin in self.pins if asked.path == f"/v5/pins/{pin.id}" and not pin.deleted), None)
        if pin is None:
            return _unknown()
        if asked.method == "DELETE":
            pin.deleted = True
            return Said(204)
        return as_json(pin.as_counted() if asked.query == "pin_metrics=true" else pin.as_told())

    def _renewed(self, asked: Asked) -> Said:
        form = {name: values[0] for name, values in parse_qs(asked.body.decode()).items()}
        kind, _, given = asked.headers.get("authorization", "").partition(" ")
        if kind != "Basic" or b64decode(given).decode() != ":".join(APP):
            return as_json({"code": 2, "message": "Authentication failed."}, 401)
        if form.get("refresh_token") != self.refresh_token or form.get("continuous_refresh") != "true":
            return as_json({"code": 283, "message": "Invalid refresh token."}, 400)
        self.refresh_token = "pinr_second"
        return as_json(
            {
                "response_type": "refresh_token",
                "access_token": TOKEN,
                "refresh_token": self.refresh_token,
                "token_type": "bearer",
                "expires_in": 2592000,
                "refresh_token_expires_in": 5184000,
                "scope": "boards:read boards:write pins:read pins:write user_accounts:read",
            }
        )


def _unknown() -> Said:
    return as_json({"code": 50, "message": "Pin not found."}, 404)


place = Pinterest
