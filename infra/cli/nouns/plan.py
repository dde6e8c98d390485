"""``backchannel plan``: when the client's accounts speak."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command("show", "GET", CLIENT + "/plan", "Show the plan.", example="backchannel plan show --json"),
    Command(
        "set",
        "PUT",
        CLIENT + "/plan",
        "Lay down the plan. With a version in the file, it replaces that one or nothing.",
        example="backchannel plan set plan.json",
        takes_file="As `show --json` prints it",
        drops=("client", "set_by", "set_at"),
    ),
    Command(
        "calendar",
        "GET",
        CLIENT + "/plan/calendar",
        "Show day by day what is scheduled, and what is free.",
        example="backchannel plan calendar --from 2026-12-01 --until 2026-12-31",
        takes=(
            Takes("from", "The first day, in the client's zone; today when absent.", query=True),
            Takes("until", "The last day, up to 62 with the first.", query=True),
        ),
    ),
    Command(
        "add-feed",
        "POST",
        CLIENT + "/plan/feeds",
        "Make a calendar feed to subscribe to; its address is a secret and shown this once.",
        example='backchannel plan add-feed "My calendar"',
        takes=(Takes("name", "Of the feed.", argument=True, needed=True),),
        note="The address is not shown again.",
    ),
    Command(
        "feeds",
        "GET",
        CLIENT + "/plan/feeds",
        "List calendar feeds.",
        example="backchannel plan feeds",
        shows=("id", "name", "party", "made_by", "made_at", "closed_at"),
        page_size=True,
    ),
    Command(
        "close-feed",
        "DELETE",
        CLIENT + "/plan/feeds/{feed}",
        "Close a feed.",
        example="backchannel plan close-feed fed_1",
    ),
)
app = noun("When the client's accounts speak.", COMMANDS)
