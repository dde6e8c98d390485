"""One day between a brand and its agency, told as it happens."""

import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console

from infra.client import Api, ApiError, request
from infra.demo import senders
from infra.demo.receiver import Receiver, receiving
from infra.engine import Engine, running_engine
from shared.domain.weeks import week_of

CLIENT = "acme"
ZONE = "Europe/Oslo"
PATIENCE = 45.0
"""Seconds that any one step may take before the demo says that it failed."""
TIMED_IN = timedelta(seconds=8)
MENTIONS = [
    ("happy_one", 220, "Love the new colours, great work"),
    ("buyer_two", 90, "My order never arrived and support does not answer. Can anyone help?"),
    ("paper_three", 88_000, "Reporter here: may I have a statement for an article on the price of the X200?"),
    ("spam_four", 3, "crypto airdrop, followback"),
]


class DemoError(Exception):
    """The product did not do what it promises."""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody's own line to the APIs."""

    owner: Api
    approver: Api
    second: Api
    agent: Api
    approver_id: str
    owner_stop: Api
    second_stop: Api
    agent_stop: Api


class Story:
    def __init__(self, engine: Engine, receiver: Receiver, console: Console) -> None:
        self.engine = engine
        self.receiver = receiver
        self.console = console
        self.started = time.monotonic()
        self.account = ""

    def say(self, text: str) -> None:
        self.console.print(f"[dim]{time.monotonic() - self.started:6.1f} s[/]  {text}", soft_wrap=True)

    def chapter(self, title: str) -> None:
        self.console.print(f"\n[bold]{title}[/]")

    def until(self, what: str, look: Callable[[], Any]) -> Any:
        """The first true answer of ``look``, with a progress line while there is none."""
        end = time.monotonic() + PATIENCE
        with self.console.status(f"waiting: {what}"):
            while time.monotonic() < end:
                if found := look():
                    return found
                time.sleep(0.1)
        raise DemoError(f"{what}: not within {PATIENCE:.0f} s")

    def expect(self, what: str, true: bool) -> None:
        if not true:
            raise DemoError(f"not so: {what}")

    def timeline(self) -> list[Any]:
        """What the network itself holds for the account."""
        found: list[Any] = request("GET", f"{self.engine.network_url}/sandbox/timeline?handle={CLIENT}").body
        return found

    def path(self, rest: str) -> str:
        return f"/clients/{CLIENT}{rest}"

    def post_state(self, people: People, post: str) -> str:
        return str(people.agent.get(self.path(f"/posts/{post}"))["state"])

    def reached(self, people: People, post: str, state: str) -> bool:
        """Whether a post is in ``state``; raises when it has gone elsewhere instead."""
        now = people.agent.get(self.path(f"/posts/{post}"))
        if now["state"] not in (state, "scheduled", "claimed"):
            raise DemoError(f"the post is {now['state']} instead of {state}: {now['because']}")
        return bool(now["state"] == state)


def run() -> None:
    """Tell the whole story; raises :class:`DemoError` where the product breaks a promise."""
    console, started = Console(), time.monotonic()
    with ExitStack() as held:
        with console.status("starting the local engine, packaging and deploying seven functions"):
            engine = held.enter_context(running_engine())
        receiver = held.enter_context(receiving())
        console.print(f"[dim]{time.monotonic() - started:6.1f} s[/]  seven functions deployed to the local engine")
        _tell(Story(engine, receiver, console))
    console.print(f"\n[bold]Done in {time.monotonic() - started:.0f} s.[/] Nothing is left running.")


def _tell(story: Story) -> None:
    people = introduce(story)
    answerable, press = mentions_come_in(story, people)
    published = answer_one(story, people, answerable)
    ask_the_client(story, people, press)
    post_on_time(story, people)
    stop_everything(story, people, published)
    what_the_agency_heard(story)
    look_back(story, people)


