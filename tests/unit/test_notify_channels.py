"""A message as Slack, Teams and a mail reader take it: text from outside is text, and answers mean what they mean."""

import json
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from typing import Any

import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError
from hypothesis import given
from hypothesis import strategies as st
from moto import mock_aws

from functions.notify import email, slack, teams
from functions.notify.asking import Asked
from functions.notify.tell import Answered, Unanswered
from functions.notify.words import LONGEST_LINE, LONGEST_QUOTE, MOST_LINES, Words, shortened
from shared import aws
from shared.mail import THROTTLED_FOR, MailRefusedError, MailUnansweredError, SesMailer
from tests.channels import MAIL_FROM, Reader, text_of
from tests.house import Brand, House, brand
from tests.network import START

HOSTILE = "<!channel> <@U123> @here *bold* [a](https://evil.example) <script>alert(1)</script> & {{DATE(2026)}} \\\"'"
ASKED = Asked(name="Boss", url="https://desk.example/approve/apl_x.y.z", expires_at=START, digits=8)
TEXTS = st.text(max_size=60) | st.just(HOSTILE)


def said(text: str, *, asked: Asked | None = None) -> Words:
    line = shortened(text, LONGEST_LINE)
    quoted = shortened(text, LONGEST_QUOTE, lines=True)
    return Words(headline="A post was written", lines=(line,), quoted=quoted, client=line, asked=asked, about="pst_1")


WORST = Words(
    headline="A post was written",
    lines=("🦊" * LONGEST_LINE,) * MOST_LINES,
    quoted="🦊\n" * (LONGEST_QUOTE // 2),
    todo="Do it.",
    client="🦊" * 80,
    asked=ASKED,
)


@pytest.fixture
def acme() -> Brand:
    return brand(House())


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from inside(inner)


# Slack


@given(TEXTS)
def test_slack_is_sent_text_from_outside_in_elements_without_markup(text: str) -> None:
    message = slack.message(said(text))
    objects = list(inside(message["blocks"]))
    assert {one["type"] for one in objects if "type" in one} <= {
        "rich_text",
        "rich_text_section",
        "rich_text_quote",
        "text",
    }
    assert not set(message["text"]) & set("<>")


def test_slack_takes_no_mention_from_a_text() -> None:
    message = slack.message(said(HOSTILE))
    assert "&lt;!channel&gt;" in message["text"]
    assert message["mrkdwn"] is False
    assert not {"user", "usergroup", "broadcast", "channel", "mrkdwn"} & {
        one.get("type") for one in inside(message["blocks"])
    }


def test_slack_previews_no_link_and_shows_it_under_words_of_ours() -> None:
    message = slack.message(said("Good morning", asked=ASKED))
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)
    [link] = [one for one in inside(message["blocks"]) if one.get("type") == "link"]
    assert link == {"type": "link", "url": ASKED.url, "text": "Look at it and decide"}
    assert ASKED.url not in message["text"]


@pytest.mark.parametrize(
    ("status", "answered"), [(200, 200), (404, 410), (410, 410), (403, 403), (429, 429), (500, 500)]
)
@pytest.mark.parametrize("kind", ["slack", "teams"])
def test_a_webhook_that_was_taken_away_is_gone(acme: Brand, kind: str, status: int, answered: int) -> None:
    reader = Reader(acme, kind)
    reader.channel.status = status
    acme.draft("Good morning")
    assert reader.tell(acme.house.entries()[-1], reader.endpoint).status == answered


# Teams


@given(TEXTS)
def test_teams_is_sent_text_in_runs_which_have_no_markup(text: str) -> None:
    message = teams.message(said(text))
    [attachment] = message["attachments"]
    assert (message["type"], attachment["contentType"]) == ("message", teams.CARD)
    card = attachment["content"]
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert {one["type"] for one in inside(card["body"])} <= {"RichTextBlock", "TextRun", "Container"}
    assert "actions" not in card
    assert "msteams" not in card  # without which no text is a mention


def test_teams_fills_in_no_time_where_a_text_asks_for_one() -> None:
    asks = said("We open at {{{TIME(2026-11-25T09:00:00Z)}}")
    texts = [one["text"] for one in inside(teams.message(asks)) if one.get("type") == "TextRun"]
    assert not any("{{" in text for text in texts)
    assert any(text.replace("\N{WORD JOINER}", "") == asks.quoted for text in texts)


