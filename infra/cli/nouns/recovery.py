"""``backchannel recovery``: the plan for the day on which everything must stop, and drills."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command(
        "show",
        "GET",
        CLIENT + "/recovery-plan",
        "Show the plan, and what it lacks.",
        example="backchannel recovery show",
        api="recover",
    ),
    Command(
        "set",
        "PUT",
        CLIENT + "/recovery-plan",
        "Lay down who stops, who resumes, and whom to call.",
        example="backchannel recovery set plan.json",
        api="recover",
        takes_file="The plan as the API takes it (may_stop, resumes, contacts, statements, drill_every_days)",
    ),
    Command(
        "stops",
        "GET",
        "/stops",
        "List stops.",
        example="backchannel recovery stops --standing true",
        api="recover",
        takes=(
            Takes("day", "UTC date; today when absent.", query=True),
            Takes("standing", "true: only those that stand; without a day, those of any day.", query=True),
        ),
        shows=("id", "scope", "reason", "stopped_at", "drained_at", "lifted_at"),
    ),
    Command(
        "drills",
        "GET",
        "/drills",
        "List drills.",
        example="backchannel recovery drills",
        api="recover",
        takes=(Takes("client", "Its id; the key's own client when absent.", query=True),),
        shows=("id", "account", "outcome", "started_at", "flag_ms", "drain_ms", "because"),
    ),
)
app = noun("The plan for the day on which everything must stop.", COMMANDS)
