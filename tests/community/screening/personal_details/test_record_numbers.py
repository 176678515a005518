"""Numbers of records, patients and policies, and numbers that stand beside such words by chance."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from community.screening.folded import Folded
from community.screening.personal_details.record_numbers import (
    CUE_FIRST,
    CUE_LAST,
    DIGITS_MIN,
    find_record_numbers,
    may_hold_a_record_number,
)

NUMBERS = """
MRN 4458213 | my MRN is 00784512 | MRN#3320198 | medical record number: 55-12-908
hospital number K778123 | Hospital no. is 334512 | patient ID: PX-88213 | patient number 33-4512-7
NHS no 943 476 5918 | case number 2023/11874 | policy number HC-77812093 | insurance policy 4412009
member ID W2231 90871 | claim no. 20-118-7732 | 4458213 is my MRN | passport number 533380006
journalnummer 778123 | Versichertennummer 9981-2231 | Aktenzeichen S 12 SB 345/19
numéro de dossier 2019-77123 | número de historia clínica 55231 | patiëntnummer 8812345
"""
SILENT = """
a record number of 12345 patients | case numbers went to 20000 | hospital number 3 | MRN 12
policy since 2019 | patient no. 12 | case number of 12 in 2019 and 2020 | ID 45678 of the group
hospital number in 2019 | policy number 2019-2021 | claim no 12,345 patients | file 123456
the insurance paid 12345 kronor | patients numbered 10234 | member since 20 03 2015
I am on case 5 of 10 | the policy number was wrong, and 12345 of us paid
"""


def each(block):
    return [line.strip() for line in block.replace("\n", "|").split("|") if line.strip()]


@pytest.mark.parametrize("text", each(NUMBERS))
def test_a_number_of_a_record_is_found(text):
    assert find_record_numbers(Folded.of(f"They know: {text}."))


@pytest.mark.parametrize("text", each(SILENT))
def test_other_numbers_beside_such_words_are_left_alone(text):
    assert find_record_numbers(Folded.of(text)) == []


def test_words_that_follow_a_number_are_not_marked():
    text = "hospital no 4451209 in 2020"
    ((start, end),) = find_record_numbers(Folded.of(text))
    assert text[start:end] == "4451209"


@pytest.mark.parametrize("pattern", [CUE_FIRST, CUE_LAST], ids=["before", "behind"])
@given(data=st.data())
def test_no_number_is_left_out_to_save_time(pattern, data):
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    value = pattern.fullmatch(text)["value"]
    assume(sum(letter.isdigit() for letter in value) >= DIGITS_MIN)
    assert may_hold_a_record_number(text)


def test_doses_are_not_searched_further():
    assert not may_hold_a_record_number("I take 300 mg at 8:30, 75 mg at noon.")
