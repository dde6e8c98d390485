"""A token proves its bearer: it opens with its secret, which is nowhere kept, and with no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.tokens import LONGEST_TOKEN, Token, new_secret, proves
from tests.house import counting_entropy

part = st.text(st.characters(exclude_characters=".", exclude_categories=["Cs"]), min_size=1, max_size=20)


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
    assert not proves("\ud800", new_secret(counting_entropy())[1])


def test_a_tokens_secret_is_not_in_its_repr():
    token = Token(realm="acme", key="key_1", secret="open-sesame")
    assert "open-sesame" not in repr(token)
    assert "acme" in repr(token)


@given(given=st.text())
def test_a_digest_is_proven_by_its_secret_and_by_nothing_else(given):
    secret, digest = new_secret(counting_entropy())
    assert proves(secret, digest)
    assert proves(given, digest) == (given == secret)
    assert not proves(digest, digest)


@given(given=st.text() | st.just("no such secret"))
def test_where_nothing_is_stored_nothing_is_proven(given):
    assert not proves(given, None)


def test_a_new_secret_has_256_bits_is_not_in_its_digest_and_fits_a_token():
    entropy = counting_entropy()
    asked = []
    secret, digest = new_secret(lambda size: asked.append(size) or entropy(size))
    assert asked == [32]
    assert secret not in digest
    assert Token.parse(str(Token(realm="acme", key="key_1", secret=secret))) is not None


def test_new_secrets_differ():
    entropy = counting_entropy()
    assert new_secret(entropy)[0] != new_secret(entropy)[0]
