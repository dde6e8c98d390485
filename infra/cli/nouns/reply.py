"""``backchannel reply``: saved replies, approved once."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_REPLY = CLIENT + "/replies/{reply}"
_HASH = Takes("content_hash", "Of the text that you read, as `show` has it.", needed=True)

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/replies",
        "List saved replies.",
        example="backchannel reply list",
        shows=("id", "name", "functions", "language", "is_approved", "text"),
        page_size=True,
    ),
    Command("show", "GET", _REPLY, "Show a saved reply.", example="backchannel reply show rpl_1"),
    Command(
        "add",
        "POST",
        CLIENT + "/replies",
        "Draft a saved reply.",
        example="backchannel reply add reply.json",
        takes_file="A saved reply (name, text, functions, variables …) as the API takes it",
    ),
    Command(
        "change",
        "PATCH",
        _REPLY,
        "Change a saved reply, which then needs its approvals anew.",
        example='backchannel reply change rpl_1 --text "Hello {name}!"',
        takes=(
            Takes("name", "Of the reply."),
            Takes("text", "What it says."),
            Takes("functions", "A business function that it serves; give it for each.", many=True),
            Takes("language", "As BCP 47 has it, such as en."),
        ),
    ),
    Command(
        "approve",
        "POST",
        _REPLY + "/approvals",
        "Approve a saved reply as it stands.",
        example="backchannel reply approve rpl_1 --content-hash 9f86d0…",
        takes=(_HASH,),
        sends={"verdict": "approve"},
    ),
    Command(
        "reject",
        "POST",
        _REPLY + "/approvals",
        "Reject a saved reply.",
        example='backchannel reply reject rpl_1 --content-hash 9f86d0… --reason "too stiff"',
        takes=(_HASH, Takes("reason", "For who wrote it.", needed=True)),
        sends={"verdict": "reject"},
    ),
    Command("retire", "DELETE", _REPLY, "Retire a saved reply.", example="backchannel reply retire rpl_1"),
)
app = noun("Saved replies, approved once.", COMMANDS)
