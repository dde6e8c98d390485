"""People who have spoken to a client, as prioritize stores what they say."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from shared.domain.listening.mentions import NOTHING_SAID, Delivery, Mention, Report, mention_of
from shared.domain.listening.people import KEY_SIZE, PeopleKey, Person, met, people_key, sighting, utterance
from shared.stores import Reference
from tests.house import House


def heard(
    house: House,
    text: str = "Hello there",
    *,
    client: str = "acme",
    days: float = 0,
    sentiment: float = 0.0,
    function: str = "community",
    **report: Any,
) -> Mention:
    """A mention of ``days`` from now, and its author with it counted in; by @ada on Mastodon, unless otherwise said."""
    given = {"network": "mastodon", "external_id": house.new_id("ext"), "author": "ada", **report}
    told = Report(text=text, posted_at=house.clock.now() + timedelta(days=days), **given)
    delivery = Delivery(source="src_1", client=client, received_at=house.clock.now(), reports=(told,))
    mention = replace(mention_of(delivery, told, NOTHING_SAID), sentiment=sentiment, function=function)
    seen = sighting(mention)
    assert seen is not None
    stored = house.store.get(PeopleKey, client, client)
    key = stored or people_key(client, bytes(range(KEY_SIZE)))
    known = person(house, seen.author, network=seen.network, client=client) if stored else None
    now = met(known, key, seen)
    house.store.commit(
        mention,
        *(() if stored else (key,)),
        *(() if now is known else (now,)),
        utterance(key, seen),
    )
    return mention


def person(house: House, author: str = "@ada", *, network: str = "mastodon", client: str = "acme") -> Person | None:
    """What is stored of somebody."""
    key = house.store.get(PeopleKey, client, client)
    assert key is not None
    wanted = Reference(Person, client, key.id_of(network, author))
    found: Person | None = house.store.together([wanted]).get(wanted)
    return found
