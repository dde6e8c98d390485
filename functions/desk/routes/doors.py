"""Where mentions come in and posts and news go out: networks, accounts, sources, endpoints."""

from functions.desk import accounts, endpoints, networks, sources
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.accounts import Account
from shared.domain.listening.mentions import Unread
from shared.domain.parties import Scope

DOORS: tuple[Route, ...] = (
    Route("GET", "/networks", networks.list_networks, None, networks.NetworkTable),
    Route(
        "POST",
        CLIENT + "/accounts",
        accounts.connect_account,
        Scope.ADMIN,
        Account,
        body=accounts.NewAccount,
        status=201,
    ),
    Route("GET", CLIENT + "/accounts", accounts.list_accounts, Scope.READ, list[Account], query=PAGED),
    Route(
        "POST",
        CLIENT + "/accounts/{account}/credentials",
        accounts.reconnect_account,
        Scope.ADMIN,
        Account,
        body=accounts.NewCredentials,
    ),
    Route("DELETE", CLIENT + "/accounts/{account}", accounts.close_account, Scope.ADMIN, Account),
    Route(
        "POST",
        CLIENT + "/sources",
        sources.add_source,
        Scope.ADMIN,
        sources.SourceView,
        body=sources.NewSource,
        status=201,
        shows_secret=True,
    ),
    Route("GET", CLIENT + "/sources", sources.list_sources, Scope.READ, list[sources.SourceView], query=PAGED),
    Route("DELETE", CLIENT + "/sources/{source}", sources.close_source, Scope.ADMIN, sources.SourceView),
    Route(
        "POST",
        CLIENT + "/sources/{source}/secrets",
        sources.rotate_secret,
        Scope.ADMIN,
        sources.SourceView,
        body=sources.NewSecret,
        status=201,
        shows_secret=True,
    ),
    Route("DELETE", CLIENT + "/sources/{source}/secrets", sources.withdraw_secret, Scope.ADMIN, sources.SourceView),
    Route("GET", CLIENT + "/sources/{source}/unread", sources.list_unread, Scope.ADMIN, list[Unread], query=PAGED),
    Route(
        "POST",
        CLIENT + "/endpoints",
        endpoints.add_endpoint,
        Scope.ADMIN,
        endpoints.EndpointView,
        body=endpoints.NewEndpoint,
        status=201,
        shows_secret=True,
    ),
    Route("GET", "/event-types", endpoints.list_event_types, None, list[endpoints.EventType]),
    Route("GET", CLIENT + "/endpoints", endpoints.list_endpoints, Scope.READ, list[endpoints.EndpointView]),
    Route(
        "PATCH",
        CLIENT + "/endpoints/{endpoint}",
        endpoints.change_endpoint,
        Scope.ADMIN,
        endpoints.EndpointView,
        body=endpoints.EndpointChange,
        decides_anew=True,
    ),
    Route("DELETE", CLIENT + "/endpoints/{endpoint}", endpoints.close_endpoint, Scope.ADMIN, endpoints.EndpointView),
    Route(
        "POST",
        CLIENT + "/endpoints/{endpoint}/secrets",
        endpoints.rotate_endpoint_secret,
        Scope.ADMIN,
        endpoints.EndpointView,
        status=201,
        shows_secret=True,
    ),
    Route(
        "DELETE",
        CLIENT + "/endpoints/{endpoint}/secrets",
        endpoints.withdraw_endpoint_secret,
        Scope.ADMIN,
        endpoints.EndpointView,
    ),
    Route("POST", CLIENT + "/endpoints/{endpoint}/test", endpoints.test_endpoint, Scope.ADMIN, endpoints.EndpointView),
)
