"""People are asked for an approval where they read: the message brings a link, and they bring their code."""

from typing import Any

import pytest

from shared.domain.approval_links import MOST_WRONG_CODES, ApprovalLink
from shared.domain.endpoints import Endpoint
from tests.channels import DESK_URL, URLS, Reader, links_in, text_of
from tests.house import Brand, House, Response, brand

KINDS = ("slack", "teams", "email")


@pytest.fixture
def acme() -> Brand:
    return brand(House())


@pytest.fixture
def reader(acme: Brand) -> Reader:
    return Reader(acme, approver=acme.approver)


def decide(reader: Reader, path: str, code: str | None = None, verdict: str = "approve", **more: Any) -> Response:
    body = {"verdict": verdict, "code": code or reader.made["approval_code"], **more}
    return reader.house.call("POST", path, body)


def refused(reader: Reader, path: str, status: int, **more: Any) -> str:
    before = reader.house.store.everything()
    given = decide(reader, path, **more)
    assert given.status == status, given.body
    assert reader.house.store.everything() == before
    return str(given.body["detail"])


def other(code: str) -> str:
    return f"{(int(code) + 1) % 10**8:08}"


def links_of(acme: Brand) -> list[ApprovalLink]:
    return list(acme.house.store.list(ApprovalLink, acme.client))


# From the draft to the decision


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_told_its_link_opened_and_decided_on_with_the_code(acme: Brand, kind: str) -> None:
    reader = Reader(acme, kind, approver=acme.approver)
    post = acme.draft("Good morning")
    [message] = reader.read()
    assert f"{DESK_URL}/approve/" in text_of(message)
    assert "Good morning" in text_of(message)
    assert reader.made["approval_code"] not in text_of(message)
    [path] = links_in(message)
    page = acme.house.call("GET", path)
    assert (page.status, "Good morning" in page.body, "8 digits" in page.body) == (200, True, True)
    given = decide(reader, path)
    assert (given.status, given.body["state"]) == (200, "scheduled")
    assert [one["member"] for one in acme.post(post["id"])["approvals"]] == [acme.approver]


def test_the_link_stands_in_the_ledger_before_the_message_goes_out(acme: Brand, reader: Reader) -> None:
    post = acme.draft("Good morning")
    seen: list[int] = []
    reader.channel.before = lambda: seen.append(len(links_of(acme)))
    reader.read()
    assert seen == [1]
    made = acme.house.entries()[-1]
    assert (made.type, made.who, made.data["post"]) == ("link.made", {"function": "notify.run"}, post["id"])
    [link] = links_of(acme)
    assert (link.made_by, link.member) == (reader.made["id"], acme.approver)


def test_a_message_that_is_tried_again_brings_a_link_of_its_own(acme: Brand, reader: Reader) -> None:
    acme.draft("Good morning")
    [first] = reader.links()
    entry = next(entry for entry in acme.house.entries() if entry.type == "post.drafted")
    reader.tell(entry, reader.endpoint)
    assert len({link.digest for link in links_of(acme)}) == 2
    assert len({link.code_digest for link in links_of(acme)}) == 2
    assert decide(reader, first).status == 200


def test_each_who_is_asked_is_asked_when_it_is_their_turn(acme: Brand) -> None:
    acme.agree({"community": {"approvals": 2}})
    first, second = Reader(acme, approver=acme.approver), Reader(acme, "email", approver=acme.second)
    acme.draft("Good morning")
    [path], [later] = first.links(), second.links()
    assert decide(first, path).body["state"] == "in_review"
    assert first.links() == []
    [again] = second.links()
    assert decide(second, later).body["state"] == "scheduled"
    assert "nothing to decide" in refused(second, again, 409)


def test_an_approver_who_named_no_events_is_asked_once_a_question_about_the_post_is_taken_back(
    acme: Brand, reader: Reader
) -> None:
    mention = acme.house.mention("When does the shop open?")
    post = acme.draft("At nine", mention=mention)
    asked = {"to": acme.approver, "question": "At nine?", "post": post["id"]}
    question = acme.house.ok("POST", acme.path(f"/mentions/{mention}/escalations"), asked, key=acme.agent_key)
    assert reader.links() == []
    path = acme.path(f"/escalations/{question['id']}/withdrawal")
    acme.house.ok("POST", path, {"reason": "I know it now."}, key=acme.agent_key)
    [link] = reader.links()
    assert decide(reader, link).body["state"] == "scheduled"


# What a link alone, or a code alone, is worth


def test_a_link_that_was_forwarded_or_fetched_by_a_preview_decides_nothing(acme: Brand, reader: Reader) -> None:
    post = acme.draft("Good morning")
    [path] = reader.links()
    before = acme.house.store.everything()
    for method in ("GET", "HEAD", "GET"):
        assert acme.house.call(method, path).status == 200
    assert acme.house.store.everything() == before
    for _ in range(MOST_WRONG_CODES):
        assert decide(reader, path, other(reader.made["approval_code"])).status == 403
    assert "too often" in refused(reader, path, 409)
    assert acme.post(post["id"])["state"] == "in_review"


