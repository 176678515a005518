"""The form that moves a branch."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise
from community.moderation.decisions.forms import WORDS_MAX


class MoveForm(forms.Form):
    """Where to, where it stood when the moderator looked, and a few words to the writers."""

    to = forms.CharField(widget=forms.HiddenInput)
    place = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="Everybody whose comment moves reads this, together with where it went.",
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.include_media = False
        button = StrictButton("Move it", type="submit", css_class="btn-primary")
        self.helper.layout = Layout(*self.fields, FormActions(button))

    def clean_words(self) -> str:
        """Too many come back whole."""
        words = normalise(self.cleaned_data["words"]).strip()
        if len(words) > WORDS_MAX:
            raise forms.ValidationError(
                f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words
