"""``backchannel key``: by which members act."""

from infra.cli.commands import CLIENT, Command, Takes, noun

COMMANDS = (
    Command(
        "add",
        "POST",
        CLIENT + "/keys",
        "Make a key for a member. It is shown this once.",
        example="backchannel key add mbr_1 --scopes read --scopes recommend",
        takes=(
            Takes("member", "Whose it is.", argument=True, needed=True),
            Takes(
                "scopes", "read, recommend, approve, publish, stop or admin; give it for each.", many=True, needed=True
            ),
            Takes("expires_at", "When it ends, such as 2027-01-31T12:00:00Z; never when absent.", moment=True),
        ),
        note="The key is not shown again.",
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/keys",
        "List keys: whose, for what, until when. Never the keys themselves.",
        example="backchannel key list",
        shows=("id", "member", "party", "scopes", "expires_at", "revoked_at"),
        page_size=True,
    ),
    Command(
        "revoke",
        "DELETE",
        CLIENT + "/keys/{key}",
        "Revoke a key; its next call is refused.",
        example="backchannel key revoke key_1",
    ),
)
app = noun("The keys by which members act.", COMMANDS)
