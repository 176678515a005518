"""No text, whatever somebody made it for, keeps a step busy."""

import time

import pytest

from community.screening.learned.model import learn
from community.screening.pipeline import STEPS
from community.screening.records import Context, Submission, Term
from community.screening.rules import repetition

LENGTH = 10_000  # characters, the longest post
SECONDS = 1.0  # generous: on a quiet machine each takes less than a fifth of it

SEEDS = [
    "a", " ", "1", "1 ", "1-", "+1 ", "(", "0 ", "1/1/", ".", "a.", "@", "a@", "a at ", "a dot ",
    "a-", "k*", "'", "a'", "don't ", "a!", "e.com ", "www.", "http://", "one ", "v i a g r a ",
    "i ", "not ", "really ", "want to ", "i want to die ", "kill myself ", "i wish i just ",
    "my brother ", "he said ", "i took too many ", "if i ", "no one ", "e\u0301", "\u200b", "é",
    "12 a ", "12 Oak ", "12 oak lane ", "12,a ", "rue de ", "Via Roma ", "po box ", "flat 1 ", "born ",
    "born a ", "1 may ", "may 1, ", "4 May 1971 ", "dob ", "birthday is ", "123456 ", "123456-",
    "12 34 56 ", "ab12", "rssmra85", "mrn ", "mrn 1a ", "policy number ", "a 1 is my ", "ref no 1-",
    "NW1 6", "10115 ", "101 15 ", "Springfield, IL ", "Name 1, ", "postcode a1", "live in a ",
    "A", "AND ", "I ", "!", "! ", "?!", "a\u200b", "\u200d", "\u202e", "\u00ada", "\u0430a ", "\u03b1a",
    "\ufe0f", "\u0301", "\U0001d400", "\U0001d400 ", "\uff21", "\U000e0041", "nhs-uk.co ", "0x1.",
    "http://a-", "a.b.c.com/ ", "http://nhs.", "rn", "http://" + "rn-" * 60 + ".com ", "\u3002",
    "stop ", "stop the ", "medicine ", "stop your lyrica ", "you should ", "my survey ", "cure me ",
    "buy now ", "tr@madol ", "0", "@", "a@a", "t r a m ", "t-r-a-", "k*@!", "\"", "> ", "? ", "0a",
    "you study our ", "earn 5 euros ", "# ", "5mg ", "miracle ", "i. you. my. ",
    "(at)", "[dot]", "double oh ", "4111 ", "xn--", "1.", "pills and ", "i do not think i ",
    "$1,", "1,1.", "a+", "@aaa ", "a-a.", "a.com.", "buy ", "dr ", "1(",
]  # fmt: skip

LEARNED = learn([("buy a.com 1 !! dr a", True)] * 200 + [("i slept badly", False)] * 200)


def test_twenty_long_texts_are_compared_quickly():
    """Each differs from the others, so that nothing is decided at the first glance."""
    texts = [" ".join(f"word{(n * step) % 997}" for n in range(1_200)) for step in range(1, 22)]
    submission = Submission(texts[0][:LENGTH])
    context = Context(recent_texts=tuple(text[:LENGTH] for text in texts[1:]))
    began = time.process_time()
    repetition.check(submission, context)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_hostile_characters_take_no_step_long(seed):
    text = (seed * LENGTH)[:LENGTH]
    terms = (Term("viagra"), Term("v i a"))
    context = Context(recent_texts=(text,) * 5, blocked_terms=terms, spam_model=LEARNED)
    submission = Submission(text, author_name=text[:60])
    for step in STEPS:
        began = time.process_time()
        step.check(submission, context)
        assert time.process_time() - began < SECONDS, step.name
