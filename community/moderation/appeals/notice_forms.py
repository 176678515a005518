"""The answer to an appeal against a declined notice."""

from community.moderation.appeals.forms import AnswerForm
from community.moderation.notices.forms import TakingForm


class TakingAnswerForm(AnswerForm, TakingForm):
    """The answer, and how the comment is taken away if the decision is reversed."""
