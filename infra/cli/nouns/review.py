"""``backchannel review``: the week, looked back on."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_WEEK = CLIENT + "/reviews/{week}"

COMMANDS = (
    Command("show", "GET", _WEEK, "Show a week's review.", example="backchannel review show 2026-W47"),
    Command(
        "action",
        "POST",
        _WEEK + "/actions",
        "Note an action that was agreed.",
        example='backchannel review action 2026-W47 "Answer weekends too"',
        takes=(Takes("text", "What was agreed.", argument=True, needed=True),),
    ),
    Command(
        "done",
        "POST",
        _WEEK + "/actions",
        "Say that an action is done.",
        example="backchannel review done 2026-W48 act_1",
        takes=(Takes("done", "Id of the action.", argument=True, needed=True),),
    ),
)
app = noun("The week, looked back on.", COMMANDS)
