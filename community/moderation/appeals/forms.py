"""Forms of appeals: the words of who appeals, and the answer."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise
from community.moderation.decisions.forms import NAME_NOBODY

WORDS_MAX = 4_000  # characters, two pages: who was wronged may have much to say
ANSWER_MAX = 2_000  # as much as with every decision


def at_most(words: str, most: int) -> str:
    """Too many words come back whole: `max_length` would make browsers cut them off."""
    words = normalise(words)
    if len(words) > most:
        raise forms.ValidationError(
            f"Up to {most:,} characters, please; nothing you wrote is lost."
        )
    return words


class AppealForm(forms.Form):
    """Why somebody sees it otherwise."""

    words = forms.CharField(
        label="Why do you see it otherwise?",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Somebody who did not take the decision reads this, and decides anew.",
        error_messages={"required": "Please say in a few words why you see it otherwise."},
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_id = "appeal-form"
        self.helper.attrs = {"novalidate": True}
        self.helper.disable_csrf = True  # guarded by Origin, see config.origin_guard
        button = StrictButton("Send the appeal", type="submit", css_class="btn-primary")
        self.helper.layout = Layout("words", FormActions(button))

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], WORDS_MAX)


class AnswerForm(forms.Form):
    """The answer to an appeal, with reasons."""

    words = forms.CharField(
        label="Your reasons",
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="The person who appealed reads them. " + NAME_NOBODY,
        error_messages={"required": "Please say why; the person who appealed reads it."},
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.layout = Layout(
            *self.fields,
            FormActions(
                StrictButton(
                    "Reverse the decision",
                    type="submit",
                    name="answer",
                    value="reverse",
                    css_class="btn-primary",
                ),
                StrictButton("Let it stand", type="submit", name="answer", value="keep"),
            ),
        )

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)
