"""A key opens one realm, to whoever holds its secret, for as long as it stands."""

import hashlib
from dataclasses import replace
from datetime import timedelta

from shared.domain.parties import Key, Party, Scope

from .samples import AT, after, agency_caller, client_caller

SECRET = "open sesame"


def key(secret=SECRET, **changes):
    sample = Key(
        id="key_1",
        realm="acme",
        member="mbr_1",
        party=Party.CLIENT,
        agency=None,
        scopes=(Scope.READ,),
        digest=hashlib.sha256(secret.encode()).hexdigest(),
        created_at=AT,
    )
    return replace(sample, **changes)


def test_a_key_without_an_end_is_usable_until_it_is_revoked():
    assert key().usable(after(days=10_000))
    assert not key(revoked_at=after(days=1)).usable(after(days=1))


def test_a_key_is_usable_up_to_the_moment_at_which_it_expires():
    expiring = key(expires_at=after(days=1))
    assert expiring.usable(after(days=1) - timedelta(microseconds=1))
    assert not expiring.usable(after(days=1))
    assert not expiring.usable(after(days=2))


def test_a_revoked_key_is_not_usable_though_it_has_not_expired():
    assert not key(revoked_at=AT, expires_at=after(days=1)).usable(AT)


def test_the_ledger_names_the_member_the_key_and_the_party_that_acted():
    assert client_caller().who == {"member": "mbr_1", "key": "key_1", "party": "client"}
    assert agency_caller().who == {"member": "mbr_2", "key": "key_2", "party": "agency", "agency": "agy_1"}
