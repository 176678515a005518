"""What goes into screening and what comes out of it. Plain values, nothing of Django."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from community.screening.crisis.reading import Sentence, sentences
from community.screening.folded import Folded, Span, merged
from community.screening.learned.model import Model
from community.screening.plain_words import plain
from community.screening.reasons import NUDGES, Code, explain

POSTS_THAT_EARN_TRUST = 2  # approved ones; the second shows that the first was no accident
# A moderator needs to see where to look, not every one of a thousand places.
MARKED_PLACES_MAX = 50


class Outcome(StrEnum):
    """What a step asks for, and what the verdict says. Worse ones sort later in `ORDER`."""

    ALLOW = "allow"
    HOLD = "hold"
    REFUSE = "refuse"


ORDER = (Outcome.ALLOW, Outcome.HOLD, Outcome.REFUSE)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that staff want held (or, their choice, given back to the writer)."""

    term: str
    outcome: Outcome = Outcome.HOLD


@dataclass(frozen=True)
class Submission:
    """What somebody wants to post. `text` is what they typed, at most 10,000 characters."""

    text: str
    author_name: str = ""
    is_guest: bool = False

    @cached_property
    def folded(self) -> Folded:
        return Folded.of(self.text)

    @cached_property
    def folded_name(self) -> Folded:
        return Folded.of(self.author_name)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The text read once for all the steps that look at wording."""
        return tuple(sentences(self.folded))

    @cached_property
    def plain_sentences(self) -> tuple[Sentence, ...]:
        """The same for the steps to which one medicine, or number, is like another."""
        return tuple(plain(sentence) for sentence in self.sentences if not sentence.is_pair)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a submission, and the values that staff can set.

    `recent_texts` and `posts_last_10_minutes` are those of the same account, or, for a guest,
    of the same network. `own_hosts` are the names of this site: links to them are not links out.
    `public_numbers` are the digits of help lines, which anybody may pass on.
    `spam_model` is what was learned from the moderators' decisions, None where nothing was. `reads_first`
    says that a moderator asked to read the posts of this thread or person first. `trust_paused_until` is
    the time until which the author's posts are read first because too many were rejected lately.
    """

    approved_posts: int = 0
    posts_that_earn_trust: int = POSTS_THAT_EARN_TRUST
    recent_texts: tuple[str, ...] = ()
    posts_last_10_minutes: int = 0
    posts_per_10_minutes: int = 5  # a lively exchange stays below, a flood does not
    blocked_terms: tuple[Term, ...] = ()
    own_hosts: tuple[str, ...] = ()
    public_numbers: frozenset[str] = frozenset()
    spam_model: Model | None = None
    reads_first: bool = False
    trust_paused_until: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a post is held or refused.

    `words` are exactly as written, `spans` their places in the submission's text (start, end);
    words from the author's name have no span. `detail` is a short fact that is not in the text.
    """

    code: Code
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    outcome: Outcome = Outcome.HOLD
    detail: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "code": str(self.code),
            "words": list(self.words),
            "spans": [list(span) for span in self.spans],
            "outcome": str(self.outcome),
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of all steps. `urgency` orders the queue, highest first."""

    verdict: Outcome
    reasons: tuple[Reason, ...] = ()

    @property
    def urgency(self) -> int:
        return max((explain(reason.code).urgency for reason in self.reasons), default=0)

    @property
    def shows_help_lines(self) -> bool:
        return any(reason.code is Code.CRISIS for reason in self.reasons)

    @property
    def shows_emergency_number(self) -> bool:
        return any(reason.code is Code.RED_FLAG for reason in self.reasons)

    @property
    def asks_writer(self) -> bool:
        """Whether to ask before posting. Never of somebody who may be in danger."""
        if self.shows_help_lines or self.shows_emergency_number:
            return False
        return any(reason.code in NUDGES for reason in self.reasons)

    def as_json(self) -> dict[str, Any]:
        return {
            "verdict": str(self.verdict),
            "reasons": [reason.as_json() for reason in self.reasons],
            "urgency": self.urgency,
            "shows_help_lines": self.shows_help_lines,
            "shows_emergency_number": self.shows_emergency_number,
        }


def reason_for(
    code: Code, submission: Submission, spans: list[Span], names: list[Span] | None = None
) -> tuple[Reason, ...]:
    """Make the reason for what a rule saw in the text and in the author's name, if anything.

    Both lists hold places in the originals, not in the folded texts.
    """
    seen = merged(spans)[:MARKED_PLACES_MAX]
    in_name = merged(names or ())[:MARKED_PLACES_MAX]
    words = [submission.text[start:end] for start, end in seen]
    words += [submission.author_name[start:end] for start, end in in_name]
    return (Reason(code, tuple(dict.fromkeys(words)), seen),) if words else ()
