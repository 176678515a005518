"""Streets, flats, post boxes and postcodes in the order of many countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.folded import Folded
from community.screening.personal_details import postcodes, streets_ahead
from community.screening.personal_details.addresses import find_addresses, may_hold_an_address
from community.screening.personal_details.postcodes import may_hold_a_code, may_hold_a_mixed_code
from community.screening.personal_details.streets_ahead import may_be_a_flat_or_box
from community.screening.personal_details.streets_behind import HOME, may_be_said_to_be_home

STREETS = """
12 Oak Street | 12 oak street | 221B Baker St | 1020 W Main St | 8 St John's Road | 350 Fifth Avenue
123 42nd Street | 9 The Crescent | 3 Orchard Close. | 7 Bishop's Walk, Wells | 17 Old Mill Lane
I live at 40 kings drive | my address is 5 new road | I live at 4 Fox Hollow | Elm Road 22
Maple Street, number 14 | house number 5 | Apt 4B | Flat 3, Rose Court | PO Box 417 | P.O. box 9
Storgatan 5 | storgatan 5 | Södra Vägen 12 | Björkvägen 17B | Norra Allén 4 | Karl Johans gate 22
Nørregade 15 | Strandvejen 210 | Bogstadveien 30 | Mannerheimintie 54 | Aleksanterinkatu 17
Hauptstr. 12 | Hauptstraße 12a | Berliner Straße 45 | Birkenweg 3 | Lindauplatz 11/2 | Postfach 123
Kerkstraat 18 | Prinsengracht 263-2 | Beukenlaan 6 | Postbus 331 | 12 rue de la Paix
18 bis avenue Victor Hugo | 5 place de la République | rue du Moulin 8 | Calle Mayor 12
C/ Alcalá 55 | Via Garibaldi 22 | Piazza Dante, 14 | ul. Długa 5 | Rua Augusta 12 | 5 Park Lane
"""
POSTCODES = """
NW1 6XE | SW1A 2AA | Bath BA1 5LR | Springfield, IL 62704 | Portland, Oregon 97201-1234
10115 Berlin | 113 43 Stockholm | 1012 AB Amsterdam | 75002 Paris | 1165 København | D-10115 Berlin
postcode nw1 6xe | zip code 62704 | PLZ 10115 | Hobart TAS 7000 | M5V 2T6 | D02 X285
Lundemyra 63, 3314 Ali | Lindenhof 12, 50667 Irgendwo | I live in Boston 02118
"""
SILENT = """
ESR 12 Street nonsense aside | I live on Street food | 12 Street | a 2 way street | a 2 lane road
12 minutes down the road | 12 step road to recovery | 60 mg all the way | 20 mg Drive me mad
5 years in the fast lane | 12 weeks at St Mary's | on 3 May St Mary's rang | 300 mg St John's wort
10 Downing Street | level 3 Pain Lane | The 7 Hills Walk | 2 Milky Way bars | 11 Supreme Court judges
L4 5TH | B12 2UG | T4 1ST | 5000 IU Vitamin D | 2019 Berlin | in 2019 Stockholm was cold
12000 Berlin patients | 10000 Swedes | 120 80 Blood | Brigade 5 | Auntie 3 | iPad 2 | Katie 5
Via Zoom 2 times a week | via email 3 | Storgatan 2019 | alle 12 Stunden | during 3 nights
flat 5 days a week | apartment 3 floors up | p. 12 of the box | May 5, 12345 Patients | CRP 5, 10000 Steps
the postcode lottery of 2019 | Abbey Road 1969 | 36 Questions | 2 Dr Smith letters
"""


def each(block):
    return [line.strip() for line in block.replace("\n", "|").split("|") if line.strip()]


@pytest.mark.parametrize("text", [*each(STREETS), *each(POSTCODES)])
def test_an_address_is_found(text):
    assert find_addresses(Folded.of(text))


@pytest.mark.parametrize("text", each(SILENT))
def test_roads_doses_and_congresses_are_no_addresses(text):
    assert find_addresses(Folded.of(text)) == []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It is 12 Oak Street, Leeds.", "12 Oak Street"),
        ("Bor på Storgatan 5 nu", "Storgatan 5"),
        ("My PO Box 417 is full", "PO Box 417"),
        ("from NW1 6XE on", "NW1 6XE"),
    ],
)
def test_the_address_is_marked(text, marked):
    assert [text[start:end] for start, end in find_addresses(Folded.of(text))] == [marked]


def test_a_text_without_a_digit_is_not_searched():
    assert not may_hold_an_address("I live on Oak Street, by the river.")


@pytest.mark.parametrize("name", ["UK", "OTHERS"])
@given(data=st.data())
def test_no_mixed_code_is_left_out_to_save_time(name, data):
    code = data.draw(st.from_regex(getattr(postcodes, name), fullmatch=True))
    assert may_hold_a_mixed_code(code) and may_hold_an_address(code)


@pytest.mark.parametrize("name", ["US", "ENVELOPE", "WITH_A_TOWN", "LIVING", "COUNTRY"])
@given(data=st.data())
def test_no_code_of_digits_is_left_out_to_save_time(name, data):
    pattern = getattr(postcodes, name)
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    if name in ("ENVELOPE", "WITH_A_TOWN") and any(
        postcodes.YEAR.fullmatch(word.strip(",")) for word in text.split()
    ):
        return  # a year is no code, see below
    assert may_hold_a_code(text) and may_hold_an_address(text)


@given(st.from_regex(postcodes.CUED, fullmatch=True))
def test_no_code_after_a_word_for_it_is_left_out_to_save_time(text):
    assert any(stem in text for stem in postcodes.CUE_STEMS)


@pytest.mark.parametrize("name", ["BOX", "FLAT", "HOUSE_NUMBER"])
@given(data=st.data())
def test_no_box_or_flat_is_left_out_to_save_time(name, data):
    words = data.draw(st.from_regex(getattr(streets_ahead, name), fullmatch=True)).split()
    assert may_be_a_flat_or_box(words[-1])


@given(st.from_regex(streets_ahead.BEFORE_ROMANCE, fullmatch=True))
def test_no_calle_or_via_is_left_out_to_save_time(text):
    words = {word.strip(streets_ahead.SIGNS) for word in text.split()}
    assert not streets_ahead.ROMANCE_WORDS.isdisjoint(words)


@given(st.from_regex(streets_ahead.TYPE_FIRST, fullmatch=True))
def test_no_road_before_its_number_is_left_out_to_save_time(text):
    assert text.split()[-1].strip(streets_ahead.SIGNS) in streets_ahead.ENGLISH_TYPES


@given(st.from_regex(HOME, fullmatch=True))
def test_no_home_is_left_out_to_save_time(text):
    assert may_be_said_to_be_home(text.split())
