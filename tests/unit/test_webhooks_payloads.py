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
from shared.domain.listening.mentions import Report
from shared.webhooks import fields
from shared.webhooks.generic import found
from shared.webhooks.heard import Heard, UnreadableError
from shared.webhooks.standard import PAYLOADS

ITEM = {"external_id": "1", "author": "customer", "text": "hello"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def heard(scheme, payload=None, **changes):
    body = sample(scheme) if payload is None else json.dumps(payload).encode()
    return webhooks.read(source(scheme, **changes), body, NOW)


def read(scheme, payload=None, **changes):
    return list(heard(scheme, payload, **changes).reports)


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


def test_a_tool_that_has_no_ids_says_so():
    assert read(Scheme.STANDARD, standard(external_id=None))[0].external_id == ""


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
            conversation="1990000000000000000",
            language="en",
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
        conversation="100000000000001_200000000000001",
    )
    assert (mention.external_id, mention.author) == ("400000000000003_200000000000002", "400000000000003")
    assert mention.in_reply_to == ""


@pytest.mark.parametrize(
    "value",
    [{"verb": "hide"}, {"verb": "unhide"}, {"item": "reaction"}, {"item": "like"}, {"from": {"id": "100"}}],
)
def test_page_events_that_are_no_message_of_others_are_passed_over(value):
    assert heard(Scheme.META, meta(**value)) == Heard()


def test_a_page_mention_without_an_author_is_a_mention():
    assert read(Scheme.META, meta("mention"))[0].author == ""


def test_a_threads_reply_is_read():
    assert read(Scheme.THREADS) == [
        Report(
            network="threads",
            external_id="8901234",
            author="customer_eight",
            text="Does it come in green?",
            url="https://www.threads.net/@customer_eight/post/Pp",
            posted_at=datetime(2026, 11, 16, 9, 18, 16, tzinfo=UTC),
            in_reply_to="567890",
            conversation="567890",
        )
    ]


def threads(field, **value):
    given = {"id": "1", "username": "customer", "text": "hi", "root_post": {"username": "acme"}} | value
    return {"app_id": "1", "topic": "moderate", "values": {"field": field, "value": given}}


def test_several_changes_on_threads_are_read_alike():
    several = {"values": [threads("mentions", id=str(number))["values"] for number in range(3)]}
    assert [report.external_id for report in read(Scheme.THREADS, several)] == ["0", "1", "2"]


def test_a_reply_on_threads_that_does_not_say_whose_it_is_is_somebodys():
    assert read(Scheme.THREADS, threads("replies", username="", root_post={}))[0].author == ""


@pytest.mark.parametrize("payload", [threads("publish"), threads("replies", username="acme")])
def test_what_the_account_itself_writes_on_threads_is_no_mention(payload):
    assert heard(Scheme.THREADS, payload) == Heard()


def test_a_comment_on_linkedin_is_read_and_a_like_is_not():
    assert read(Scheme.LINKEDIN) == [
        Report(
            network="linkedin",
            external_id="urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)",
            author="urn:li:person:customer9",
            text="Where do I apply?",
            url="https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418",
            posted_at=datetime.fromtimestamp(1794820520.31, UTC),
            in_reply_to="urn:li:activity:7094637247890620418",
        )
    ]


def linkedin(action, **notification):
    given = {"action": action, "generatedActivity": "urn:li:comment:(urn:li:activity:1,2)"} | notification
    return {"type": "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS", "notifications": [given]}


def test_what_the_organisation_itself_does_on_linkedin_is_no_mention():
    own = {"decoratedGeneratedActivity": {"comment": {"owner": "urn:li:organization:1", "text": "hi"}}}
    assert heard(Scheme.LINKEDIN, linkedin("COMMENT", organizationalEntity="urn:li:organization:1", **own)) == Heard()
    assert heard(Scheme.LINKEDIN, linkedin("ADMIN_COMMENT")) == Heard()


def test_a_status_that_names_the_account_is_read_as_text():
    assert read(Scheme.MASTODON) == [
        Report(
            network="mastodon",
            external_id="113500000000000010",
            author="customer_ten",
            text="@acme is it 5 < 6?\n\nOr\nnot?",
            url="https://social.example/@customer_ten/113500000000000010",
            posted_at=datetime(2026, 11, 16, 9, 18, 59, tzinfo=UTC),
            followers=42,
            in_reply_to="113500000000000009",
            language="en",
        )
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"mentions": []},
        {"mentions": [{"acct": "acme@elsewhere.example"}]},
        {"account": {"acct": "acme"}},
        {"reblog": {"id": "1"}},
    ],
    ids=repr,
)
def test_everything_else_that_is_written_on_the_server_is_passed_over(change):
    payload = json.loads(sample(Scheme.MASTODON))
    payload["object"] |= change
    assert heard(Scheme.MASTODON, payload) == Heard()


