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
    Command(
        "note",
        "POST",
        _WEEK + "/notes",
        "Note something to a week's review.",
        example='backchannel review note 2026-W47 "The launch drew most of it"',
        takes=(Takes("text", "What is to be remembered.", argument=True, needed=True),),
    ),
    Command(
        "page",
        "GET",
        _WEEK + "/page",
        "Print a week's review as a page of HTML.",
        example="backchannel review page 2026-W47 > week.html",
    ),
    Command(
        "link",
        "POST",
        _WEEK + "/links",
        "Make a link that opens a week's review to who has it; it is shown this once.",
        example='backchannel review link 2026-W47 "The board" --days 30',
        takes=(Takes("name", "Whom it is for.", argument=True, needed=True), Takes("days", "1 to 90.", kind=int)),
        note="The link is not shown again.",
    ),
    Command(
        "links",
        "GET",
        _WEEK + "/links",
        "List the links of a week's review.",
        example="backchannel review links 2026-W47",
        shows=("id", "name", "made_by", "expires_at", "withdrawn_at"),
        page_size=True,
    ),
    Command(
        "withdraw-link",
        "DELETE",
        _WEEK + "/links/{link}",
        "Take a link back.",
        example="backchannel review withdraw-link 2026-W47 rvl_1",
    ),
)
app = noun("The week, looked back on.", COMMANDS)