def test_teams_shows_the_link_as_a_button() -> None:
    card = teams.message(said("Good morning", asked=ASKED))["attachments"][0]["content"]
    assert card["actions"] == [{"type": "Action.OpenUrl", "title": "Look at it and decide", "url": ASKED.url}]


def test_the_largest_message_is_within_what_each_takes() -> None:
    assert len(json.dumps(teams.message(WORST), ensure_ascii=False).encode()) < 28_000
    texts = [one["text"] for one in inside(slack.message(WORST)["blocks"]) if one.get("type") == "text"]
    assert sum(map(len, texts)) < 12_000


# Mail


class Tags(HTMLParser):
    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


def mailed(words: Words, to: str = "boss@acme.example") -> Any:
    raw = email.message(words, "led_1", to=to, sender=MAIL_FROM).as_bytes()
    assert raw.isascii()
    return message_from_bytes(raw, policy=default)


@given(TEXTS)
def test_a_mail_says_a_text_as_text_in_both_its_forms(text: str) -> None:
    mail = mailed(said(text))
    plain, html = mail.get_body(("plain",)).get_content(), mail.get_body(("html",)).get_content()
    assert set(Tags(html).found) <= {"html", "head", "meta", "body", "h1", "p", "br", "blockquote", "strong", "a"}
    assert "A post was written" in plain
    assert "A post was written" in html


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\u2028", "\u2029"])
def test_no_line_of_what_others_wrote_stands_outside_its_quote(line_end: str) -> None:
    plain = mailed(said(f"Good morning{line_end}Open https://evil.example")).get_body(("plain",)).get_content()
    assert [one for one in plain.splitlines() if one[:1] == ">"] == ["> Good morning", "> Open https://evil.example"]


@given(TEXTS)
def test_no_text_makes_a_header_or_another_recipient(text: str) -> None:
    mail = mailed(said(text + "\r\nBcc: all@acme.example\r\n\r\nHello"))
    assert sorted(mail.keys()) == sorted(
        [
            "From",
            "To",
            "Subject",
            "References",
            "In-Reply-To",
            email.EVENT,
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
        ]
    )
    assert (mail["To"], mail["From"]) == ("boss@acme.example", f"Backchannel <{MAIL_FROM}>")


def test_a_second_copy_is_known_by_its_event_and_stands_in_the_same_conversation() -> None:
    first, second = mailed(said("Good morning")), mailed(said("Good morning", asked=ASKED))
    assert first[email.EVENT] == second[email.EVENT] == "led_1"
    assert first["References"] == second["References"] == "<pst_1@mail.example>"


@pytest.mark.parametrize("length", [10, 60, 200])
def test_a_conversation_is_named_as_it_is_whatever_the_length_of_its_id(length: int) -> None:
    sender = f"backchannel@{'notifications.' * (length // 14)}agency.example"
    raw = email.message(said("Good morning"), "led_1", to="boss@acme.example", sender=sender).as_bytes().decode()
    unfolded = raw.replace("\r\n ", " ")
    named = f"<pst_1@{sender.partition('@')[2]}>"
    for header in ("References", "In-Reply-To"):
        [line] = [line for line in unfolded.split("\r\n") if line.startswith(f"{header}: ")]
        assert line.split() == [f"{header}:", named]


def test_a_mail_has_the_link_in_both_its_forms() -> None:
    mail = mailed(said("Good morning", asked=ASKED))
    assert ASKED.url in mail.get_body(("plain",)).get_content()
    assert f'href="{ASKED.url}"' in mail.get_body(("html",)).get_content()


@pytest.mark.parametrize(
    ("error", "answered"),
    [
        (None, Answered(200)),
        (MailRefusedError("MessageRejected", 400), Answered(400)),
        (MailRefusedError("TooManyRequestsException", 429, 60.0), Answered(429, 60.0)),
    ],
)
def test_what_ses_says_is_told_as_http(acme: Brand, error: Exception | None, answered: Answered) -> None:
    reader = Reader(acme, "email")
    reader.channel.error = error
    acme.draft("Good morning")
    assert reader.tell(acme.house.entries()[-1], reader.endpoint) == answered


