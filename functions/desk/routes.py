"""Every route of the desk. The API, its OpenAPI document and the tests of who may do what are made from this table."""

from functions.desk import (
    accounts,
    approvals,
    clients,
    crises,
    endpoints,
    escalations,
    followers,
    guidelines,
    handling,
    inbox,
    incidents,
    mandates,
    media,
    members,
    networks,
    people,
    posts,
    recommendations,
    reviews,
    rules,
    separation,
    sources,
)
from shared.api.priorities import NewPriorities
from shared.api.routes import Route
from shared.domain.accounts import Account
from shared.domain.guidelines.rules import Guidelines
from shared.domain.listening.crisis import Crisis
from shared.domain.listening.followers import FollowerAudit
from shared.domain.listening.mentions import Mention, Unread
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.settings import Listening
from shared.domain.mandate import Activity, Mandate, MandateRequest
from shared.domain.mandate_templates import Template
from shared.domain.mandate_versions import MandateVersion
from shared.domain.parties import Client, Member, Party, Scope
from shared.domain.pictures import Picture
from shared.domain.review import Review, ReviewAction
from shared.domain.work import Escalation, Recommendation

READ, RECOMMEND, APPROVE, PUBLISH, ADMIN = Scope.READ, Scope.RECOMMEND, Scope.APPROVE, Scope.PUBLISH, Scope.ADMIN

_CLIENT = "/clients/{client}"
_MENTION = _CLIENT + "/mentions/{mention}"
_POST = _CLIENT + "/posts/{post}"
_PERSON = _CLIENT + "/people/{network}/{author}"

_PARTIES = (
    Route(
        "POST",
        "/clients",
        clients.create_client,
        ADMIN,
        clients.Admitted,
        body=clients.NewClient,
        status=201,
        shows_secret=True,
        party=Party.AGENCY,
    ),
    Route("GET", _CLIENT, clients.show_client, READ, Client),
    Route(
        "POST",
        _CLIENT + "/agencies",
        clients.add_agency,
        ADMIN,
        clients.Admitted,
        body=clients.NewAgency,
        status=201,
        shows_secret=True,
        party=Party.CLIENT,
    ),
    Route("POST", _CLIENT + "/members", members.add_member, ADMIN, Member, body=members.NewMember, status=201),
    Route("GET", _CLIENT + "/members", members.list_members, READ, list[Member]),
    Route("DELETE", _CLIENT + "/members/{member}", members.remove_member, ADMIN, Member),
    Route("PUT", _CLIENT + "/members/{member}/teams", members.set_teams, ADMIN, Member, body=members.NewTeams),
    Route(
        "POST",
        _CLIENT + "/keys",
        members.make_key,
        ADMIN,
        members.KeyMade,
        body=members.NewKey,
        status=201,
        shows_secret=True,
    ),
    Route("GET", _CLIENT + "/keys", members.list_keys, ADMIN, list[members.KeyView]),
    Route("DELETE", _CLIENT + "/keys/{key}", members.revoke_key, ADMIN, members.KeyView),
)

_DOORS = (
    Route("GET", "/networks", networks.list_networks, None, networks.Networks),
    Route(
        "POST", _CLIENT + "/accounts", accounts.connect_account, ADMIN, Account, body=accounts.NewAccount, status=201
    ),
    Route("GET", _CLIENT + "/accounts", accounts.list_accounts, READ, list[Account]),
    Route(
        "POST",
        _CLIENT + "/accounts/{account}/credentials",
        accounts.reconnect_account,
        ADMIN,
        Account,
        body=accounts.NewCredentials,
    ),
    Route("DELETE", _CLIENT + "/accounts/{account}", accounts.close_account, ADMIN, Account),
    Route(
        "POST",
        _CLIENT + "/sources",
        sources.add_source,
        ADMIN,
        sources.SourceView,
        body=sources.NewSource,
        status=201,
        shows_secret=True,
    ),
    Route("GET", _CLIENT + "/sources", sources.list_sources, READ, list[sources.SourceView]),
    Route("DELETE", _CLIENT + "/sources/{source}", sources.close_source, ADMIN, sources.SourceView),
    Route(
        "POST",
        _CLIENT + "/sources/{source}/secrets",
        sources.rotate_secret,
        ADMIN,
        sources.SourceView,
        body=sources.NewSecret,
        status=201,
        shows_secret=True,
    ),
    Route("DELETE", _CLIENT + "/sources/{source}/secrets", sources.withdraw_secret, ADMIN, sources.SourceView),
    Route("GET", _CLIENT + "/sources/{source}/unread", sources.list_unread, ADMIN, list[Unread]),
    Route(
        "POST",
        _CLIENT + "/endpoints",
        endpoints.add_endpoint,
        ADMIN,
        endpoints.EndpointView,
        body=endpoints.NewEndpoint,
        status=201,
        shows_secret=True,
    ),
    Route("GET", _CLIENT + "/endpoints", endpoints.list_endpoints, READ, list[endpoints.EndpointView]),
    Route("DELETE", _CLIENT + "/endpoints/{endpoint}", endpoints.close_endpoint, ADMIN, endpoints.EndpointView),
)

