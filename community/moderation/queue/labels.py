"""Why a comment waits, in words that fit a line and in words that explain. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from community.screening.reasons import Code, explain

LABELS: dict[str, str] = {
    Code.CRISIS: "Crisis words",
    Code.RED_FLAG: "Needs a doctor?",
    Code.LINKS: "Links",
    Code.SHORT_LINK: "Shortened link",
    Code.DISGUISED_LINK: "Disguised link",
    Code.LOOK_ALIKE_LINK: "Look-alike link",
    Code.EMAIL: "E-mail address",
    Code.PHONE: "Phone number",
    Code.PAYMENT_CARD: "Payment card",
    Code.ADDRESS: "Address",
    Code.BIRTH_DATE: "Birth date",
    Code.NATIONAL_NUMBER: "National number",
    Code.RECORD_NUMBER: "Record number",
    Code.SAME_TEXT: "Same text again",
    Code.REPEATED_PHRASE: "One phrase over and over",
    Code.BLOCKED_WORD: "Listed word",
    Code.TREATMENT_ADVICE: "Treatment advice",
    Code.CURE_CLAIM: "Cure",
    Code.SELLING: "Selling",
    Code.RECRUITING: "Study or survey",
    Code.SPAM_SCORE: "Like advertising",
    Code.PACE: "Many posts quickly",
    Code.HIDDEN_TEXT: "Hidden text",
    Code.SHOUTING: "Capitals or rows of marks",
    Code.FIRST_POST: "First post",
    Code.NEW_AUTHOR: "New here",
    Code.TRUST_PAUSED: "Rejections lately",
    Code.PRE_MODERATED: "Read first",
    Code.BLANKED: "Had words blanked",
    Code.FLAGGED: "Flagged",
    Code.STEP_FAILED: "Check failed",
}
# Reasons that look the same to everybody else in the list, but must not be missed.
NEEDS_CARE = frozenset({Code.CRISIS, Code.RED_FLAG})
WORDS_SHOWN = 6  # the rest is marked in the text

Stored = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Badge:
    """A reason in two or three words."""

    label: str
    needs_care: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """A reason with everything a moderator should know about it; `more` words are not listed."""

    code: str
    badge: Badge
    words: tuple[str, ...]
    more: int
    detail: str
    explanation: str


def badge(code: str, *, is_guest: bool = False) -> Badge:
    """The badge of a code, also of one that an older version stored."""
    if code == Code.NEW_AUTHOR and is_guest:
        return Badge("Guest")
    label = LABELS.get(code) or code.replace("-", " ").capitalize()
    return Badge(label, code in NEEDS_CARE)


def badges(reasons: Iterable[Stored], *, is_guest: bool) -> list[Badge]:
    """One badge a reason, in the order in which screening gave them."""
    return [badge(reason["code"], is_guest=is_guest) for reason in reasons]


def explained(reasons: Iterable[Stored], *, is_guest: bool) -> list[Explained]:
    """The reasons with words, facts and explanations."""
    return [explain_one(reason, is_guest) for reason in reasons]


def explain_one(reason: Stored, is_guest: bool) -> Explained:
    """One reason."""
    words: Sequence[str] = reason.get("words", ())
    return Explained(
        code=reason["code"],
        badge=badge(reason["code"], is_guest=is_guest),
        words=tuple(words[:WORDS_SHOWN]),
        more=max(0, len(words) - WORDS_SHOWN),
        detail=reason.get("detail", ""),
        explanation=explain(reason["code"]).moderator,
    )
