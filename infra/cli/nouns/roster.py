"""``backchannel roster``: who speaks in the brand's name."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_PLACE = CLIENT + "/roster/{member}"

COMMANDS = (
    Command(
        "introduce",
        "POST",
        CLIENT + "/roster",
        "Introduce a member of your own party as one who speaks.",
        example="backchannel roster introduce mbr_1",
        takes=(
            Takes("member", "Who is introduced.", argument=True, needed=True),
            Takes("accounts", "Only for this account; give it for each.", many=True),
            Takes("note", "What the client should know of them."),
        ),
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/roster",
        "List who speaks, and who does not yet or any more.",
        example="backchannel roster list",
        shows=("member", "name", "signature", "party", "accepted", "acknowledged", "silent", "ended_at"),
        page_size=True,
    ),
    Command(
        "accept",
        "POST",
        _PLACE + "/acceptance",
        "Accept one who was introduced.",
        example="backchannel roster accept mbr_1",
        takes=(Takes("version", "Of the introduction that you read.", kind=int),),
        sends={"verdict": "accept"},
    ),
    Command(
        "refuse",
        "POST",
        _PLACE + "/acceptance",
        "Refuse one who was introduced.",
        example='backchannel roster refuse mbr_1 --reason "not for us"',
        takes=(
            Takes("reason", "For the ledger.", needed=True),
            Takes("version", "Of the introduction that you read.", kind=int),
        ),
        sends={"verdict": "refuse"},
    ),
    Command(
        "acknowledge",
        "POST",
        _PLACE + "/acknowledgement",
        "Say, for yourself, that you have read a version of the guidelines.",
        example="backchannel roster acknowledge mbr_1 --version 3",
        takes=(Takes("version", "Of the guidelines.", kind=int, needed=True),),
    ),
    Command(
        "train",
        "POST",
        _PLACE + "/trainings",
        "Record a training.",
        example='backchannel roster train mbr_1 "Crisis drill" --at 2026-11-02T09:00:00Z',
        takes=(
            Takes("name", "Of the training.", argument=True, needed=True),
            Takes("at", "When it was.", needed=True, moment=True),
        ),
    ),
    Command(
        "dismiss",
        "POST",
        _PLACE + "/dismissal",
        "Take a voice back: keys, shifts, and all that was approved on that person's word.",
        example='backchannel roster dismiss mbr_1 --reason "left the agency"',
        takes=(Takes("reason", "For the ledger.", needed=True),),
        asks="Dismiss {member}: revoke their keys, cancel their shifts, and reopen what stands on their word?",
    ),
)
app = noun("Who speaks in the brand's name.", COMMANDS)
