"""The client and its agencies, their members, their keys, and what keeps them apart."""

from functions.desk import clients, members, separation
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.parties import Client, Member, Party, Scope

PARTIES: tuple[Route, ...] = (
    Route(
        "POST",
        "/clients",
        clients.create_client,
        Scope.ADMIN,
        clients.Admitted,
        body=clients.NewClient,
        status=201,
        shows_secret=True,
        party=Party.AGENCY,
    ),
    Route("GET", CLIENT, clients.show_client, Scope.READ, Client),
    Route(
        "POST",
        CLIENT + "/agencies",
        clients.add_agency,
        Scope.ADMIN,
        clients.Admitted,
        body=clients.NewAgency,
        status=201,
        shows_secret=True,
        party=Party.CLIENT,
    ),
    Route("POST", CLIENT + "/members", members.add_member, Scope.ADMIN, Member, body=members.NewMember, status=201),
    Route("GET", CLIENT + "/members", members.list_members, Scope.READ, list[Member], query=PAGED),
    Route("DELETE", CLIENT + "/members/{member}", members.remove_member, Scope.ADMIN, Member),
    Route("PATCH", CLIENT + "/members/{member}", members.change_member, Scope.ADMIN, Member, body=members.MemberChange),
    Route(
        "POST",
        CLIENT + "/keys",
        members.make_key,
        Scope.ADMIN,
        members.KeyMade,
        body=members.NewKey,
        status=201,
        shows_secret=True,
    ),
    Route("GET", CLIENT + "/keys", members.list_keys, Scope.ADMIN, list[members.KeyView], query=PAGED),
    Route("DELETE", CLIENT + "/keys/{key}", members.revoke_key, Scope.ADMIN, members.KeyView),
    Route("GET", CLIENT + "/separation", separation.show_separation, Scope.READ, separation.Separation),
)
