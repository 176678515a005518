"""The form of a note below a comment."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise
from community.moderation.decisions.annotating import NOTE_MAX


class AnnotationForm(forms.Form):
    """A note that everybody reads below the comment. `known` marks the note that was seen."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    known = forms.CharField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label="The note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "class": "short"}),
        help_text="Everybody reads it below the comment, with your name and the date.",
    )

    def __init__(self, *args: Any, action: str, has_note: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.include_media = False
        self.helper.mark_optional = False
        label = "Change the note" if has_note else "Put it below the comment"
        buttons = [button("note", label, "btn-primary")]
        buttons += [button("remove", "Take the note away")] if has_note else []
        self.helper.layout = Layout(*self.fields, FormActions(*buttons))

    def clean_words(self) -> str:
        """Too many come back whole."""
        words = normalise(self.cleaned_data["words"]).strip()
        if len(words) > NOTE_MAX:
            raise forms.ValidationError(
                f"Up to {NOTE_MAX} characters, please; nothing you wrote is lost. "
                "A longer thought is better written as an answer."
            )
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("words") == "" and self.data.get("do") != "remove":
            self.add_error("words", "Please write the note.")
        return cleaned


def button(act: str, label: str, css_class: str = "") -> StrictButton:
    """A button of the form."""
    return StrictButton(label, type="submit", name="do", value=act, css_class=css_class)
