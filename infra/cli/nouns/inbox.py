"""``backchannel inbox``: what was said to the brand, what matters most first."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_MENTION = CLIENT + "/mentions/{mention}"
_AGENCY = Takes("agency", "Under whose mandate, where the client has several agencies.")
_UNTIL = Takes("until", "In the client's zone, unless it has an offset.", needed=True, moment=True)
_MANY = Takes("mentions", "Ids of mentions.", argument=True, many=True, needed=True)


def _of_many(action: str, says: str, *takes: Takes, example: str = "", asks: str = "") -> Command:
    """An action on many mentions in one call."""
    return Command(
        f"{action}-many",
        "POST",
        CLIENT + "/inbox/actions",
        says,
        example=f"backchannel inbox {action}-many mnt_1 mnt_2{example}",
        takes=(_MANY, *takes, _AGENCY),
        sends={"action": action},
        asks=asks,
    )


COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/inbox",
        "List what is open, what matters most first.",
        example="backchannel inbox list --function crisis",
        takes=(
            Takes("assigned_to", "Only this member's.", query=True),
            Takes("function", "Only of this business function.", query=True),
        ),
        shows=("id", "score", "function", "urgency", "author", "text", "assigned_to"),
        page_size=True,
    ),
    Command(
        "show",
        "GET",
        _MENTION,
        "Show a mention with the reasons for its place.",
        example="backchannel inbox show mnt_1",
    ),
    Command(
        "conversation",
        "GET",
        _MENTION + "/conversation",
        "Show all that is known of its conversation, oldest first.",
        example="backchannel inbox conversation mnt_1",
        shows=("posted_at", "author", "text", "id"),
    ),
    Command(
        "claim",
        "POST",
        _MENTION + "/claim",
        "Claim a mention, so that nobody else answers it.",
        example="backchannel inbox claim mnt_1",
        takes=(Takes("minutes", "For how long.", kind=int), _AGENCY),
    ),
    Command(
        "release",
        "POST",
        _MENTION + "/release",
        "Give a claim back.",
        example="backchannel inbox release mnt_1",
        takes=(_AGENCY,),
    ),
    Command(
        "assign",
        "POST",
        _MENTION + "/assignment",
        "Assign a mention to a member.",
        example="backchannel inbox assign mnt_1 --to mbr_1",
        takes=(Takes("to", "Who is to answer.", needed=True), _AGENCY),
    ),
    Command(
        "snooze",
        "POST",
        _MENTION + "/snooze",
        "Lay a mention aside for a while.",
        example="backchannel inbox snooze mnt_1 --until 2026-12-01T09:00",
        takes=(_UNTIL, _AGENCY),
    ),
    Command(
        "wake",
        "POST",
        _MENTION + "/wake",
        "Bring back a mention that was laid aside.",
        example="backchannel inbox wake mnt_1",
        takes=(_AGENCY,),
    ),
    Command(
        "dismiss",
        "POST",
        _MENTION + "/dismissal",
        "Close a mention without an answer.",
        example='backchannel inbox dismiss mnt_1 --reason "spam"',
        takes=(Takes("reason", "For the ledger.", needed=True), _AGENCY),
    ),
    Command(
        "respond",
        "POST",
        _MENTION + "/recommendations",
        "Recommend an answer, with drafts.",
        example="backchannel inbox respond mnt_1 drafts.json",
        takes_file="An object with `drafts` (account, handle, text), and a note if there is one",
        sends={"action": "respond"},
        takes=(_AGENCY,),
    ),
    Command(
        "recommend",
        "POST",
        _MENTION + "/recommendations",
        "Recommend to ignore a mention, or to ask the client; `respond` recommends an answer.",
        example='backchannel inbox recommend mnt_1 escalate --question "May we refund?"',
        takes=(
            Takes("action", "ignore or escalate.", argument=True, needed=True),
            Takes("note", "Why."),
            Takes("question", "Of an escalation: what the client is to say."),
            Takes("to", "Of an escalation: whom it is put to."),
            _AGENCY,
        ),
    ),
    Command(
        "escalate",
        "POST",
        _MENTION + "/escalations",
        "Put a question to the client.",
        example='backchannel inbox escalate mnt_1 --question "May we refund?"',
        takes=(
            Takes("question", "What only the client can say.", needed=True),
            Takes("to", "A member of the client; by default as its plan has it."),
            Takes("post", "The draft that waits for the answer."),
            _AGENCY,
        ),
    ),
    _of_many("claim", "Claim many mentions at once.", Takes("minutes", "For how long.", kind=int)),
    _of_many("release", "Give many claims back at once."),
    _of_many(
        "assign",
        "Assign many mentions at once.",
        Takes("to", "Who is to answer.", needed=True),
        example=" --to mbr_1",
    ),
    _of_many("snooze", "Lay many mentions aside at once.", _UNTIL, example=" --until 2026-12-01T09:00"),
    _of_many(
        "dismiss",
        "Close many mentions at once without an answer.",
        Takes("reason", "For the ledger.", needed=True),
        example=' --reason "spam"',
        asks="Close all of these without an answer?",
    ),
)
app = noun("What was said to the brand, what matters most first.", COMMANDS)
