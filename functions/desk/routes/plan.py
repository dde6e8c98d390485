"""When the client's accounts speak: the plan, its calendar and its feeds."""

from functions.desk import feeds, plan_calendars, plan_statements, plans
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.routes import Route
from shared.domain.parties import Party, Scope
from shared.domain.plan.calendar import PlanCalendar
from shared.domain.plan.rules import Plan

PLAN: tuple[Route, ...] = (
    Route(
        "PUT", CLIENT + "/plan", plans.set_plan, Scope.APPROVE, Plan, body=plan_statements.NewPlan, party=Party.CLIENT
    ),
    Route("GET", CLIENT + "/plan", plans.show_plan, Scope.READ, Plan),
    Route(
        "GET",
        CLIENT + "/plan/calendar",
        plan_calendars.show_calendar,
        Scope.READ,
        PlanCalendar,
        query={
            "from": "The first day, in the client's zone; today when absent.",
            "until": "The last day, up to 62 with the first; the 28th when absent.",
        },
    ),
    Route(
        "POST",
        CLIENT + "/plan/feeds",
        feeds.make_feed,
        Scope.READ,
        feeds.FeedView,
        body=feeds.NewFeed,
        status=201,
        shows_secret=True,
    ),
    Route("GET", CLIENT + "/plan/feeds", feeds.list_feeds, Scope.READ, list[feeds.FeedView], query=PAGED),
    Route("DELETE", CLIENT + "/plan/feeds/{feed}", feeds.close_feed, Scope.READ, feeds.FeedView),
    Route(
        "GET",
        CLIENT + "/plan.ics",
        feeds.read_feed,
        None,
        bytes,
        opens_with="token",
        content_type="text/calendar; charset=utf-8",
        query={"token": "As the feed's address has it."},
    ),
)