def introduce(story: Story) -> People:
    story.chapter("Who is who")
    desk, recover = story.engine.api_url, story.engine.recover_url
    agency = Api(desk, story.engine.agency_key)
    owner = {"name": "Brand owner", "signature": "^BO"}
    zone = {"id": CLIENT, "name": "Acme", "zone": ZONE, "owner": owner}
    admitted = agency.post("/clients", zone)
    brand = Api(desk, admitted["owner_key"])
    story.say("the agency created the client acme; the brand holds its own first key from now on")

    def person(admin: Api, name: str, signature: str, scopes: list[str]) -> tuple[str, str]:
        member = admin.post(story.path("/members"), {"name": name, "signature": signature})["id"]
        return member, admin.post(story.path("/keys"), {"member": member, "scopes": scopes})["key"]

    approver_id, approver = person(brand, "Brand approver", "^BA", ["read", "approve", "stop"])
    _, second = person(brand, "Second at the brand", "^BS", ["stop"])
    agent_id, agent = person(agency, "Agency writer", "^MS", ["read", "recommend", "stop"])
    story.say("people and keys: two at the brand, one writer at the agency; one key can stop and nothing else")
    agency.post(story.path("/roster"), {"member": agent_id})
    Api(desk, approver).post(story.path(f"/roster/{agent_id}/acceptance"), {"verdict": "accept"})
    story.say("the agency introduced its writer, and the brand accepted them: only so does what they write go out")
    try:
        agency.post(story.path("/keys"), {"member": approver_id, "scopes": ["approve"]})
        raise DemoError("the agency made a key of its client")
    except ApiError as refusal:
        story.say(
            f"the agency tried to make a key for the brand's approver: {refusal.status}, {refusal.problem['detail']}"
        )
    account = {
        "network": "mastodon",
        "handle": CLIENT,
        "base_url": story.engine.network_url,
        "credentials": {"access_token": f"sandbox-{CLIENT}"},
    }
    story.account = brand.post(story.path("/accounts"), account)["id"]
    endpoint = Api(desk, story.engine.agency_key).post(story.path("/endpoints"), {"url": story.receiver.url})
    story.receiver.secret = endpoint["secret"]
    story.say("@acme is connected, and the agency's own system listens for signed webhooks")
    return People(
        owner=brand,
        approver=Api(desk, approver),
        second=Api(desk, second),
        agent=Api(desk, agent),
        approver_id=approver_id,
        owner_stop=Api(recover, admitted["owner_key"]),
        second_stop=Api(recover, second),
        agent_stop=Api(recover, agent),
    )


def mentions_come_in(story: Story, people: People) -> tuple[str, str]:
    story.chapter("Mentions come in")
    tool = people.owner.post(
        story.path("/sources"), {"name": "Monitoring", "scheme": "standard", "network": "mastodon"}
    )
    app_secret = "an app secret of X"  # noqa: S105
    x = people.owner.post(story.path("/sources"), {"name": "X", "scheme": "x", "secret": app_secret})
    hook = f"{story.engine.hooks_url}/{tool['id']}"
    reports = [
        {"external_id": _written(story, author, text), "author": author, "followers": followers, "text": text}
        for author, followers, text in MENTIONS
    ]
    first = senders.standard(hook, tool["secret"], reports, "msg_1")
    again = senders.standard(hook, tool["secret"], reports, "msg_1")
    forged = senders.standard(hook, "whsec_" + "A" * 43 + "=", reports, "msg_2")
    story.say(f"a signed webhook: {first.status}; the same again: {again.status}; a forged one: {forged.status}")
    story.expect("200, 200 and 401", (first.status, again.status, forged.status) == (200, 200, 401))
    payload = {
        "data": {
            "event_uuid": "-1",
            "event_type": "post.mention.create",
            "payload": {"id": "77", "author_id": "9", "text": "@acme the app crashes when I pay. Please fix it?"},
            "includes": {"users": [{"id": "9", "username": "payer_five", "public_metrics": {"followers_count": 40}}]},
        }
    }
    story.expect(
        "X's webhook is taken", senders.x(f"{story.engine.hooks_url}/{x['id']}", app_secret, payload).status == 200
    )
    items = story.until("five mentions in the inbox", lambda: _inbox(story, people, 5))
    _show_inbox(story, items, "the inbox, by base score")
    statement = {"items": [{"name": "X200 launch", "weight": 40, "words": ["X200"], "note": "launch week"}]}
    people.owner.put(story.path("/priorities"), statement)
    items = _inbox(story, people, 5) or []
    _show_inbox(story, items, "the brand says what matters today; the very next read is in the new order")
    story.expect("the X200 question is first", items[0]["author"] == "paper_three")
    return next(item["id"] for item in items if item["author"] == "buyer_two"), items[0]["id"]


def _written(story: Story, author: str, text: str) -> str:
    """A stranger's message on the network itself, so that it can be replied to; returns its id."""
    message = {"from": author, "to": CLIENT, "text": text}
    return str(request("POST", f"{story.engine.network_url}/sandbox/mentions", message).body["id"])


def _inbox(story: Story, people: People, size: int) -> list[Any] | None:
    items: list[Any] = people.agent.get(story.path("/inbox"))["items"]
    return items if len(items) == size else None


def _show_inbox(story: Story, items: list[Any], title: str) -> None:
    story.say(title)
    for item in items:
        because = ", ".join(f"{reason['name']} {reason['points']:+.0f}" for reason in item["reasons"])
        story.console.print(f"        {item['score']:4.0f}  {item['text']}", soft_wrap=True, highlight=False)
        story.console.print(f"              [dim]{item['function']}: {because}[/]", soft_wrap=True, highlight=False)