def test_a_video_in_a_pushed_feed_is_read():
    assert read(Scheme.WEBSUB) == [
        Report(
            network="youtube",
            external_id="VIDEO000001",
            author="Channel Thirteen",
            text="acme, unboxed",
            url="https://www.youtube.com/watch?v=VIDEO000001",
            posted_at=datetime(2026, 11, 16, 9, 20, 57, tzinfo=UTC),
            edited_at=datetime(2026, 11, 16, 9, 21, 24, 552394, tzinfo=UTC),
        )
    ]


def test_a_message_in_a_channel_is_read():
    assert read(Scheme.SLACK) == [
        Report(
            network="slack",
            external_id="C000000001/1794820680.000200",
            author="U000000011",
            text="Does anybody at acme read this?",
            posted_at=datetime.fromtimestamp(1794820680.0002, UTC),
            in_reply_to="C000000001/1794820600.000100",
        )
    ]


def test_what_a_search_of_meltwater_finds_is_read_under_the_networks_own_id_where_that_is_known():
    first, second = read(Scheme.MELTWATER)
    assert (first.network, first.external_id, first.author) == ("x", "1990000000000000077", "customer_twelve")
    assert (second.network, second.external_id, second.text) == ("web", "", "It works.")
    assert second.posted_at == datetime(2026, 11, 16, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "network"),
    [
        ("https://www.instagram.com/p/1", "instagram"),
        ("https://m.youtube.com/watch?v=1", "youtube"),
        ("https://notx.com/1", "web"),
        ("https://x.com.evil.example/1", "web"),
        ("https://[::1", "web"),
        (None, "web"),
    ],
)
def test_a_found_documents_network_is_told_by_its_address(url, network):
    assert read(Scheme.MELTWATER, {"id": "1", "url": url})[0].network == network


def instagram(field, **value):
    return {
        "object": "instagram",
        "entry": [{"id": "17", "time": 1794820700, "changes": [{"field": field, "value": value}]}],
    }


def test_a_comment_on_instagram_is_read():
    comment = {"from": {"id": "5", "username": "customer"}, "media": {"id": "9"}, "id": "7", "text": "nice"}
    (report,) = read(Scheme.META, instagram("comments", **comment))
    assert (report.network, report.external_id, report.author, report.text) == ("instagram", "7", "customer", "nice")
    assert (report.in_reply_to, report.posted_at) == ("9", datetime.fromtimestamp(1794820700, UTC))
    assert heard(Scheme.META, instagram("comments", **comment | {"from": {"id": "17"}})) == Heard()


@pytest.mark.parametrize(
    ("value", "external_id", "answered"),
    [({"media_id": "9"}, "9", ""), ({"media_id": "9", "comment_id": "7"}, "7", "9")],
)
def test_a_mention_on_instagram_is_in_the_inbox_though_its_text_is_not_told(value, external_id, answered):
    (report,) = read(Scheme.META, instagram("mentions", **value))
    assert (report.external_id, report.in_reply_to, report.text, report.author) == (external_id, answered, "", "")


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
        (Scheme.STANDARD, standard(text="x" * 65_537), "data.text"),
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
    with suppress(InvalidError, UnreadableError):
        heard(scheme, {} if payload is None else payload)


@given(value=JSON)
def test_what_only_adds_to_a_message_is_never_refused(value):
    assert 0 <= fields.count(value) <= 2**31
    assert fields.link(value) == "" or fields.link(value) == value
    moment = fields.moment(value, NOW)
    assert moment is None or moment <= NOW


@given(value=JSON, path=st.text(max_size=10) | st.from_regex(r"[a-c0-2](\.[a-c0-2]){0,3}", fullmatch=True))
def test_any_path_can_be_looked_up_in_anything(value, path):
    found(value, path)


@pytest.mark.parametrize("type_", sorted(PAYLOADS))
def test_the_published_schema_is_what_is_accepted(type_):
    published = json.loads((EVENTS / "schemas" / f"{type_}.json").read_text())
    assert published.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    assert published == msgspec.json.schema(PAYLOADS[type_])
