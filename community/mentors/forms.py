"""The form with which moderators ask somebody, or end it."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise
from community.moderation.decisions.forms import NAME_NOBODY

WORDS_MAX = 1_000  # characters: a letter of half a page


class MentorForm(forms.Form):
    """What the moderator writes with it."""

    words = forms.CharField(
        label="Your words to them",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="They are sent with the letter. " + NAME_NOBODY,
    )

    def __init__(self, *args: Any, action: str, label: str, do: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.form_action = action
        button = StrictButton(label, type="submit", name="do", value=do, css_class="btn-primary")
        self.helper.layout = Layout("words", FormActions(button))

    def clean_words(self) -> str:
        """Too many come back whole."""
        words = normalise(self.cleaned_data["words"]).strip()
        if len(words) > WORDS_MAX:
            raise forms.ValidationError(
                f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words
