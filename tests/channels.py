"""Where people read: a channel of Slack or Teams and a mailbox in memory, told by the real code over a house."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from functions.notify.by_kind import ByKind
from functions.notify.people import people
from functions.notify.tell import Answered, Tell
from functions.notify.webhook import Webhooks
from shared.domain.endpoints import Endpoint
from tests.house import Brand, House, counting_entropy, nothing

DESK_URL = "https://desk.example/api"
MAIL_FROM = "backchannel@mail.example"


@dataclass
class Channel:
    """Takes what is posted and mailed, after doing what ``before`` does; answers with ``status``."""

    status: int = 200
    error: Exception | None = None
    before: Callable[[], object] = nothing
    bodies: list[Any] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answered:
        self.before()
        self.urls.append(url)
        self.bodies.append(json.loads(body))
        return Answered(self.status)

    def send(self, to: str, message: bytes) -> None:
        if self.error is not None:
            raise self.error
        self.urls.append(to)
        parsed = message_from_bytes(message, policy=default)
        assert isinstance(parsed, EmailMessage)
        self.mails.append(parsed)


def teller(house: House, channel: Channel) -> Tell:
    """As notify wires it."""
    ways = people(
        store=house.store,
        post=channel.post,
        mailer=channel,
        mail_from=MAIL_FROM,
        desk_url=DESK_URL,
        clock=house.clock,
        new_id=house.new_id,
        entropy=counting_entropy(3 * 10**6),
    )
    return ByKind(Webhooks(channel.post, house.clock), lambda: ways)


URLS = {
    "webhook": "https://hooks.example/in",
    "slack": "https://hooks.slack.example/services/T0/B0/secret-of-slack",
    "teams": "https://prod.logic.example/workflows/1?sig=secret-of-teams",
    "email": "mailto:boss@acme.example",
}


class Reader:
    """A person's endpoint, and what they were told there."""

    def __init__(self, acme: Brand, kind: str = "slack", *, key: str | None = None, **more: Any) -> None:
        self.acme, self.house, self.channel = acme, acme.house, Channel()
        body = {"kind": kind, "url": URLS[kind], **more}
        self.made = acme.house.ok("POST", acme.path("/endpoints"), body, key=key or acme.owner_key)
        self.tell = teller(self.house, self.channel)
        self.seen = {entry.id for entry in self.house.entries()}

    @property
    def endpoint(self) -> Endpoint:
        found = self.house.store.get(Endpoint, self.acme.client, self.made["id"])
        assert found is not None
        return found

    def read(self) -> list[Any]:
        """Told of all that has happened since, as far as the endpoint wants it; what came of it."""
        before = len(self.channel.bodies) + len(self.channel.mails)
        for entry in self.house.entries():
            if entry.id not in self.seen:
                self.seen.add(entry.id)
                if self.endpoint.wants(entry):
                    self.tell(entry, self.endpoint)
        return [*self.channel.bodies, *self.channel.mails][before:]

    def links(self) -> list[str]:
        """The paths of the links in what has come since."""
        return [link for message in self.read() for link in links_in(message)]


def links_in(message: Any) -> list[str]:
    """Each once."""
    text = message if isinstance(message, str) else text_of(message)
    return list(dict.fromkeys("/approve/" + part.split('"')[0].split()[0] for part in text.split("/approve/")[1:]))


def text_of(message: Any) -> str:
    if isinstance(message, EmailMessage):
        return "\n".join(part.get_content() for part in message.walk() if not part.is_multipart())
    return json.dumps(message, ensure_ascii=False)
