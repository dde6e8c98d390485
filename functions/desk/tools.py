"""What the desk's use cases work with, and the questions that several of them ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Protocol, TypeVar

from shared.addresses import Resolve, check_is_not_private, check_is_public
from shared.api.routes import Call
from shared.domain.accounts import Account
from shared.domain.approvals import Demand
from shared.domain.errors import ForbiddenError, InvalidError, NotFoundError
from shared.domain.exports import Export
from shared.domain.listening.mentions import Mention
from shared.domain.listening.pulse import Pulse
from shared.domain.mandate.agreement import Mandate, MandateRequest, request_id
from shared.domain.mandate.decision import Answer, Decision, decide
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Client, Member, Party
from shared.domain.posts import Media, Post
from shared.domain.release import demanded
from shared.domain.schedule import utc
from shared.domain.stops import ScopeKind, StopScope
from shared.domain.web import WebAddress, web_address
from shared.networks import Connection
from shared.stores import Deliveries, Mentions, People, Reading, Stops

T = TypeVar("T")


class Store(Reading, Mentions, People, Deliveries, Stops, Protocol): ...


class CredentialStore(Protocol):
    """The half of the vault that the desk has: it can put credentials in and never read them."""

    def store(self, account: Account, credentials: Mapping[str, str]) -> None: ...


class PictureStore(Protocol):
    """The half of the shelf that the desk has: what it keeps there it never reads again."""

    def put(self, client: str, media: Media, content: bytes) -> None: ...

    def link(self, client: str, media: Media) -> str: ...


class ExportLinks(Protocol):
    def link(self, export: Export) -> str:
        """Where its file is fetched, for a while."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    store: Store
    vault: CredentialStore
    shelf: PictureStore
    exports: ExportLinks
    open: Callable[[Account, Mapping[str, str]], Connection]
    """An account's line with credentials that are in nobody's vault yet."""
    resolve: Resolve
    entropy: Callable[[int], bytes]
    document: Callable[[], bytes]
    """The OpenAPI document, as JSON."""
    allow_plain_http: bool
    """For a local engine only: base URLs and endpoints without TLS, and networks on this very machine."""
    sends_mail: bool

    def client(self, call: Call[Any]) -> Client:
        return self.registered(Client, call, call.client)

    def registered(self, kind: type[T], call: Call[Any], id: str) -> T:  # noqa: A002
        """A record of the call's client, or NotFoundError."""
        found = self.store.get(kind, call.client, id)
        if found is None:
            raise NotFoundError(f"There is no such {kind.__name__.lower()}.")
        return found

    def mention(self, call: Call[Any]) -> Mention:
        found = self.store.mention(call.path["mention"])
        if found is None or found.client != call.client:
            raise NotFoundError("There is no such mention.")
        return found

    def post(self, call: Call[Any]) -> Post:
        found = self.store.post(call.path["post"])
        if found is None or found.client != call.client:
            raise NotFoundError("There is no such post.")
        return found

    def agency(self, call: Call[Any], named: str | None) -> str:
        """The agency under whose mandate the call stands: the caller's own, the one named, or the only one."""
        agencies = self.client(call).agencies
        chosen = call.caller.agency or named or (agencies[0] if len(agencies) == 1 else None)
        if chosen is None:
            raise InvalidError("must be named: the client works with several agencies", "agency")
        if chosen not in agencies:
            raise InvalidError("does not work for this client", "agency")
        return chosen

    def permission(
        self,
        call: Call[Any],
        activity: Activity,
        function: str,
        agency: str,
        account: Account | None = None,
        *,
        requested: bool = False,
    ) -> Decision:
        """What the mandate with ``agency`` says of the caller doing ``activity``; ForbiddenError when it refuses.

        ``requested``: the client asks the agency to do just this.
        """
        if call.caller.agency not in (None, agency):
            raise ForbiddenError("That is another agency's work; its mandate is not this key's.")
        mandate = self.registered(Mandate, call, agency).at(call.now)
        asked = (mandate, call, activity, function, account, call.caller.party, call.caller.member)
        decision = self.decision(*asked, requested=requested)
        if decision.answer in (Answer.REFUSED, Answer.NEEDS_REQUEST):
            raise ForbiddenError(decision.reason)
        return decision

    def decision(
        self,
        mandate: Mandate,
        call: Call[Any],
        activity: Activity,
        function: str,
        account: Account | None,
        party: Party,
        member: str,
        *,
        requested: bool = False,
        crisis: bool | None = None,
    ) -> Decision:
        """What the mandate says of a member; the client's request is looked for where one is needed.

        ``crisis``: whether to take it that one lasts; None: as it is.
        """
        if crisis is None:
            crisis = self.in_crisis(mandate)
        decision = decide(mandate, activity, function, account, party, member, requested=requested, crisis=crisis)
        if decision.answer is not Answer.NEEDS_REQUEST:
            return decision
        request = self.store.get(MandateRequest, call.client, request_id(mandate.agency, function, activity))
        if request is None or call.now >= request.until:
            return decision
        return decide(mandate, activity, function, account, party, member, requested=True, crisis=crisis)

    def demand(self, post: Post, account: Account, call: Call[Any]) -> Demand:
        """Whose approvals the mandate in force asks of the post."""
        mandate = self.registered(Mandate, call, post.agency).at(call.now)
        return demanded(post, mandate, account, crisis=self.in_crisis(mandate))

    def teams_of_caller(self, call: Call[Any], demand: Demand) -> tuple[str, ...]:
        """The caller's teams, where the demand asks for one."""
        if not any(approver.team for approver in demand.approvers):
            return ()
        member = self.store.get(Member, call.client, call.caller.member)
        return member.teams if member is not None else ()

    def in_crisis(self, mandate: Mandate) -> bool:
        """Whether the mandate's rows for a crisis stand: the client is stopped, or a crisis of it is open.

        A mandate that has none is spared the reads.
        """
        if not mandate.crisis:
            return False
        scope = StopScope(ScopeKind.CLIENT, mandate.client)
        flag = self.store.flags([scope]).get(str(scope))
        if flag is not None and flag.engaged:
            return True
        pulse = self.store.get(Pulse, mandate.client, mandate.client)
        return pulse is not None and any(crisis.open for crisis in pulse.crises)

    def instant(self, call: Call[Any], at: datetime | None, field: str) -> datetime | None:
        """``at`` in UTC, in the future; a wall-clock time is read in the client's zone."""
        if at is None:
            return None
        due_at = utc(at, field, "UTC" if at.tzinfo else self.client(call).zone)
        if due_at < call.now:
            raise InvalidError("is in the past", field)
        return due_at

    def web_address(self, url: str, field: str) -> WebAddress:
        """``url`` in its parts; TLS is required everywhere but on a local engine."""
        return web_address(url, field, allow_plain_http=self.allow_plain_http)

    def check_is_public(self, url: str, field: str) -> None:
        """Refuses what leads into a network of our own; a local engine is one itself."""
        check_is_public(url, field, self.resolve, allow_loopback=self.allow_plain_http)

    def check_is_not_private(self, url: str, field: str) -> None:
        """The same of an address that is not called at once; it may lead nowhere as yet."""
        check_is_not_private(url, field, self.resolve, allow_loopback=self.allow_plain_http)


def widened(view: type[T], record: Any, **more: Any) -> T:
    """``record`` as its subclass ``view``, which adds the fields in ``more``."""
    return view(**{field.name: getattr(record, field.name) for field in fields(record)}, **more)
