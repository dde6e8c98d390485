"""Every route of recover. A key with the scope ``stop`` can use these, but for writing the plan, and nothing else."""

from functions.recover.drill import NewDrill, list_drills, run_drill
from functions.recover.passes import NewPass, Passed, let_pass
from functions.recover.plan import NewRecoveryPlan, RecoveryPlanView, set_recovery_plan, show_recovery_plan
from functions.recover.recall import NewRecall, Recalled, recall
from functions.recover.receipts import StopReceipt, list_stops, show_stop
from functions.recover.resume import Resumed, resume
from functions.recover.stop import NewStop, engage
from shared.api.routes import Route
from shared.domain.parties import Party, Scope
from shared.domain.recovery import Drill
from shared.domain.stops import Stop

ROUTES: tuple[Route, ...] = (
    Route(
        method="POST",
        path="/stops",
        use_case=engage,
        scope=Scope.STOP,
        body=NewStop,
        returns=StopReceipt,
        status=201,
    ),
    Route(
        method="GET",
        path="/stops",
        use_case=list_stops,
        scope=Scope.STOP,
        returns=list[Stop],
        query={
            "day": "UTC date; today when absent.",
            "standing": "`true`: only those that stand; without a day, those of any day.",
        },
    ),
    Route(
        method="GET",
        path="/stops/{stop}",
        use_case=show_stop,
        scope=Scope.STOP,
        returns=StopReceipt,
        query={"cursor": "`next` of the page before."},
    ),
    Route(method="POST", path="/stops/{stop}/resume", use_case=resume, scope=Scope.STOP, returns=Resumed),
    Route(
        method="POST", path="/stops/{stop}/passes", use_case=let_pass, scope=Scope.STOP, body=NewPass, returns=Passed
    ),
    Route(method="POST", path="/recalls", use_case=recall, scope=Scope.STOP, body=NewRecall, returns=Recalled),
    Route(
        method="POST", path="/drills", use_case=run_drill, scope=Scope.STOP, body=NewDrill, returns=Drill, status=201
    ),
    Route(
        method="GET",
        path="/drills",
        use_case=list_drills,
        scope=Scope.STOP,
        returns=list[Drill],
        query={"client": "Its id; the key's own client when absent."},
    ),
    Route(
        method="PUT",
        path="/clients/{client}/recovery-plan",
        use_case=set_recovery_plan,
        scope=Scope.ADMIN,
        body=NewRecoveryPlan,
        returns=RecoveryPlanView,
        party=Party.CLIENT,
    ),
    Route(
        method="GET",
        path="/clients/{client}/recovery-plan",
        use_case=show_recovery_plan,
        scope=Scope.STOP,
        returns=RecoveryPlanView,
    ),
)
