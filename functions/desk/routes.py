"""Every route of the desk. The API, its OpenAPI document and the tests of who may do what are made from this table."""

from functions.desk import approvals, clients, doors, escalations, inbox, members, posts, reviews, rules
from shared.api.routes import Route
from shared.domain.accounts import Account
from shared.domain.mandate import Mandate
from shared.domain.mentions import Mention
from shared.domain.parties import Client, Member, Scope
from shared.domain.priorities import Priorities
from shared.domain.review import Review, ReviewAction
from shared.domain.work import Escalation, Recommendation

_CLIENT = "/clients/{client}"
_MENTION = _CLIENT + "/mentions/{mention}"
_POST = _CLIENT + "/posts/{post}"

_PARTIES = (
    Route(
        method="POST",
        path="/clients",
        use_case=clients.create_client,
        scope=Scope.ADMIN,
        body=clients.NewClient,
        returns=clients.Admitted,
        status=201,
        shows_secret=True,
    ),
    Route(method="GET", path=_CLIENT, use_case=clients.show_client, scope=Scope.READ, returns=Client),
    Route(
        method="POST",
        path=_CLIENT + "/agencies",
        use_case=clients.add_agency,
        scope=Scope.ADMIN,
        body=clients.NewAgency,
        returns=clients.Admitted,
        status=201,
        shows_secret=True,
    ),
    Route(
        method="POST",
        path=_CLIENT + "/members",
        use_case=members.add_member,
        scope=Scope.ADMIN,
        body=clients.Person,
        returns=Member,
        status=201,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/members",
        use_case=members.list_members,
        scope=Scope.READ,
        returns=list[Member],
    ),
    Route(
        method="DELETE",
        path=_CLIENT + "/members/{member}",
        use_case=members.remove_member,
        scope=Scope.ADMIN,
        returns=Member,
    ),
    Route(
        method="POST",
        path=_CLIENT + "/keys",
        use_case=members.make_key,
        scope=Scope.ADMIN,
        body=members.NewKey,
        returns=members.KeyMade,
        status=201,
        shows_secret=True,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/keys",
        use_case=members.list_keys,
        scope=Scope.ADMIN,
        returns=list[members.KeyView],
    ),
    Route(
        method="DELETE",
        path=_CLIENT + "/keys/{key}",
        use_case=members.revoke_key,
        scope=Scope.ADMIN,
        returns=members.KeyView,
    ),
)

_DOORS = (
    Route(
        method="POST",
        path=_CLIENT + "/accounts",
        use_case=doors.connect_account,
        scope=Scope.ADMIN,
        body=doors.NewAccount,
        returns=Account,
        status=201,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/accounts",
        use_case=doors.list_accounts,
        scope=Scope.READ,
        returns=list[Account],
    ),
    Route(
        method="DELETE",
        path=_CLIENT + "/accounts/{account}",
        use_case=doors.close_account,
        scope=Scope.ADMIN,
        returns=Account,
    ),
    Route(
        method="POST",
        path=_CLIENT + "/sources",
        use_case=doors.add_source,
        scope=Scope.ADMIN,
        body=doors.NewSource,
        returns=doors.SourceView,
        status=201,
        shows_secret=True,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/sources",
        use_case=doors.list_sources,
        scope=Scope.READ,
        returns=list[doors.SourceView],
    ),
    Route(
        method="DELETE",
        path=_CLIENT + "/sources/{source}",
        use_case=doors.close_source,
        scope=Scope.ADMIN,
        returns=doors.SourceView,
    ),
    Route(
        method="POST",
        path=_CLIENT + "/endpoints",
        use_case=doors.add_endpoint,
        scope=Scope.ADMIN,
        body=doors.NewEndpoint,
        returns=doors.EndpointView,
        status=201,
        shows_secret=True,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/endpoints",
        use_case=doors.list_endpoints,
        scope=Scope.READ,
        returns=list[doors.EndpointView],
    ),
    Route(
        method="DELETE",
        path=_CLIENT + "/endpoints/{endpoint}",
        use_case=doors.close_endpoint,
        scope=Scope.ADMIN,
        returns=doors.EndpointView,
    ),
)

