"""Addresses told in words, with something to take out, or after what can only be a mailbox."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.contact_details import told_emails
from community.screening.contact_details.told_emails import (
    SOME_SIGN,
    find_told,
    may_name_a_sign,
    worth_a_search,
)

PATTERNS = ("IN_WORDS", "SURE_MAILBOX", "WHOLE_LINE", "TO_MEND", "HALVES", "HERS")


@pytest.mark.parametrize(
    "text",
    [
        "before the squiggle it is gran_of_six and after it gmail.com",
        "put an @ between nell and example.org",
        "p.kowalczyk malpa example kropka pl",
        "kari krollalfa example prikk no",
        "tytti at example piste fi",
        "anil.k at the rate of rediffmail dot com",
        "fred\U0001f412example.com",
        "liz \u201eat\u201c example \u201edot\u201c net",
        "kev[remove]@example.com",
        "kev@gmailcom",
        "gro.elpmaxe@lorac",
        "kat1989 at example.com",
        "mailbox name is oldtrout and the provider is hotmail",
        "use my gmail its big_stu_1971",
        "my gmail is the same as my name here",
        "jjflynn at example.com",
    ],
)
def test_a_told_address_is_found(text: str) -> None:
    assert list(find_told(text))


@pytest.mark.parametrize(
    "text",
    [
        "the covid19 page at nhs.uk is better",
        "more at nhs.uk",
        "available at healthline.com",
        "the leaflet at 7 p.m. at nhs.uk",
        "the @ sign on my keyboard is broken",
        "paid at the rate of 12 an hour, more after tax, see gov.uk",
        "my gmail is full since windows11",
        "you are laughing @ us",
        "what is your user name on healthunlocked.com",
    ],
)
def test_sites_and_plain_sentences_are_no_addresses(text: str) -> None:
    assert list(find_told(text)) == []


@pytest.mark.parametrize("name", PATTERNS)
@given(data=st.data())
def test_no_address_is_left_out_to_save_time(name: str, data: st.DataObject) -> None:
    pattern = getattr(told_emails, name)
    address = data.draw(st.from_regex(pattern, fullmatch=True))
    assert pattern in worth_a_search(address)


def test_ordinary_words_are_not_searched() -> None:
    assert list(worth_a_search("I slept badly, what a day, and so on")) == []


@given(st.from_regex(SOME_SIGN))
def test_no_text_that_names_a_sign_is_passed_over(text: str) -> None:
    assert may_name_a_sign(text)
