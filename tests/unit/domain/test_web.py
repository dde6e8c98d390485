"""Which addresses somebody outside may name, and which IP addresses are the internet's."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidError
from shared.domain.web import WebAddress, is_public, web_address

ips = st.ip_addresses()


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://hooks.example", WebAddress("https", "hooks.example", 443, "/")),
        ("https://HOOKS.example.:8443/In?a=b", WebAddress("https", "hooks.example", 8443, "/In?a=b")),
        ("https://hooks.example?a", WebAddress("https", "hooks.example", 443, "/?a")),
        ("https://93.184.215.14/", WebAddress("https", "93.184.215.14", 443, "/")),
        ("https://[2606:2800::1]:8443/", WebAddress("https", "2606:2800::1", 8443, "/")),
    ],
)
def test_an_address_is_read_into_its_parts(url, read):
    assert web_address(url, "url") == read


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("https://hooks.example:443/in", "hooks.example"),
        ("https://hooks.example:8443/in", "hooks.example:8443"),
        ("https://[2606:2800::1]:8443/", "[2606:2800::1]:8443"),
        ("https://[2606:2800::1]/", "[2606:2800::1]"),
    ],
)
def test_a_request_names_its_host_as_it_is_usual(url, authority):
    assert web_address(url, "url").authority == authority


@given(url=st.text() | st.text().map("https://{}".format) | st.text().map("https://a.example{}".format))
def test_whatever_is_given_is_an_address_that_reads_one_way_or_is_refused_by_name(url):
    try:
        read, field = web_address(url, "where"), "where"
    except InvalidError as refusal:
        read, field = None, refusal.field
    assert field == "where"
    if read is not None:
        assert web_address(f"{read.origin}{read.target}", "where") == read
        assert read.scheme == "https"
        assert read.port == 443 or read.port >= 1024


@pytest.mark.parametrize("port", [0, 1, 22, 25, 80, 465, 636, 993, 1023])
def test_a_port_of_another_service_is_refused_and_on_an_engine_every_port_is_taken(port):
    with pytest.raises(InvalidError):
        web_address(f"https://hooks.example:{port}", "url")
    assert web_address(f"http://127.0.0.1:{port}", "url", allow_plain_http=True).port == port


@given(address=ips.filter(lambda one: not one.is_global))
def test_what_python_holds_for_not_global_is_not_public(address):
    stands_for = getattr(address, "ipv4_mapped", None)
    assert not is_public(address) or (stands_for and stands_for.is_global)


@given(inner=st.ip_addresses(v=4))
def test_an_ipv4_address_inside_of_another_is_judged_as_itself_or_not_taken(inner):
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        wrapped = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | int(inner))
        assert is_public(wrapped) == is_public(inner)
    for prefix, shift in (("::", 0), ("2002::", 80), ("64:ff9b:1::", 0)):
        assert not is_public(ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) | int(inner) << shift))


@pytest.mark.parametrize("address", ["93.184.215.14", "1.1.1.1", "2606:4700:4700::1111", "2a00:1450:400f:80c::200e"])
def test_a_host_of_the_internet_is_public(address):
    assert is_public(ipaddress.ip_address(address))
