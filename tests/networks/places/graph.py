"""What the stand-ins of Meta's networks have in common, written from the documents of the Graph API."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from infra.sandbox.faults import FaultKind
from shared.domain.accounts import Account, AccountKind
from shared.domain.posts import Media
from shared.networks import Connection
from tests.networks.faulty import Asked, Deed, FaultyServer, Hidden, Manner, Said, serving
from tests.networks.places import WRONG

TOKEN = "EAAacme0token"
CUSTOMER = "customer"
HANDLE = "acme"
GONE = "Unsupported request. Object with ID does not exist or cannot be loaded due to missing permissions"
PICTURE = Media(sha256="ab" * 32, kind="image/jpeg", size=9, width=640, height=640, alt="A shop window.")


class Pictures:
    """The client's shelf."""

    def content(self, client: str, media: Media) -> bytes:
        return f"{client}/{media.sha256}".encode()

    def link(self, client: str, media: Media) -> str:
        return f"https://pictures.example/{client}/{media.sha256}"


class RefusalError(Exception):
    """An error of the Graph API."""

    def __init__(self, code: int, subcode: int = 0, message: str = "Invalid parameter", status: int = 400) -> None:
        super().__init__(message)
        self.said = graph_error(code, subcode, message, status)


def graph_error(
    code: int, subcode: int = 0, message: str = "Invalid parameter", status: int = 400, **more: object
) -> Said:
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbC", **more}
    if subcode:
        error["error_subcode"] = subcode
    return Said(status, json.dumps({"error": error}).encode())


def account_at(url: str, network: str) -> Account:
    return Account(
        id="acc_1",
        client="acme",
        network=network,
        handle=HANDLE,
        kind=AccountKind.BRAND,
        base_url=url,
        owner=None,
        created_at=datetime(2026, 5, 1, tzinfo=UTC),
    )


def gone() -> RefusalError:
    return RefusalError(100, 33, GONE)


def written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


@dataclass
class Thing:
    """A post or a comment."""

    id: str
    text: str
    at: datetime
    author: str = HANDLE
    answers: str = ""
    up: bool = True
    pictures: tuple[str, ...] = ()
    alt: str = ""
    likes: int = 0
    shares: int = 0


