"""Ten thousand hostile strings, a half through each policy, a part through the comment box."""

import pytest

from common.html import ARTICLE_POLICY, COMMENT_POLICY, comment_html, html_to_text, sanitize

COMMENT_SEEDS, ARTICLE_SEEDS = range(10), range(10, 20)
EACH = 500
SOME_SEEDS = range(20, 24)
# As many characters as a comment may have.
COMMENT_LENGTH = 10_000


@pytest.mark.parametrize("seed", COMMENT_SEEDS)
def test_a_hostile_comment_is_harmless_and_cleaning_it_again_changes_nothing(
    seed, hostile_strings, comment_offences
):
    for text in hostile_strings(seed, EACH):
        clean = sanitize(text, COMMENT_POLICY)
        assert comment_offences(clean) == [], ascii(text)
        assert sanitize(clean, COMMENT_POLICY) == clean, ascii(text)


@pytest.mark.parametrize("seed", ARTICLE_SEEDS)
def test_a_hostile_article_is_harmless_and_cleaning_it_again_changes_nothing(
    seed, hostile_strings, article_offences
):
    for text in hostile_strings(seed, EACH):
        clean = sanitize(text, ARTICLE_POLICY)
        assert article_offences(clean) == [], ascii(text)
        assert sanitize(clean, ARTICLE_POLICY) == clean, ascii(text)


@pytest.mark.parametrize("seed", SOME_SEEDS)
def test_hostile_typing_is_harmless_and_stays_so(seed, hostile_strings, comment_offences):
    for text in hostile_strings(seed, EACH):
        clean = comment_html(text[:COMMENT_LENGTH])
        assert comment_offences(clean) == [], ascii(text)
        assert sanitize(clean, COMMENT_POLICY) == clean, ascii(text)


@pytest.mark.parametrize("seed", SOME_SEEDS)
def test_hostile_html_has_a_plain_text_that_can_be_stored(seed, hostile_strings):
    for text in hostile_strings(seed, EACH):
        plain = html_to_text(text)
        assert "\x00" not in plain
        plain.encode()
