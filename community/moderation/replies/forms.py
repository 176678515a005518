"""The form of a reply template."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise, one_line
from community.moderation.models import Decision
from community.moderation.replies.models import TITLE_MAX, ReplyTemplate

REPLY_MAX = 1_500  # characters; together with own words it must fit into a moderator's words
Ground = Decision.Ground
GROUNDS = [("", "Fits every reason"), *((g.value, g.label) for g in Ground if g != Ground.NONE)]


class ReplyForm(forms.Form):
    """A template: what it is for, and its words."""

    title = forms.CharField(
        label="Title",
        help_text="Moderators choose by it; the writer does not see it.",
        error_messages={"required": "Please give it a title, by which it is found."},
    )
    use = forms.ChoiceField(label="What it is for", choices=ReplyTemplate.Use.choices)
    ground = forms.ChoiceField(label="Reason it goes with", choices=GROUNDS, required=False)
    words = forms.CharField(
        label="Words",
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Plain and warm. Square brackets where only a person knows what to say.",
        error_messages={"required": "Please write the words."},
    )

    def __init__(self, *args: Any, action: str, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.include_media = False
        self.helper.mark_optional = False
        label = "Add it" if is_new else "Save the changes"
        buttons = [
            StrictButton(label, type="submit", name="do", value="save", css_class="btn-primary")
        ]
        if not is_new:
            buttons.append(StrictButton("Delete it", type="submit", name="do", value="delete"))
        self.helper.layout = Layout(*self.fields, FormActions(*buttons))

    def clean_title(self) -> str:
        """One line that fits a list."""
        title = one_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError("Please give it a title, by which it is found.")
        if len(title) > TITLE_MAX:
            raise forms.ValidationError(f"A title holds up to {TITLE_MAX} characters.")
        return title

    def clean_words(self) -> str:
        """Too many come back whole."""
        words = normalise(self.cleaned_data["words"]).strip()
        if len(words) > REPLY_MAX:
            raise forms.ValidationError(
                f"Up to {REPLY_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words
