"""What happened: crises, incidents, the ledger, the weekly review."""

from functions.desk import crises, incidents, ledger, review_links, reviews
from functions.desk.review_page import head
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.agreed import ReviewAction, ReviewNote
from shared.domain.listening.crisis import Crisis
from shared.domain.parties import Scope
from shared.domain.review import Review

WEEK = CLIENT + "/reviews/{week}"

RECORD: tuple[Route, ...] = (
    Route("GET", CLIENT + "/crises", crises.list_crises, Scope.READ, list[Crisis], query=PAGED),
    Route("POST", CLIENT + "/crises/{crisis}/end", crises.end_crisis, Scope.APPROVE, Crisis, decides_anew=True),
    Route(
        "GET", CLIENT + "/incidents", incidents.list_incidents, Scope.READ, list[incidents.IncidentView], query=PAGED
    ),
    Route(
        "GET",
        CLIENT + "/ledger",
        ledger.show_ledger,
        Scope.READ,
        ledger.LedgerPage,
        query={"day": "UTC date; today when absent.", "after": "`next` of the page before."},
    ),
    Route("GET", WEEK, reviews.show_review, Scope.READ, Review),
    Route(
        "POST",
        WEEK + "/actions",
        reviews.agree_action,
        Scope.RECOMMEND,
        ReviewAction,
        body=reviews.NewAction,
        status=201,
    ),
    Route("POST", WEEK + "/notes", reviews.add_note, Scope.RECOMMEND, ReviewNote, body=reviews.NewNote, status=201),
    Route(
        "GET",
        WEEK + "/page",
        review_links.show_review_page,
        Scope.READ,
        str,
        content_type=head.CONTENT_TYPE,
        headers=head.HEADERS,
    ),
    Route(
        "POST",
        WEEK + "/links",
        review_links.make_review_link,
        Scope.READ,
        review_links.ReviewLinkView,
        body=review_links.NewReviewLink,
        status=201,
        shows_secret=True,
    ),
    Route(
        "GET",
        WEEK + "/links",
        review_links.list_review_links,
        Scope.READ,
        list[review_links.ReviewLinkView],
        query=PAGED,
    ),
    Route("DELETE", WEEK + "/links/{link}", review_links.withdraw_review_link, Scope.READ, review_links.ReviewLinkView),
    Route(
        "GET",
        "/reviews/{token}",
        review_links.open_review_page,
        None,
        str,
        opens_with="token",
        content_type=head.CONTENT_TYPE,
        headers=head.HEADERS,
        page=head.refusal,
    ),
)
