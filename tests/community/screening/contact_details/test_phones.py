"""Phone numbers of many countries, and the many numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.screening.contact_details.phones import (
    CANDIDATE,
    MIXED,
    SPELT,
    find_phones,
    holds_enough_digits,
)
from community.screening.folded import Folded

PHONES = """
+46 70 123 45 67 | 070-123 45 67 | 08-123 456 78 | 0046 70 123 45 67 | +1 (555) 123-4567
555-123-4567 | (555) 123-4567 | 555.123.4567 | 1-555-123-4567 | 5551234567 | 1-800-555-0199
07700 900123 | 020 7946 0958 | +44 (0) 20 7946 0958 | +49 (0)30 123456 | 0176 12345678
0171/1234567 | 06 12 34 56 78 | 06.12.34.56.78 | +33.6.12.34.56.78 | +91 98765 43210
98765 43210 | 0412 345 678 | (02) 9876 5432 | 612 34 56 78 | 333 1234567 | +353 87 123 4567
090-1234-5678 | 138 1234 5678 | +47 912 34 567 | +45 20 12 34 56 | 040-1234567
07700 nine hundred 123 | 07700-900-one-two-three | O77OO 9OO123 | 0 7 7 0 0 9 0 0 1 2 3
0470/12.34.56 | 8 (912) 345-67-89 | 512-345-678 | +1 (202) 555.0123 | 202-555-0123x42
0\uff17\uff1700 900123 | 077\u200b00 900123 | oh seven seven double zero nine zero zero one two three
"""
WITH_A_CUE = """
ring me on 22 33 44 55 | my number is 555-0199 | WhatsApp 612 345 678 | phone: 912 34 567
tlf 32 12 34 56 | mobil 32123456 | 22 34 56 78 is my number | 61234567 (whatsapp)
text me: 55 51 23 45 | my mobile is 0 7 7 0 0 9 0 0 1 2 3 | tel. 9123 4567
"""
NOT_PHONES = """
I take 300 mg twice a day | 2-3 times 500 mg | 75-150 mg, 2-3 times a day | 3 x 1000 mg = 3000 mg
CRP 12.5, ferritin 1234, ESR 20-30 | 0.75 0.80 0.85 0.90 was my TSH | 0,12 0,34 0,56 0,78
120/80 and 140/90, 150/95, 130/85 | Vitamin D 25 nmol/L, B12 350 pmol/L, 1 500 000 IU
2010-2020, 1990-1995 | 2024-03-15 and 15.03.2024 and 03/15/2024 | 01.02.2024 14:30
01.02.2023 - 05.06.2023 | 08-12-23 09-15-23 | open 09.00-17.00 | 07.30-08.15-09.00
M79.7 and G93.3 | doi 10.1016/j.pain.2021.03.012 | https://doi.org/10.1001/jama.2020.12345678
PMID: 12345678 and PMID 31234567 | NCT01234567, ISRCTN12345678 | EudraCT 2019-001234-56
ISBN 978-3-16-148410-0 | ISSN 1234-5678 | ORCID 0000-0002-1825-0097 | CAS 148553-50-8
SNOMED 203082005 | NDC 0071-1015-68 | grant number 0123456789 | order no. 20230012345
1,234,567 people and 1 234 567 Swedes and 10 000 000 euros | $1,000,000 | \u20ac 2 500 000
192.168.1.100 and version 10.15.7 | J Pain (2018) 19 1234-1245 | 2018;159(4):1234-1245
the dose 500-1500 units | n = 1234567 | 95% CI 1.23-4.56, 2.34-5.67 | 3.14159265358979
10 20 30 40 50 60 mg over six weeks | weeks 1 2 3 4 5 6 7 8 | one two three four five six seven
I am 49, 165 cm, 65 kg, BMI 23.9, pulse 70-120 | 4-7-8 breathing, 4-7-8-4-7-8
calls in 2019 2020 2021 | pain 6 5 7 8 6 5 4 this week | chr22:19963748 | +1.25 -0.50 +0.75
call me between 1900 and 2000 | call 911 or 112 now | 10000 steps and 12000 the next day
"""
HELP = """
call 116 123 | call 1-800-273-8255 please | TelefonSeelsorge 0800 111 0 111 | call 13 11 14
text 0477 13 11 14 | ring 09 2525 0111
"""


def each(block):
    return [line.strip() for line in block.replace("\n", "|").split("|") if line.strip()]


@pytest.mark.parametrize("text", [*each(PHONES), *each(WITH_A_CUE)])
def test_a_phone_number_is_found(text):
    assert find_phones(Folded.of(text))


@pytest.mark.parametrize("text", each(NOT_PHONES))
def test_doses_dates_values_and_codes_are_not_phone_numbers(text):
    assert find_phones(Folded.of(text)) == []


@pytest.mark.parametrize("text", each(HELP))
def test_the_numbers_of_help_lines_are_nobodys_own(text):
    assert find_phones(Folded.of(text)) == []


def test_the_whole_number_is_marked_and_nothing_else():
    text = "Ring me (070-123 45 67) after six."
    ((start, end),) = find_phones(Folded.of(text))
    assert text[start:end] == "070-123 45 67"


@given(st.one_of(st.from_regex(each, fullmatch=True) for each in (CANDIDATE, SPELT, MIXED)))
def test_no_number_is_left_out_to_save_time(number: str) -> None:
    assert holds_enough_digits(number)