def answer_one(story: Story, people: People, mention: str) -> str:
    story.chapter("A reply")
    texts = ["We are sorry! Please send us your order number. ^MS", "Sorry. We look into it. ^MS"]
    drafts = [{"account": story.account, "handle": CLIENT, "text": text} for text in texts]
    wanted = {"action": "respond", "note": "A late order.", "drafts": drafts}
    made = people.agent.post(story.path(f"/mentions/{mention}/recommendations"), wanted)
    chosen = people.approver.get(story.path(f"/posts/{made['posts'][0]}"))
    story.say("the agency recommended an answer with two drafts")
    approve = {"verdict": "approve", "content_hash": chosen["content_hash"]}
    people.approver.post(story.path(f"/posts/{chosen['id']}/approvals"), approve)
    story.say(f"the brand approved exactly this text: {chosen['content_hash'][:16]}…")
    story.until("the reply on the network", lambda: story.reached(people, chosen["id"], "published"))
    post = people.agent.get(story.path(f"/posts/{chosen['id']}"))
    other = story.post_state(people, made["posts"][1])
    story.say(f"published: {post['published']['url']}; the other draft is {other}")
    return str(chosen["id"])


def ask_the_client(story: Story, people: People, mention: str) -> None:
    story.chapter("A question that only the brand can answer")
    question = {"question": "What may we say about the price?", "to": people.approver_id}
    escalation = people.agent.post(story.path(f"/mentions/{mention}/escalations"), question)
    story.say(f"asked, to be answered by {escalation['deadline'][:16]}")
    answer = {"answer": "It is in the press kit; link to it."}
    people.approver.post(story.path(f"/escalations/{escalation['id']}/answer"), answer)
    story.say("answered; the mention is in the inbox again")


def _timed(story: Story, people: People, text: str, ahead: timedelta) -> tuple[str, datetime]:
    at = datetime.now(UTC) + ahead
    draft = {
        "account": story.account,
        "handle": CLIENT,
        "text": text,
        "function": "announcement",
        "publish_at": at.isoformat(),
    }
    post = people.agent.post(story.path("/posts"), draft)
    approve = {"verdict": "approve", "content_hash": post["content_hash"]}
    people.approver.post(story.path(f"/posts/{post['id']}/approvals"), approve)
    return str(post["id"]), at


def post_on_time(story: Story, people: People) -> None:
    story.chapter("A timed post")
    post, at = _timed(story, people, "The X200 is here. ^MS", TIMED_IN)
    story.say(f"approved for {at:%H:%M:%S.%f}"[:-3])
    story.until("its time", lambda: story.reached(people, post, "published"))
    landed = next(status for status in story.timeline() if "X200" in status["text"])
    late = (datetime.fromisoformat(landed["created_at"]) - at).total_seconds()
    story.say(f"the network shows it {late * 1000:+.0f} ms from its time")
    story.expect("never early", late >= 0)


def stop_everything(story: Story, people: People, published: str) -> None:
    story.chapter("An incident: stop, receipt, recall, resume")
    due, at = _timed(story, people, "Have a lovely day, everyone! ^MS", timedelta(seconds=6))
    stop = people.second_stop.post("/stops", {"scope": f"client:{CLIENT}", "reason": "an accident"}, Prefer="wait=15")
    story.say(f"stopped with a key that can do nothing else; drained: {stop['drained_at'] is not None}")
    for named in stop["named"] or []:
        story.say(f"  in flight or just out: {named['post']}: {named['end']}")
    try:
        people.agent_stop.post(f"/stops/{stop['id']}/resume")
        raise DemoError("the agency lifted its client's stop")
    except ApiError as refusal:
        story.say(f"the agency asked to resume: {refusal.status}, {refusal.problem['detail']}")
    story.until("the post that was due", lambda: story.reached(people, due, "held"))
    story.expect("nothing went out", not any("lovely" in status["text"] for status in story.timeline()))
    story.say(f"the post due at {at:%H:%M:%S} is held; the network never saw it")
    gone = people.second_stop.post("/recalls", {"client": CLIENT, "post": published})
    story.say(f"recalled the reply: {gone['state']}, {gone['because']}")
    one = people.second_stop.post(f"/stops/{stop['id']}/resume")
    two = people.owner_stop.post(f"/stops/{stop['id']}/resume")
    story.say(f"one person asked to resume: lifted {one['lifted']}; a second one: lifted {two['lifted']}")
    story.expect("the held post is back in review", two["in_review"] == [due])
    story.say("what was held is back in review, and goes nowhere without a new decision")


def what_the_agency_heard(story: Story) -> None:
    story.chapter("What the agency's own system heard")
    story.expect("the lift arrived", story.receiver.wait_for("stop.lifted", PATIENCE))
    types = story.receiver.types()
    story.say(f"{len(types)} signed webhooks, {story.receiver.forged} with a wrong signature:")
    story.console.print("         " + ", ".join(dict.fromkeys(types)), soft_wrap=True)
    story.expect("no forged webhook", story.receiver.forged == 0)


def look_back(story: Story, people: People) -> None:
    story.chapter("The week's review")
    week = week_of(datetime.now(UTC), ZONE)
    people.agent.post(story.path(f"/reviews/{week}/actions"), {"text": "Answer late orders inside the hour."})
    review = people.owner.get(story.path(f"/reviews/{week}"))
    names = ("mentions_received", "recommendations", "posts", "escalations_answered_in_time", "stops")
    summary = {name: review[name] for name in names} | {"actions": [one["text"] for one in review["actions"]]}
    story.console.print_json(json.dumps(summary))
