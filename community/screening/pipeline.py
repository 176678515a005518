"""The ordered steps of screening, and what becomes of their reasons."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from community.screening.reasons import Code
from community.screening.records import ORDER, Context, Outcome, Reason, Submission, Verdict
from community.screening.rules import (
    blocked_words,
    contact,
    crisis,
    cure_claims,
    hidden_text,
    links,
    new_author,
    pace,
    personal,
    read_first,
    recruiting,
    red_flags,
    repetition,
    selling,
    shouting,
    spam_score,
    treatment_advice,
)

logger = logging.getLogger(__name__)

# The longest text takes each step a small part of this even on a slow machine. A step that
# needs more has met something it was not made for, and a person should look.
STEP_SECONDS_MAX = 1.0


# Whoever writes these may be in danger: their words are kept, and they are shown whom to call.
NEVER_REFUSED = frozenset({Code.CRISIS, Code.RED_FLAG})


@dataclass(frozen=True, slots=True)
class Step:
    """A named check. It must be pure: the same submission and context, the same reasons."""

    name: str
    check: Callable[[Submission, Context], tuple[Reason, ...]]


# Crisis first: whatever happens to a later step, the person in danger has been seen.
STEPS: tuple[Step, ...] = (
    Step("crisis", crisis.check),
    Step("red_flags", red_flags.check),
    Step("contact", contact.check),
    Step("personal", personal.check),
    Step("links", links.check),
    Step("hidden_text", hidden_text.check),
    Step("treatment_advice", treatment_advice.check),
    Step("cure_claims", cure_claims.check),
    Step("selling", selling.check),
    Step("recruiting", recruiting.check),
    Step("blocked_words", blocked_words.check),
    Step("spam_score", spam_score.check),
    Step("repetition", repetition.check),
    Step("shouting", shouting.check),
    Step("pace", pace.check),
    Step("read_first", read_first.check),
    Step("new_author", new_author.check),
)


def screen(submission: Submission, context: Context, steps: tuple[Step, ...] = STEPS) -> Verdict:
    """Run every step and return the verdict. Never raises: what fails is held for a person.

    A reason that asks for nothing is a note for the moderator, and dropped when nobody will read it.
    """
    reasons = tuple(reason for step in steps for reason in _run(step, submission, context))
    outcome = _outcome(reasons)
    return Verdict(outcome, reasons if outcome is not Outcome.ALLOW else ())


def _outcome(reasons: tuple[Reason, ...]) -> Outcome:
    """Take the worst outcome. Words of danger never lead to a refusal, whatever else was seen."""
    worst = max((reason.outcome for reason in reasons), key=ORDER.index, default=Outcome.ALLOW)
    if any(reason.code in NEVER_REFUSED for reason in reasons):
        return Outcome.HOLD
    return worst


def _run(step: Step, submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Run one step; add "step-failed" when it raises or was too slow.

    The time is taken afterwards: Python cannot stop a running match, so the rules themselves
    are linear in the length of the text, and the suite tries each on hostile input. It is that of
    the processor: on a busy machine nobody's post waits for a moderator because others had their turn.
    """
    began = time.thread_time()
    try:
        reasons = step.check(submission, context)
    except Exception as error:  # noqa: BLE001  whatever it is, the post must not be lost
        _log_failure(step, error)
        return (Reason(Code.STEP_FAILED, detail=step.name),)
    seconds = time.thread_time() - began
    if seconds > STEP_SECONDS_MAX:
        logger.error("Screening step %s took %.1f s.", step.name, seconds)
        return (*reasons, Reason(Code.STEP_FAILED, detail=step.name))
    return reasons


def _log_failure(step: Step, error: Exception) -> None:
    """Log where a step failed, without the message: it could repeat what a patient wrote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals['__name__']}, line {trace.tb_lineno}" if trace else "?"
    logger.error("Screening step %s failed: %s at %s.", step.name, type(error).__name__, place)
