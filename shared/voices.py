"""What each agency of a client knows of its voice: kept up with everything by which that is known."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from shared.classifiers.ordinary import is_ordinary
from shared.domain.accounts import Account
from shared.domain.apart.voices import Voice, VoiceHolder, client_name, handles_of, names_of, voice_id
from shared.domain.errors import InvalidError
from shared.domain.listening.priorities import Priorities
from shared.domain.parties import Client
from shared.stores import Mentions, Reading, Record, Reference


class Store(Reading, Mentions, Protocol): ...


def voices_of(client: Client, store: Mentions) -> list[Voice]:
    """One in each agency's realm; of version 0 where there is none yet."""
    places = [Reference(Voice, agency, client.id) for agency in client.agencies]
    known = store.together(places)
    return [
        known.get(place) or Voice(agency=place.realm, client=client.id, name=client_name(client.name), version=0)
        for place in places
    ]


def heard_anew(client: Client, accounts: Iterable[Account], store: Store) -> tuple[Voice, ...]:
    """The client's voices when ``accounts`` are all of its own."""
    handles = handles_of(accounts)
    return tuple(voice.stating(handles=handles) for voice in voices_of(client, store))


def named_anew(client: Client, priorities: Priorities, store: Mentions) -> tuple[Voice, ...]:
    """The client's voices when ``priorities`` are what it says to matter."""
    names = names_of(priorities.items, is_ordinary, priorities.set_at)
    return tuple(voice.stating(names=names) for voice in voices_of(client, store))


def known_to(client: Client, store: Store) -> tuple[Record, ...]:
    """Its voice, and who speaks from its accounts, made known to all of its agencies, of which one is new."""
    accounts = [account for account in store.list(Account, client.id) if account.closed_at is None]
    priorities = store.get(Priorities, client.id, client.id)
    names = names_of(priorities.items, is_ordinary, priorities.set_at) if priorities else ()
    handles = handles_of(accounts)
    voices = tuple(voice.stating(handles=handles, names=names) for voice in voices_of(client, store))
    return (*voices, *held_by(client, accounts, store, "agency"))


def held_by(client: Client, accounts: Sequence[Account], store: Store, field: str) -> tuple[VoiceHolder, ...]:
    """That ``client`` speaks from ``accounts``. Raises InvalidError when another client of an agency does already.

    The records are written with the change, so that of two clients which connect one voice at once one is refused.
    """
    places = {
        Reference(VoiceHolder, agency, voice_id(account)): None for agency in client.agencies for account in accounts
    }
    known = store.together(list(places)) if places else {}
    taken = [holder for holder in known.values() if holder.client not in (None, client.id)]
    if taken:
        raise InvalidError("is an account of which this agency's work for somebody else is done already", field)
    return tuple(
        VoiceHolder(
            agency=place.realm,
            id=place.id,
            client=client.id,
            version=known[place].version + 1 if place in known else 1,
        )
        for place in places
        if place not in known or known[place].client is None
    )


def no_longer_held(client: Client, account: Account, store: Store) -> tuple[VoiceHolder, ...]:
    """That nobody speaks from ``account`` any more."""
    places = [Reference(VoiceHolder, agency, voice_id(account)) for agency in client.agencies]
    held = (holder for holder in store.together(places).values() if holder.client == client.id)
    return tuple(
        VoiceHolder(agency=holder.agency, id=holder.id, client=None, version=holder.version + 1) for holder in held
    )
