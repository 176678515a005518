"""No text, whatever somebody made it for, keeps a step busy."""

import gc
import time
from collections.abc import Callable

import pytest

from community.screening.learned.learning import learn
from community.screening.pipeline import STEPS
from community.screening.records import Context, Submission, Term
from community.screening.rules import repetition

LENGTH = 10_000  # characters, the longest post
# A text four times as long may take so many times as long: 4 where time grows with the length,
# 16 where it grows with its square. What takes less than `LITTLE` is not worth a ratio.
SHORTER = 4
GROWTH_MAX = 10
LITTLE = 0.1  # seconds; a step may take one
TURNS = 3  # the quickest counts: others may be at work on the machine

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
    "null eins ", "1 then ", "double ", "my gmail ", "a_a gmail ", "a1 at ", "the @ a.com then ",
    "squiggle before a.com ", "a malpa a kropka ", "name a provider ", "a[b]@", "call 123 456, ",
]  # fmt: skip

LEARNED = learn([("buy a.com 1 !! dr a", True)] * 200 + [("i slept badly", False)] * 200)


@pytest.fixture(autouse=True)
def no_garbage_is_collected():
    """The heap of the whole suite is no business of a step."""
    gc.disable()
    yield
    gc.enable()


def seconds(work: Callable[[], object], turns: int = TURNS) -> float:
    """What a piece of work takes at best, in seconds of the processor."""
    taken = []
    for _ in range(turns):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def assert_grows_with_length(work: Callable[[int], Callable[[], object]], name: str) -> None:
    """`work(length)` gives what is to be done with a text of so many characters."""
    if seconds(work(LENGTH), turns=1) > LITTLE:
        long = seconds(work(LENGTH))
        assert long < GROWTH_MAX * seconds(work(LENGTH // SHORTER)), name


def test_twenty_long_texts_are_compared_quickly():
    """Each differs from the others, so that nothing is decided at the first glance."""
    texts = [" ".join(f"word{(n * step) % 997}" for n in range(1_200)) for step in range(1, 22)]

    def compare(length):
        context = Context(recent_texts=tuple(text[:length] for text in texts[1:]))
        return lambda: repetition.check(Submission(texts[0][:length]), context)

    assert_grows_with_length(compare, "repetition")


@pytest.mark.parametrize("seed", SEEDS)
def test_ten_thousand_hostile_characters_take_no_step_long(seed):
    terms = (Term("viagra"), Term("v i a"))

    def screen(step):
        def at(length):
            text = (seed * length)[:length]
            context = Context(recent_texts=(text,) * 5, blocked_terms=terms, spam_model=LEARNED)
            submission = Submission(text, author_name=text[:60])
            return lambda: step.check(submission, context)

        return at

    for step in STEPS:
        assert_grows_with_length(screen(step), step.name)
