"""Every route of the desk. The API, its OpenAPI document and the tests of who may do what are made from this table."""

from functions.desk.routes.about import ABOUT
from functions.desk.routes.advocates import ADVOCATES
from functions.desk.routes.approval_links import APPROVAL_LINKS
from functions.desk.routes.deliveries import DELIVERIES
from functions.desk.routes.doors import DOORS
from functions.desk.routes.events import EVENTS
from functions.desk.routes.following import FOLLOWING
from functions.desk.routes.measures import MEASURES
from functions.desk.routes.parties import PARTIES
from functions.desk.routes.people import PEOPLE
from functions.desk.routes.plan import PLAN
from functions.desk.routes.posts import POSTS
from functions.desk.routes.record import RECORD
from functions.desk.routes.replies import REPLIES
from functions.desk.routes.roster import ROSTER
from functions.desk.routes.rules import RULES
from functions.desk.routes.work import WORK
from shared.api.routes import Route

ROUTES: tuple[Route, ...] = (
    *PARTIES,
    *ROSTER,
    *DOORS,
    *DELIVERIES,
    *RULES,
    *WORK,
    *FOLLOWING,
    *POSTS,
    *APPROVAL_LINKS,
    *PLAN,
    *REPLIES,
    *ADVOCATES,
    *PEOPLE,
    *RECORD,
    *EVENTS,
    *MEASURES,
    *ABOUT,
)