@pytest.mark.parametrize("code", ["123456", "1234567x", "", "123456789", "１２３４５６７８"])
def test_what_is_no_code_costs_no_try(acme: Brand, reader: Reader, code: str) -> None:
    acme.draft("Good morning")
    [path] = reader.links()
    before = acme.house.store.everything()
    given = acme.house.call("POST", path, {"verdict": "approve", "code": code})
    assert (given.status, given.body["field"]) == (422, "code")
    assert acme.house.store.everything() == before


def test_one_persons_code_does_not_decide_by_anothers_link(acme: Brand, reader: Reader) -> None:
    colleague = Reader(acme, approver=acme.second)
    acme.draft("Good morning")
    [path] = reader.links()
    assert decide(reader, path, colleague.made["approval_code"]).status == 403


def test_nothing_that_is_stored_shows_the_code_or_the_links_secret(acme: Brand, reader: Reader) -> None:
    acme.draft("Good morning")
    [path] = reader.links()
    stored = str(acme.house.store.everything())
    assert reader.made["approval_code"] not in stored
    assert path.rpartition(".")[2] not in stored
    assert reader.made["approval_code"] not in repr(reader.endpoint)
    assert reader.endpoint.code is not None
    assert reader.endpoint.code.stretched not in repr(reader.endpoint)


def test_what_is_stored_of_a_code_does_not_decide(acme: Brand, reader: Reader) -> None:
    acme.draft("Good morning")
    [path] = reader.links()
    assert reader.endpoint.code is not None
    given = acme.house.call("POST", path, {"verdict": "approve", "code": reader.endpoint.code.stretched[:8]})
    assert given.status in (403, 422)


def test_a_code_goes_with_its_endpoint_and_takes_its_open_links_along(acme: Brand, reader: Reader) -> None:
    acme.draft("Good morning")
    [path] = reader.links()
    acme.house.ok("DELETE", acme.path(f"/endpoints/{reader.made['id']}"), key=acme.owner_key)
    assert "is closed" in refused(reader, path, 409)
    assert acme.house.call("GET", path).status == 409


# Who is asked, and what for


def test_an_endpoint_without_an_approver_is_told_without_a_link(acme: Brand) -> None:
    reader = Reader(acme)
    acme.draft("Good morning")
    [message] = reader.read()
    assert "Good morning" in text_of(message)
    assert "/approve/" not in text_of(message)
    assert links_of(acme) == []


def test_a_webhook_never_brings_a_link(acme: Brand) -> None:
    body = {"url": URLS["webhook"], "approver": acme.approver}
    assert acme.house.refused(422, "POST", acme.path("/endpoints"), body, key=acme.owner_key)["field"] == "approver"
    reader = Reader(acme, "webhook")
    acme.draft("Good morning")
    assert reader.links() == []


def test_an_approver_who_was_removed_is_asked_no_more(acme: Brand, reader: Reader) -> None:
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    acme.draft("Good morning")
    [message] = reader.read()
    assert "/approve/" not in text_of(message)


def test_a_link_of_an_approver_who_was_removed_since_decides_nothing(acme: Brand, reader: Reader) -> None:
    acme.draft("Good morning")
    [path] = reader.links()
    acme.house.ok("DELETE", acme.path(f"/members/{acme.approver}"), key=acme.owner_key)
    assert "works here no more" in refused(reader, path, 409)


def test_a_post_that_was_changed_before_the_message_went_is_linked_as_it_is_now(acme: Brand, reader: Reader) -> None:
    post = acme.draft("Good morning")
    acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": "Good night"}, key=acme.agent_key)
    first, second = reader.read()
    assert "Good night" in text_of(first)
    assert "Good morning" not in text_of(first)
    hashes = {link.content_hash for link in links_of(acme)}
    assert hashes == {acme.post(post["id"])["content_hash"]}
    assert "Good night" in text_of(second)


def test_a_change_that_was_changed_again_is_told_without_a_link(acme: Brand, reader: Reader) -> None:
    post = acme.draft("Good morning")
    reader.read()
    for text in ("Good noon", "Good night"):
        acme.house.ok("PATCH", acme.path(f"/posts/{post['id']}"), {"text": text}, key=acme.agent_key)
    earlier, later = reader.read()
    assert ["/approve/" in text_of(one) for one in (earlier, later)] == [False, True]


def test_what_was_decided_before_the_message_went_is_told_without_a_link(acme: Brand, reader: Reader) -> None:
    acme.approved("Good morning")
    assert reader.links() == []
    assert links_of(acme) == []


def test_nobody_is_asked_for_their_own_draft(acme: Brand) -> None:
    reader = Reader(acme, approver=acme.agent, key=acme.house.agency_key)
    acme.draft("Good morning")
    assert reader.links() == []


def test_who_may_not_approve_is_not_asked(acme: Brand) -> None:
    reader = Reader(acme, approver=acme.agent_two, key=acme.house.agency_key)
    acme.draft("Good morning")
    assert reader.links() == []


