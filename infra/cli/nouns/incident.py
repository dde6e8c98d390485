"""``backchannel incident``: what somebody must look at."""

from infra.cli.commands import CLIENT, Command, noun

COMMANDS = (
    Command(
        "list",
        "GET",
        CLIENT + "/incidents",
        "List incidents of the client's accounts: posts that are not ours, refused credentials, what does not add up.",
        example="backchannel incident list",
        shows=("id", "kind", "network", "handle", "at", "because", "url", "stop"),
        page_size=True,
    ),
)
app = noun("What somebody must look at.", COMMANDS)
