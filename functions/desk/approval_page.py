"""The page that a link opens: what would be said, where and when, and a form that decides.

It is whole in itself: no script, nothing from elsewhere. Everything on it is escaped.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from functions.desk.approvals import Verdict
from shared.domain.approval_links import ApprovalLink
from shared.domain.guidelines.findings import GuidelineFinding
from shared.domain.listening.mentions import Mention
from shared.domain.parties import Member
from shared.domain.posts import ChangeRequest, Media, Post, PostState

CONTENT_TYPE = "text/html; charset=utf-8"
_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{white-space:pre-wrap;overflow-wrap:anywhere;border-left:.25rem solid;margin:1rem 0;padding:.5rem 1rem}"
    "label{display:block;margin:.5rem 0}input,textarea,button{font:inherit}textarea{width:100%}"
)
_STYLE_HASH = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}
_CHOICES = {
    Verdict.APPROVE: "Approve it as it stands",
    Verdict.REQUEST_CHANGE: "Ask for a change",
    Verdict.REJECT: "Reject it: it is not to go out at all",
}
_ENDS = {
    PostState.IN_REVIEW: "It waits for a further approval.",
    PostState.APPROVED: "It goes out when it is called for.",
    PostState.SCHEDULED: "It goes out at its time.",
    PostState.CANCELLED: "It does not go out.",
}


def page(title: str, detail: str) -> str:
    """One that says something and asks nothing."""
    return _page(title, f"<p>{escape(detail)}</p>")


def decided(post: Post, verdict: Verdict) -> str:
    if verdict is Verdict.REQUEST_CHANGE:
        return page("Sent back", "Thank you. Its author is told; what is changed comes to you anew.")
    return page("Approved" if verdict is Verdict.APPROVE else "Rejected", f"Thank you. {_ENDS[post.state]}")


def asking(
    link: ApprovalLink,
    post: Post,
    member: Member,
    zone: str,
    answered: Mention | None,
    pictures: Sequence[tuple[Media, str]],
    verdicts: Iterable[Verdict],
) -> str:
    """What is asked of ``member``. ``pictures``: each with an address that shows it for a while."""
    voice = f"<strong>@{escape(post.handle)}</strong> on {escape(post.network)}"
    blocks = [
        f"<p>{escape(member.name)}, you are asked whether this may be said as {voice}.</p>",
        _answering(answered),
        *(_part(number, text, len(post.parts)) for number, text in enumerate(post.parts, 1)),
        *(_picture(media, address) for media, address in pictures),
        f"<p>{_when(post, zone)}</p>",
        _findings(post.findings),
        _sent_back(post.change_request),
        _form(verdicts, link.code_digits),
        f"<p>This link is for you alone and good for one decision, until {_time(link.expires_at, zone)}.</p>",
        "<p>Opening it decides nothing. What you decide is entered in the record under your name.</p>",
    ]
    return _page("A post waits for your decision", "".join(blocks))


def _page(title: str, body: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>"
    )


def _answering(mention: Mention | None) -> str:
    if mention is None:
        return ""
    said = f'<blockquote dir="auto">{escape(mention.text)}</blockquote>'
    return f"<p>It answers <bdi>{escape(mention.author)}</bdi>, who said:</p>{said}<p>The answer:</p>"


def _part(number: int, text: str, of: int) -> str:
    head = f"<h2>Part {number} of {of}</h2>" if of > 1 else ""
    return f'{head}<blockquote dir="auto">{escape(text)}</blockquote>'


def _picture(media: Media, address: str) -> str:
    shows = escape(media.alt) if media.alt else "nothing is said of what it shows"
    safe = address.startswith(("https://", "http://"))
    look = f' <a href="{escape(address)}" rel="noopener noreferrer">Look at it</a>' if safe else ""
    return f"<p>With a picture: <bdi>{shows}</bdi>{look}</p>"


def _when(post: Post, zone: str) -> str:
    if post.on_call:
        return "Once approved, it goes out when your agency calls for it."
    if post.publish_at is None:
        return "It goes out as soon as it is approved."
    return f"It goes out on {_time(post.publish_at, zone)}."


def _time(at: datetime, zone: str) -> str:
    return f"{at.astimezone(ZoneInfo(zone)):%A %-d %B %Y, %H:%M} ({escape(zone)})"


def _findings(findings: Sequence[GuidelineFinding]) -> str:
    if not findings:
        return ""
    told = "".join(f"<li><bdi>{escape(str(finding))}</bdi></li>" for finding in findings)
    return f"<h2>What your guidelines say of it</h2><ul>{told}</ul>"


def _sent_back(request: ChangeRequest | None) -> str:
    if request is None:
        return ""
    return (
        f"<p>A change of it was asked for, so that it cannot be approved now: <bdi>{escape(request.reason)}</bdi></p>"
    )


def _form(verdicts: Iterable[Verdict], digits: int) -> str:
    choices = "".join(
        f'<label><input type="radio" name="verdict" value="{verdict.value}" required> '
        f"{escape(_CHOICES[verdict])}</label>"
        for verdict in verdicts
    )
    return (
        '<form method="post" autocomplete="off"><h2>Your decision</h2>'
        f"{choices}"
        '<label>Why, if you do not approve it:<textarea name="reason" maxlength="500" rows="3"></textarea></label>'
        f"<label>The code of {digits} digits that you were told by another way than this link: "
        '<input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required></label>'
        '<button type="submit">Decide</button></form>'
    )
