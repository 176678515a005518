"""What was learned is judged on the phrases of a hand that it was not learned from.

With `-s` the figures are printed. `manage.py learn_wording --measure` prints those of every hand.
"""

import pytest

from community.screening.records import Submission
from community.screening.rules import crisis, red_flags
from community.screening.worded import lessons
from community.screening.worded.concepts import Concepts
from community.screening.worded.scoring import Learned, learned
from community.screening.worded.weights import file_of
from tests.screened_phrases import PHRASES, share_seen

FIND = {"crisis": crisis.find, "red_flags": red_flags.find}
BYTES_MAX = 200_000  # of each file of weights: it is read when the first post comes
# One of the hands with the most phrases; its own are left out of what is learned.
HAND = {"crisis": "b", "red_flags": "c"}
SEEN_MIN = {"crisis": 0.6, "red_flags": 0.8}
FALSE_ALARMS_MAX = 0.05


@pytest.mark.parametrize("subject", lessons.SUBJECTS)
def test_the_weights_are_those_that_the_phrases_teach(subject: str) -> None:
    changed = f"phrases or kinds of words were changed: run manage.py learn_wording ({subject})"
    assert learned(subject).weights.digest == lessons.digest(PHRASES, subject), changed
    assert file_of(subject).stat().st_size < BYTES_MAX


@pytest.mark.parametrize("subject", lessons.SUBJECTS)
def test_a_hand_that_nothing_was_learned_from_is_seen_and_rarely_alarms(subject: str) -> None:
    hand = HAND[subject]
    weights = lessons.learn_from(PHRASES, subject, without=hand)
    score = Learned(Concepts(subject), weights)

    def is_seen(text: str) -> bool:
        return bool(FIND[subject](Submission(text), score))

    seen, harmless = (of(PHRASES, subject, hand) for of in (lessons.dangerous, lessons.harmless))
    assert share_seen(f"{subject}, danger, hand {hand}", seen, is_seen) >= SEEN_MIN[subject]
    alarms = share_seen(f"{subject}, harmless, hand {hand}", harmless, is_seen)
    assert alarms <= FALSE_ALARMS_MAX


@pytest.mark.parametrize("subject", lessons.SUBJECTS)
def test_what_is_harmless_for_one_subject_is_so_for_the_other(subject: str) -> None:
    other = lessons.OTHER[subject]
    texts = [text for hand in lessons.HANDS for text in lessons.harmless(PHRASES, other, hand)]

    def is_seen(text: str) -> bool:
        return bool(FIND[subject](Submission(text), learned(subject)))

    assert share_seen(f"{subject}, harmless of {other}", texts, is_seen) <= FALSE_ALARMS_MAX / 2


@pytest.mark.parametrize("subject", lessons.SUBJECTS)
def test_ordinary_sentences_raise_hardly_an_alarm_alone_or_ten_in_a_post(subject: str) -> None:
    texts = lessons._lines(PHRASES, "ordinary_*")
    posts = [" ".join(texts[start::20]) for start in range(20)]

    def is_seen(text: str) -> bool:
        return bool(FIND[subject](Submission(text), learned(subject)))

    assert share_seen(f"{subject}, ordinary", texts, is_seen) <= FALSE_ALARMS_MAX / 5
    assert share_seen(f"{subject}, ten ordinary together", posts, is_seen) <= FALSE_ALARMS_MAX
