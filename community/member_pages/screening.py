"""What screening says about a line of a member's page. Nobody reads such lines before they appear.

So there is no queue for them: a line that somebody would have to read comes back to its writer
with what to change. Words of danger are never given back: they are kept for the writer alone.
"""

from dataclasses import dataclass, replace

from community.members.models import Member
from community.screening.pipeline import screen
from community.screening.reasons import NUDGES, Code
from community.screening.records import Outcome, Reason
from community.threads.posting.submissions import screening_input

# Say something about the writer, and nothing about the line.
ABOUT_THE_WRITER = frozenset(
    {Code.FIRST_POST, Code.NEW_AUTHOR, Code.TRUST_PAUSED, Code.PRE_MODERATED, Code.PACE}
)
# Who discloses an interest has to say for whom they work, and what that sells.
OF_AN_INTEREST = frozenset({Code.SELLING, Code.RECRUITING, Code.SPAM_SCORE})
DANGER = frozenset({Code.CRISIS, Code.RED_FLAG})
LINKS = frozenset({Code.LINKS, Code.SHORT_LINK, Code.DISGUISED_LINK, Code.LOOK_ALIKE_LINK})


@dataclass(frozen=True)
class Look:
    """What was seen in a line: danger, and what to change before it can stand on the page."""

    danger: frozenset[str] = frozenset()
    changes: tuple[str, ...] = ()


def look_at_line(member: Member, words: str, *, is_interest: bool = False) -> Look:
    """Screen a line as the words of somebody of whom nothing is known, so that no link passes."""
    submission, known = screening_input(member, words, ())
    context = replace(known, approved_posts=0)
    passed_over = ABOUT_THE_WRITER | (OF_AN_INTEREST if is_interest else frozenset())
    reasons = [
        reason
        for reason in screen(submission, context).reasons
        if reason.code not in passed_over and is_about_the_line(reason)
    ]
    danger = frozenset(reason.code for reason in reasons if reason.code in DANGER)
    return Look(danger) if danger else Look(changes=tuple(map(what_to_change, reasons)))


def is_about_the_line(reason: Reason) -> bool:
    """Whether something was seen in these words, and not in the name, or could not be looked for."""
    if reason.code == Code.STEP_FAILED:
        return True
    return reason.outcome is not Outcome.ALLOW and bool(reason.spans)


def what_to_change(reason: Reason) -> str:
    """What the writer is told about one reason."""
    seen = ", ".join(f"“{words}”" for words in reason.words[:3])
    if reason.code == Code.STEP_FAILED:
        return "One of our checks did not finish, which is our fault. Please save it once more."
    if reason.code in LINKS:
        return f"Links have no place in this line: {seen}. Please leave them out."
    if reason.code == Code.TREATMENT_ADVICE:
        return f"This seems to advise others about a treatment: {seen}. Please say what you did yourself."
    if reason.code in NUDGES:
        return (
            f"This seems to hold {NUDGES[reason.code]}: {seen}. Whoever opens your page could read "
            "it, for years. Please take it out."
        )
    return (
        f"Somebody of the team would want to read this first: {seen}. Nobody reads these lines "
        "before they appear, so please say it in other words."
    )
