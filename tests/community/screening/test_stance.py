"""Questions and quotations."""

import pytest

from community.screening.folded import Folded
from community.screening.records import Submission
from community.screening.stance import is_asked, is_quoted


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Does it help?", True),
        ("Does it help ?!", True),
        ('"Does it help?"', True),
        ("(Does it help)?", True),
        ("It helps. Why?", False),
        ("It helps", False),
    ],
)
def test_a_question_mark_belongs_to_the_sentence_before_it(text, asked):
    submission = Submission(text)
    assert is_asked(submission.plain_sentences[0], submission.folded) is asked


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "stop it" to me', True),
        ("She said \u201cstop it\u201d to me", True),
        ("> please stop", True),
        ('"No" said I, so stop', False),
        ("> no\nso stop", False),
        ("so stop", False),
        ('"Everybody should stop taking it', False),
        ('My 17" screen is fine, so stop it', False),
        ('"No, said I, and stop\nthere was more"', False),
    ],
)
def test_what_stands_in_quotation_marks_or_behind_an_arrow_is_quoted(text, quoted):
    assert is_quoted(text.index("stop"), Folded.of(text)) is quoted
