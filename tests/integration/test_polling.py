"""What is said to the brand on the network itself is in the inbox without anybody sending it."""

from infra import client as http
from infra.engine import Engine
from tests.integration.brands import Brand, invoked, until


def listens(engine: Engine) -> int:
    """A run of the poll, beside those of its schedule."""
    heard: int = invoked(engine, "ingest.poll")["heard"]
    return heard


def test_what_is_said_to_the_brand_is_heard_by_asking_once_and_what_is_taken_back_is_gone(
    engine: Engine, brand: Brand
) -> None:
    handle = f"{brand.client}-two"
    brand.said("early", "Long before anybody listened", to=handle)
    # Only now, for the schedule listens as soon as there is an account.
    account = brand.connected(handle)
    listens(engine)
    said = brand.said("stranger", "My order never arrived.\n\nCan anyone help?", to=handle)
    listens(engine)
    (mention,) = brand.inbox(1)
    server = engine.network_url.removeprefix("http://")
    assert mention["text"] == f"@{handle} My order never arrived.\n\nCan anyone help?"
    assert (mention["author"], mention["external_id"]) == (f"stranger@{server}", said)
    assert (mention["sources"], mention["function"]) == ([account], "customer_service")

    listens(engine)
    answered = http.request("DELETE", f"{engine.network_url}/api/v1/statuses/{said}", key="sandbox-stranger")
    assert answered.status == 200
    listens(engine)
    until("the mention is retracted", lambda: "mention.retracted" in brand.facts())
    assert brand.facts().count("mention.received") == 1
    assert brand.get("/inbox")["items"] == []
