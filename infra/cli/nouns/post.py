"""``backchannel post``: from the draft to the account."""

from typing import Annotated, Any

import typer

from infra.cli import output
from infra.cli.calling import Line, segment
from infra.cli.commands import CLIENT, AsJson, ClientId, Command, ProfileName, Takes, line_of, noun, reaches
from infra.cli.completion import completing
from infra.cli.failures import usage

_POST = CLIENT + "/posts/{post}"
_ALL_OF_IT = ("text", "thread", "media", "in_reply_to", "network", "handle", "function", "publish_at", "author")
"""What a person reads before they decide."""

COMMANDS = (
    Command(
        "draft",
        "POST",
        CLIENT + "/posts",
        "Draft a post. Name the account twice, by its id and its handle.",
        example='backchannel post draft "Good morning ^MS" --account acc_1 --handle acme --function community',
        takes=(
            Takes("text", "What it says; of a thread, the first part.", argument=True, needed=True),
            Takes("account", "Id of the account.", needed=True),
            Takes("handle", "Of the same account, as a check.", needed=True),
            Takes("thread", "A further part; give it for each.", many=True),
            Takes("function", "Business function."),
            Takes("mention", "That it answers."),
            Takes("publish_at", "In the client's zone; when approved, if absent.", moment=True),
            Takes("language", "As BCP 47 has it, such as en."),
            Takes("on_call", "The author is there to answer.", kind=bool),
            Takes("as_is", "Put on no signature and disclosure.", kind=bool),
            Takes("agency", "Under whose mandate, where the client has several agencies."),
        ),
    ),
    Command(
        "create",
        "POST",
        CLIENT + "/posts",
        "Draft a post from a file: with pictures, commitments, or made of a saved reply.",
        example="backchannel post create post.json",
        takes_file="A post as the API takes it",
    ),
    Command(
        "list",
        "GET",
        CLIENT + "/posts",
        "List posts.",
        example="backchannel post list --state in_review",
        takes=(Takes("state", "Only those in it, such as in_review, scheduled, held or published.", query=True),),
        shows=("id", "state", "network", "handle", "function", "due_at", "text"),
        page_size=True,
    ),
    Command("show", "GET", _POST, "Show a post.", example="backchannel post show pst_1"),
    Command(
        "change",
        "PATCH",
        _POST,
        "Change a draft, which then needs its approvals anew.",
        example='backchannel post change pst_1 --text "Good evening ^MS"',
        takes=(
            Takes("text", "What it says."),
            Takes("thread", "All of its further parts; give it for each.", many=True),
            Takes("as_suggested", "As the approver suggested.", kind=bool),
        ),
    ),
    Command(
        "edit",
        "PATCH",
        _POST,
        "Change a draft by a file: its pictures and commitments too.",
        example="backchannel post edit pst_1 change.json",
        takes_file="The fields that change",
    ),
    Command(
        "schedule",
        "PATCH",
        _POST,
        "Give a post another time; it needs its approvals anew.",
        example="backchannel post schedule pst_1 2026-12-01T09:00",
        takes=(
            Takes(
                "publish_at", "In the client's zone, unless it has an offset.", argument=True, needed=True, moment=True
            ),
        ),
    ),
    Command(
        "unschedule",
        "PATCH",
        _POST,
        "Have a post go out when it is approved, instead of at its time.",
        example="backchannel post unschedule pst_1",
        sends={"now": True},
    ),
    Command(
        "cancel",
        "POST",
        _POST + "/cancel",
        "Cancel a post that is not out.",
        example='backchannel post cancel pst_1 --reason "overtaken by events"',
        takes=(Takes("reason", "For the ledger.", needed=True),),
    ),
    Command(
        "publish",
        "POST",
        _POST + "/publish",
        "Send a post on that the mandate leaves to a person to send.",
        example="backchannel post publish pst_1",
    ),
)
app = noun("Posts, from the draft to the account.", COMMANDS)

PostId = Annotated[str, typer.Argument(metavar="POST", autocompletion=completing("post"))]
Hash = Annotated[
    str, typer.Option("--content-hash", help="Of what you have read; without it you are shown it and asked.")
]
Reason = Annotated[str, typer.Option(help="For who wrote it.")]


@app.command(epilog="Example: backchannel post approve pst_1")
@reaches("GET", _POST)
@reaches("POST", _POST + "/approvals")
def approve(
    post: PostId, content_hash: Hash = "", client: ClientId = "", profile: ProfileName = "", as_json: AsJson = False
) -> None:
    """Approve a post exactly as it stands."""
    _decide(line_of(profile, client, as_json=as_json), post, content_hash, {"verdict": "approve"})


@app.command(epilog='Example: backchannel post reject pst_1 --reason "not our tone"')
@reaches("POST", _POST + "/approvals")
def reject(
    post: PostId,
    reason: Reason,
    content_hash: Hash = "",
    client: ClientId = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Reject a post; it does not go out."""
    _decide(line_of(profile, client, as_json=as_json), post, content_hash, {"verdict": "reject", "reason": reason})


@app.command(name="request-change", epilog='Example: backchannel post request-change pst_1 --reason "shorter"')
@reaches("POST", _POST + "/approvals")
def request_change(
    post: PostId,
    reason: Reason,
    text: Annotated[str, typer.Option(help="As you would have it.")] = "",
    content_hash: Hash = "",
    client: ClientId = "",
    profile: ProfileName = "",
    as_json: AsJson = False,
) -> None:
    """Send a draft back with what is to change."""
    verdict: dict[str, Any] = {"verdict": "request_change", "reason": reason}
    if text:
        verdict["suggestion"] = {"text": text}
    _decide(line_of(profile, client, as_json=as_json), post, content_hash, verdict)


@app.command(name="withdraw-approval", epilog="Example: backchannel post withdraw-approval pst_1")
@reaches("POST", _POST + "/approvals")
def withdraw_approval(
    post: PostId, content_hash: Hash = "", client: ClientId = "", profile: ProfileName = "", as_json: AsJson = False
) -> None:
    """Take your own approval back, while the post is not out."""
    _decide(line_of(profile, client, as_json=as_json), post, content_hash, {"verdict": "withdraw"})


def _decide(line: Line, post: str, content_hash: str, verdict: dict[str, Any]) -> None:
    """On a content hash: the one given, or that of what the person was just shown."""
    path = line.of_client_path(f"/posts/{segment(post)}")
    if not content_hash:
        if not output.interactive():
            usage("Name what is decided on: --content-hash, as `post show` has it.")
        shown = line.ask("GET", path)
        content_hash = shown["content_hash"]
        for name in _ALL_OF_IT:
            if shown.get(name):
                output.say(f"{name}: {output.cell(shown[name])}")
        output.confirmed(f"{verdict['verdict'].replace('_', ' ').capitalize()} this?", yes=False)
    output.print_answer(line.ask("POST", path + "/approvals", verdict | {"content_hash": content_hash}))
