"""Messages are found in what each provider sends; what cannot be right is named, what only adds is let go."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from webhook_senders import EVENTS, MAPPING, NOW, sample, source

from shared import webhooks
from shared.domain.accounts import Scheme
from shared.domain.errors import InvalidError, StateError
from shared.domain.mentions import Report
from shared.webhooks import fields
from shared.webhooks.generic import found
from shared.webhooks.standard import MentionCreated

ITEM = {"external_id": "1", "author": "customer", "text": "hello"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def read(scheme, payload=None, **changes):
    payload = json.loads(sample(scheme)) if payload is None else payload
    return webhooks.reports(source(scheme, **changes), payload, NOW)


def standard(**changes):
    return {"type": "mention.created", "data": ITEM | changes}


def x(**payload):
    event = json.loads(sample(Scheme.X))
    event["data"]["payload"] |= payload
    return event


def meta(field="feed", page="100", **value):
    given = {"item": "comment", "verb": "add", "post_id": "100_1", "comment_id": "1_2", "message": "hi"} | value
    return {"object": "page", "entry": [{"id": page, "changes": [{"field": field, "value": given}]}]}


def refused_field(scheme, payload, **changes):
    with pytest.raises(InvalidError) as refusal:
        read(scheme, payload, **changes)
    return refusal.value.field


def test_a_monitoring_tools_messages_are_read():
    first, second = read(Scheme.STANDARD)
    assert first == Report(
        network="mastodon",
        external_id="113500000000000001",
        author="customer_one@social.example",
        text="@acme my order never arrived and nobody answers. Can you help?",
        url="https://social.example/@customer_one/113500000000000001",
        posted_at=datetime(2026, 11, 16, 9, 14, 3, tzinfo=UTC),
        followers=182,
    )
    assert second.in_reply_to == "113499999999999999"
    assert second.posted_at == datetime.fromtimestamp(1794820500, UTC)


def test_one_message_needs_no_list():
    assert [report.external_id for report in read(Scheme.STANDARD, standard())] == ["1"]


def test_a_message_that_names_no_network_is_on_its_sources():
    assert read(Scheme.STANDARD, standard(), network="bluesky")[0].network == "bluesky"


@pytest.mark.parametrize(("written", "network"), [("Twitter", "x"), ("X", "x"), (" Bluesky ", "bluesky")])
def test_two_tools_name_a_network_alike(written, network):
    assert read(Scheme.STANDARD, standard(network=written))[0].network == network


def test_an_x_mention_is_read():
    assert read(Scheme.X) == [
        Report(
            network="x",
            external_id="1990000000000000001",
            author="customer_three",
            text="@acme the app crashes when I pay",
            url="https://x.com/customer_three/status/1990000000000000001",
            posted_at=datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC),
            followers=3400,
            in_reply_to="1990000000000000000",
        )
    ]


def test_an_x_post_longer_than_its_preview_is_read_whole():
    assert read(Scheme.X, x(note_tweet={"text": "the whole text"}))[0].text == "the whole text"


def test_an_x_author_who_is_not_included_goes_by_id():
    event = x()
    del event["data"]["includes"]
    (report,) = read(Scheme.X, event)
    assert (report.author, report.url) == ("1000000002", "https://x.com/i/status/1990000000000000001")


def test_what_the_account_itself_posts_on_x_is_no_mention():
    assert read(Scheme.X, x(author_id="1000000001")) == []


def test_what_others_wrote_to_a_page_is_read_and_nothing_else():
    comment, mention = read(Scheme.META)
    assert comment == Report(
        network="facebook",
        external_id="200000000000001_300000000000001",
        author="400000000000001",
        text="Is this still in stock?",
        url="https://www.facebook.com/200000000000001_300000000000001",
        posted_at=datetime.fromtimestamp(1794820695, UTC),
        in_reply_to="100000000000001_200000000000001",
    )
    assert (mention.external_id, mention.author) == ("400000000000003_200000000000002", "400000000000003")
    assert mention.in_reply_to == ""


@pytest.mark.parametrize(
    "value",
    [{"verb": "edited"}, {"verb": "remove"}, {"item": "reaction"}, {"item": "like"}, {"from": {"id": "100"}}],
)
def test_page_events_that_are_no_message_of_others_are_passed_over(value):
    assert read(Scheme.META, meta(**value)) == []


def test_a_page_mention_without_an_author_is_a_mention():
    assert read(Scheme.META, meta("mention"))[0].author == ""


def test_a_declared_mapping_finds_the_fields():
    first, second = read(Scheme.GENERIC)
    assert first == Report(
        network="x",
        external_id="987654321",
        author="customer_seven",
        text="Is acme hiring?",
        url="https://x.com/i/status/987654321",
        posted_at=datetime(2026, 11, 16, 9, 20, tzinfo=UTC),
        followers=512,
    )
    assert (second.external_id, second.followers, second.posted_at) == ("blog-77/a#b", 0, None)


@pytest.mark.parametrize("payload", [{"id": 7, "who": "c", "what": "t"}, [{"id": 7, "who": "c", "what": "t"}]])
def test_a_payload_may_be_its_own_item_or_list(payload):
    bare = replace(
        MAPPING, items="", network="", external_id="id", author="who", text="what", followers="", posted_at=""
    )
    (report,) = read(Scheme.GENERIC, payload, mapping=bare)
    assert (report.network, report.external_id, report.author, report.text) == ("mastodon", "7", "c", "t")


def test_a_generic_source_without_a_mapping_says_so():
    with pytest.raises(StateError, match="mapping"):
        read(Scheme.GENERIC, {}, mapping=None)


@pytest.mark.parametrize(
    ("scheme", "payload"),
    [
        (Scheme.STANDARD, {"type": "mention.deleted", "data": 1}),
        (Scheme.X, {"data": {"event_type": "follow.follow", "payload": {"source": {}}}}),
        (Scheme.X, {"data": {"event_type": "post.delete", "payload": {"id": "1", "author_id": "2"}}}),
        (Scheme.X, {"for_user_id": "1", "tweet_create_events": []}),
        (Scheme.META, {"object": "instagram", "entry": [{"id": "1", "changes": [{"field": "mentions"}]}]}),
        (Scheme.META, {"object": "page", "entry": [{"id": "1", "messaging": [{}]}]}),
        (Scheme.META, {"object": "page", "entry": [{"changes": [{"field": "ratings", "value": 5}]}]}),
        (Scheme.META, {"object": "page"}),
        (Scheme.GENERIC, {"results": []}),
    ],
)
def test_an_unknown_kind_of_event_has_no_messages(scheme, payload):
    assert read(scheme, payload) == []


@pytest.mark.parametrize(
    ("scheme", "payload", "field"),
    [
        (Scheme.STANDARD, {"data": ITEM}, "type"),
        (Scheme.STANDARD, {"type": "mention.created"}, "data"),
        (Scheme.STANDARD, {"type": "mention.created", "data": "text"}, "data"),
        (Scheme.STANDARD, {"type": "mention.created", "data": [ITEM, ITEM | {"text": 5}]}, "data[1].text"),
        (
            Scheme.STANDARD,
            {"type": "mention.created", "data": [ITEM, {"text": "t", "author": "a"}]},
            "data[1].external_id",
        ),
        (Scheme.STANDARD, standard(external_id=""), "data.external_id"),
        (Scheme.STANDARD, standard(external_id="   "), "data.external_id"),
        (Scheme.STANDARD, standard(external_id="x" * 513), "data.external_id"),
        (Scheme.STANDARD, standard(text="nul \x00"), "data.text"),
        (Scheme.STANDARD, standard(text="lone \ud800"), "data.text"),
        (Scheme.STANDARD, standard(text="x" * 65_537), "data.text"),
        (Scheme.STANDARD, standard(author="\udfff"), "data.author"),
        (Scheme.STANDARD, standard(author=None), "data.author"),
        (Scheme.STANDARD, standard(in_reply_to="\x07"), "data.in_reply_to"),
        (Scheme.STANDARD, standard(network="no network"), "data.network"),
        (Scheme.STANDARD, standard(network="a/b"), "data.network"),
        (Scheme.STANDARD, standard(followers="many"), "data.followers"),
        (Scheme.STANDARD, [], None),
        (Scheme.X, [], None),
        (Scheme.X, {"data": []}, "data"),
        (Scheme.X, {"data": {"event_type": "post.mention.create"}}, "data.payload"),
        (Scheme.X, x(text=None), "data.payload.text"),
        (Scheme.X, x(id="\x00"), "data.payload.id"),
        (
            Scheme.X,
            {"data": {"event_type": "post.mention.create", "payload": {"id": "1", "text": "t"}}},
            "data.payload.author_id",
        ),
        (Scheme.META, {"entry": []}, "object"),
        (Scheme.META, {"object": "page", "entry": {}}, "entry"),
        (Scheme.META, meta(message=5), "entry[0].changes[0].value.message"),
        (Scheme.META, meta(message="\x00"), "entry[0].changes[0].value.message"),
        (Scheme.META, meta(comment_id="", post_id=""), "entry[0].changes[0].value.post_id"),
        (Scheme.META, meta(**{"from": "me"}), "entry[0].changes[0].value.from"),
        (Scheme.GENERIC, {}, "results"),
        (Scheme.GENERIC, {"results": [{}]}, "results.0.mention.id"),
        (Scheme.GENERIC, {"results": [{"mention": {"id": 1.5}}]}, "results.0.mention.id"),
        (Scheme.GENERIC, {"results": [{"mention": {"id": True}}]}, "results.0.mention.id"),
        (Scheme.GENERIC, {"results": [{"mention": {"id": 1}, "people": []}]}, "results.0.people.0.handle"),
        (Scheme.GENERIC, {"results": [{"mention": {"id": 1, "source": True}}]}, "results.0.mention.source"),
    ],
)
def test_a_missing_or_wrong_field_is_named(scheme, payload, field):
    assert refused_field(scheme, payload) == field


@pytest.mark.parametrize("external_id", ["a#b/c", "../x", "-5", "at://did:plc:x/app/1", "ид", "🎉", "a b", "x" * 512])
def test_a_networks_ids_may_look_like_anything(external_id):
    assert read(Scheme.STANDARD, standard(external_id=external_id))[0].external_id == external_id


@pytest.mark.parametrize("text", ["", " ", "🎉", "\n\t", "مرحبا @acme", "x" * 65_536, "a\ufffe\uffffb"])
def test_a_message_may_be_any_text(text):
    assert read(Scheme.STANDARD, standard(text=text))[0].text == text


def test_text_is_kept_in_its_composed_form():
    assert read(Scheme.STANDARD, standard(text="cafe\u0301"))[0].text == "café"


@pytest.mark.parametrize(
    ("given", "kept"),
    [(-5, 0), (0, 0), (12.9, 12), (2**31, 2**31), (10**30, 2**31), (1e300, 2**31), (None, 0)],
)
def test_an_absurd_reach_does_not_cost_the_message(given, kept):
    assert read(Scheme.STANDARD, standard(followers=given))[0].followers == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2026-11-16T09:15:20Z", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        ("2026-11-16T10:15:20.000+01:00", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        ("2026-11-16T09:15:20", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        ("Mon, 16 Nov 2026 09:15:20 GMT", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        ("Mon Nov 16 09:15:20 +0000 2026", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        (1794820520, datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        ("1794820520", datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        (1794820520000, datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        (1794820520000000, datetime(2026, 11, 16, 9, 15, 20, tzinfo=UTC)),
        (NOW.isoformat(), NOW),
        ((NOW + timedelta(seconds=1)).isoformat(), None),
        ("9999-12-31T23:59:59-23:59", None),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+23:59", None),
        ("yesterday", None),
        ("", None),
        (0, None),
        (-1, None),
        (1e300, None),
        (None, None),
    ],
)
def test_a_time_is_understood_in_its_usual_forms_or_not_known(given, kept):
    assert read(Scheme.STANDARD, standard(posted_at=given))[0].posted_at == kept


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "//x.example", "data:text/html,x", "https://x.example/a b", "https://" + "x" * 2_048, ""],
)
def test_an_address_that_is_no_web_address_is_left_out(url):
    assert read(Scheme.STANDARD, standard(url=url))[0].url == ""


@pytest.mark.parametrize("scheme", list(Scheme))
@given(payload=JSON)
def test_any_json_is_read_or_refused_by_name(scheme, payload):
    with suppress(InvalidError):
        read(scheme, {} if payload is None else payload)


@given(value=JSON)
def test_what_only_adds_to_a_message_is_never_refused(value):
    assert 0 <= fields.count(value) <= 2**31
    assert fields.link(value) == "" or fields.link(value) == value
    moment = fields.moment(value, NOW)
    assert moment is None or moment <= NOW


@given(value=JSON, path=st.text(max_size=10) | st.from_regex(r"[a-c0-2](\.[a-c0-2]){0,3}", fullmatch=True))
def test_any_path_can_be_looked_up_in_anything(value, path):
    found(value, path)


def test_the_published_schema_is_what_is_accepted():
    published = json.loads((EVENTS / "schemas" / "mention.created.json").read_text())
    assert published.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert published == msgspec.json.schema(MentionCreated)
