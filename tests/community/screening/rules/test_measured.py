"""Recall and false alarms on own-written phrases. With `-s` the figures are printed."""

import pytest

from community.screening.pipeline import screen
from community.screening.reasons import Code
from community.screening.records import Context, Submission
from community.screening.rules import (
    contact,
    cure_claims,
    hidden_text,
    links,
    personal,
    recruiting,
    repetition,
    selling,
    shouting,
    treatment_advice,
)
from tests.screened_phrases import HALVES, PHRASES, pairs, phrases, share_seen

RECALL_MIN = 0.95  # of plain details
FALSE_ALARMS_MAX = 0.02  # of ordinary phrases
WORDING_RECALL_MIN = 0.75  # of plain wording, which people find ever new words for
WORDING_FALSE_ALARMS_MAX = 0.03
PROVEN = Context(approved_posts=9)
PERSONAL = ("address", "birth_date", "national_number", "record_number")
CONTACT = {"email": Code.EMAIL, "phone": Code.PHONE, "card": Code.PAYMENT_CARD}
OTHERS = {"hidden_text": hidden_text, "shouting": shouting, "links": links}
WORDING = {
    "treatment_advice": treatment_advice,
    "cure_claims": cure_claims,
    "selling": selling,
    "recruiting": recruiting,
}
# A link of a new author, or a fourth one, is held for its number, whatever its name.
LINK_CODES = {Code.DISGUISED_LINK, Code.LOOK_ALIKE_LINK, Code.SHORT_LINK}


def sees(rule):
    def is_seen(text):
        return any(
            rule is not links or reason.code in LINK_CODES
            for reason in rule.check(Submission(text), PROVEN)
        )

    return is_seen


def is_a_copy(pair):
    earlier, later = pair
    return bool(repetition.check(Submission(later), Context(recent_texts=(earlier,))))


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", PERSONAL)
def test_plain_personal_details_are_seen(kind, half):
    name = f"personal/{kind}_{half}"
    assert share_seen(name, phrases(name), sees(personal)) >= RECALL_MIN


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", CONTACT)
def test_contact_details_are_seen_for_what_they_are(kind, half):
    name = f"contact/{kind}_{half}"

    def is_seen(text):
        reasons = contact.check(Submission(text), PROVEN)
        return CONTACT[kind] in [reason.code for reason in reasons]

    assert share_seen(name, phrases(name), is_seen) >= RECALL_MIN


@pytest.mark.parametrize("half", HALVES)
def test_the_numbers_of_an_illness_are_no_contact_details(half):
    name = f"contact/silent_{half}"
    assert share_seen(name, phrases(name), sees(contact)) <= FALSE_ALARMS_MAX / 2


@pytest.mark.parametrize("half", HALVES)
def test_doses_dates_and_values_are_no_personal_details(half):
    name = f"personal/harmless_{half}"
    assert share_seen(name, phrases(name), sees(personal)) <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("rule", OTHERS)
def test_what_a_rule_is_for_is_seen(rule, half):
    name = f"{rule}/seen_{half}"
    assert share_seen(name, phrases(name), sees(OTHERS[rule])) >= RECALL_MIN


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("rule", OTHERS)
def test_what_only_looks_alike_is_left_alone(rule, half):
    name = f"{rule}/silent_{half}"
    assert share_seen(name, phrases(name), sees(OTHERS[rule])) <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("rule", WORDING)
def test_most_plain_wording_is_seen(rule, half):
    name = f"{rule}/seen_{half}"
    assert share_seen(name, phrases(name), sees(WORDING[rule])) >= WORDING_RECALL_MIN


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("rule", WORDING)
def test_stories_questions_and_news_in_the_same_words_are_left_alone(rule, half):
    name = f"{rule}/silent_{half}"
    assert share_seen(name, phrases(name), sees(WORDING[rule])) <= WORDING_FALSE_ALARMS_MAX


@pytest.mark.parametrize("rule", WORDING)
def test_the_harmless_phrases_of_other_steps_are_left_alone(rule):
    files = [*PHRASES.glob("*/silent_*.txt"), *PHRASES.glob("harmless_*.txt")]
    names = [str(file.relative_to(PHRASES).with_suffix("")) for file in files]
    texts = [text for name in names for text in phrases(name)]
    assert share_seen(f"{rule}, of all", texts, sees(WORDING[rule])) <= FALSE_ALARMS_MAX / 4


@pytest.mark.parametrize("half", HALVES)
def test_a_text_with_a_few_words_changed_added_or_moved_is_the_same(half):
    name = f"repetition/seen_{half}"
    assert share_seen(name, pairs(name), is_a_copy) >= RECALL_MIN


@pytest.mark.parametrize("half", HALVES)
def test_two_honest_posts_about_one_thing_are_not_the_same(half):
    name = f"repetition/silent_{half}"
    assert share_seen(name, pairs(name), is_a_copy) <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("half", HALVES)
def test_ordinary_sentences_of_a_proven_member_appear_at_once(half):
    name = f"ordinary_{half}"

    def is_held(text):
        return screen(Submission(text, "Alice"), PROVEN).verdict != "allow"

    assert share_seen(name, phrases(name), is_held) <= FALSE_ALARMS_MAX


def test_the_sets_are_large_and_no_phrase_is_in_two_files():
    files = [file for file in PHRASES.rglob("*.txt") if file.parent != PHRASES]
    files += PHRASES.glob("ordinary_*.txt")
    texts = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(texts) == len(set(texts))
    assert len(phrases("ordinary_tuned") + phrases("ordinary_held_out")) >= 200
    for folder in (*OTHERS, *WORDING, "repetition", "personal"):
        for kind in ("seen", "silent") if folder != "personal" else ("address", "harmless"):
            found = [f"{folder}/{kind}_{half}" for half in HALVES]
            assert sum(len(phrases(name)) for name in found) >= 40, found
