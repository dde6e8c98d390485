"""A key opens one realm, to whoever holds its secret, for as long as it stands."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.parties import LONGEST_TOKEN, Key, Party, Scope, Token, new_secret
from tests.house import counting_entropy

from .samples import AT, after, agency_caller, client_caller

part = st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]), min_size=1, max_size=20)


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


@given(realm=part, key_id=part, secret=part)
def test_a_token_reads_back_as_it_was_written(realm, key_id, secret):
    token = Token(realm=realm, key=key_id, secret=secret)
    assert Token.parse(str(token)) == token


@given(garbage=st.one_of(st.text(), st.text().map("bk_{}".format), st.lists(st.text(max_size=3)).map(".".join)))
def test_what_is_no_token_is_none_and_never_an_error(garbage):
    token = Token.parse(garbage)
    assert token is None or (str(token) == garbage and token.realm and token.key and token.secret)


@pytest.mark.parametrize(
    "garbage",
    ["", "bk_", "bk_acme", "bk_acme.key_1", "bk_acme.key_1.", "bk_.key_1.s", "bk_acme..s", "bk_acme.key_1.s.more",
     "acme.key_1.s", "BK_acme.key_1.s", " bk_acme.key_1.s", "Bearer bk_acme.key_1.s"],
)  # fmt: skip
def test_a_token_has_its_prefix_and_exactly_three_parts(garbage):
    assert Token.parse(garbage) is None


def test_a_token_is_read_up_to_a_length_that_none_of_ours_has():
    fitting = "bk_acme.key_1." + "s" * (LONGEST_TOKEN - len("bk_acme.key_1."))
    assert Token.parse(fitting) is not None
    assert Token.parse(fitting + "s") is None


def test_a_secret_that_is_no_text_opens_nothing_and_is_no_error():
    assert not key().opens_with("\ud800")


def test_a_tokens_secret_is_not_in_its_repr():
    token = Token(realm="acme", key="key_1", secret="open-sesame")
    assert "open-sesame" not in repr(token)
    assert "acme" in repr(token)


@given(secret=part, other=part)
def test_a_key_opens_with_its_secret_and_with_no_other(secret, other):
    assert key(secret).opens_with(secret)
    assert key(secret).opens_with(other) == (other == secret)


def test_a_key_does_not_open_with_its_digest_or_with_nothing():
    assert not key().opens_with(key().digest)
    assert not key().opens_with("")


def test_a_new_secret_opens_its_key_has_256_bits_and_fits_a_token():
    entropy = counting_entropy()
    asked = []
    secret, digest = new_secret(lambda size: asked.append(size) or entropy(size))
    assert asked == [32]
    assert key(digest=digest).opens_with(secret)
    assert secret not in digest
    assert Token.parse(str(Token(realm="acme", key="key_1", secret=secret))) is not None


def test_new_secrets_differ():
    entropy = counting_entropy()
    assert new_secret(entropy)[0] != new_secret(entropy)[0]


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
