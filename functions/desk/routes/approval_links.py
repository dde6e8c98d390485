"""A post's approval by a link, for those who have no key."""

from functions.desk import approval_links, approval_page
from functions.desk.routes.paths import POST
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.mandate.terms import Activity
from shared.domain.parties import Scope

APPROVAL_LINKS: tuple[Route, ...] = (
    # Of an administrator, who can make keys of the same people anyway. One who may approve could else approve twice,
    # the second time by a link of a colleague.
    Route(
        "POST",
        POST + "/approval-links",
        approval_links.make_approval_link,
        Scope.ADMIN,
        approval_links.ApprovalLinkMade,
        body=approval_links.NewApprovalLink,
        status=201,
        shows_secret=True,
        asks=(Activity.APPROVE,),
    ),
    Route(
        "GET",
        POST + "/approval-links",
        approval_links.list_approval_links,
        Scope.READ,
        list[approval_links.ApprovalLinkView],
        query=PAGED,
    ),
    Route(
        "DELETE",
        POST + "/approval-links/{link}",
        approval_links.withdraw_approval_link,
        Scope.ADMIN,
        approval_links.ApprovalLinkView,
    ),
    Route(
        "GET",
        "/approve/{token}",
        approval_links.show_approval_page,
        None,
        str,
        opens_with="token",
        content_type=approval_page.CONTENT_TYPE,
        headers=approval_page.HEADERS,
        page=approval_page.page,
    ),
    Route(
        "POST",
        "/approve/{token}",
        approval_links.decide_by_link,
        None,
        approval_links.LinkDecided,
        body=approval_links.LinkDecision,
        largest_body=10_000,
        opens_with="token",
        content_type=approval_page.CONTENT_TYPE,
        headers=approval_page.HEADERS,
        page=approval_page.page,
        takes_form=True,
        asks=(Activity.APPROVE,),
    ),
)
