"""Who speaks to the client, and who follows its accounts."""

from functions.desk import followers, people
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.listening.followers import FollowerAudit
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Party, Scope

_PERSON = CLIENT + "/people/{network}/{author}"

PEOPLE: tuple[Route, ...] = (
    Route(
        "GET",
        CLIENT + "/people",
        people.list_people,
        Scope.READ,
        people.PeoplePage,
        query={
            "role": "Only those who are that: evangelist, detractor, influencer, employee or suspected_bot.",
            "network": "Only those of one network.",
            "limit": "1 to 100; 25 when absent.",
            "cursor": "`next` of the page before.",
        },
        asks=(Activity.LISTEN,),
    ),
    Route("GET", _PERSON, people.show_person, Scope.READ, people.PersonView, asks=(Activity.LISTEN,)),
    Route(
        "PUT",
        _PERSON + "/mark",
        people.mark_person,
        Scope.RECOMMEND,
        people.PersonView,
        body=people.NewRoleMark,
        asks=(Activity.IDENTIFY,),
        decides_anew=True,
    ),
    Route(
        "DELETE",
        _PERSON,
        people.forget_person,
        Scope.ADMIN,
        people.Forgetting,
        party=Party.CLIENT,
        decides_anew=True,
    ),
    Route(
        "POST",
        CLIENT + "/accounts/{account}/follower-audits",
        followers.ask_for_follower_audit,
        Scope.RECOMMEND,
        FollowerAudit,
        body=followers.NewFollowerAudit,
        status=201,
        asks=(Activity.MEASURE,),
    ),
    Route(
        "GET",
        CLIENT + "/accounts/{account}/follower-audits",
        followers.list_follower_audits,
        Scope.READ,
        list[FollowerAudit],
        query=PAGED,
    ),
)
