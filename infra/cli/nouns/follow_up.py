"""``backchannel follow-up``: what was promised, and by when."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_FOLLOW_UP = CLIENT + "/follow-ups/{follow_up}"

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/follow-ups",
        "List what was promised.",
        example="backchannel follow-up list --state broken",
        takes=(Takes("state", "open, kept, broken or dropped; open when absent.", query=True),),
        shows=("id", "state", "what", "due_at", "owner", "mention", "post"),
        page_size=True,
    ),
    Command(
        "add",
        "POST",
        CLIENT + "/follow-ups",
        "Note a promise, and whose it is to keep.",
        example='backchannel follow-up add "Send the refund" --due-at 2026-12-01T12:00 --mention mnt_1',
        takes=(
            Takes("what", "What is to be done.", argument=True, needed=True),
            Takes("due_at", "In the client's zone, unless it has an offset.", needed=True, moment=True),
            Takes("post", "In which it was promised."),
            Takes("mention", "Whom it was promised to."),
            Takes("function", "Business function."),
            Takes("owner", "Who keeps it; you when absent."),
            Takes("agency", "Under whose mandate, where the client has several agencies."),
        ),
    ),
    Command(
        "close",
        "POST",
        _FOLLOW_UP + "/close",
        "Say what became of a promise.",
        example="backchannel follow-up close fup_1 --outcome kept",
        takes=(Takes("outcome", "kept, broken or dropped.", needed=True), Takes("note", "More on it.")),
    ),
    Command(
        "assign",
        "POST",
        _FOLLOW_UP + "/assignment",
        "Give a promise to somebody else to keep.",
        example="backchannel follow-up assign fup_1 --to mbr_1",
        takes=(Takes("to", "Who keeps it.", needed=True),),
    ),
)
app = noun("What was promised, and by when.", COMMANDS)
