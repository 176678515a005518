"""Every reason has words for both readers, and they blame nobody."""

import re

import pytest

from community.screening.reasons import EXPLANATIONS, URGENCY_CRISIS, Code, explain

BLAME = re.compile(
    r"\b(?:you (?:must|should|broke|violated|may not)|forbidden|spam|rule-?break\w*)\b|!"
)


@pytest.mark.parametrize("code", Code)
def test_every_code_has_words_for_the_author_and_the_moderator(code):
    words = explain(code)
    assert words.author.endswith(".")
    assert words.moderator.endswith((".", "?"))


@pytest.mark.parametrize("code", Code)
def test_nothing_blames_the_author_or_shouts(code):
    assert not BLAME.search(EXPLANATIONS[code].author.casefold())


def test_the_author_of_crisis_words_reads_about_help_and_nothing_about_rules():
    words = explain("crisis").author
    assert "help lines" in words
    assert not re.search(r"\b(?:rule|word|contains|check)", words)


def test_crisis_is_the_most_urgent_of_all():
    others = [words.urgency for code, words in EXPLANATIONS.items() if code != Code.CRISIS]
    assert max(others) < URGENCY_CRISIS


def test_a_code_that_an_older_version_stored_still_reads_as_something():
    assert explain("gone-since-2031").author
