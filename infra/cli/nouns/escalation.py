"""``backchannel escalation``: questions that only the client can answer."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_ESCALATION = CLIENT + "/escalations/{escalation}"

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/escalations",
        "List questions to the client.",
        example="backchannel escalation list",
        shows=("id", "state", "function", "question", "to", "deadline", "answer"),
        page_size=True,
    ),
    Command(
        "answer",
        "POST",
        _ESCALATION + "/answer",
        "Answer a question, for the client.",
        example='backchannel escalation answer esc_1 "Yes, in full."',
        takes=(Takes("answer", "What is so.", argument=True, needed=True),),
    ),
    Command(
        "withdraw",
        "POST",
        _ESCALATION + "/withdrawal",
        "Take a question back.",
        example='backchannel escalation withdraw esc_1 --reason "found out"',
        takes=(Takes("reason", "For the ledger.", needed=True),),
    ),
    Command(
        "plan",
        "GET",
        CLIENT + "/escalation-plan",
        "Show who is asked, and who next.",
        example="backchannel escalation plan --json",
    ),
    Command(
        "set-plan",
        "PUT",
        CLIENT + "/escalation-plan",
        "Lay down who is asked, and who next.",
        example="backchannel escalation set-plan plan.json",
        takes_file="As `plan --json` prints it",
        drops=("client", "set_by", "set_at"),
    ),
)
app = noun("Questions that only the client can answer.", COMMANDS)
