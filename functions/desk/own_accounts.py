"""Members' own accounts: stated by their party, so that nobody connects one for a client to speak from."""

from collections.abc import Sequence
from typing import Any

from functions.desk.tools import Desk
from shared.api.routes import Call
from shared.domain.accounts import Account, AccountKind, server
from shared.domain.errors import InvalidError
from shared.domain.parties import Member, OwnAccount
from shared.domain.text import handle
from shared.networks import capabilities_of
from shared.stores import Reference

MOST_OWN_ACCOUNTS = 50


def stated(given: Sequence[OwnAccount], field: str) -> tuple[OwnAccount, ...]:
    """As they are kept. Raises InvalidError naming the field."""
    if len(given) > MOST_OWN_ACCOUNTS:
        raise InvalidError(f"holds more than {MOST_OWN_ACCOUNTS}", field)
    return tuple(dict.fromkeys(_stated(one, f"{field}.{index}") for index, one in enumerate(given)))


def _stated(given: OwnAccount, field: str) -> OwnAccount:
    network = capabilities_of(given.network)
    name, _, place = handle(given.handle, f"{field}.handle").partition("@")
    if network.home:
        if given.server or place:
            raise InvalidError(f"is not needed on {network.title}, where a handle is one account's", f"{field}.server")
        return OwnAccount(network=given.network, handle=name)
    host = _host(given.server or place, f"{field}.server")
    if given.server and place and _host(place, f"{field}.handle") != host:
        raise InvalidError("names another server than its handle does", f"{field}.server")
    return OwnAccount(network=given.network, handle=name, server=host)


def _host(given: str, field: str) -> str:
    """Of a host, or of an address."""
    try:
        host, _ = server(given if "://" in given else f"https://{given}")
    except ValueError as wrong:
        raise InvalidError("is not a server's host", field) from wrong
    if not host or any(character.isspace() for character in host):
        raise InvalidError("must be the host of the server: a handle is one account's there only", field)
    return host.casefold()


def check_is_nobodys_own(account: Account, desk: Desk, field: str) -> None:
    """Raises InvalidError for a member's own account: of all who work on the client, on whichever they stated it.

    The account of a person who is its owner is theirs to connect.
    """
    members = [member for member in desk.store.list(Member, account.client) if member.removed_at is None]
    persons = persons_of(members, desk)
    host, _ = server(account.base_url)
    for member in members:
        person = persons.get(member.person) if member.person else None
        own = (*member.own_accounts, *(person.own_accounts if person else ()))
        is_owner = account.kind is AccountKind.PERSON and account.owner == member.id
        if not is_owner and any(one.is_of(account.network, account.handle, host) for one in own):
            raise InvalidError(
                "is the own account of somebody who works on this client, and speaks for no client", field
            )


def check_is_not_connected(own: Sequence[OwnAccount], member: str, call: Call[Any], desk: Desk, field: str) -> None:
    """Raises InvalidError for an own account from which the client speaks already."""
    if not own:
        return
    for account in desk.store.list(Account, call.client):
        host, _ = server(account.base_url)
        is_theirs = account.kind is AccountKind.PERSON and account.owner == member
        if account.closed_at is None and not is_theirs:
            for index, one in enumerate(own):
                if one.is_of(account.network, account.handle, host):
                    raise InvalidError(
                        f"is connected as {account.id}; close that first, or it is no one's own", f"{field}.{index}"
                    )


def persons_of(members: Sequence[Member], desk: Desk) -> dict[str, Member]:
    """The agencies' own records of those who have one, by id."""
    places = {
        Reference(Member, member.agency, member.person): None for member in members if member.agency and member.person
    }
    return {place.id: person for place, person in desk.store.together(list(places)).items()} if places else {}
