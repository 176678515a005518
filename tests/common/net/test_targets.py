"""Which addresses are read, and what is asked for in their place."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.net import FetchRefused, FetchRules, Target, check_address, fetch
from tests.common.net.addresses import BAD, GOOD


@pytest.fixture
def nobody_is_asked(monkeypatch):
    def fail(*args, **kwargs):
        raise AssertionError(f"asked {args}")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    monkeypatch.setattr(socket.socket, "connect", fail)
    monkeypatch.setattr(socket.socket, "connect_ex", fail)


def test_the_table_of_bad_addresses_is_long():
    assert len(set(BAD)) > 300


@pytest.mark.parametrize("address", BAD, ids=ascii)
def test_a_bad_address_is_refused_before_anybody_is_asked(address, nobody_is_asked):
    with pytest.raises(FetchRefused) as refused:
        fetch(address)
    assert refused.value.reason.endswith(".")


@pytest.mark.parametrize(("address", "asked"), GOOD, ids=ascii)
def test_a_good_address_is_taken_apart_once(address, asked):
    assert check_address(address).address == asked
    assert check_address(asked).address == asked


def test_the_parts_are_what_is_connected_to():
    assert check_address("https://Www.Example.com:443?q#f") == Target(
        "https", "www.example.com", 443, "/?q"
    )


def test_a_name_is_no_ip_address_and_a_literal_is():
    assert check_address("http://example.com/").ip is None
    assert check_address("http://8.8.8.8/").ip == "8.8.8.8"
    assert check_address("http://[2606:4700::1111]/").ip == "2606:4700::1111"


def test_ports_and_addresses_open_by_rules_only():
    rules = FetchRules(ports=frozenset({8080}), allowed_addresses=frozenset({"127.0.0.1"}))
    assert check_address("http://127.0.0.1:8080/", rules).host_and_port == "127.0.0.1:8080"
    for address in ("http://127.0.0.1/", "http://127.0.0.2:8080/", "http://localhost:8080/"):
        with pytest.raises(FetchRefused):
            check_address(address, rules)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("ftp://example.com/", "http://"),
        ("http://alice@example.com/", "password"),
        ("http://2130706433/", "number"),
        ("http://0x7f.1/", "number"),
        ("http://example.com:22/", "port"),
        ("http://10.0.0.1/", "private"),
        ("http://intranet/", "private"),
        ("http://a b.com/", "browser"),
        ("http://example.com/" + "x" * 2048, "shorter"),
    ],
)
def test_a_refusal_says_what_to_do(address, word):
    with pytest.raises(FetchRefused, match=word):
        check_address(address)


@given(
    st.tuples(
        st.sampled_from(["http://", "HTTPS://", "http:", ""]),
        st.text(max_size=20),
        st.sampled_from(["", ".com", "@127.0.0.1", "127.0.0.1", "\\", ":80", "[::1]"]),
        st.text(max_size=20),
    ).map("".join)
)
def test_any_text_is_refused_or_has_a_form_that_stays(address):
    try:
        target = check_address(address)
    except FetchRefused:
        return
    assert target.address.isascii() and target.address.isprintable()
    assert " " not in target.address
    assert check_address(target.address) == target
