"""An entry as an e-mail, in plain text and in HTML.

All that is told of one post is one conversation: each message refers to an id that is made of the post's. A second copy
of a message stands with the first, and has the same entry's id in :data:`EVENT`. (SES gives each its own Message-ID.)
"""

from dataclasses import dataclass
from email.headerregistry import Address, HeaderRegistry, MessageIDHeader
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from urllib.parse import quote

from functions.notify.messages import Worded
from functions.notify.tell import Answered, Unanswered
from functions.notify.words import LOOK, Words, shortened
from shared.domain.endpoints import Endpoint
from shared.domain.ledger import Entry
from shared.mail import Mailer, MailRefusedError, MailUnansweredError

LONGEST_SUBJECT = 150
SENDER = "Backchannel"
EVENT = "X-Backchannel-Event"
_HEADERS = HeaderRegistry()
for _of_ids in ("references", "in-reply-to"):
    # As mere text a long id would be folded into encoded words, by which no reader finds the conversation.
    _HEADERS.map_to_type(_of_ids, MessageIDHeader)  # type: ignore[arg-type]  # to typeshed it is no header
_SEVEN_BITS = SMTP.clone(cte_type="7bit", header_factory=_HEADERS)
"""Every server on its way takes it as it is."""


@dataclass(frozen=True, slots=True)
class Email:
    worded: Worded
    mailer: Mailer
    mail_from: str

    def __call__(self, entry: Entry, endpoint: Endpoint) -> Answered:
        if not self.mail_from:
            raise Unanswered("this deployment sends no mail any more")
        to = endpoint.url.removeprefix("mailto:")
        written = message(self.worded(entry, endpoint), entry.id, to=to, sender=self.mail_from)
        try:
            self.mailer.send(to, written.as_bytes())
        except MailRefusedError as refusal:
            return Answered(refusal.status, refusal.retry_after)
        except MailUnansweredError as silence:
            raise Unanswered(str(silence)) from silence
        return Answered(200)


def message(words: Words, id: str, *, to: str, sender: str) -> EmailMessage:  # noqa: A002
    """``id``: the same for each copy."""
    domain = sender.rpartition("@")[2]
    written = EmailMessage(policy=_SEVEN_BITS)
    written["From"] = Address(SENDER, addr_spec=sender)
    written["To"] = Address(addr_spec=to)
    written["Subject"] = shortened(words.title, LONGEST_SUBJECT)
    written["References"] = written["In-Reply-To"] = f"<{quote(words.about, safe='')}@{domain}>"
    written[EVENT] = id
    written["Auto-Submitted"] = "auto-generated"
    written.set_content(_plain(words))
    written.add_alternative(_html(words), subtype="html")
    return written


def _plain(words: Words) -> str:
    quoted = "\n".join(f"> {line}" for line in words.quoted.split("\n")) if words.quoted else ""
    link = words.asked.url if words.asked else ""
    parts = (words.headline, "\n".join(words.lines), quoted, words.todo, link)
    return "\n\n".join(part for part in parts if part) + "\n"


def _html(words: Words) -> str:
    parts = [f"<h1>{escape(words.headline)}</h1>"]
    parts += ["<p>" + "<br>".join(escape(line) for line in words.lines) + "</p>"] if words.lines else []
    if words.quoted:
        said = escape(words.quoted).replace("\n", "<br>")
        parts.append(f'<blockquote dir="auto">{said}</blockquote>')
    parts += [f"<p><strong>{escape(words.todo)}</strong></p>"] if words.todo else []
    if words.asked is not None:
        parts.append(f'<p><a href="{escape(words.asked.url)}">{LOOK}</a></p>')
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'