_RULES = (
    Route("GET", "/mandate/templates", mandates.list_templates, None, list[Template]),
    Route("PUT", _CLIENT + "/mandate", mandates.set_mandate, ADMIN, Mandate, body=mandates.NewMandate),
    Route("POST", _CLIENT + "/mandate/signatures", mandates.sign_mandate, ADMIN, Mandate, body=mandates.NewSignature),
    Route(
        "GET",
        _CLIENT + "/mandate",
        mandates.show_mandate,
        READ,
        Mandate,
        query={"agency": "Needed when the client works with several agencies and the key is the client's."},
    ),
    Route(
        "GET",
        _CLIENT + "/mandate/versions",
        mandates.list_mandate_versions,
        READ,
        list[MandateVersion],
        query={"agency": "Needed when the client works with several agencies and the key is the client's."},
    ),
    Route(
        "POST",
        _CLIENT + "/mandate/check",
        mandates.check_mandate,
        READ,
        mandates.MandateAnswer,
        body=mandates.MandateQuestion,
    ),
    Route(
        "POST",
        _CLIENT + "/mandate/requests",
        mandates.ask_the_agency,
        APPROVE,
        MandateRequest,
        body=mandates.NewMandateRequest,
        status=201,
        party=Party.CLIENT,
    ),
    Route(
        "PUT",
        _CLIENT + "/priorities",
        rules.set_priorities,
        APPROVE,
        Priorities,
        body=NewPriorities,
        party=Party.CLIENT,
    ),
    Route("GET", _CLIENT + "/priorities", rules.show_priorities, READ, Priorities),
    Route(
        "PUT",
        _CLIENT + "/listening",
        rules.set_listening,
        APPROVE,
        Listening,
        body=rules.NewListening,
        party=Party.CLIENT,
    ),
    Route("GET", _CLIENT + "/listening", rules.show_listening, READ, Listening),
    Route(
        "PUT",
        _CLIENT + "/guidelines",
        guidelines.set_guidelines,
        APPROVE,
        Guidelines,
        body=guidelines.NewGuidelines,
        party=Party.CLIENT,
    ),
    Route("GET", _CLIENT + "/guidelines", guidelines.show_guidelines, READ, Guidelines),
)

_WORK = (
    Route(
        "GET",
        _CLIENT + "/inbox",
        inbox.show_inbox,
        READ,
        inbox.InboxPage,
        query={
            "limit": "1 to 100; 25 when absent.",
            "cursor": "`next` of the page before.",
            "assigned_to": "Only what is this member's or team's; empty: nobody's.",
            "function": "Only what serves this business function.",
        },
    ),
    Route(
        "POST",
        _CLIENT + "/inbox/actions",
        handling.act_on_inbox,
        RECOMMEND,
        handling.InboxActionDone,
        body=handling.InboxAction,
        asks=(Activity.IDENTIFY, Activity.PRIORITIZE),
    ),
    Route("GET", _MENTION, inbox.show_mention, READ, inbox.InboxItem),
    Route("GET", _MENTION + "/conversation", inbox.show_conversation, READ, list[Mention]),
    Route(
        "POST",
        _MENTION + "/recommendations",
        recommendations.recommend,
        RECOMMEND,
        Recommendation,
        body=recommendations.NewRecommendation,
        status=201,
        asks=(Activity.IDENTIFY, Activity.CREATE),
    ),
    Route(
        "POST",
        _MENTION + "/escalations",
        escalations.escalate,
        RECOMMEND,
        Escalation,
        body=escalations.NewEscalation,
        status=201,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/dismissal",
        handling.dismiss,
        RECOMMEND,
        Mention,
        body=handling.Dismissal,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST",
        _MENTION + "/claim",
        handling.claim,
        RECOMMEND,
        Mention,
        body=handling.NewClaim,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/release",
        handling.release,
        RECOMMEND,
        Mention,
        body=handling.Release,
        asks=(Activity.IDENTIFY,),
    ),
    Route(
        "POST",
        _MENTION + "/assignment",
        handling.assign,
        RECOMMEND,
        Mention,
        body=handling.Assignment,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST",
        _MENTION + "/snooze",
        handling.snooze,
        RECOMMEND,
        Mention,
        body=handling.Snooze,
        asks=(Activity.PRIORITIZE,),
    ),
    Route(
        "POST", _MENTION + "/wake", handling.wake, RECOMMEND, Mention, body=handling.Waking, asks=(Activity.PRIORITIZE,)
    ),
    Route("GET", _CLIENT + "/escalations", escalations.list_escalations, READ, list[Escalation]),
    Route(
        "POST",
        _CLIENT + "/escalations/{escalation}/answer",
        escalations.answer_escalation,
        APPROVE,
        Escalation,
        body=escalations.GivenAnswer,
        party=Party.CLIENT,
    ),
)