class GraphManner(Manner):
    """Meta's ways to go wrong."""

    def __init__(self, publishing: Iterable[str]) -> None:
        self._publishing = tuple(publishing)

    def deed(self, asked: Asked) -> Deed:
        if asked.method == "DELETE":
            return Deed.DELETE
        if asked.method == "POST":
            return Deed.PUBLISH if asked.path.endswith(self._publishing) else Deed.OTHER
        return Deed.READ

    def throttled(self, until: datetime) -> Said:
        minutes = round((until - datetime.now(UTC)).total_seconds() / 60)
        usage = {"1015": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": minutes}]}
        said = graph_error(32, message="Page request limit reached", status=403, is_transient=True)
        return Said(said.status, said.body, {**said.headers, "X-Business-Use-Case-Usage": json.dumps(usage)})

    def refused(self) -> Said:
        return graph_error(100)

    def broken(self) -> Said:
        return graph_error(2, message="Service temporarily unavailable", status=500, is_transient=True)

    def deleted(self) -> Said:
        return Said(200, b'{"success": true}')

    def hidden(self, said: Said, hidden: Hidden) -> Said:
        ids = {json.loads(body)["id"] for body, _ in hidden.until}
        body = json.loads(said.body)
        if body.get("id") in ids:
            return gone().said
        if isinstance(body.get("data"), list):
            body["data"] = [one for one in body["data"] if one["id"] not in ids]
        return Said(said.status, json.dumps(body).encode(), said.headers)


class GraphPlace:
    """A stand-in: ``route`` answers a request whose token is right. Tokens are taken from the header alone."""

    network = ""
    media: tuple[Media, ...] = ()
    version = "v26.0"
    publishing: tuple[str, ...] = ()
    tells_next = True
    """Whether a page names the address of the next one, with the token in it."""

    def __init__(self, stack: ExitStack) -> None:
        self._ahead = timedelta(0)
        self._numbers = count(1001)
        self.token = TOKEN
        self.things: list[Thing] = []
        self.server: FaultyServer = stack.enter_context(serving(self.answer, GraphManner(self.publishing), self.now))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def pass_time(self, span: timedelta) -> None:
        self._ahead += span

    def order(self, kind: FaultKind, *, seconds: float = 0.0, times: int = 1) -> None:
        self.server.order(kind, seconds=seconds, times=times)

    def standing(self) -> list[tuple[str, str]]:
        return [(thing.text, thing.answers) for thing in self.things if thing.up and thing.author == HANDLE]

    def someone_likes(self, external_id: str) -> None:
        self.thing(external_id).likes += 1

    def answers_to(self, thing: Thing) -> int:
        return sum(one.up and one.answers == thing.id for one in self.things)

    def taken_back(self, external_id: str) -> None:
        self.thing(external_id).up = False

    def credentials(self, *, right: bool) -> dict[str, str]:
        return {"access_token": TOKEN if right else WRONG}

    def account(self) -> Account:
        return account_at(self.server.url, self.network)

    def answer(self, asked: Asked) -> Said:
        try:
            return Said(200, json.dumps(self._answered(asked)).encode())
        except RefusalError as refusal:
            return refusal.said

    def _answered(self, asked: Asked) -> Any:
        given = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if given != self.token:
            raise RefusalError(190, 0, f"Malformed access token {given}", 401)
        version, _, path = asked.path[1:].partition("/")
        if version != self.version:
            raise RefusalError(2500, message="Unknown path components")
        return self.route(asked.method, path.split("/"), dict(parse_qsl(asked.query)) | form(asked))

    def connect(self, *, right: bool = True) -> Connection:
        raise NotImplementedError

    def someone_says(self, text: str) -> str:
        raise NotImplementedError

    def route(self, method: str, path: Sequence[str], params: Mapping[str, str]) -> Any:
        raise NotImplementedError

    def next_id(self) -> str:
        return str(next(self._numbers))

    def put(self, thing: Thing) -> Thing:
        self.things.append(thing)
        return thing

    def thing(self, external_id: str) -> Thing:
        for thing in self.things:
            if thing.id == external_id and thing.up:
                return thing
        raise gone()

    def newest_first(self) -> list[Thing]:
        return sorted((thing for thing in self.things if thing.up), key=lambda thing: thing.at, reverse=True)

    def edge(self, nodes: Sequence[Mapping[str, Any]], params: Mapping[str, str]) -> dict[str, Any]:
        """One page of ``nodes``, which are all that there are."""
        start, most = int(params.get("after") or 0), int(params.get("limit", 25))
        if most > 100:
            raise RefusalError(100)
        page = nodes[start : start + most]
        if not page:
            return {"data": []}
        paging: dict[str, Any] = {"cursors": {"before": str(start), "after": str(start + len(page))}}
        if self.tells_next and start + most < len(nodes):
            paging["next"] = f"https://graph.example/?access_token={self.token}&after={start + most}"
        return {"data": [selected(node, params) for node in page], "paging": paging}


def selected(node: Mapping[str, Any], params: Mapping[str, str]) -> dict[str, Any]:
    """What is asked for of a node. A field that it has not is an error, as on Facebook."""
    names = re.sub(r"\{[^}]*\}|\.\w+\([^)]*\)", "", params.get("fields", "id")).split(",")
    for name in names:
        if name not in node:
            raise RefusalError(100, message=f"(#100) Tried accessing nonexisting field ({name})")
    return {name: node[name] for name in dict.fromkeys(["id", *names]) if node[name] is not None}


def since(params: Mapping[str, str], things: Iterable[Thing]) -> list[Thing]:
    return [thing for thing in things if thing.at.timestamp() >= int(params.get("since", 0))]


def form(asked: Asked) -> dict[str, str]:
    """The fields of a form; of a multipart one the files too, each as its content."""
    kind = asked.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        return dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + asked.body)
    assert isinstance(message, EmailMessage)
    return {
        str(part.get_param("name", header="content-disposition")): (part.get_payload(decode=True) or b"").decode()  # type: ignore[union-attr]
        for part in message.iter_parts()
    }


@dataclass
class Container:
    id: str
    form: Mapping[str, str]
    state: str = "FINISHED"
    children: tuple[str, ...] = ()
    looks: int = 0
    """So many are still told that it is in progress."""


@dataclass
class Containers:
    """Those of Instagram and Threads. ``ends_as`` and ``looks`` are those of the next ones that are made."""

    made: dict[str, Container] = field(default_factory=dict)
    ends_as: str = "FINISHED"
    looks: int = 0

    def make(self, id_: str, form: Mapping[str, str]) -> dict[str, str]:
        children = tuple(form["children"].split(",")) if "children" in form else ()
        for child in children:
            if child not in self.made or self.made[child].form.get("is_carousel_item") != "true":
                raise RefusalError(100)
        self.made[id_] = Container(id_, form, self.ends_as, children, self.looks)
        return {"id": id_}

    def state(self, id_: str) -> str:
        container = self.made[id_]
        if container.looks > 0:
            container.looks -= 1
            return "IN_PROGRESS"
        return container.state

    def publish(self, id_: str) -> Container:
        """Once; what comes of a second time the documents do not say, so that nobody may count on it."""
        container = self.made.get(id_)
        if container is None:
            raise RefusalError(24, 2207006, "The media could not be found")
        if container.looks > 0 or container.state != "FINISHED":
            raise RefusalError(9007, 2207027, "The media is not ready to be published")
        container.state = "PUBLISHED"
        return container

    def pictures(self, container: Container) -> tuple[str, ...]:
        if container.children:
            return tuple(self.made[child].form["image_url"] for child in container.children)
        return (container.form["image_url"],) if "image_url" in container.form else ()