_RULES = (
    Route(
        method="PUT",
        path=_CLIENT + "/mandate",
        use_case=rules.set_mandate,
        scope=Scope.ADMIN,
        body=rules.NewMandate,
        returns=Mandate,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/mandate",
        use_case=rules.show_mandate,
        scope=Scope.READ,
        returns=Mandate,
        query={"agency": "Needed when the client works with several agencies and the key is the client's."},
    ),
    Route(
        method="PUT",
        path=_CLIENT + "/priorities",
        use_case=rules.set_priorities,
        scope=Scope.APPROVE,
        body=rules.NewPriorities,
        returns=Priorities,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/priorities",
        use_case=rules.show_priorities,
        scope=Scope.READ,
        returns=Priorities,
    ),
)

_WORK = (
    Route(
        method="GET",
        path=_CLIENT + "/inbox",
        use_case=inbox.show_inbox,
        scope=Scope.READ,
        returns=inbox.InboxPage,
        query={"limit": "1 to 100; 25 when absent.", "cursor": "`next` of the page before."},
    ),
    Route(method="GET", path=_MENTION, use_case=inbox.show_mention, scope=Scope.READ, returns=inbox.InboxItem),
    Route(
        method="POST",
        path=_MENTION + "/recommendations",
        use_case=inbox.recommend,
        scope=Scope.RECOMMEND,
        body=inbox.NewRecommendation,
        returns=Recommendation,
        status=201,
    ),
    Route(
        method="POST",
        path=_MENTION + "/escalations",
        use_case=escalations.escalate,
        scope=Scope.RECOMMEND,
        body=escalations.NewEscalation,
        returns=Escalation,
        status=201,
    ),
    Route(
        method="POST",
        path=_MENTION + "/dismissal",
        use_case=inbox.dismiss,
        scope=Scope.RECOMMEND,
        body=inbox.Dismissal,
        returns=Mention,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/escalations",
        use_case=escalations.list_escalations,
        scope=Scope.READ,
        returns=list[Escalation],
    ),
    Route(
        method="POST",
        path=_CLIENT + "/escalations/{escalation}/answer",
        use_case=escalations.answer_escalation,
        scope=Scope.APPROVE,
        body=escalations.GivenAnswer,
        returns=Escalation,
    ),
)

_POSTS = (
    Route(
        method="POST",
        path=_CLIENT + "/posts",
        use_case=posts.create_post,
        scope=Scope.RECOMMEND,
        body=posts.NewPost,
        returns=posts.PostView,
        status=201,
    ),
    Route(
        method="GET",
        path=_CLIENT + "/posts",
        use_case=posts.list_posts,
        scope=Scope.READ,
        returns=list[posts.PostView],
        query={"state": "A post state; `in_review` when absent."},
    ),
    Route(method="GET", path=_POST, use_case=posts.show_post, scope=Scope.READ, returns=posts.PostView),
    Route(
        method="PATCH",
        path=_POST,
        use_case=posts.change_post,
        scope=Scope.RECOMMEND,
        body=posts.PostEdit,
        returns=posts.PostView,
    ),
    Route(
        method="POST",
        path=_POST + "/approvals",
        use_case=approvals.decide_on_post,
        scope=Scope.APPROVE,
        body=approvals.NewApproval,
        returns=posts.PostView,
    ),
    Route(
        method="POST",
        path=_POST + "/publish",
        use_case=posts.publish_post,
        scope=Scope.PUBLISH,
        returns=posts.PostView,
    ),
    Route(
        method="POST",
        path=_POST + "/cancel",
        use_case=posts.cancel_post,
        scope=Scope.RECOMMEND,
        body=posts.Cancellation,
        returns=posts.PostView,
    ),
)

_RECORD = (
    Route(
        method="GET",
        path=_CLIENT + "/ledger",
        use_case=reviews.show_ledger,
        scope=Scope.READ,
        returns=reviews.LedgerPage,
        query={"day": "UTC date; today when absent.", "after": "`next` of the page before."},
    ),
    Route(
        method="GET",
        path=_CLIENT + "/reviews/{week}",
        use_case=reviews.show_review,
        scope=Scope.READ,
        returns=Review,
    ),
    Route(
        method="POST",
        path=_CLIENT + "/reviews/{week}/actions",
        use_case=reviews.agree_action,
        scope=Scope.RECOMMEND,
        body=reviews.NewAction,
        returns=ReviewAction,
        status=201,
    ),
)

ROUTES: tuple[Route, ...] = (*_PARTIES, *_DOORS, *_RULES, *_WORK, *_POSTS, *_RECORD)
