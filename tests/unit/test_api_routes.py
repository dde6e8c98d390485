"""What holds of every route, told over all of them: keys, tenants, scopes, the ledger, and the shape of replies."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from functions.desk.routes import ROUTES as DESK_ROUTES
from functions.recover.routes import ROUTES as RECOVER_ROUTES
from shared.api.routes import Route
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.domain.parties import Scope
from shared.stores import StoreError
from tests.house import Brand, House, Response, brand, person, raising, shadow
from tests.people import heard
from tests.pictures import picture, sent

ROUTES = (*DESK_ROUTES, *RECOVER_ROUTES)
BY_NAME = {route.name: route for route in ROUTES}
KEYED = [route for route in ROUTES if route.opens_with == "key"]
"""Routes that want a key; the others are opened by a token in their address."""
TENANTS = [
    route
    for route in KEYED
    if route.name
    not in ("create_client", "list_networks", "list_event_types", "list_templates", "list_stops", "list_drills")
]
"""Routes that are of one client, by their path or by what they name."""
INNER = [route for route in TENANTS if route.path.count("{") == 2 and "{week}" not in route.path]
"""Routes of one thing of one client."""
READING = [route for route in ROUTES if route.method == "GET" or route.name == "check_mandate"]
WRITING = [route for route in ROUTES if route not in READING]

Body = Callable[["World"], Any]
BODIES: dict[str, Body] = {
    "create_client": lambda _: {
        "id": "dune",
        "name": "Dune",
        "zone": "Asia/Tokyo",
        "owner": {"name": "Owner", "signature": "^OW"},
    },
    "add_agency": lambda _: {"name": "South", "owner": {"name": "Administrator", "signature": "^SA"}},
    "add_member": lambda _: {"name": "Further", "signature": "^FU"},
    "change_member": lambda _: {"own_accounts": [{"network": "x", "handle": "spare_time"}]},
    "make_key": lambda world: {"member": world.acme.approver, "scopes": ["read"]},
    "connect_account": lambda _: {
        "network": "mastodon",
        "handle": "acme_help",
        "base_url": "https://social.example",
        "credentials": {"access_token": "not-a-real-token"},
    },
    "reconnect_account": lambda _: {"credentials": {"access_token": "not-a-real-token-either"}},
    "add_source": lambda _: {"name": "Monitor", "scheme": "standard", "network": "mastodon"},
    "rotate_secret": lambda _: {},
    "add_endpoint": lambda _: {"url": "https://hooks.example/in"},
    "start_replay": lambda world: {"event": world.event},
    "change_endpoint": lambda _: {"events": ["post.*"]},
    "set_mandate": lambda _: {"rows": {"sales": {"approvals": 2}}},
    "sign_mandate": lambda world: {"sha256": world.proposal},
    "check_mandate": lambda world: {"activity": "post", "function": "sales", "account": world.acme.account},
    "ask_the_agency": lambda world: {
        "activity": "create",
        "function": "contest",
        "until": (world.house.clock.now() + timedelta(hours=1)).isoformat(),
    },
    "set_priorities": lambda _: {"items": [{"name": "Launch", "weight": 30, "words": ["launch"]}]},
    "set_listening": lambda _: {"watch_words": ["recall"], "answer_minutes": {"crisis": 10}},
    "set_guidelines": lambda _: {"words": [{"id": "claims", "words": ["guaranteed"], "severity": "approval"}]},
    "set_plan": lambda world: {
        "cadence": [{"most_a_day": 20, "least_gap_minutes": 0}],
        "quiet_hours": [{"starts": "02:00", "ends": "04:00"}],
        "slots": [{"weekday": "monday", "at": "09:00", "account": world.acme.account, "theme": "The week ahead"}],
    },
    "make_feed": lambda _: {"name": "The brand's calendar"},
    "introduce": lambda world: {"member": world.acme.owner, "accounts": [world.acme.account], "note": "Evenings"},
    "accept": lambda _: {"verdict": "accept"},
    "acknowledge": lambda _: {"version": 1},
    "train": lambda world: {"name": "Tone of voice", "at": world.house.clock.now().isoformat()},
    "dismiss_member": lambda _: {"reason": "has left"},
    "make_shift": lambda world: (
        world.shift(48) | {"introduce": {"account": world.acme.account, "handle": "acme", "text": "The owner is here"}}
    ),
    "hand_over": lambda _: {"note": "Two orders are open"},
    "recommend": lambda world: {"action": "respond", "drafts": [world.draft]},
    "escalate": lambda world: {"question": "Is it so?", "to": world.acme.owner},
    "dismiss": lambda _: {"reason": "spam"},
    "claim": lambda _: {"minutes": 30},
    "release": lambda _: {},
    "assign": lambda world: {"to": world.acme.agent},
    "snooze": lambda world: {"until": (world.house.clock.now() + timedelta(hours=1)).isoformat()},
    "wake": lambda _: {},
    "act_on_inbox": lambda world: {"action": "assign", "mentions": [world.names["mention"]], "to": "The night shift"},
    "answer_escalation": lambda _: {"answer": "It is."},
    "withdraw_escalation": lambda _: {"reason": "We know by now."},
    "set_escalation_plan": lambda world: {"functions": {"*": {"people": [world.acme.owner]}}},
    "close_watch": lambda _: {"outcome": "settled"},
    "add_follow_up": lambda world: {
        "what": "A call",
        "due_at": (world.house.clock.now() + timedelta(hours=1)).isoformat(),
        "function": "sales",
    },
    "close_follow_up": lambda _: {"outcome": "kept"},
    "reassign_follow_up": lambda world: {"to": world.acme.agent},
    "upload_picture": lambda _: sent(picture(colour=(30, 30, 200))),
    "create_post": lambda world: world.draft | {"function": "community"},
    "change_post": lambda _: {"text": "Good evening"},
    "make_approval_link": lambda world: {"member": world.acme.approver},
    "decide_by_link": lambda world: {"verdict": "approve", "code": world.code},
    "decide_on_post": lambda world: {"verdict": "approve", "content_hash": world.content_hash},
    "cancel_post": lambda _: {"reason": "not today"},
    "draft_reply": lambda _: {
        "name": "On its way",
        "text": "Dear {name}, it is on its way.",
        "variables": [{"name": "name", "kind": "name"}],
        "functions": ["customer_service"],
    },
    "change_reply": lambda _: {"text": "Dear {name}, it has left."},
    "decide_on_reply": lambda world: {"verdict": "approve", "content_hash": world.reply_hash},
    "add_advocate": lambda world: {"name": "Somebody", "consented_at": world.house.clock.now().isoformat()},
    "make_suggestion": lambda world: {
        "text": "We are hiring #employee",
        "disclosure": "#employee",
        "starts_at": world.house.clock.now().isoformat(),
        "ends_at": (world.house.clock.now() + timedelta(days=7)).isoformat(),
    },
    "decide_on_suggestion": lambda world: {"verdict": "approve", "content_hash": world.suggestion_hash},
    "record_share": lambda world: {"advocate": world.names["advocate"], "url": "https://social.example/@me/1"},
    "mark_person": lambda _: {"role": "employee", "holds": True},
    "ask_for_follower_audit": lambda _: {},
    "ask_for_export": lambda _: {"from": "2026-11-24", "until": "2026-11-25"},
    "agree_action": lambda _: {"text": "Answer sooner"},
    "add_note": lambda _: {"text": "A quiet week"},
    "make_review_link": lambda _: {"name": "The board"},
    "engage": lambda _: {"scope": "client:acme", "reason": "an incident"},
    "let_pass": lambda world: {
        "client": "acme",
        "post": world.names["post"],
        "content_hash": world.content_hash,
    },
    "recall": lambda world: {"client": "acme", "post": world.published},
    "run_drill": lambda world: {"client": "acme", "account": world.shadow},
    "set_recovery_plan": lambda world: {"may_stop": [world.acme.owner], "drill_every_days": 30},
}


class World:
    """A client of whose every kind of thing there is one, so that every route has something to work on."""

    def __init__(self) -> None:
        self.house = House()
        self.acme: Brand = brand(self.house)
        acme = self.acme
        owner, path = acme.owner_key, acme.path
        source = {"name": "Monitor", "scheme": "standard", "network": "mastodon"}
        waiting, asked = self.house.mention("Where is my order?"), self.house.mention("Who are you?")
        question = {"question": "Who are we?", "to": acme.owner}
        post = acme.draft("Good morning")
        self.content_hash: str = post["content_hash"]
        self.waits_for_a_call: str = acme.approve(acme.draft("Good evening", on_call=True))["id"]
        self.published: str = acme.published("Good day")["id"]
        self.house.clock.sleep(60)
        spare, _ = person(acme, "Spare", owner, ["read"])
        other = acme.stop(f"account:acme/{acme.account}")
        self.shadow = shadow(acme)
        heard(self.house)
        link = self.house.ok("POST", path(f"/posts/{post['id']}/approval-links"), {"member": acme.approver}, key=owner)
        self.code: str = link["code"]
        self.names = {
            "client": "acme",
            "network": "mastodon",
            "author": "@ada",
            "member": spare,
            "key": self.house.ok("POST", path("/keys"), {"member": spare, "scopes": ["read"]}, key=owner)["id"],
            "account": acme.account,
            "source": self.house.ok("POST", path("/sources"), source, key=owner)["id"],
            "endpoint": self.house.ok("POST", path("/endpoints"), {"url": "https://hooks.example"}, key=owner)["id"],
            "mention": waiting,
            "escalation": self.house.ok("POST", path(f"/mentions/{asked}/escalations"), question, key=owner)["id"],
            "post": post["id"],
            "link": link["id"],
            "token": link["url"].rpartition("/")[2],
            "watch": self.published,
            "sha256": self.house.ok("POST", path("/media"), sent(picture()), key=owner)["sha256"],
            "crisis": acme.crisis(),
            "week": "2026-W48",
            "export": self.house.ok("POST", path("/exports"), BODIES["ask_for_export"](self), key=owner)["id"],
            "stop": other["id"],
        }
        self._content_to_use_again()
        self._told()
        self.pending, _ = person(acme, "Newcomer", self.house.agency_key, ["read"])
        self.house.ok("POST", path("/roster"), {"member": self.pending}, key=self.house.agency_key)
        acme.introduce(spare, owner)
        shifts = [self.house.ok("POST", path("/shifts"), self.shift(hours), key=owner) for hours in (-1, 1)]
        self.names["shift"] = shifts[0]["id"]
        self.house.ok("PUT", path("/guidelines"), {"hashtags": {"most": 3}}, key=owner)
        acme.acknowledge()
        self.house.ok("PUT", path("/mandate"), {"rows": {"contest": {"create": "on_request"}}}, key=owner)
        proposed = self.house.ok(
            "PUT", path("/mandate"), {"rows": {"sales": {"approvals": 0}}}, key=self.house.agency_key
        )
        self.proposal: str = proposed["proposal"]["sha256"]
        self.house.ok("PUT", path("/priorities"), BODIES["set_priorities"](self), key=acme.owner_key)
        self.house.ok("POST", path(f"/sources/{self.names['source']}/secrets"), {}, key=owner)
        self.house.ok("POST", path(f"/endpoints/{self.names['endpoint']}/secrets"), key=owner)
        self.house.ok("POST", path(f"/mentions/{waiting}/claim"), {}, key=owner)
        made = self.house.ok("POST", path("/plan/feeds"), BODIES["make_feed"](self), key=owner)
        self.names["feed"] = made["id"]
        self.feed: str = made["url"].rpartition("?")[2]
        made = self.house.ok("POST", path("/reviews/2026-W48/links"), BODIES["make_review_link"](self), key=owner)
        self.review_link: str = made["id"]
        self.review_token: str = made["url"].rpartition("/")[2]
        self.house.ok("PUT", path("/escalation-plan"), BODIES["set_escalation_plan"](self), key=owner)
        promised = self.house.ok("POST", path("/follow-ups"), BODIES["add_follow_up"](self), key=owner)
        self.names["follow_up"] = promised["id"]
        self.laid_aside = self.house.mention("Lovely")
        self.house.ok("POST", path(f"/mentions/{self.laid_aside}/snooze"), BODIES["snooze"](self), key=owner)

    def _told(self) -> None:
        """One endpoint that is told again of a while, and one that is disabled."""
        self.event: str = self.house.entries()[0].id
        self.names["replay"] = self.told_again(self.names["endpoint"], self.acme.owner_key)
        self.disabled = self.disabled_endpoint(self.acme.owner_key)

    def told_again(self, endpoint: str, key: str) -> str:
        """A replay of the last hour."""
        since = {"since": (self.house.clock.now() - timedelta(hours=1)).isoformat()}
        return str(self.house.ok("POST", self.acme.path(f"/endpoints/{endpoint}/replays"), since, key=key)["id"])

    def disabled_endpoint(self, key: str) -> str:
        made = self.house.ok("POST", "/clients/acme/endpoints", BODIES["add_endpoint"](self), key=key)
        kept = self.house.store.get(Endpoint, "acme", made["id"])
        assert kept is not None
        now = self.house.clock.now()
        self.house.store.commit(replace(kept, disabled_at=now, disabled_because="it is gone", version=2))
        return kept.id

    def _content_to_use_again(self) -> None:
        acme, ok = self.acme, self.house.ok
        replies, suggestions = acme.path("/replies"), acme.path("/suggestions")
        reply = ok("POST", replies, BODIES["draft_reply"](self), key=acme.agent_key)
        suggestion = ok("POST", suggestions, BODIES["make_suggestion"](self), key=acme.agent_key)
        shown = ok("POST", suggestions, BODIES["make_suggestion"](self), key=acme.agent_key)
        yes = {"verdict": "approve", "content_hash": shown["content_hash"]}
        ok("POST", f"{suggestions}/{shown['id']}/approvals", yes, key=acme.approver_key)
        advocate = ok("POST", acme.path("/advocates"), BODIES["add_advocate"](self), key=acme.owner_key)
        self.shown: str = shown["id"]
        self.reply_hash: str = reply["content_hash"]
        self.suggestion_hash: str = suggestion["content_hash"]
        self.names |= {"reply": reply["id"], "suggestion": suggestion["id"], "advocate": advocate["id"]}

    @property
    def draft(self) -> dict[str, str]:
        return {"account": self.acme.account, "handle": "acme", "text": "Good night"}

    def shift(self, hours: int) -> dict[str, str]:
        """Of the owner, for two hours from then on."""
        begins = self.house.clock.now() + timedelta(hours=hours)
        ends = begins + timedelta(hours=2)
        return {"member": self.acme.owner, "starts_at": begins.isoformat(), "ends_at": ends.isoformat()}

    def call(self, route: Route, key: str | None, names: Mapping[str, str] | None = None) -> Response:
        """``names`` stand in the path for the ones that would be right."""
        named = {
            "enable_endpoint": {"endpoint": self.disabled},
            "publish_post": {"post": self.waits_for_a_call},
            "wake": {"mention": self.laid_aside},
            "record_share": {"suggestion": self.shown},
            "accept": {"member": self.pending},
            "acknowledge": {"member": self.acme.owner},
            "withdraw_review_link": {"link": self.review_link},
            "open_review_page": {"token": self.review_token},
        }
        own = named.get(route.name, {})
        path = route.path.format(**self.names | own | dict(names or {}))
        path += f"?{self.feed}" if route.name == "read_feed" else ""
        body = BODIES[route.name](self) if route.body else None
        return self.house.call(route.method, path, body, key=key)

    def proper_key(self, route: Route) -> str:
        return self.house.agency_key if route.name == "create_client" else self.acme.owner_key

    def everything(self) -> Any:
        return self.house.store.everything()


@pytest.fixture
def world() -> World:
    return World()


def of(routes: Iterable[Route]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("route", routes, ids=lambda route: route.name)


def test_every_route_with_a_body_is_tried_here() -> None:
    assert set(BODIES) == {route.name for route in ROUTES if route.body}
    assert len(BY_NAME) == len(ROUTES)


@of(ROUTES)
def test_a_route_does_for_its_caller_what_it_says(world: World, route: Route) -> None:
    given = world.call(route, world.proper_key(route))
    assert given.status == route.status, given.body
    assert given.headers["Content-Type"] == (
        route.content_type if route.returns in (str, bytes) else "application/json"
    )
    assert msgspec.convert(given.body, str if route.returns is bytes else route.returns) is not None


@of(KEYED)
def test_no_route_opens_without_a_key(world: World, route: Route) -> None:
    before = world.everything()
    given = world.call(route, None)
    assert given.status == 401
    assert given.headers["WWW-Authenticate"] == "Bearer"
    assert world.everything() == before


@of(KEYED)
def test_a_removed_members_key_opens_no_route(world: World, route: Route) -> None:
    _, key = person(world.acme, "Leaver", world.acme.owner_key, [scope.value for scope in Scope])
    leaver = world.house.ok("GET", "/clients/acme/members", key=key)[-1]["id"]
    world.house.ok("DELETE", f"/clients/acme/members/{leaver}", key=world.acme.owner_key)
    assert world.call(route, key).status == 401


@of(TENANTS)
@pytest.mark.parametrize("whose", ["owner", "agent", "administrator"])
def test_another_clients_key_is_told_that_nothing_is_there(world: World, route: Route, whose: str) -> None:
    administrator = world.house.agency("South")
    bolt = brand(world.house, "bolt", administrator)
    _, agent = person(bolt, "Agent", administrator, [scope.value for scope in Scope])
    key = {"owner": bolt.owner_key, "agent": agent, "administrator": administrator}[whose]
    before = world.everything()
    given = world.call(route, key)
    assert given.status == 404, given.body
    assert world.everything() == before


@of(INNER)
def test_another_clients_things_are_not_found_under_ones_own_client(world: World, route: Route) -> None:
    bolt = brand(world.house, "bolt")
    before = world.everything()
    assert world.call(route, bolt.owner_key, {"client": "bolt"}).status == 404
    assert world.everything() == before


def test_another_clients_stops_are_not_listed(world: World) -> None:
    bolt = brand(world.house, "bolt")
    assert world.house.ok("GET", "/stops", key=bolt.owner_key) == []


@of([route for route in KEYED if route.name != "create_client"])
@pytest.mark.parametrize("scope", Scope)
def test_a_key_does_what_its_scope_says_and_nothing_else(world: World, route: Route, scope: Scope) -> None:
    body = {"member": world.acme.owner, "scopes": [scope.value]}
    key = world.house.ok("POST", "/clients/acme/keys", body, key=world.acme.owner_key)["key"]
    before = world.everything()
    given = world.call(route, key)
    if route.scope in (scope, None):
        assert given.status == route.status, given.body
    else:
        assert given.status == 403
        assert world.everything() == before


@of(READING)
def test_reading_writes_nothing(world: World, route: Route) -> None:
    before = world.everything()
    world.call(route, world.proper_key(route))
    assert world.everything() == before


@of(WRITING)
def test_every_change_is_in_the_ledger_and_names_who_made_it(world: World, route: Route) -> None:
    world.house.store.commits.clear()
    world.house.clock.sleep(1)
    world.call(route, world.proper_key(route))
    entered = [record for commit in world.house.store.commits for record in commit if isinstance(record, Entry)]
    assert world.house.store.commits
    assert entered
    made_by_person = [entry for entry in entered if "member" in entry.who]
    assert made_by_person
    opened = world.proper_key(route) if route.opens_with == "key" else world.names["token"]
    for entry in made_by_person:
        assert entry.who["key" if route.opens_with == "key" else "link"] in opened
        assert entry.at == world.house.clock.now()


@of([route for route in KEYED if not route.path.startswith(("/stops", "/recalls", "/drills"))])
def test_an_agencys_administration_key_sets_up_and_reads_nothing(world: World, route: Route) -> None:
    given = world.call(route, world.house.agency_key)
    if route.scope in (Scope.ADMIN, None):
        assert given.status in (route.status, 403, 409 if route.name == "sign_mandate" else 403), given.body
    else:
        assert given.status == 404


@of([route for route in ROUTES if route.method != "GET" and "{" in route.path])
def test_what_does_not_exist_is_not_found(world: World, route: Route) -> None:
    names = {name: "none_such" for name in world.names if name not in ("client", "week")}
    if not any("{" + name + "}" in route.path for name in names):
        names = {"client": "none-such"}
    before = world.everything()
    assert world.call(route, world.acme.owner_key, names).status == 404
    assert world.everything() == before


@of(ROUTES)
def test_a_route_has_one_sentence_to_say_what_it_does(route: Route) -> None:
    assert route.summary.endswith(".")
    assert route.status in (200, 201)


@of([route for route in DESK_ROUTES if route in WRITING])
def test_a_store_that_did_not_answer_is_told_as_such_and_asked_again_it_does_it(world: World, route: Route) -> None:
    key, before, queued = world.proper_key(route), world.everything(), len(world.house.outbound.sent)
    world.house.store.before["commit"].append(raising(StoreError("The store did not answer.")))
    given = world.call(route, key)
    assert given.status == 503
    assert given.body["title"] == "Not known to be done"
    assert int(given.headers["Retry-After"]) >= 1
    assert world.everything() == before
    assert len(world.house.outbound.sent) == queued
    assert world.call(route, key).status == route.status
