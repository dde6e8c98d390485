"""A source is a realm of its own, and keeps its secrets."""

from shared.domain.accounts import Scheme, Source, source_realm

from .samples import AT


def test_secrets_are_not_in_what_is_printed():
    source = Source(
        id="src_1",
        client="acme",
        name="Listening",
        scheme=Scheme.META,
        network="facebook",
        secrets=("open-sesame",),
        verify_token="hush-hush",
        created_at=AT,
    )
    printed = repr(source)
    assert not any(secret in printed for secret in ("open-sesame", "hush-hush"))


def test_a_source_is_a_realm_that_no_client_can_be():
    assert "#" in source_realm("src_1")
