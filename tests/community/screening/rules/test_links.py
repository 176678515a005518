"""Links: how many, shortened ones, hidden ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.folded import Folded
from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.links import (
    LINK,
    LINKS_OF_A_TRUSTED_AUTHOR,
    WRITTEN_OUT,
    check,
    find_links,
    may_hold_a_link,
)

PROVEN = Context(approved_posts=9)


def codes(text, context=PROVEN, name=""):
    return [reason.code for reason in check(Submission(text, name), context)]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("see https://example.org/a, please", "example.org"),
        ("(http://www.Example.org)", "example.org"),
        ("www.example.se.", "example.se"),
        ("go to example.shop now", "example.shop"),
        ("t.me/abc", "t.me"),
        ("hxxps://example.top/x", "example.top"),
        ("https://someone@example.org:8080/x", "example.org"),
        ("example[.]com", "example.com"),
        ("buyhere dot com", "buyhere.com"),
        ('<a href="https://example.org/x">here</a>', "example.org"),
    ],
)
def test_an_address_is_found(text, host):
    assert [link.host for link in find_links(Folded.of(text))] == [host]


@pytest.mark.parametrize(
    "text",
    [
        "It helped.in the end, or.re my neck",
        "fmg.would be too late",
        "e.g. this, i.e. that, at 8 a.m.",
        "M79.7 and 12.5mg",
        "Dr.Smith said so",
        "alice@example.org",
        "alice at gmail dot com",
    ],
)
def test_sentences_and_mail_addresses_are_not_links(text):
    assert find_links(Folded.of(text)) == []


def test_a_proven_member_may_name_a_few_sources():
    text = " ".join(f"https://example.org/{n}" for n in range(LINKS_OF_A_TRUSTED_AUTHOR))
    assert codes(text) == []
    assert codes(text + " https://example.org/more") == [Code.LINKS]


def test_any_link_of_somebody_new_is_looked_at():
    assert codes("https://example.org/", Context()) == [Code.LINKS]


def test_a_link_in_a_name_is_always_looked_at():
    assert codes("Hello", name="www.example.shop") == [Code.LINKS]


def test_links_to_this_site_do_not_count():
    assert codes("https://board.example/x", Context(own_hosts=("board.example",))) == []


@pytest.mark.parametrize(
    "text",
    ["https://bit.ly/abc", "rb.gy/abc", "see n9.cl/x", "https://any.page.link/x", "dub.sh/a"],
)
def test_a_shortened_link_is_held_whoever_sent_it(text):
    assert codes(text) == [Code.SHORT_LINK]


@pytest.mark.parametrize("text", ["https://nhs-uk.co/pip", "see www.rnayoclinic.org"])
def test_a_name_made_to_look_like_a_well_known_one_is_held(text):
    assert codes(text) == [Code.LOOK_ALIKE_LINK]


def test_a_name_made_to_look_like_ours_is_held():
    ours = Context(approved_posts=9, own_hosts=("painboard.example",))
    assert codes("https://pa1nboard.com/sign-in", ours) == [Code.LOOK_ALIKE_LINK]
    assert codes("https://painboard.example/x https://www.painboard.example/y", ours) == []


@pytest.mark.parametrize(
    "text",
    [
        "http://192.0.2.7/pills",
        "https://example.org@elsewhere.example/",
        "https://xn--exmple-cua.org/",
        "https://ex\N{CYRILLIC SMALL LETTER A}mple.org/",
        "hxxp://example.top/",
        "example(dot)com",
        "https://example.org\\@elsewhere.example/",
        "https://elsewhere.example\\.example.org/",
        "https://example.org%2eelsewhere.example/",
        "https://elsewhere\N{IDEOGRAPHIC FULL STOP}example/",
        "http://3221225991/",
        "http://0xc0.0.2.7/",
        "http://0300.0.02.7/",
        "http://[2001:db8::7]/",
        "www.example.org@elsewhere.example/x",
    ],
)
def test_a_link_that_hides_where_it_leads_is_held(text):
    assert Code.DISGUISED_LINK in codes(text)


def test_accents_in_a_path_or_a_host_hide_nothing():
    assert codes("https://sv.wikipedia.example/wiki/Sm\u00e4rta https://sm\u00e4rta.example/") == []


@given(st.from_regex(LINK, fullmatch=True) | st.from_regex(WRITTEN_OUT, fullmatch=True))
def test_no_link_is_left_out_to_save_time(link: str) -> None:
    assert may_hold_a_link(link)


def test_ordinary_sentences_are_not_searched_for_links() -> None:
    assert not may_hold_a_link("I slept. Then: tea at 8, and a walk.")
