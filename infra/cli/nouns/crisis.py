"""``backchannel crisis``: potential crises, with their evidence."""

from infra.cli.commands import CLIENT, Command, noun

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/crises",
        "List potential crises.",
        example="backchannel crisis list",
        shows=("id", "state", "topic", "raised_at", "peak", "ended_at"),
        page_size=True,
    ),
    Command(
        "end",
        "POST",
        CLIENT + "/crises/{crisis}/end",
        "Say that a crisis is over.",
        example="backchannel crisis end cri_1",
        asks="Is {crisis} over?",
    ),
)
app = noun("Potential crises, with their evidence.", COMMANDS)
