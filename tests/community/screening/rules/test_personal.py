"""Personal details in a post and in a name."""

from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules.personal import check


def seen(text, name=""):
    return [(reason.code, reason.words) for reason in check(Submission(text, name), Context())]


def test_each_kind_of_detail_has_its_own_reason():
    text = "Born 4 May 1971, 12 Oak Street, pnr 670103-9866, MRN 4458213"
    assert seen(text) == [
        (Code.ADDRESS, ("12 Oak Street",)),
        (Code.BIRTH_DATE, ("4 May 1971",)),
        (Code.NATIONAL_NUMBER, ("670103-9866",)),
        (Code.RECORD_NUMBER, ("4458213",)),
    ]


def test_the_moderator_is_told_whose_number_it_is():
    (reason,) = check(Submission("NHS number 943 476 5919"), Context())
    assert reason.detail == "NHS number"


def test_a_number_with_a_right_check_digit_is_not_called_a_record_too():
    assert [code for code, _ in seen("Versicherungsnummer 65170839J003")] == [Code.NATIONAL_NUMBER]


def test_a_number_said_to_be_national_counts_with_a_slip_in_it():
    assert [code for code, _ in seen("NHS number 943 476 5918")] == [Code.RECORD_NUMBER]


def test_details_in_the_name_are_seen():
    assert seen("Hello", "Ann, 12 Oak Street") == [(Code.ADDRESS, ("12 Oak Street",))]


def test_details_are_seen_behind_invisible_and_full_width_signs():
    assert seen("1\N{ZERO WIDTH SPACE}2 Oak St\N{ZERO WIDTH SPACE}reet")
    assert seen("pnr 67\uff10103-9866") == [(Code.NATIONAL_NUMBER, ("67\uff10103-9866",))]


def test_a_post_about_doses_holds_no_details():
    text = "Since 2019 I take 300 mg 2-3 times a day, CRP 12.5 (PMID 31234567), seen 4 May 2021."
    assert seen(text) == []