def test_while_a_change_is_asked_for_nobody_is_asked_to_approve(acme: Brand, reader: Reader) -> None:
    post = acme.draft("Good morning")
    reader.read()
    body = {"verdict": "request_change", "content_hash": post["content_hash"], "reason": "Say when."}
    acme.house.ok("POST", acme.path(f"/posts/{post['id']}/approvals"), body, key=acme.second_key)
    [message] = reader.read()
    assert "Say when." in text_of(message)
    assert "/approve/" not in text_of(message)
    withdrawn = {"verdict": "withdraw", "content_hash": post["content_hash"]}
    acme.house.ok("POST", acme.path(f"/posts/{post['id']}/approvals"), withdrawn, key=acme.second_key)
    assert len(reader.links()) == 1


def test_another_clients_endpoint_cannot_ask_a_member_of_this_one(acme: Brand) -> None:
    bolt = brand(acme.house, "bolt")
    body = {"kind": "slack", "url": URLS["slack"], "approver": acme.approver}
    refusal = acme.house.refused(422, "POST", bolt.path("/endpoints"), body, key=bolt.owner_key)
    assert refusal["field"] == "approver"


def test_a_party_asks_its_own_people_only(acme: Brand) -> None:
    body = {"kind": "slack", "url": URLS["slack"], "approver": acme.approver}
    acme.house.refused(403, "POST", acme.path("/endpoints"), body, key=acme.house.agency_key)


# Making one


def test_the_code_is_shown_once_and_only_with_an_approver(acme: Brand, reader: Reader) -> None:
    assert len(reader.made["approval_code"]) == 8
    assert reader.made["approval_code"].isdecimal()
    listed = acme.house.ok("GET", acme.path("/endpoints"), key=acme.owner_key)
    assert reader.made["approval_code"] not in str(listed)
    assert listed[0]["approver"] == acme.approver
    assert "approval_code" not in Reader(acme).made


@pytest.mark.parametrize("kind", ["slack", "teams"])
def test_of_an_address_that_is_a_secret_the_host_alone_is_shown(acme: Brand, kind: str) -> None:
    reader = Reader(acme, kind)
    listed = acme.house.ok("GET", acme.path("/endpoints"), key=acme.agent_key)
    for shown in (reader.made, *listed, acme.house.entries()[-1].data, repr(reader.endpoint)):
        assert f"secret-of-{kind}" not in str(shown)
    assert reader.made["url"] == "https://" + URLS[kind].split("/")[2] + "/…"
    assert "secret" not in reader.made


@pytest.mark.parametrize(
    "url",
    [
        "boss@acme.example",
        "mailto:",
        "mailto:boss",
        "mailto:boss@acme.example?cc=all@acme.example",
        "mailto:boss@acme.example,all@acme.example",
        "mailto:boss@acme.example\r\nBcc: all@acme.example",
        "mailto:Boss <boss@acme.example>",
        "mailto:boss@acme..example",
        "mailto:.boss@acme.example",
        "mailto:boss.@acme.example",
        "https://acme.example",
        f"mailto:{'b' * 65}@acme.example",
    ],
)
def test_mail_goes_to_one_plain_address(acme: Brand, url: str) -> None:
    body = {"kind": "email", "url": url}
    assert acme.house.refused(422, "POST", acme.path("/endpoints"), body, key=acme.owner_key)["field"] == "url"


def test_where_the_stage_sends_no_mail_an_endpoint_by_mail_is_refused(acme: Brand) -> None:
    object.__setattr__(acme.house.desk, "sends_mail", False)
    body = {"kind": "email", "url": URLS["email"]}
    refusal = acme.house.refused(409, "POST", acme.path("/endpoints"), body, key=acme.owner_key)
    assert "--mail-from" in refusal["detail"]


@pytest.mark.parametrize("kind", ["slack", "teams"])
def test_a_channel_is_reached_over_tls(acme: Brand, kind: str) -> None:
    body = {"kind": kind, "url": "http://hooks.slack.example/services/1"}
    assert acme.house.refused(422, "POST", acme.path("/endpoints"), body, key=acme.owner_key)["field"] == "url"


def test_who_names_no_events_is_told_what_concerns_people_and_not_the_housekeeping(acme: Brand) -> None:
    reader = Reader(acme)
    acme.house.ok("POST", acme.path("/members"), {"name": "New", "signature": "^NN"}, key=acme.owner_key)
    assert reader.read() == []
    acme.stop("client:acme")
    engaged, drained = reader.read()
    assert ("A stop stands" in text_of(engaged), "has ended" in text_of(drained)) == (True, True)


def test_who_names_events_is_told_those(acme: Brand) -> None:
    reader = Reader(acme, events=["member.*"])
    acme.house.ok("POST", acme.path("/members"), {"name": "New", "signature": "^NN"}, key=acme.owner_key)
    acme.stop("client:acme")
    [message] = reader.read()
    assert "Member: added" in text_of(message)


def test_the_endpoint_is_kept_as_it_was_made(acme: Brand, reader: Reader) -> None:
    kept = acme.house.store.get(Endpoint, "acme", reader.made["id"])
    assert kept is not None
    assert (kept.approver, kept.secrets, kept.url) == (acme.approver, (), URLS["slack"])