def test_a_deployment_that_sends_no_mail_any_more_says_so(acme: Brand) -> None:
    reader = Reader(acme, "email")
    sends_none = email.Email(lambda *_: said("Good morning"), reader.channel, "")
    acme.draft("Good morning")
    with pytest.raises(Unanswered, match="sends no mail"):
        sends_none(acme.house.entries()[-1], reader.endpoint)
    assert reader.channel.mails == []


def test_no_answer_of_ses_is_no_answer(acme: Brand) -> None:
    reader = Reader(acme, "email")
    reader.channel.error = MailUnansweredError("SES gave no answer (ConnectTimeoutError)")
    acme.draft("Good morning")
    with pytest.raises(Unanswered, match="ConnectTimeoutError"):
        reader.tell(acme.house.entries()[-1], reader.endpoint)


class Ses:
    def __init__(self, error: Exception) -> None:
        self.error = error

    def send_email(self, **_: Any) -> None:
        raise self.error


def refusal(code: str, status: int) -> ClientError:
    answer: Any = {
        "Error": {"Code": code, "Message": "to boss@acme.example"},
        "ResponseMetadata": {"HTTPStatusCode": status},
    }
    return ClientError(answer, "SendEmail")


@pytest.mark.parametrize(
    ("code", "status", "told", "retry_after"),
    [
        ("TooManyRequestsException", 429, 429, THROTTLED_FOR),
        ("LimitExceededException", 400, 429, THROTTLED_FOR),
        ("MessageRejected", 400, 400, None),
        ("BadRequestException", 400, 400, None),
    ],
)
def test_a_refusal_of_ses_says_whether_to_come_again(
    code: str, status: int, told: int, retry_after: float | None
) -> None:
    client: Any = Ses(refusal(code, status))
    with pytest.raises(MailRefusedError) as refused:
        SesMailer(lambda: client, MAIL_FROM).send("boss@acme.example", b"")
    assert (refused.value.status, refused.value.retry_after) == (told, retry_after)
    assert "boss" not in str(refused.value)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("AccountSuspendedException", 400),
        ("SendingPausedException", 400),
        ("MailFromDomainNotVerifiedException", 400),
        ("AccessDeniedException", 403),
        ("InternalFailure", 500),
    ],
)
def test_what_lies_with_our_own_account_is_held_against_no_message(code: str, status: int) -> None:
    client: Any = Ses(refusal(code, status))
    with pytest.raises(MailUnansweredError, match=code):
        SesMailer(lambda: client, MAIL_FROM).send("boss@acme.example", b"")


def test_an_ses_that_cannot_be_reached_is_no_answer() -> None:
    client: Any = Ses(ConnectTimeoutError(endpoint_url="https://email.example"))
    with pytest.raises(MailUnansweredError):
        SesMailer(lambda: client, MAIL_FROM).send("boss@acme.example", b"")


def test_ses_takes_a_mail_as_it_is_made(monkeypatch: pytest.MonkeyPatch, acme: Brand) -> None:
    monkeypatch.setenv("AWS_REGION", "eu-west-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    with mock_aws():
        aws._client.cache_clear()
        ses = aws.client("sesv2")
        ses.create_email_identity(EmailIdentity=MAIL_FROM)
        raw = email.message(said("Good morning æøå"), "led_1", to="boss@acme.example", sender=MAIL_FROM).as_bytes()
        SesMailer(lambda: ses, MAIL_FROM).send("boss@acme.example", raw)
        with pytest.raises(MailRefusedError):
            SesMailer(lambda: ses, "other@elsewhere.example").send("boss@acme.example", raw)
    aws._client.cache_clear()


def test_a_mail_over_the_house_is_one_that_people_can_read(acme: Brand) -> None:
    reader = Reader(acme, "email", approver=acme.approver)
    acme.draft(HOSTILE)
    [mail] = reader.read()
    assert mail["Subject"] == "Acme: A post waits for the approval of Approver"
    assert "<!channel>" in mail.get_body(("plain",)).get_content()
    assert "&lt;!channel&gt;" in mail.get_body(("html",)).get_content()
    assert reader.channel.urls == ["boss@acme.example"]
    assert "8 digits" in text_of(mail)
