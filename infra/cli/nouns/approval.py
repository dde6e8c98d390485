"""``backchannel approval``: links by which those decide who have no key."""

from infra.cli.commands import CLIENT, Command, Takes, noun

_LINKS = CLIENT + "/posts/{post}/approval-links"

COMMANDS = (
    Command(
        "link",
        "POST",
        _LINKS,
        "Make a link for a member, and a code that goes to them by another way. Both are shown this once.",
        example="backchannel approval link pst_1 mbr_1 --hours 24",
        takes=(
            Takes("member", "Who decides.", argument=True, needed=True),
            Takes("hours", "How long it holds.", kind=int),
        ),
        note="The link and the code are not shown again. Send them by two ways.",
    ),
    Command(
        "list",
        "GET",
        _LINKS,
        "List the links of a post.",
        example="backchannel approval list pst_1",
        shows=("id", "member", "state", "verdict", "expires_at", "used_at", "wrong_codes"),
        page_size=True,
    ),
    Command(
        "withdraw",
        "DELETE",
        _LINKS + "/{link}",
        "Take a link back.",
        example="backchannel approval withdraw pst_1 apl_1",
    ),
)
app = noun("Links by which those decide who have no key; with one, use `backchannel post approve`.", COMMANDS)
