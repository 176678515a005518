"""The forms around a question."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from articles.ask.wording import QUESTION_MAX, read_question
from common.text import normalise, one_line

EMPTY = "Please enter your question."
TOO_LONG = (
    "Your question is a little long: {length:,} characters, and {limit:,} can be read. "
    "Please ask for one thing at a time."
)
NO_WORDS = "Please ask in a few words what you would like to know."


class QuestionForm(forms.Form):
    """One question. Its field takes more than is allowed, so that nothing pasted is cut off."""

    question = forms.CharField(
        label="Your question",
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": EMPTY},
        help_text="For example: does warm water help people with fibromyalgia?",
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = True  # readers have no cookie; see config/origin_guard.py
        self.helper.layout = Layout(
            "question",
            Div(
                HTML('<button class="btn btn-primary" type="submit">Ask the archive</button>'),
                css_class="actions",
            ),
        )

    def clean_question(self) -> str:
        text = one_line(normalise(self.cleaned_data["question"]))
        if not text:
            raise forms.ValidationError(EMPTY)
        if len(text) > QUESTION_MAX:
            raise forms.ValidationError(TOO_LONG.format(length=len(text), limit=QUESTION_MAX))
        if not read_question(text).order:
            raise forms.ValidationError(NO_WORDS)
        return text
