"""Connected to is the address that was checked, and the certificate must be for the name."""

import socket

import pytest

from common.net import FetchFailed, FetchRefused, fetch
from common.net.connecting import MAX_TRIED_ADDRESSES
from tests.common.net.addresses import PRIVATE_4, PRIVATE_6
from tests.common.net.certificates import make_certificate, server_context
from tests.common.net.sites import open_site, page, redirect, slowly


@pytest.fixture
def certificate(tmp_path):
    return make_certificate(tmp_path, "news.example", "xn--mnchen-3ya.example", "127.0.0.1")


@pytest.fixture
def safe_site(certificate):
    with open_site(server_context(certificate)) as site:
        site.pages["/"] = page()
        yield site


@pytest.fixture
def tried(monkeypatch):
    """The addresses that were connected to."""
    tried = []
    connect = socket.socket.connect

    def connect_and_note(sock, address):
        tried.append(address[0])
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", connect_and_note)
    return tried


@pytest.mark.parametrize("ip", [*PRIVATE_4, *PRIVATE_6, "fe80::1%eth0", "", "8.8.8"])
@pytest.mark.parametrize("others", [[], ["93.184.216.34"]])
def test_a_name_with_a_single_private_address_is_refused(site, memory, tried, ip, others):
    rules = site.rules(allowed_addresses=frozenset(), look_up=lambda host, port: [*others, ip])
    with pytest.raises(FetchRefused, match="private"):
        fetch(site.address(host="news.example"), rules=rules, memory=memory)
    assert tried == []


def test_the_next_address_is_tried_when_one_does_not_answer(site, memory, tried):
    site.pages["/"] = page()
    rules = site.rules(look_up=lambda host, port: ["93.184.216.34", "2606:4700::1", "127.0.0.1"])
    assert fetch(site.address(host="news.example"), rules=rules, memory=memory).content == b"words"
    assert tried == ["93.184.216.34", "2606:4700::1", "127.0.0.1"]


def test_max_tried_addresses_are_tried(site, memory, tried):
    addresses = [f"8.8.8.{number}" for number in range(20)]
    rules = site.rules(look_up=lambda host, port: addresses)
    with pytest.raises(FetchFailed, match="cannot be reached"):
        fetch(site.address(host="news.example"), rules=rules, memory=memory)
    assert tried == addresses[:MAX_TRIED_ADDRESSES]


def test_an_address_that_does_not_answer_leaves_time_for_the_next(site, memory, monkeypatch):
    connect = socket.socket.connect
    shares = []

    def connect_late(sock, address):
        shares.append(sock.gettimeout())
        if address[0] != "127.0.0.1":
            raise TimeoutError
        connect(sock, address)

    monkeypatch.setattr(socket.socket, "connect", connect_late)
    site.pages["/"] = page()
    rules = site.rules(seconds=8, look_up=lambda host, port: ["8.8.8.8", "127.0.0.1"])
    fetch(site.address(host="news.example"), rules=rules, memory=memory)
    assert 3 < shares[0] <= 4 < shares[1] <= 8


def test_a_connection_that_ends_elsewhere_is_refused(site, memory, monkeypatch):
    connect = socket.socket.connect
    monkeypatch.setattr(
        socket.socket, "connect", lambda sock, address: connect(sock, ("127.0.0.1", site.port))
    )
    rules = site.rules(look_up=lambda host, port: ["93.184.216.34"])
    with pytest.raises(FetchRefused, match="private"):
        fetch(site.address(host="news.example"), rules=rules, memory=memory)
    assert site.asked == []


def test_nobody_listening_is_told_plainly(memory):
    with open_site() as site:
        pass
    with pytest.raises(FetchFailed, match="cannot be reached"):
        fetch(site.address(), rules=site.rules(), memory=memory)


def test_the_name_stands_in_the_handshake_and_in_the_request(safe_site, certificate, memory):
    rules = safe_site.rules(certificates=str(certificate))
    address = safe_site.address(host="M\u00fcnchen.example.", scheme="https")
    assert fetch(address, rules=rules, memory=memory).content == b"words"
    assert safe_site.names_said == ["xn--mnchen-3ya.example"]
    assert safe_site.asked[0].headers["host"] == f"xn--mnchen-3ya.example:{safe_site.port}"


def test_a_certificate_may_be_for_a_number(safe_site, certificate, memory):
    rules = safe_site.rules(certificates=str(certificate))
    assert fetch(safe_site.address(scheme="https"), rules=rules, memory=memory).status == 200


def test_a_certificate_for_another_name_is_not_accepted(safe_site, certificate, memory):
    rules = safe_site.rules(certificates=str(certificate))
    address = safe_site.address(host="other.example", scheme="https")
    with pytest.raises(FetchFailed, match="certificate"):
        fetch(address, rules=rules, memory=memory)
    assert safe_site.asked == []


def test_a_certificate_that_nobody_known_signed_is_not_accepted(safe_site, memory):
    address = safe_site.address(host="news.example", scheme="https")
    with pytest.raises(FetchFailed, match="certificate"):
        fetch(address, rules=safe_site.rules(), memory=memory)
    assert safe_site.asked == []


def test_a_site_that_does_not_speak_https_cannot_be_reached(site, memory):
    with pytest.raises(FetchFailed, match="reached"):
        fetch(site.address(scheme="https"), rules=site.rules(seconds=2), memory=memory)


def test_a_handshake_that_does_not_end_is_cut_off(memory, site):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(FetchFailed, match="longer than 0.3 seconds"):
            fetch(f"https://127.0.0.1:{port}/", rules=site.rules(port, seconds=0.3), memory=memory)


def test_a_redirect_from_https_to_http_is_refused(safe_site, site, certificate, memory):
    safe_site.pages["/"] = redirect(site.address())
    rules = safe_site.rules(site.port, certificates=str(certificate))
    with pytest.raises(FetchRefused, match="https to http"):
        fetch(safe_site.address(scheme="https"), rules=rules, memory=memory)
    assert site.asked == []


def test_a_redirect_from_http_to_https_is_followed(safe_site, site, certificate, memory):
    site.pages["/"] = redirect(safe_site.address(scheme="https"))
    rules = safe_site.rules(site.port, certificates=str(certificate))
    assert fetch(site.address(), rules=rules, memory=memory).content == b"words"


def test_a_slow_body_over_https_is_cut_off(safe_site, certificate, memory):
    safe_site.pages["/"] = lambda: slowly(page(b"x" * 1000), 0.05)
    rules = safe_site.rules(certificates=str(certificate), seconds=0.7)
    with pytest.raises(FetchFailed, match="longer than 0.7 seconds"):
        fetch(safe_site.address(scheme="https"), rules=rules, memory=memory)
