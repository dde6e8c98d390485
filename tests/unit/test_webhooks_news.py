"""What happened to a message later: it was changed or taken back; and news of which nobody has heard."""

import json
from datetime import UTC, datetime

import pytest
from webhook_senders import NOW, source

from shared import webhooks
from shared.domain.accounts import Scheme
from shared.domain.errors import InvalidError
from shared.domain.listening.mentions import Retraction
from shared.webhooks.heard import MOST_TYPES

AT = datetime(2026, 11, 16, 9, 25, tzinfo=UTC)
UNIX = int(AT.timestamp())


def heard(scheme, payload, **changes):
    return webhooks.read(source(scheme, **changes), json.dumps(payload).encode(), NOW)


def page(time=UNIX, **value):
    given = {"item": "comment", "post_id": "100_1", "comment_id": "1_2", "message": "as it is now"} | value
    return {"object": "page", "entry": [{"id": "100", "time": time, "changes": [{"field": "feed", "value": given}]}]}


def threads(field, value):
    return {"app_id": "1", "topic": "moderate", "values": {"field": field, "value": value}}


def linkedin(action, urn="urn:li:comment:(urn:li:activity:1,2)", **more):
    given = {"action": action, "generatedActivity": urn, "lastModifiedAt": UNIX * 1000} | more
    return {"type": "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS", "notifications": [given]}


def slack(**event):
    return {"type": "event_callback", "event": {"type": "message", "channel": "C1", "ts": "1.1"} | event}


def generic(**item):
    given = {"mention": {"id": 7, "source": "mastodon", "body": "as it is now"}, "people": [{"handle": "c"}]}
    return {"results": [given | item]}


STATUS = {
    "id": "7",
    "content": "<p>@acme as it is now</p>",
    "account": {"acct": "c"},
    "mentions": [{"acct": "acme"}],
    "edited_at": AT.isoformat(),
}
X_DELETED = {"data": {"event_uuid": "-1", "event_type": "post.delete", "payload": {"id": "-7", "author_id": "8"}}}
DELETIONS = [
    (Scheme.STANDARD, {"type": "mention.deleted", "data": {"external_id": "7"}}, "mastodon", "7"),
    (Scheme.X, X_DELETED, "x", "-7"),
    (Scheme.META, page(verb="remove", message=""), "facebook", "1_2"),
    (Scheme.META, page(verb="remove", item="status", comment_id=""), "facebook", "100_1"),
    (Scheme.THREADS, threads("delete", {"id": "7", "deleted_at": AT.isoformat()}), "threads", "7"),
    (Scheme.LINKEDIN, linkedin("COMMENT_DELETE"), "linkedin", "urn:li:comment:(urn:li:activity:1,2)"),
    (
        Scheme.LINKEDIN,
        linkedin("COMMENT_DELETE", "urn:li:comment:(activity:1,2)"),
        "linkedin",
        "urn:li:comment:(urn:li:activity:1,2)",
    ),
    (Scheme.SLACK, slack(subtype="message_deleted", deleted_ts="1.0"), "slack", "C1/1.0"),
    (Scheme.GENERIC, generic(news="gone"), "mastodon", "7"),
]


@pytest.mark.parametrize(("scheme", "payload", "network", "external_id"), DELETIONS)
def test_a_message_that_was_taken_back_is_told_as_such_and_not_as_a_message(scheme, payload, network, external_id):
    told = heard(scheme, payload)
    assert told.retractions == (Retraction(network=network, external_id=external_id),)
    assert (told.reports, told.unknown) == ((), ())


EDITS = [
    (
        Scheme.STANDARD,
        {
            "type": "mention.changed",
            "data": {"external_id": "7", "author": "c", "text": "as it is now", "edited_at": UNIX},
        },
    ),
    (Scheme.META, page(verb="edited")),
    (
        Scheme.LINKEDIN,
        linkedin("COMMENT_EDIT", decoratedGeneratedActivity={"comment": {"owner": "c", "text": "as it is now"}}),
    ),
    (Scheme.MASTODON, {"event": "status.updated", "object": STATUS}),
    (
        Scheme.SLACK,
        slack(subtype="message_changed", message={"ts": "1.0", "text": "as it is now", "edited": {"ts": f"{UNIX}.0"}}),
    ),
    (
        Scheme.GENERIC,
        generic(mention={"id": 7, "source": "mastodon", "body": "as it is now", "changed": AT.isoformat()}),
    ),
]


@pytest.mark.parametrize(("scheme", "payload"), EDITS)
def test_a_message_that_was_changed_is_told_as_it_is_now_and_when_that_was(scheme, payload):
    (report,) = heard(scheme, payload).reports
    assert report.text.endswith("as it is now")
    assert report.edited_at == AT


@pytest.mark.parametrize("given", [None, "yesterday", UNIX + 10**8, -1])
def test_a_change_without_a_time_that_can_be_is_of_now(given):
    data = {"external_id": "7", "author": "c", "text": "t", "edited_at": given}
    (report,) = heard(Scheme.STANDARD, {"type": "mention.changed", "data": data}).reports
    assert report.edited_at == NOW


def test_a_link_that_slack_unfurls_is_no_change():
    told = heard(Scheme.SLACK, slack(subtype="message_changed", message={"ts": "1.0", "text": "a link"}))
    assert (told.reports, told.unknown) == ((), ())


