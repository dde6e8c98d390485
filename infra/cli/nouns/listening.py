"""``backchannel listening``: what counts how much in the inbox."""

from infra.cli.commands import CLIENT, Command, noun

COMMANDS = (
    Command(
        "show", "GET", CLIENT + "/listening", "Show what counts how much.", example="backchannel listening show --json"
    ),
    Command(
        "set",
        "PUT",
        CLIENT + "/listening",
        "Lay down what counts how much. With a version in the file, it replaces that one or nothing.",
        example="backchannel listening set listening.json",
        takes_file="As `show --json` prints it",
        drops=("client", "set_by", "set_at"),
    ),
)
app = noun("What counts how much in the inbox.", COMMANDS)
