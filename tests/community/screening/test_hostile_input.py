"""No text, whatever somebody made it for, keeps a step busy."""

import time

import pytest

from community.screening.pipeline import STEPS
from community.screening.records import Context, Submission, Term

LENGTH = 10_000  # characters, the longest post
SECONDS = 1.0  # generous: on a quiet machine each takes less than a fifth of it

SEEDS = [
    "a", " ", "1", "1 ", "1-", "+1 ", "(", "0 ", "1/1/", ".", "a.", "@", "a@", "a at ", "a dot ",
    "a-", "k*", "'", "a'", "don't ", "a!", "e.com ", "www.", "http://", "one ", "v i a g r a ",
    "i ", "not ", "really ", "want to ", "i want to die ", "kill myself ", "i wish i just ",
    "my brother ", "he said ", "i took too many ", "if i ", "no one ", "e\u0301", "\u200b", "é",
    "(at)", "[dot]", "double oh ", "4111 ", "xn--", "1.", "pills and ", "i do not think i ",
]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_hostile_characters_take_no_step_long(seed):
    text = (seed * LENGTH)[:LENGTH]
    context = Context(recent_texts=(text,) * 5, blocked_terms=(Term("viagra"), Term("v i a")))
    submission = Submission(text, author_name=text[:60])
    for step in STEPS:
        began = time.process_time()
        step.check(submission, context)
        assert time.process_time() - began < SECONDS, step.name
