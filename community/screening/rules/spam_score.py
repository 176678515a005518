"""Texts whose words are like those that moderators rejected as advertising wait for one.

It counts words and knows no meaning. It learned from the decisions of this very community, shows
which words weighed most, and is silent until there were enough decisions to learn from.
"""

from community.screening.learned.scoring import score
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

SIGNS_SHOWN = 6  # the strongest say why; a list of all would say nothing


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold what is very much like advertising, with the words that weighed most."""
    model = context.spam_model
    if model is None or model.is_silent:
        return ()
    found = score(model, submission.folded, SIGNS_SHOWN)
    if found.value < model.held_from:
        return ()
    detail = (
        f"score {found.value:.2f}, learned from {model.texts:,} decisions and our first examples"
    )
    return tuple(
        Reason(reason.code, reason.words, reason.spans, reason.outcome, detail)
        for reason in reason_for(Code.SPAM_SCORE, submission, [sign.span for sign in found.signs])
    )
