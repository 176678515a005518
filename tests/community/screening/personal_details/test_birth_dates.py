"""Birth dates, and the many dates that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.folded import Folded
from community.screening.personal_details import birth_dates
from community.screening.personal_details.birth_dates import find_birth_dates, may_hold_a_birth_date

DATES = """
born 4 May 1971 | born on the 4th of May, 1971 | born May 4th, 1971 | DOB 04/05/1971 | d.o.b. 4-5-71
date of birth: 1971-05-04 | dob 19710504 | my birthday is 4 May 1971 | 4/5/1971 is my birthday
född 4 maj 1971 | geboren am 4. Mai 1971 | ich bin am 04.05.1971 geboren | né le 4 mai 1971
née le 04/05/1971 | nacida el 4 de mayo de 1971 | nato il 4 maggio 1971 | født 4. mai 1971
geboren op 4 mei 1971 | syntynyt 4.5.1971 | urodzona 4.05.1971 | my son was born on 4 May 2019
born in Leeds on Tuesday, 4 May 1971 | DOB 12/25/1971 | born 4/5/08
"""
SILENT = """
born in 1971 | born in May | born tired, diagnosed on 4 May 2019 | 4 May 1971 | seen on 04/05/2019
my birthday is 4 May | my birthday was on 4 May 2024 | born on 6 July 1907 | since 4 May 2019
since she was born, on 4 May 2019, I hurt | born 31 February 1971 | DOB unknown, seen 4 May
I was born and on 4 May 2019 it began | Nee, op 4 mei 2019 kwam het terug | NATO met on 4 May 1971
my birthday party on 4 May 2010 | version 4.5.71 | the clinic was born of need in 1971, 12/04/71
"""


def each(block):
    return [line.strip() for line in block.replace("\n", "|").split("|") if line.strip()]


@pytest.mark.parametrize("text", each(DATES))
def test_a_birth_date_is_found(text):
    assert find_birth_dates(Folded.of(text))


@pytest.mark.parametrize("text", each(SILENT))
def test_other_dates_are_left_alone(text):
    assert find_birth_dates(Folded.of(text)) == []


def test_the_date_alone_is_marked():
    text = "I was born on 4 May 1971, in rain."
    ((start, end),) = find_birth_dates(Folded.of(text))
    assert text[start:end] == "4 May 1971"


@pytest.mark.parametrize("name", ["SPOKEN", "MONTH_FIRST", "WRITTEN"])
@pytest.mark.parametrize("cue", ["BEFORE", "BEFORE_A_BIRTHDAY", "AFTER"])
@given(data=st.data())
def test_no_birth_date_is_left_out_to_save_time(name, cue, data):
    date = data.draw(st.from_regex(getattr(birth_dates, name), fullmatch=True))
    words = data.draw(st.from_regex(getattr(birth_dates, cue), fullmatch=True))
    assert may_hold_a_birth_date(f"{words} {date}")


def test_a_date_without_a_birth_is_not_searched_further():
    assert not may_hold_a_birth_date("My scan was on 4 May 2019.")
    assert not may_hold_a_birth_date("I was born tired, at 8:30, with 300 mg.")
