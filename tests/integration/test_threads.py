"""A thread on the network itself: in order, each part a reply to the one before, and taken down as a whole."""

from infra.client import request
from infra.engine import Engine
from tests.integration.brands import Brand

PARTS = ["The first.", "The second.", "The last."]


def test_a_thread_goes_out_in_order_and_is_recalled_as_a_whole(engine: Engine, brand: Brand) -> None:
    post = brand.becomes(brand.scheduled(PARTS[0], thread=PARTS[1:]), "published")
    timeline = request("GET", f"{engine.network_url}/sandbox/timeline?handle={brand.client}").body
    assert [status["text"] for status in timeline] == PARTS
    assert [status["in_reply_to"] for status in timeline[1:]] == [status["id"] for status in timeline[:-1]]
    assert [part["external_id"] for part in post["sent"]] == [status["id"] for status in timeline]
    recalled = brand.second.recover.post("/recalls", {"client": brand.client, "post": post["id"]})
    assert recalled["state"] == "recalled"
    timeline = request("GET", f"{engine.network_url}/sandbox/timeline?handle={brand.client}").body
    assert all(status["deleted_at"] for status in timeline)
