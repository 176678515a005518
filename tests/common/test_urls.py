"""Which addresses may become a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.urls import MAX_ADDRESS_LENGTH, clean_address, host_of, same_origin


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://ki.se", "https://ki.se"),
        ("  HTTP://Www.KI.se:80/A b\n", "http://www.ki.se/A%20b"),
        ("https://ki.se:8443/", "https://ki.se:8443/"),
        ("https://ki.se.?a=1&b=[2]#c#d", "https://ki.se?a=1&b=%5B2%5D#c%23d"),
        ("ht\x00tps://ki.se/a\tb\u202e", "https://ki.se/ab%E2%80%AE"),
        ("https://ki.se/100%/%41/%zz", "https://ki.se/100%25/%41/%25zz"),
        ("https://ki.se/\"><script>'", "https://ki.se/%22%3E%3Cscript%3E'"),
        ("https://m\u00dcnchen.de/\u00fc", "https://m\u00fcnchen.de/\u00fc"),
        ("https://[2001:DB8:0::1]/x", "https://[2001:db8::1]/x"),
        ("http://192.0.2.1/", "http://192.0.2.1/"),
        ("MAILTO:Alice@Example.org?bcc=all@example.org", "mailto:Alice@example.org"),
    ],
)
def test_a_good_address_has_one_form(address, clean):
    assert clean_address(address) == clean


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ki.se",
        "/x",
        "//ki.se",
        "#x",
        "?x",
        "javascript:123",
        "java\nscript:1",
        "data:text/html,x",
    ]
    + ["ftp://ki.se", "https:ki.se", "https:/ki.se", "https:///ki.se", "https:\\\\ki.se"]
    + [
        "https://ki.se\\@x.example",
        "https://",
        "https://.",
        "https://?x",
        "https://:80",
        "https://a..b",
    ]
    + ["https://alice@ki.se", "https://alice:pw@ki.se", "https://k i.se", "https://ki.se:99999"]
    + ["https://ki.se:x", "https://[::1", "https://[::zz]", "https://1.2.3", "https://0x7f.0x1"]
    + [
        "https://xn--99999999999.se",
        "https://k%69.se",
        "https://ki.se\u2044x",
        "https://a\u200db.se",
    ]
    + [
        "mailto:",
        "mailto:@ki.se",
        "mailto:a",
        "mailto:a@b@c",
        "mailto:a b@c.se",
        "feed:https://ki.se",
    ],
)
def test_every_other_address_is_refused(address):
    assert clean_address(address) is None


def test_an_address_longer_than_the_limit_is_refused():
    longest = "https://ki.se/".ljust(MAX_ADDRESS_LENGTH, "x")
    assert clean_address(longest) == longest
    assert clean_address(longest + "x") is None
    assert clean_address("https://ki.se/" + "<" * 1000) is None


@given(
    st.tuples(
        st.sampled_from(["https://", "HTTP://", "mailto:", "javascript:", "//", ""]),
        st.text(max_size=20),
        st.sampled_from(["", ".example", "@ki.se", "/", "?", "#", ":80/"]),
        st.text(max_size=20),
    ).map("".join)
)
def test_a_clean_address_stays_as_it_is(address):
    clean = clean_address(address)
    if clean is not None:
        assert clean_address(clean) == clean
        assert clean.startswith(("https://", "http://", "mailto:"))


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.ki.se:8443/en", "ki.se"),
        ("http://[::1]:8000/", "[::1]"),
        ("mailto:alice@www.ki.se", "www.ki.se"),
        ("https://xn--mnchen-3ya.de", "m\u00fcnchen.de"),
        ("javascript:1", ""),
    ],
)
def test_a_reader_is_told_where_a_link_leads(address, host):
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://ki.se", "https://KI.se:443/x?y#z", True),
        ("http://ki.se:80", "http://ki.se/", True),
        ("https://ki.se", "http://ki.se", False),
        ("https://ki.se", "https://www.ki.se", False),
        ("https://ki.se", "https://ki.se:8443", False),
        ("null", "null", False),
        ("mailto:a@ki.se", "mailto:a@ki.se", False),
        ("", "", False),
    ],
)
def test_an_origin_is_scheme_host_and_port(first, second, same):
    assert same_origin(first, second) is same
