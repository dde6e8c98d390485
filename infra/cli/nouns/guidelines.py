"""``backchannel guidelines``: what may not be said."""

from infra.cli.commands import CLIENT, Command, noun

COMMANDS = (
    Command(
        "show",
        "GET",
        CLIENT + "/guidelines",
        "Show what may not be said.",
        example="backchannel guidelines show --json",
    ),
    Command(
        "set",
        "PUT",
        CLIENT + "/guidelines",
        "Lay down what may not be said. With a version in the file, it replaces that one or nothing.",
        example="backchannel guidelines set guidelines.json",
        takes_file="As `show --json` prints it",
        drops=("client", "set_by", "set_at"),
    ),
)
app = noun("What may not be said; `backchannel check` tries texts on it.", COMMANDS)