_POSTS = (
    Route(
        "POST",
        _CLIENT + "/media",
        media.upload_picture,
        RECOMMEND,
        Picture,
        body=media.NewPicture,
        largest_body=media.LARGEST_BODY,
        status=201,
    ),
    Route("GET", _CLIENT + "/media", media.list_pictures, READ, list[Picture]),
    Route("GET", _CLIENT + "/media/{sha256}", media.show_picture, READ, media.PictureView),
    Route(
        "POST",
        _CLIENT + "/posts",
        posts.create_post,
        RECOMMEND,
        posts.PostView,
        body=posts.NewPost,
        status=201,
        asks=(Activity.CREATE,),
    ),
    Route(
        "GET",
        _CLIENT + "/posts",
        posts.list_posts,
        READ,
        list[posts.PostView],
        query={"state": "A post state; `in_review` when absent."},
    ),
    Route("GET", _POST, posts.show_post, READ, posts.PostView),
    Route("PATCH", _POST, posts.change_post, RECOMMEND, posts.PostView, body=posts.PostEdit, asks=(Activity.CREATE,)),
    Route(
        "POST",
        _POST + "/approvals",
        approvals.decide_on_post,
        APPROVE,
        posts.PostView,
        body=approvals.NewApproval,
        asks=(Activity.APPROVE,),
    ),
    Route("POST", _POST + "/publish", posts.publish_post, PUBLISH, posts.PostView, asks=(Activity.POST,)),
    Route(
        "POST",
        _POST + "/cancel",
        posts.cancel_post,
        RECOMMEND,
        posts.PostView,
        body=posts.Cancellation,
        asks=(Activity.CREATE,),
    ),
)

_PEOPLE = (
    Route(
        "GET",
        _CLIENT + "/people",
        people.list_people,
        READ,
        people.PeoplePage,
        query={
            "role": "Only those who are that: evangelist, detractor, influencer, employee or suspected_bot.",
            "network": "Only those of one network.",
            "limit": "1 to 100; 25 when absent.",
            "cursor": "`next` of the page before.",
        },
        asks=(Activity.LISTEN,),
    ),
    Route("GET", _PERSON, people.show_person, READ, people.PersonView, asks=(Activity.LISTEN,)),
    Route(
        "PUT",
        _PERSON + "/mark",
        people.mark_person,
        RECOMMEND,
        people.PersonView,
        body=people.NewRoleMark,
        asks=(Activity.IDENTIFY,),
    ),
    Route("DELETE", _PERSON, people.forget_person, ADMIN, people.Forgetting, party=Party.CLIENT),
    Route(
        "POST",
        _CLIENT + "/accounts/{account}/follower-audits",
        followers.ask_for_follower_audit,
        RECOMMEND,
        FollowerAudit,
        body=followers.NewFollowerAudit,
        status=201,
        asks=(Activity.MEASURE,),
    ),
    Route(
        "GET",
        _CLIENT + "/accounts/{account}/follower-audits",
        followers.list_follower_audits,
        READ,
        list[FollowerAudit],
    ),
)

_RECORD = (
    Route("GET", _CLIENT + "/crises", crises.list_crises, READ, list[Crisis]),
    Route("POST", _CLIENT + "/crises/{crisis}/end", crises.end_crisis, APPROVE, Crisis),
    Route("GET", _CLIENT + "/incidents", incidents.list_incidents, READ, list[incidents.IncidentView]),
    Route(
        "GET",
        _CLIENT + "/ledger",
        reviews.show_ledger,
        READ,
        reviews.LedgerPage,
        query={"day": "UTC date; today when absent.", "after": "`next` of the page before."},
    ),
    Route("GET", _CLIENT + "/reviews/{week}", reviews.show_review, READ, Review),
    Route(
        "POST",
        _CLIENT + "/reviews/{week}/actions",
        reviews.agree_action,
        RECOMMEND,
        ReviewAction,
        body=reviews.NewAction,
        status=201,
    ),
)

_APART = (
    Route(
        "PATCH",
        _CLIENT + "/members/{member}",
        members.change_member,
        ADMIN,
        Member,
        body=members.MemberChange,
    ),
    Route("GET", _CLIENT + "/separation", separation.show_separation, READ, separation.Separation),
)

ROUTES: tuple[Route, ...] = (*_PARTIES, *_DOORS, *_RULES, *_WORK, *_POSTS, *_PEOPLE, *_RECORD, *_APART)
