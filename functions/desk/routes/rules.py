"""What holds for the work: the mandate, priorities, listening, guidelines."""

from functions.desk import guidelines, mandates, rules
from functions.desk.routes.paths import CLIENT
from shared.api.pages import PAGED
from shared.api.priorities import NewPriorities
from shared.api.routes import Route
from shared.domain.guidelines.rules import Guidelines
from shared.domain.listening.priorities import Priorities
from shared.domain.listening.settings import Listening
from shared.domain.mandate.agreement import Mandate, MandateRequest, MandateVersion
from shared.domain.mandate.templates import Template
from shared.domain.parties import Party, Scope

RULES: tuple[Route, ...] = (
    Route("GET", "/mandate/templates", mandates.list_templates, None, list[Template]),
    Route("PUT", CLIENT + "/mandate", mandates.set_mandate, Scope.ADMIN, Mandate, body=mandates.NewMandate),
    Route(
        "POST", CLIENT + "/mandate/signatures", mandates.sign_mandate, Scope.ADMIN, Mandate, body=mandates.NewSignature
    ),
    Route(
        "GET",
        CLIENT + "/mandate",
        mandates.show_mandate,
        Scope.READ,
        Mandate,
        query={"agency": "Needed when the client works with several agencies and the key is the client's."},
    ),
    Route(
        "GET",
        CLIENT + "/mandate/versions",
        mandates.list_mandate_versions,
        Scope.READ,
        list[MandateVersion],
        query=PAGED | {"agency": "Needed when the client works with several agencies and the key is the client's."},
    ),
    Route(
        "POST",
        CLIENT + "/mandate/check",
        mandates.check_mandate,
        Scope.READ,
        mandates.MandateAnswer,
        body=mandates.MandateQuestion,
    ),
    Route(
        "POST",
        CLIENT + "/mandate/requests",
        mandates.ask_the_agency,
        Scope.APPROVE,
        MandateRequest,
        body=mandates.NewMandateRequest,
        status=201,
        party=Party.CLIENT,
    ),
    Route(
        "PUT",
        CLIENT + "/priorities",
        rules.set_priorities,
        Scope.APPROVE,
        Priorities,
        body=NewPriorities,
        party=Party.CLIENT,
    ),
    Route("GET", CLIENT + "/priorities", rules.show_priorities, Scope.READ, Priorities),
    Route(
        "PUT",
        CLIENT + "/listening",
        rules.set_listening,
        Scope.APPROVE,
        Listening,
        body=rules.NewListening,
        party=Party.CLIENT,
    ),
    Route("GET", CLIENT + "/listening", rules.show_listening, Scope.READ, Listening),
    Route(
        "PUT",
        CLIENT + "/guidelines",
        guidelines.set_guidelines,
        Scope.APPROVE,
        Guidelines,
        body=guidelines.NewGuidelines,
        party=Party.CLIENT,
    ),
    Route("GET", CLIENT + "/guidelines", guidelines.show_guidelines, Scope.READ, Guidelines),
)
