"""Every route, called by each party under each thing that a mandate can say, does what ``decide`` says of that.

Made from the route tables: a route that is added is tried here from then on. What it asks is what it is seen to ask.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import pytest

from functions.desk import mandates, tools
from functions.desk.routes import ROUTES as DESK_ROUTES
from shared.api.routes import Route
from shared.domain.accounts import Account
from shared.domain.listening.pulse import Pulse
from shared.domain.mandate.agreement import Mandate, MandateRequest
from shared.domain.mandate.decision import Answer, Decision, decide
from shared.domain.mandate.terms import Activity, Function, Row, Terms, Who
from shared.domain.parties import Key, Party, Scope
from tests.house import Response, person
from tests.unit.test_api_routes import BODIES, ROUTES, World, of

PARTIES = (Party.CLIENT, Party.AGENCY)
ABOUT_THE_MANDATE = [route for route in DESK_ROUTES if route.use_case.__module__ == mandates.__name__]
"""Routes that read, change and explain it; it is not asked for them, and what they say is what it says."""
ASKING = [route for route in ROUTES if route.asks]
SILENT = [route for route in ROUTES if not route.asks and route not in ABOUT_THE_MANDATE]
FUNCTIONS = [function.value for function in Function]
EVERY_SCOPE = [scope.value for scope in Scope]
OPEN = {name: Row(approve=Who.EITHER) for name in FUNCTIONS}


@dataclass(frozen=True, slots=True)
class Cell:
    """What a mandate says of one activity, for every function; ``requested``: the client asks its agency for it."""

    activity: Activity
    who: Who
    requested: bool = False

    def __str__(self) -> str:
        return f"{self.activity.value}-{self.who.value}{'-requested' if self.requested else ''}"

    @property
    def rows(self) -> Mapping[str, Row]:
        changed: dict[str, Any] = {self.activity.value: self.who}
        return {name: replace(row, **changed) for name, row in OPEN.items()}


CELLS = [
    Cell(activity, who, requested)
    for activity in Activity
    for who in Who
    for requested in ((False, True) if who is Who.ON_REQUEST else (False,))
    if (activity, who) != (Activity.APPROVE, Who.ON_REQUEST)  # no mandate says that: ``check``
]


@dataclass(frozen=True, slots=True)
class Question:
    """What a call asked the mandate."""

    activity: Activity
    function: str
    account: Account | None
    party: Party
    member: str
    requested: bool

    def answered(self, terms: Terms, *, requested: bool, crisis: bool) -> Decision:
        asked = (self.activity, self.function, self.account, self.party, self.member)
        return decide(terms, *asked, requested=self.requested or requested, crisis=crisis)


Body = Callable[[World], Any]


@dataclass(frozen=True, slots=True)
class Side:
    """A party's key of every scope, and what of its own stands in place of the other's."""

    key: str
    names: Mapping[str, Mapping[str, str]]
    """By route, or by "" for all."""
    bodies: Mapping[str, tuple[Body, ...]]
    """By route: each of the ways in which it asks, where these are several; or what only this party can say."""


@dataclass
class Table:
    """One world for all calls; each of them finds it as it was in the beginning."""

    world: World
    sides: Mapping[Party, Side]
    begun: Mapping[str, Mapping[Any, Any]] = field(init=False)
    _plain: dict[tuple[str, Party], list[tuple[Response, list[Question]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.begun = self.world.everything()

    def begin(
        self, terms: Terms, *, crisis: bool = True, wished: Activity | None = None, scope: Scope | None = None
    ) -> None:
        """Everything as it was, under ``terms``. ``wished``: what the client asks its agency to do.

        ``scope``: the only one that any key has.
        """
        house, acme = self.world.house, self.world.acme
        house.outbound.sent.clear()
        house.store.commits.clear()
        tables = house.store._tables
        tables.clear()
        for name, records in self.begun.items():
            tables[name] = dict(records)
            for key, record in records.items():
                if isinstance(record, Mandate):
                    tables[name][key] = replace(record, rows=terms.rows, crisis=terms.crisis, accounts={})
                elif isinstance(record, Pulse) and not crisis:
                    tables[name][key] = replace(record, crises=())
                elif isinstance(record, Key) and scope is not None:
                    tables[name][key] = replace(record, scopes=(scope,))
        now = house.clock.now()
        for function in FUNCTIONS if wished else ():
            names = {"client": "acme", "agency": acme.agency, "function": function, "activity": wished}
            house.store.commit(MandateRequest(**names, by=acme.owner, at=now, until=now + timedelta(hours=1)))

    def call(self, route: Route, party: Party, way: int) -> Response:
        side, world = self.sides[party], self.world
        names = {**world.names, **side.names[""], **side.names.get(route.name, {})}
        path = route.path.format(**names) + (f"?{world.feed}" if route.name == "read_feed" else "")
        body = self.ways(route, party)[way](world)
        of_agency = route.name == "create_client" and party is Party.AGENCY
        return world.house.call(route.method, path, body, key=world.house.agency_key if of_agency else side.key)

    def ways(self, route: Route, party: Party) -> tuple[Body, ...]:
        return self.sides[party].bodies.get(route.name) or (BODIES.get(route.name, lambda _: None),)

    def plain(self, route: Route, party: Party) -> list[tuple[Response, list[Question]]]:
        """By the way of calling it: what it gives while everybody may do everything, and what it asks for that."""
        known = (route.name, party)
        if known not in self._plain:
            self._plain[known] = [self._watched(route, party, way) for way in range(len(self.ways(route, party)))]
        return self._plain[known]

    def _watched(self, route: Route, party: Party, way: int) -> tuple[Response, list[Question]]:
        asked: list[Question] = []

        def watched(_: Any, *given: Any, requested: bool, crisis: bool) -> Decision:
            asked.append(Question(*given, requested=requested))
            return decide(_, *given, requested=requested, crisis=crisis)

        self.begin(Terms(rows=OPEN))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tools, "decide", watched)
            begun = self.world.everything()
            given = self.call(route, party, way)
        assert given.status < 400 or self.world.everything() == begun
        return given, asked


def in_bulk(action: str, **more: Any) -> Body:
    return lambda world: {"action": action, "mentions": [world.laid_aside], **more}


IN_BULK = (in_bulk("assign", to="The night shift"), in_bulk("claim"))
"""To be at a mention, and to say when it is looked at, are different activities."""


@pytest.fixture(scope="module")
def table() -> Table:
    world = World()
    acme, house = world.acme, world.house
    agent, key = person(acme, "All-rounder", house.agency_key, EVERY_SCOPE)
    second, _ = person(acme, "Colleague", house.agency_key, ["read"])
    for member in (agent, second):
        acme.introduce(member, house.agency_key)
    version = house.ok("GET", acme.path("/guidelines"), key=acme.owner_key)["version"]
    for member, own in ((agent, key), (acme.owner, acme.owner_key)):
        house.ok("POST", acme.path(f"/roster/{member}/acknowledgement"), {"version": version}, key=own)
    claimed, asked = house.mention("Where is my parcel?"), house.mention("Who are they?")
    house.ok("POST", acme.path(f"/mentions/{claimed}/claim"), {}, key=key)
    question = {"question": "Who are they?", "to": acme.owner}
    escalation = house.ok("POST", acme.path(f"/mentions/{asked}/escalations"), question, key=key)
    endpoint = house.ok("POST", acme.path("/endpoints"), {"url": "https://agency.example"}, key=key)
    house.ok("POST", acme.path(f"/endpoints/{endpoint['id']}/secrets"), key=key)
    stop = acme.stop(f"account:acme/{acme.account}", key=key)
    links = acme.path(f"/posts/{world.names['post']}/approval-links")
    acme.agree({"community": {"approve": "either"}})
    proposed = house.ok("PUT", acme.path("/mandate"), {"rows": {"sales": {"approvals": 0}}}, key=house.agency_key)
    world.proposal = proposed["proposal"]["sha256"]
    link = house.ok("POST", links, {"member": second}, key=key)
    shifts = [house.ok("POST", acme.path("/shifts"), world.shift(h) | {"member": agent}, key=key) for h in (-1, 1)]
    feed = house.ok("POST", acme.path("/plan/feeds"), {"name": "The agency's calendar"}, key=key)
    own_key = house.ok("POST", acme.path("/keys"), {"member": second, "scopes": ["read"]}, key=key)
    review = house.ok("POST", acme.path("/reviews/2026-W48/links"), BODIES["make_review_link"](world), key=key)
    everywhere = {
        "publish_post": {"post": world.waits_for_a_call},
        "wake": {"mention": world.laid_aside},
        "record_share": {"suggestion": world.shown},
        "accept": {"member": world.pending},
    }
    clients = Side(
        acme.owner_key,
        {
            "": {},
            "acknowledge": {"member": acme.owner},
            "enable_endpoint": {"endpoint": world.disabled},
            "withdraw_review_link": {"link": world.review_link},
            "open_review_page": {"token": world.review_token},
            **everywhere,
        },
        {
            "act_on_inbox": IN_BULK,
            "create_post": tuple(
                lambda world, as_is=as_is: world.draft | {"function": "community", "as_is": as_is}
                for as_is in (False, True)
            ),
        },
    )
    own = {
        "mention": claimed,
        "escalation": escalation["id"],
        "endpoint": endpoint["id"],
        "replay": world.told_again(endpoint["id"], key),
        "stop": stop["id"],
        "member": second,
        "key": own_key["id"],
        "link": link["id"],
        "token": link["url"].rpartition("/")[2],
        "shift": shifts[0]["id"],
        "feed": feed["id"],
    }
    agencys = Side(
        key,
        {
            "": own,
            "acknowledge": {"member": agent},
            "enable_endpoint": {"endpoint": world.disabled_endpoint(key)},
            "withdraw_review_link": {"link": review["id"]},
            "open_review_page": {"token": review["url"].rpartition("/")[2]},
            **everywhere,
        },
        {
            "act_on_inbox": IN_BULK,
            "make_approval_link": (lambda _: {"member": second},),
            "decide_by_link": (lambda _: {"verdict": "approve", "code": link["code"]},),
            "make_key": (lambda _: {"member": second, "scopes": ["read"]},),
            "introduce": (lambda _: {"member": second},),
            "make_shift": (lambda world: BODIES["make_shift"](world) | {"member": agent},),
        },
    )
    return Table(world, {Party.CLIENT: clients, Party.AGENCY: agencys})


def by(parties: tuple[Party, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("party", parties, ids=lambda party: party.value)


def test_every_route_is_in_the_table_once() -> None:
    assert sorted(route.name for route in (*ASKING, *SILENT, *ABOUT_THE_MANDATE)) == sorted(r.name for r in ROUTES)


@by(PARTIES)
@of([route for route in ROUTES if route not in ABOUT_THE_MANDATE])
def test_a_route_is_open_to_whom_the_table_says_and_to_nobody_else(table: Table, route: Route, party: Party) -> None:
    for given, _ in table.plain(route, party):
        if route.party in (None, party):
            assert given.status == route.status, given.body
        else:
            assert given.status == 403, given.body


@by(PARTIES)
@of([route for route in ROUTES if route.opens_with == "key" and route not in ABOUT_THE_MANDATE])
def test_a_key_of_either_party_opens_what_its_scope_says_and_nothing_else(
    table: Table, route: Route, party: Party
) -> None:
    for scope in Scope:
        table.begin(Terms(rows=OPEN), scope=scope)
        begun = table.world.everything()
        given = table.call(route, party, 0)
        if route.scope in (scope, None):
            assert given.status == table.plain(route, party)[0][0].status, (scope, given.body)
        else:
            assert given.status == 403, (scope, given.body)
            assert str(route.scope) in given.body["detail"]
            assert table.world.everything() == begun


@of([route for route in ROUTES if route not in ABOUT_THE_MANDATE])
def test_a_route_asks_the_mandate_of_all_that_the_table_says_and_of_nothing_else(table: Table, route: Route) -> None:
    asked = {party: {one.activity for _, all_ in table.plain(route, party) for one in all_} for party in PARTIES}
    assert asked[Party.CLIENT] | asked[Party.AGENCY] == set(route.asks)
    for party in PARTIES:
        if (route.name, party) != ("create_post", Party.AGENCY):  # as it is, only the client has a text posted
            unasked = {Activity.LISTEN} if party is Party.CLIENT else set()  # whom the client hears is its own affair
            assert asked[party] == set(route.asks) - unasked


def holds(table: Table, route: Route, party: Party, cell: Cell, terms: Terms, *, crisis: bool) -> None:
    """What ``decide`` says of all that the route asks: the first refusal, in its words, or it is done."""
    for way, (_, asked) in enumerate(table.plain(route, party)):
        table.begin(terms, crisis=crisis, wished=cell.activity if cell.requested else None)
        begun = table.world.everything()
        given = table.call(route, party, way)
        told = (one.answered(terms, requested=cell.requested, crisis=crisis) for one in asked)
        refused = next((one for one in told if one.answer in (Answer.REFUSED, Answer.NEEDS_REQUEST)), None)
        if refused is None:
            assert given.status == route.status, (str(cell), given.body)
            continue
        assert given.status == 403, (str(cell), given.body)
        detail = given.body["detail"] if isinstance(given.body, dict) else given.body
        assert detail.endswith(refused.reason), str(cell)
        assert table.world.everything() == begun


@by(PARTIES)
@of(ASKING)
def test_a_route_does_under_each_thing_a_mandate_can_say_what_is_decided(
    table: Table, route: Route, party: Party
) -> None:
    for cell in CELLS:
        holds(table, route, party, cell, Terms(rows=cell.rows), crisis=True)


@by(PARTIES)
@of(ASKING)
def test_the_rows_for_a_crisis_are_asked_while_one_lasts_and_only_then(
    table: Table, route: Route, party: Party
) -> None:
    for cell in CELLS:
        if cell.activity in route.asks:
            holds(table, route, party, cell, Terms(rows=OPEN, crisis=cell.rows), crisis=True)
            holds(table, route, party, cell, Terms(rows=OPEN, crisis=cell.rows), crisis=False)
            holds(table, route, party, cell, Terms(rows=cell.rows, crisis=OPEN), crisis=True)


@by(PARTIES)
@of(SILENT)
def test_what_asks_nothing_is_the_same_under_every_mandate(table: Table, route: Route, party: Party) -> None:
    ((plain, _),) = table.plain(route, party)
    for who in Who:
        row = Row(**{activity.value: who for activity in Activity if activity is not Activity.APPROVE})
        table.begin(Terms(rows=dict.fromkeys(FUNCTIONS, row)))
        assert table.call(route, party, 0).status == plain.status, who


def test_each_cell_lets_somebody_in_and_keeps_somebody_out(table: Table) -> None:
    """Else the table above would prove nothing."""
    seen = {
        (cell.activity, one.answered(Terms(rows=cell.rows), requested=cell.requested, crisis=False).answer)
        for route in ASKING
        for party in PARTIES
        for _, asked in table.plain(route, party)
        for one in asked
        for cell in CELLS
        if cell.activity is one.activity
    }
    for activity in Activity:
        answers = {answer for of_it, answer in seen if of_it is activity}
        assert Answer.REFUSED in answers
        assert answers & {Answer.ALLOWED, Answer.NEEDS_APPROVAL}
        assert (Answer.NEEDS_REQUEST in answers) == (activity is not Activity.APPROVE)
