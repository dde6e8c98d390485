"""``backchannel shift``: who is there to answer, and when."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_SHIFT = CLIENT + "/shifts/{shift}"

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/shifts",
        "Put somebody on shift.",
        example="backchannel shift add mbr_1 --starts-at 2026-12-01T08:00 --ends-at 2026-12-01T16:00",
        takes=(
            Takes("member", "Who.", argument=True, needed=True),
            Takes("starts_at", "In the client's zone, unless it has an offset.", needed=True, moment=True),
            Takes("ends_at", "In the client's zone, unless it has an offset.", needed=True, moment=True),
            Takes("accounts", "Only for this account; give it for each.", many=True),
            Takes("note", "For who is on it."),
        ),
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/shifts",
        "List shifts.",
        example="backchannel shift list --from 2026-12-01 --until 2026-12-08",
        takes=(
            Takes("from", "The first day or time.", query=True),
            Takes("until", "The last day or time.", query=True),
        ),
        shows=("id", "member", "starts_at", "ends_at", "accounts", "note", "cancelled_at"),
        page_size=True,
    ),
    Command("cancel", "DELETE", _SHIFT, "Cancel a shift.", example="backchannel shift cancel shf_1"),
    Command(
        "hand-over",
        "POST",
        _SHIFT + "/handover",
        "Hand over to the next shift, with what is going on.",
        example='backchannel shift hand-over shf_1 --note "two open complaints"',
        takes=(Takes("note", "What is going on.", needed=True),),
        shows=("id", "member", "starts_at", "ends_at"),
    ),
)
app = noun("Who is there to answer, and when.", COMMANDS)