@pytest.mark.parametrize(
    ("scheme", "payload", "type_"),
    [
        (Scheme.STANDARD, {"type": "mention.liked", "data": 1}, "mention.liked"),
        (Scheme.X, {"data": {"event_type": "dm.received", "payload": {}}}, "dm.received"),
        (Scheme.X, {"for_user_id": "1", "tweet_create_events": []}, "unnamed"),
        (Scheme.META, {"object": "instagram", "entry": [{"changes": [{"field": "story"}]}]}, "instagram.story"),
        (Scheme.META, {"object": "page", "entry": [{"id": "1", "messaging": [{}]}]}, "page.messaging"),
        (Scheme.META, {"object": "page", "entry": [{"changes": [{"field": "ratings", "value": 5}]}]}, "page.ratings"),
        (Scheme.META, page(verb="pondered"), "page.comment.pondered"),
        (Scheme.THREADS, threads("quotes", {}), "quotes"),
        (Scheme.LINKEDIN, linkedin("PONDERED"), "PONDERED"),
        (Scheme.LINKEDIN, {"type": "LEAD_ACTION"}, "LEAD_ACTION"),
        (Scheme.MASTODON, {"event": "report.created", "object": {}}, "report.created"),
        (Scheme.SLACK, slack(subtype="channel_join"), "message.channel_join"),
        (Scheme.SLACK, {"type": "event_callback", "event": {"type": "reaction_added"}}, "reaction_added"),
        (Scheme.SLACK, {"type": "app_rate_limited"}, "app_rate_limited"),
    ],
)
def test_an_unknown_kind_of_event_is_told_by_its_type(scheme, payload, type_):
    told = heard(scheme, payload)
    assert told.unknown == (type_,)
    assert (told.reports, told.retractions) == ((), ())


@pytest.mark.parametrize("name", ["", "x" * 65, "two words", "a\nb", "ключ", "<script>"])
def test_a_type_that_is_no_name_is_not_repeated(name):
    assert heard(Scheme.STANDARD, {"type": name}).unknown == ("unnamed",)


@pytest.mark.parametrize(
    ("scheme", "payload"),
    [
        (Scheme.META, {"object": "page"}),
        (Scheme.GENERIC, {"results": []}),
        (Scheme.X, {"data": {"event_type": "like.create", "payload": {}}}),
        (Scheme.MASTODON, {"event": "account.created", "object": {}}),
    ],
)
def test_what_is_known_to_be_no_message_is_neither_a_message_nor_unknown(scheme, payload):
    assert heard(scheme, payload) == webhooks.Heard()


@pytest.mark.parametrize(
    ("scheme", "payload", "field"),
    [
        (Scheme.STANDARD, {"type": "mention.deleted", "data": {}}, "data.external_id"),
        (Scheme.STANDARD, {"type": "mention.deleted", "data": [{"external_id": ""}]}, "data[0].external_id"),
        (Scheme.STANDARD, {"type": "mention.changed", "data": {"external_id": "1"}}, "data.author"),
        (Scheme.X, {"data": {"event_type": "post.delete", "payload": {}}}, "data.payload.id"),
        (Scheme.META, page(verb="remove", comment_id="", post_id=""), "entry[0].changes[0].value.post_id"),
        (Scheme.THREADS, threads("delete", {}), "values.value.id"),
        (Scheme.THREADS, {"values": [threads("mentions", {"id": "\0"})["values"]]}, "values[0].value.id"),
        (Scheme.LINKEDIN, linkedin("COMMENT_DELETE", ""), "notifications[0].generatedActivity"),
        (Scheme.MASTODON, {"event": "status.created", "object": {"id": "1"}}, "object.content"),
        (Scheme.SLACK, slack(subtype="message_deleted"), "event.deleted_ts"),
        (Scheme.SLACK, slack(channel=""), "event.ts"),
        (Scheme.MELTWATER, {"documents": [{"url": "x"}]}, "documents[0].id"),
        (Scheme.GENERIC, {"results": [{"news": "gone"}]}, "results.0.mention.id"),
    ],
)
def test_what_news_lacks_is_named(scheme, payload, field):
    with pytest.raises(InvalidError) as refusal:
        heard(scheme, payload)
    assert refusal.value.field == field


def test_of_very_many_unknown_types_the_first_are_told():
    changes = [{"field": f"kind_{number}"} for number in range(10_000)]
    told = heard(Scheme.META, {"object": "page", "entry": [{"id": "100", "changes": changes}]})
    assert told.unknown == tuple(f"page.kind_{number}" for number in range(MOST_TYPES))


def test_one_webhook_may_tell_of_all_of_it_at_once():
    changes = [
        {"field": "feed", "value": {"item": "comment", "verb": verb, "comment_id": f"1_{number}", "message": "m"}}
        for number, verb in enumerate(["add", "edited", "remove", "pondered", "pondered"])
    ]
    told = heard(Scheme.META, {"object": "page", "entry": [{"id": "100", "changes": changes}]})
    assert [(report.external_id, report.edited_at) for report in told.reports] == [("1_0", None), ("1_1", NOW)]
    assert [gone.external_id for gone in told.retractions] == ["1_2"]
    assert told.unknown == ("page.comment.pondered",)
