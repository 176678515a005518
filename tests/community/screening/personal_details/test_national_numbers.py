"""National numbers: published test numbers, and numbers computed for this test.

Computed ones lie in ranges that are set aside for tests or are never given where there are such
ranges (Swedish 98x, Norwegian month + 80, Finnish 9xx, British 999).
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from community.screening.folded import Folded
from community.screening.personal_details.national_numbers import (
    KINDS,
    find_national_numbers,
    may_hold_a_number,
)

NUMBERS = {
    "Swedish personal number": "670103-9866 | 19670103-9866 | 6701039866 | 670103+9866 | 0111721163",
    "Norwegian identity number": "05819842851 | 058198 42851 | 62094681281",
    "Danish CPR number": "CPR 0311589164 | 031158-9164",
    "Finnish personal identity code": "131275-9247 | 131052-308T | 010594Y9032",
    "NHS number": "NHS 943 476 5919 | my NHS number is 999-152-8962",
    "UK National Insurance number": "AB 12 34 56 C | AB123456C | National Insurance QQ 12 34 56 C",
    "US social security number": "219-09-9999 | SSN 219 09 9999 | itin 912-70-1234",
    "Dutch citizen service number": "BSN 111222333 | bsn: 1112.22.333",
    "Belgian national number": "85.07.30-033.28 | 85073003328",
    "German tax number": "Steuer-ID 36574261809 | tax id 86 095 742 719",
    "German health insurance number": "A123456780",
    "German pension insurance number": "65 170839 J 003 | 65170839J003",
    "French social security number": "2 55 08 14 168 025 38 | 255081416802538",
    "Swiss AHV number": "756.9217.0769.85",
    "Spanish DNI or NIE": "12345678Z | X1234567L | dni 12345678-z",
    "Italian codice fiscale": "RSSMRA85T10A562S",
    "Polish PESEL": "44051401359",
    "Irish PPS number": "1234567T | 1234567FA | pps 1234567 tw",
    "Canadian social insurance number": "SIN 046 454 286",
    "Australian Medicare number": "Medicare 2123 45670 1",
    "Australian tax file number": "TFN 123 456 782",
    "Indian Aadhaar number": "Aadhaar 9999 4105 7058",
}
SILENT = """
670103-9867 | 671303-9866 | 05819842852 | 131275-924A | HETU 131275-9246 | 85.07.30-033.29 | 12345678A | X1234567A
RSSMRA85T10A562T | 44051401358 | 1234567A | 255081416802539 | 65 170839 J 004 | A123456781
756.9217.0769.86 | BSN 111222334 | NHS 943 476 5918 | SIN 046 454 287 | TFN 123 456 783
Medicare 2123 45671 1 | Aadhaar 9999 4105 7059 | Steuer-ID 36574261808 | CPR 391358-9164
111222333 | 943 476 5919 | 046 454 286 | 123 456 782 | 9999 4105 7058 | 36574261809 | 219099999
000-12-3456 | 666-12-3456 | 123-00-4567 | 123-45-0000 | BG123456A | D012345678
serial number 44051401359 | order no. 6701039866 | ISBN 978-0-306-40615-7 | +46 70 123 45 67
pregabalin 300 mg | 2019-2021 | NCT01234567 | PMID 31234567 | 5000 IU | 2010/2016 | 120/80 130/85
10.1016/j.pain.2021.03.012 | EudraCT 2019-001234-56 | 000000000 | BSN 000000000 | 12 345 678 people
"""


def each(block):
    return [line.strip() for line in block.replace("\n", "|").split("|") if line.strip()]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, block in NUMBERS.items() for text in each(block)]
)
def test_a_number_is_found_and_named(kind, text):
    assert kind in [name for _, name in find_national_numbers(Folded.of(f"Here: {text}, thanks"))]


@pytest.mark.parametrize("text", each(SILENT))
def test_other_numbers_and_wrong_check_digits_are_left_alone(text):
    assert find_national_numbers(Folded.of(text)) == []


def test_every_kind_has_a_test_number():
    assert {kind.name for kind in KINDS} == set(NUMBERS)


def test_the_number_alone_is_marked():
    text = "My personnummer (670103-9866) is on it."
    (((start, end), _),) = find_national_numbers(Folded.of(text))
    assert text[start:end] == "670103-9866"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=25)  # of each of two dozen kinds
@given(data=st.data())
def test_no_number_is_left_out_to_save_time(kind, data):
    assert may_hold_a_number(data.draw(st.from_regex(kind.shape, fullmatch=True)))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@settings(max_examples=25)  # of each of two dozen kinds
@given(data=st.data())
def test_a_check_answers_whatever_has_the_shape(kind, data):
    kind.holds(data.draw(st.from_regex(kind.shape, fullmatch=True)).lower())


def test_ordinary_numbers_are_not_searched_further():
    assert not may_hold_a_number("I take 300 mg at 8 and 22, and slept 6 hours in 2019.")
