"""Details and numbers as another hand wrote them, who did not know the rules. With `-s` figures are printed."""

import pytest

from community.screening.records import Context, Submission
from community.screening.rules import contact
from tests.screened_phrases import phrases, share_seen

FOLDER = "contact_by_another_hand"
SEEN_MIN = 0.95


def codes(text: str) -> set[str]:
    return {reason.code for reason in contact.check(Submission(text), Context())}


@pytest.mark.parametrize(
    ("kind", "code"), [("email", "email"), ("phone", "phone"), ("card", "payment-card")]
)
def test_details_are_seen_in_most_of_the_ways_to_write_them(kind: str, code: str) -> None:
    texts = phrases(f"{FOLDER}/{kind}")
    assert share_seen(kind, texts, lambda text: code in codes(text)) >= SEEN_MIN


def test_doses_dates_values_and_codes_are_left_alone() -> None:
    assert [text for text in phrases(f"{FOLDER}/none") if codes(text)] == []
