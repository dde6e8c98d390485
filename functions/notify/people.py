"""All ways by which people are told."""

from collections.abc import Callable, Mapping
from typing import Protocol

from functions.notify import slack, teams
from functions.notify.asking import Asking
from functions.notify.channel import Channel
from functions.notify.email import Email
from functions.notify.http import Post
from functions.notify.messages import Messages
from functions.notify.tell import Tell
from shared.domain.clock import Clock, NewId
from shared.domain.endpoints import EndpointKind
from shared.mail import Mailer
from shared.stores import Committing, Reading


class Store(Reading, Committing, Protocol): ...


def people(
    *,
    store: Store,
    post: Post,
    mailer: Mailer,
    mail_from: str,
    desk_url: str,
    clock: Clock,
    new_id: NewId,
    entropy: Callable[[int], bytes],
) -> Mapping[EndpointKind, Tell]:
    worded = Messages(store, Asking(store, clock, new_id, entropy, desk_url))
    return {
        EndpointKind.SLACK: Channel(worded, post, slack.message),
        EndpointKind.TEAMS: Channel(worded, post, teams.message),
        EndpointKind.EMAIL: Email(worded, mailer, mail_from),
    }
