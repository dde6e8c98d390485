"""One full record of every kind that a store keeps, and a strategy for arbitrary ones."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from shared.domain import accounts, review
from shared.domain.accounts import Account, AccountKind, Grant, Scheme, Source
from shared.domain.agreed import Actions, ReviewAction, ReviewNote, ReviewNotes
from shared.domain.apart.separation import Misplaced, OutOfPlace
from shared.domain.apart.traces import Left, Trace
from shared.domain.apart.voices import Voice, VoiceHolder
from shared.domain.approval_links import ApprovalLink
from shared.domain.approvals import Approval, Approver, Demand
from shared.domain.attempts import Attempt, AttemptState
from shared.domain.audit import Audit, Break
from shared.domain.content.advocates import Advocate, Share, Suggestion
from shared.domain.content.replies import ReplyUse, SavedReply
from shared.domain.content.values import ValueKind, Variable
from shared.domain.couriers import Courier
from shared.domain.deliveries import Delivery
from shared.domain.endpoints import Endpoint, EndpointKind
from shared.domain.engagement import Reached, ReadBack
from shared.domain.exports import Export, ExportContent, ExportFormat, ExportOrder, ExportState
from shared.domain.following.alarms import Alarm
from shared.domain.following.escalations import Chain, Escalation, EscalationPlan, EscalationState, EscalationStep
from shared.domain.following.follow_ups import Commitment, FollowUp, FollowUpState
from shared.domain.following.watches import Watch
from shared.domain.guidelines.findings import GuidelineFinding, Severity
from shared.domain.guidelines.rules import Disclosure, Guidelines, HashtagRule, SigningRule, Where, WordRule
from shared.domain.incidents import Incident, IncidentKind
from shared.domain.lanes import Lane, Place
from shared.domain.ledger import Entry
from shared.domain.listening.classify import Intent, OwnFunction
from shared.domain.listening.crisis import Crisis, Ground
from shared.domain.listening.crisis import Evidence as CrisisEvidence
from shared.domain.listening.followers import (
    AuditState,
    Finding,
    FollowerAudit,
    Growth,
    Interval,
    Quality,
)
from shared.domain.listening.likeness import Likeness, Said
from shared.domain.listening.mentions import Claim, Mention, MentionState, Unread
from shared.domain.listening.people import Evidence, PeopleKey, Person, RoleMark, Utterance
from shared.domain.listening.polling import Listened
from shared.domain.listening.priorities import Nudge, Priorities, Priority
from shared.domain.listening.pulse import Beat, Pulse
from shared.domain.listening.ranking import Scored
from shared.domain.listening.scores import Role
from shared.domain.listening.settings import Listening
from shared.domain.mandate.agreement import Mandate, MandateRequest, MandateVersion, Proposal, Signature
from shared.domain.mandate.terms import Activity, Row, RowChange, Who, sensible_default
from shared.domain.measures.days import DayMeasures, Measuring
from shared.domain.measures.figures import By, Figures
from shared.domain.measures.histogram import Histogram
from shared.domain.parties import Agency, Caller, Client, Key, KeyUse, Member, OwnAccount, Party, Roll, Scope
from shared.domain.pictures import Picture
from shared.domain.plan.agenda import Agenda, Taken
from shared.domain.plan.feeds import Feed
from shared.domain.plan.findings import PlanFinding, PlanRule
from shared.domain.plan.rules import (
    Blackout,
    Cadence,
    Campaign,
    Coverage,
    CoverageAction,
    Plan,
    QuietHours,
    Slot,
    Weekday,
)
from shared.domain.posts import Media, Post, PostState, Published, Question, UsedReply
from shared.domain.rates import Permits
from shared.domain.receipts import Ends, Named, NamedEnd, ReceiptPage
from shared.domain.recommendations import Action, Recommendation
from shared.domain.recovery import Contact, Drill, DrillOutcome, RecoveryPlan, Statement
from shared.domain.replay import Reply
from shared.domain.replays import Replay
from shared.domain.review import Agreements
from shared.domain.review_links import ReviewLink
from shared.domain.roster.shifts import Handover, Shift
from shared.domain.roster.speakers import Speaker, Training
from shared.domain.schedule import Mark, Timer, TimerKind
from shared.domain.standing_codes import StandingCode
from shared.domain.stops import Flag, Pass, QueuedRecall, StandingStop, Stop

AT = datetime(2026, 11, 25, 9, 30, 15, 123456, tzinfo=UTC)
LATER = AT + timedelta(minutes=7, microseconds=1)
PICTURE = Media(sha256="ab" * 32, kind="image/png", size=70, width=3, height=2, alt="A red square «on» white")
PUBLISHED = Published(external_id="11456", url="https://social.example/@acme/11456", at=LATER)


def mention(id_: str = "mnt_1", *, score: float = 12.5, **changes: Any) -> Mention:
    fields: dict[str, Any] = {
        "id": id_,
        "client": "acme",
        "network": "mastodon",
        "external_id": "99",
        "author": "ada",
        "text": 'My order is late 😡 — pourquoi?\n"quoted" \\ and 日本語',
        "url": "https://social.example/@ada/99",
        "posted_at": AT,
        "received_at": LATER,
        "followers": 1200,
        "in_reply_to": "",
        "conversation": "98",
        "sources": ("src_1", "src_2"),
        "function": "customer_service",
        "intent": Intent.COMPLAINT,
        "sentiment": -0.25,
        "needs_answer": True,
        "urgency": 1,
        "language": "en",
        "because": ("late: customer_service",),
        "roles": ("detractor",),
        "heat": 1,
        "waits": 2,
        "score": score,
        "ranking": "0123456789ab",
        "next_at": LATER,
        "assigned_to": "night shift",
        "claim": Claim(by="mbr_1", until=LATER),
        "state": MentionState.OPEN,
    }
    return Mention(**fields | changes)


def post(id_: str = "pst_1", **changes: Any) -> Post:
    fields: dict[str, Any] = {
        "id": id_,
        "client": "acme",
        "agency": "north",
        "account": "acc_1",
        "network": "mastodon",
        "handle": "acme",
        "function": "customer_service",
        "text": "It ships today 🚚 ^MS",
        "in_reply_to": "99",
        "mention": "mnt_1",
        "recommendation": None,
        "author": "mbr_1",
        "publish_at": AT,
        "author_party": Party.AGENCY,
        "demand": Demand(approvals=1, parties=(Party.CLIENT,), approvers=(Approver(party=Party.CLIENT, team="legal"),)),
        "approvals": (Approval(member="mbr_2", party=Party.CLIENT, content_hash="ab" * 32, at=AT, of_reply="cd" * 32),),
        "created_at": AT,
        "due_at": LATER,
        "state": PostState.SCHEDULED,
        "state_at": AT,
        "sent": (PUBLISHED,),
        "media": (PICTURE,),
        "language": "en",
        "findings": (
            GuidelineFinding(
                rule="claims",
                severity=Severity.APPROVAL,
                start=3,
                end=8,
                said="ships",
                advice="Say it in other words.",
                approver=Party.CLIENT,
            ),
        ),
        "guidelines": 2,
        "plan_findings": (
            PlanFinding(rule=PlanRule.LEAST_GAP, because="Another is near.", refuses=True, next_at=LATER),
        ),
        "reply": UsedReply(id="rpl_1", content_hash="cd" * 32),
        "commitments": (Commitment(what="A parcel number", due_at=LATER),),
        "questions": (Question(escalation="esc_1", text="Today?", answer="Yes.", by="mbr_2", at=LATER),),
    }
    return Post(**fields | changes)


def attempt(id_: str = "att_1", *, started_at: datetime = AT, **changes: Any) -> Attempt:
    fields: dict[str, Any] = {
        "id": id_,
        "client": "acme",
        "agency": "north",
        "account": "acc_1",
        "network": "mastodon",
        "post": "pst_1",
        "started_at": started_at,
        "deadline": started_at + timedelta(seconds=15),
        "state": AttemptState.LANDED,
        "published": PUBLISHED,
        "ended_at": LATER,
    }
    return Attempt(**fields | changes)


def timer(subject: str = "pst_1", *, due_at: datetime = AT, **changes: Any) -> Timer:
    fields: dict[str, Any] = {"kind": TimerKind.POST, "realm": "acme", "subject_version": 3}
    return Timer(subject=subject, due_at=due_at, **fields | changes)


def person(id_: str = "per_1", **changes: Any) -> Person:
    fields: dict[str, Any] = {
        "client": "acme",
        "network": "mastodon",
        "author": "@ada",
        "handle": "Ada",
        "first_at": AT,
        "last_at": LATER,
        "mentions": 2,
        "sentiment": 250,
        "functions": {"community": 2},
        "days": {"2026-11-25": 2},
        "texts": {"0badcafe": 2},
        "followers": 1200,
        "followers_at": LATER,
        "evidence": (Evidence(mention="mnt_1", at=AT, sentiment=-0.25),),
        "marks": (RoleMark(role=Role.EMPLOYEE, holds=False, by="mbr_1", at=AT),),
    }
    return Person(id=id_, **fields | changes)


def entry(id_: str = "led_1", *, at: datetime = AT, realm: str = "acme") -> Entry:
    who = {"member": "mbr_1", "key": "key_1", "party": "agency"}
    data = {"score": 1.5, "count": 3, "parts": ["a", "b"], "nested": {"yes": True, "none": None}}
    return Entry(id=id_, realm=realm, at=at, type="post.approved", subject="pst_1", who=who, data=data)


def flag(scope: str = "client:acme", **changes: Any) -> Flag:
    fields: dict[str, Any] = {"epoch": 1, "engaged": ("stp_1",), "lifted_at": AT}
    return Flag(scope=scope, **fields | changes)


def page(stop: str = "stp_1", number: int = 1, **changes: Any) -> ReceiptPage:
    named = Named(attempt="att_1", client="acme", account="acc_1", post="pst_1", started_at=AT, end=NamedEnd.RECALLED)
    return ReceiptPage(stop=stop, number=number, **{"named": (named,)} | changes)


def account(id_: str = "acc_1", client: str = "acme") -> Account:
    return Account(
        id=id_,
        client=client,
        network="mastodon",
        handle="acme",
        kind=AccountKind.PERSON,
        base_url="https://social.example",
        owner="mbr_1",
        created_at=AT,
    )


CALLER = Caller(
    realm="acme",
    key="key_1",
    member="mbr_1",
    party=Party.AGENCY,
    agency="north",
    scopes=frozenset({Scope.STOP, Scope.READ}),
)
ACTION = ReviewAction(
    id="act_1", text="Answer faster", agreed_in="2026-W47", by="mbr_1", party=Party.AGENCY, at=AT, done_at=LATER
)
NOTE = ReviewNote(id="not_1", text="A quiet week", by="mbr_1", party=Party.CLIENT, at=AT)
AGREED = Agreements(listening=Listening(client="acme"), actions=(ACTION,), notes=(NOTE,))
SAMPLES: tuple[Any, ...] = (
    Client(id="acme", name="Acme", zone="Europe/Oslo", agencies=("north", "south"), created_at=AT),
    Agency(id="north", name="North", created_at=AT),
    Member(
        id="mbr_1",
        realm="acme",
        party=Party.AGENCY,
        agency="north",
        name="M",
        signature="^MS",
        created_at=AT,
        person="mbr_9",
        serves=("acme", "bolt"),
        own_accounts=(OwnAccount(network="mastodon", handle="m", server="social.example"),),
    ),
    Key(
        id="key_1",
        realm="acme",
        member="mbr_1",
        party=Party.CLIENT,
        agency=None,
        scopes=(Scope.APPROVE, Scope.READ),
        digest="cd" * 32,
        created_at=AT,
        expires_at=LATER,
    ),
    account(),
    Grant(account="acc_1", client="acme", expires_at=LATER, refresh_at=AT, lease_until=LATER),
    Source(
        id="src_1",
        client="acme",
        name="Listening tool",
        scheme=Scheme.GENERIC,
        network="mastodon",
        secrets=("s3cret-1", "s3cret-2"),
        verify_token="token",
        mapping=accounts.FieldMapping(external_id="id", author="user.name", text="body"),
        created_at=AT,
    ),
    Unread(id="unr_1", client="acme", source="src_1", types=("like",), body="{}", received_at=AT),
    Listening(
        client="acme",
        functions=(OwnFunction(name="warranty", words=("seal", "guarantee")),),
        watch_words=("strike",),
        escalate_to="mbr_1",
        set_by="mbr_1",
        set_at=AT,
        version=1,
    ),
    Guidelines(
        client="acme",
        words=(WordRule(id="claims", words=("guaranteed", "cure*"), severity=Severity.APPROVAL),),
        disclosures=(Disclosure(id="ad", texts=("#ad",), put_on=True, where=Where(functions=("contest",))),),
        signing=SigningRule(where=Where(networks=("mastodon",))),
        hashtags=HashtagRule(most=3),
        set_by="mbr_1",
        set_at=AT,
        version=1,
    ),
    Plan(
        client="acme",
        cadence=(Cadence(accounts=("acc_1",), most_a_day=3, least_gap_minutes=90),),
        quiet_hours=(QuietHours(weekdays=(Weekday.FRIDAY,), starts="22:00", ends="06:30"),),
        blackouts=(Blackout(first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), reason="Christmas"),),
        slots=(Slot(weekday=Weekday.MONDAY, at="09:15", account="acc_1", theme="The week ahead"),),
        campaigns=(
            Campaign(
                name="Advent",
                first_day=date(2026, 12, 1),
                last_day=date(2026, 12, 24),
                hashtags=("advent",),
                functions=("contest",),
                note="One window a day.",
            ),
        ),
        least_live_share=0.5,
        coverage=Coverage(window_hours=2, action=CoverageAction.WARN, functions=("announcement",)),
        set_by="mbr_1",
        set_at=AT,
        version=1,
    ),
    Agenda(
        client="acme", account="acc_1", places=(Taken(post="pst_1", at=AT), Taken(post="pst_2", at=LATER)), version=1
    ),
    Feed(
        id="fed_1",
        client="acme",
        name="The brand's calendar",
        party=Party.AGENCY,
        agency="north",
        key="key_1",
        digest="cd" * 32,
        made_by="mbr_1",
        made_at=AT,
        closed_at=LATER,
    ),
    Pulse(
        client="acme", minute=29_000_000, beats=(Beat(topic="", since=1, last=2, people=(0, 3)),), cursor="2026-11-25#"
    ),
    Crisis(
        id="cri_1",
        client="acme",
        topic="launch",
        raised_at=AT,
        evidence=CrisisEvidence(
            ground=Ground.BURST,
            minutes=15,
            seen=9,
            expected=0.4,
            people=12,
            share_negative=0.75,
            usual_share_negative=0.2,
            networks=("mastodon", "x"),
            examples=("mnt_1",),
            hours_learnt=400,
            because="9 people spoke against the brand.",
        ),
        peak=9,
    ),
    Scored(client="acme", ranking="0123456789ab", seen_at=AT, settled=True),
    Nudge(client="acme", at=AT),
    Likeness(
        id="lik_1",
        client="acme",
        said=(Said(mention="mnt_1", external_id="99", posted_at=AT),),
        until=LATER.replace(microsecond=0),
    ),
    Endpoint(
        id="end_1",
        client="acme",
        party=Party.CLIENT,
        agency=None,
        url="https://tool.example/hook",
        secrets=("whsec_c2VjcmV0",),
        events=("post.*",),
        created_at=AT,
    ),
    Endpoint(
        id="end_2",
        client="acme",
        party=Party.AGENCY,
        agency="north",
        kind=EndpointKind.SLACK,
        url="https://hooks.slack.example/services/1",
        secrets=(),
        events=(),
        approver="mbr_1",
        code=StandingCode(salt="ab" * 16, stretched="cd" * 32),
        created_at=AT,
    ),
    Courier(
        endpoint="end_1",
        client="acme",
        holder="run_1",
        held_until=LATER,
        failing_since=AT,
        probes=3,
        paused_until=LATER,
        next_at=LATER,
        looked_at=AT,
        success_at=AT,
        failure_at=AT,
        status=503,
        because="it answered 503",
        replay="rpl_1",
    ),
    Delivery(
        id="led_1",
        endpoint="end_1",
        client="acme",
        type="post.published",
        subject="pst_1",
        at=AT,
        queued_at=AT,
        tries=2,
        refused=1,
        status=500,
        because="it answered 500",
        next_at=LATER,
    ),
    Replay(
        id="rpl_1",
        client="acme",
        endpoint="end_1",
        since=AT,
        until=LATER,
        asked_at=AT,
        by="mbr_1",
        day=AT.date(),
        after="led_1",
        events=3,
    ),
    Mandate(
        client="acme",
        agency="north",
        rows={
            **sensible_default(),
            "recycling": Row(
                create=Who.ON_REQUEST,
                approve=Who.EITHER,
                approvals=2,
                approvers=(Approver(party=Party.AGENCY), Approver(party=Party.CLIENT, team="legal")),
            ),
        },
        accounts={"acc_1": {"sales": RowChange(approvals=0)}},
        crisis={"sales": Row(create=Who.CLIENT)},
        effective_from=AT,
        coming=Proposal(
            rows=sensible_default(),
            sha256="ab" * 32,
            effective_from=LATER,
            signatures=(Signature(party=Party.CLIENT, member="mbr_1", at=AT, sha256="ab" * 32),),
        ),
        set_by="mbr_1",
        set_at=AT,
    ),
    MandateVersion(
        client="acme",
        agency="north",
        number=3,
        rows=sensible_default(),
        effective_from=AT,
        signatures=(Signature(party=Party.AGENCY, member="mbr_1", at=AT, sha256="ab" * 32),),
    ),
    ApprovalLink(
        id="lnk_1",
        client="acme",
        post="pst_1",
        content_hash="ab" * 32,
        member="mbr_1",
        party=Party.CLIENT,
        agency=None,
        digest="cd" * 32,
        code_digest="ef" * 32,
        code_salt="ab" * 16,
        made_by="mbr_2",
        made_at=AT,
        expires_at=LATER,
        used_at=AT,
        verdict="approve",
        withdrawn_at=AT,
        wrong_codes=3,
    ),
    MandateRequest(
        client="acme",
        agency="north",
        function="recycling",
        activity=Activity.CREATE,
        by="mbr_1",
        at=AT,
        until=LATER.replace(microsecond=0),
        note="A post for the recycling week.",
    ),
    Priorities(
        client="acme",
        items=(Priority(name="Launch", weight=30.0, words=("widget",), starts_at=AT, ends_at=LATER),),
        set_by="mbr_1",
        set_at=AT,
    ),
    Picture(
        client="acme",
        sha256="ab" * 32,
        kind="image/png",
        size=70,
        width=3,
        height=2,
        uploaded_by="mbr_1",
        uploaded_at=AT,
    ),
    Recommendation(
        id="rec_1",
        client="acme",
        agency="north",
        mention="mnt_1",
        action=Action.RESPOND,
        note="",
        posts=("pst_1",),
        escalation=None,
        by="mbr_1",
        at=AT,
    ),
    Escalation(
        id="esc_1",
        client="acme",
        agency="north",
        mention="mnt_1",
        question="May we offer a refund?",
        to="mbr_2",
        asked_by="mbr_1",
        asked_at=AT,
        deadline=LATER,
        state=EscalationState.ANSWERED,
        answer="Yes.",
        answered_by="mbr_2",
        answered_at=LATER,
        post="pst_1",
        function="customer_service",
        then=("team:legal",),
        within_minutes=240,
        remind_after_minutes=120,
        next_at=LATER,
        reminders=1,
        steps=(EscalationStep(was="mbr_3", to="mbr_2", at=AT, because="the deadline passed"),),
    ),
    EscalationPlan(
        client="acme",
        functions={"*": Chain(people=("mbr_2", "team:legal"), answer_within_minutes=60, remind_after_minutes=20)},
        set_by="mbr_2",
        set_at=AT,
    ),
    Alarm(id="alm_esc_1", client="acme", next_at=LATER, version=1),
    Watch(
        id="wch_1",
        client="acme",
        network="mastodon",
        external_id="101",
        url="https://social.example/@acme/101",
        post="pst_1",
        part=0,
        account="acc_1",
        function="customer_service",
        author="mbr_1",
        mention="mnt_1",
        opened_at=AT,
        closed_at=LATER,
        closed_by="mbr_1",
        outcome="settled",
    ),
    FollowUp(
        id="fup_1",
        client="acme",
        agency="north",
        function="customer_service",
        post="pst_1",
        mention="mnt_1",
        what="A parcel number",
        due_at=AT,
        owner="mbr_1",
        made_at=AT,
        state=FollowUpState.KEPT,
        outcome="Sent.",
        closed_by="mbr_1",
        closed_at=LATER,
        next_at=None,
    ),
    Lane(client="acme", account="acc_1", places=(Place(AT, "pst_1"), Place(LATER, "pst_2")), closed_until=LATER),
    Actions(client="acme", items=(ACTION,)),
    ReviewNotes(client="acme", week="2026-W48", items=(NOTE,)),
    ReviewLink(
        id="rvl_1",
        client="acme",
        week="2026-W48",
        name="The board",
        party=Party.CLIENT,
        agency=None,
        key="key_1",
        digest="ef" * 32,
        made_by="mbr_1",
        made_at=AT,
        expires_at=LATER,
    ),
    Audit(
        client="acme",
        since=AT,
        until=LATER,
        ends={"published": 3},
        breaks=(Break(post="pst_1", because="It was sent twice."),),
        waiting={"pst_2": LATER},
        doubtful={"pst_1": AT},
    ),
    Incident(
        id="inc_1",
        client="acme",
        account="acc_1",
        network="mastodon",
        handle="acme",
        kind=IncidentKind.FOREIGN_POST,
        because="Backchannel did not send this post.",
        at=AT,
        raised_at=LATER,
        url=PUBLISHED.url,
        external_id=PUBLISHED.external_id,
        excerpt="We are sold",
    ),
    review.review("acme", "2026-W48", "Europe/Oslo", [entry()], AGREED, LATER),
    Mark(realm="deployment", id="tick", until=LATER),
    Listened(account="acc_1", client="acme", cursor='{"after":"114"}', wait_until=LATER),
    ReadBack(
        account="acc_1",
        client="acme",
        reached={"1h": Reached(at=AT, post="pst_1"), "24h": Reached(at=AT, post="pst_0")},
        wait_until=LATER,
    ),
    DayMeasures(
        client="acme",
        day=AT.date(),
        by=By.FUNCTION,
        cells={
            "crisis": Figures({"mentions": 3, "answered": 1}, {"to_answer": Histogram({126: 1, 130: 2}, 1_530_000)})
        },
        zone="Europe/Oslo",
    ),
    Export(
        id="exp_1",
        client="acme",
        what=ExportContent.LEDGER,
        format=ExportFormat.PARQUET,
        since=AT.date(),
        until=LATER.date(),
        asked_by="mbr_1",
        asked_at=AT,
        state=ExportState.DONE,
        tries=1,
        begun_at=AT,
        ended_at=LATER,
        rows=3,
        size=1024,
    ),
    ExportOrder(id="exp_1", client="acme", forgotten_at=LATER),
    Measuring(client="acme", until=LATER.date(), zone="Europe/Oslo"),
    PeopleKey(client="acme", key="cd" * 32),
    FollowerAudit(
        id="fad_1",
        client="acme",
        account="acc_1",
        asked_by="mbr_1",
        asked_at=AT,
        state=AuditState.DONE,
        ended_at=LATER,
        quality=Quality(
            total=1000,
            sampled=500,
            suspected=5,
            share=0.01,
            interval=Interval(low=0.0043, high=0.0232),
            findings=(Finding(rule="no_picture", because="has no picture of its own", fired=9, judged=500),),
            sample_is="The latest 500 of 1000 followers.",
        ),
        growth=Growth(since=AT, gained=-3, a_day=-0.5, unusual=""),
    ),
    Voice(agency="north", client="acme", name="Acme", handles=("acme", "acme@social.example"), names=("Nimbus 3",)),
    VoiceHolder(agency="north", id="ab" * 16, client="acme"),
    Trace(agency="north", id="ab" * 12, left=(Left(client="acme", post="pst_1", at=AT),)),
    OutOfPlace(
        client="acme",
        found=(Misplaced(post="pst_1", account="acc_1", by="mbr_1", said=("Bolt",), at=AT),),
    ),
    KeyUse(realm="acme", key="key_1", at=AT),
    Permits(realm="acme", key="key_1", window_at=AT, taken=120),
    Speaker(
        client="acme",
        member="mbr_1",
        party=Party.AGENCY,
        accounts=("acc_1",),
        introduced_by="mbr_2",
        introduced_at=AT,
        note="Writes in the evening",
        accepted_by="mbr_3",
        accepted_at=LATER,
        refused_at=LATER,
        acknowledged=2,
        acknowledged_at=LATER,
        trainings=(Training(name="Tone of voice", at=AT, recorded_by="mbr_3"),),
        ended_at=LATER,
        ended_by="mbr_3",
        because="has left",
    ),
    Shift(
        id="shf_1",
        client="acme",
        member="mbr_1",
        accounts=("acc_1",),
        starts_at=AT,
        ends_at=LATER,
        note="Two orders are open",
        handovers=(Handover(shift="shf_0", by="mbr_2", at=AT, note="One is answered"),),
        introduction="pst_1",
        made_by="mbr_2",
        made_at=AT,
        cancelled_at=LATER,
    ),
    SavedReply(
        id="rpl_1",
        client="acme",
        agency="north",
        name="On its way",
        text="Dear {name}, order {order} is on its way: {link} {how}",
        variables=(
            Variable(name="name", kind=ValueKind.NAME),
            Variable(name="link", kind=ValueKind.LINK, hosts=("acme.example",)),
            Variable(name="how", kind=ValueKind.CHOICE, choices=("by post", "by bike 🚲")),
        ),
        functions=("customer_service",),
        accounts=("acc_1",),
        networks=("mastodon",),
        language="en",
        evergreen=True,
        gap_days=30,
        author="mbr_1",
        editors=("mbr_3",),
        approvals_needed=1,
        approvals=(Approval(member="mbr_2", party=Party.CLIENT, content_hash="ab" * 32, at=AT),),
        findings=(
            GuidelineFinding(rule="tone", severity=Severity.WARN, start=0, end=4, said="Dear", advice="Shorter"),
        ),
        guidelines=2,
        rejected="too long",
        created_at=AT,
        retired_at=LATER,
    ),
    ReplyUse(client="acme", reply="rpl_1", account="acc_1", post="pst_1", before=AT),
    Advocate(
        id="adv_1",
        client="acme",
        name="Somebody",
        member="mbr_1",
        networks=("linkedin",),
        languages=("en",),
        topics=("hiring",),
        consented_at=AT,
        consented_by="mbr_1",
        shares=(Share(suggestion="sug_1", url="https://social.example/@me/1", at=LATER),),
        left_at=LATER,
    ),
    Suggestion(
        id="sug_1",
        client="acme",
        agency="north",
        text="We are hiring #employee",
        link="https://acme.example/jobs",
        disclosure="#employee",
        networks=("linkedin",),
        topics=("hiring",),
        starts_at=AT,
        ends_at=LATER,
        author="mbr_1",
        approvals_needed=1,
        created_at=AT,
        shares=3,
    ),
    Roll(realm="north", id="acme"),
    RecoveryPlan(
        client="acme",
        may_stop=("mbr_1",),
        resumes=("mbr_1", "mbr_2"),
        contacts=(Contact(name="The desk", reach="+47 22 00 00 00"),),
        statements=(Statement(name="First words", text="We are looking into it."),),
        drill_every_days=30,
        set_by="mbr_1",
        set_at=AT,
    ),
    Drill(
        id="drl_1",
        client="acme",
        account="acc_2",
        by="mbr_1",
        started_at=AT,
        outcome=DrillOutcome.FAILED,
        stop="stp_1",
        flag_ms=12.5,
        naming_ms=20.1,
        drain_ms=None,
        named=1,
        because="1 in flight had not ended.",
    ),
    StandingStop(id="stp_1", lifted_at=AT),
    QueuedRecall(post="pst_1", until=AT, who={"member": "mbr_1"}),
    Reply(id="ef" * 32, realm="acme", fingerprint="01" * 32, status=201, body='{"id": "pst_1"}', at=AT),
    mention(),
    person(),
    Utterance(client="acme", person="per_1", mention="mnt_1", emptied_at=LATER),
    post(),
    timer(),
    attempt(),
    flag(),
    Stop(
        id="stp_1",
        scope="client:acme",
        reason="crisis",
        who=CALLER,
        epoch=1,
        stopped_at=AT,
        recall_since=AT,
        named_at=LATER,
        complete=True,
        pages=1,
        ends=Ends(recalled=1),
        passes=(Pass(stop="stp_1", post="pst_2", content_hash="ab" * 32, asked_by="mbr_1", granted_by="mbr_2"),),
    ),
    page(),
    entry(),
)

# Aware times whose records expire within the years that a datetime has.
_TIMES = (
    st.integers(-(10**15), 10**16)
    .map(lambda step: AT + timedelta(microseconds=step))
    .flatmap(lambda at: st.sampled_from([at, at.astimezone(timezone(timedelta(hours=-9)))]))
)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    NoneType: st.none(),
    datetime: _TIMES,
    date: st.dates(),
    Any: st.recursive(st.none() | st.booleans() | st.text(), st.lists, max_leaves=3),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of the type ``hint`` can have."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return st.one_of([values(part) for part in parts])
    if origin in (tuple, frozenset):
        gather: Callable[[Any], Any] = origin
        listed = st.lists(values(parts[0]), max_size=3).map(gather)
        return listed if origin is frozenset or parts[-1] is ... else st.tuples(*map(values, parts))
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(values(parts[0]), values(parts[1]), max_size=3)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: values(part) for name, part in get_type_hints(hint).items()})
    assert issubclass(hint, Enum)
    return st.sampled_from(hint)
