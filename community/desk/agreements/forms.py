"""The form of the next version."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise

BODY_MAX = 20_000  # characters: longer guidelines than six pages are read by nobody
CHANGES_MAX = 1_000  # characters of what changed: it stands between people and their post


def checked(words: str, most: int) -> str:
    """Normalised words; too many come back whole, with a ValidationError."""
    words = normalise(words).strip()
    if len(words) > most:
        raise forms.ValidationError(
            f"Up to {most:,} characters, please; nothing you wrote is lost."
        )
    return words


class VersionForm(forms.Form):
    """The words of the next version, and what is new in it."""

    body = forms.CharField(
        label="The text",
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text="“## ” begins a heading, “- ” an item of a list; a blank line parts paragraphs. "
        "[words](/path/) links to a page of this site.",
        error_messages={"required": "Please write the text."},
    )
    changes = forms.CharField(
        label="What changed",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="In plain words, for members. They read it before they accept the new version.",
    )
    asks = forms.BooleanField(
        label="Ask every member to accept it before they write again",
        required=False,
        help_text="For corrected spelling this is not needed; for another rule it is.",
    )

    def __init__(self, *args: Any, action: str, has_draft: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.mark_optional = False
        buttons = [
            button("Keep it as a draft", "save", ""),
            button("Publish this version", "publish", "btn-primary"),
        ]
        if has_draft:
            buttons.append(button("Throw the draft away", "discard", ""))
        self.helper.layout = Layout(*self.fields, FormActions(*buttons))

    def clean_body(self) -> str:
        return checked(self.cleaned_data["body"], BODY_MAX)

    def clean_changes(self) -> str:
        return checked(self.cleaned_data["changes"], CHANGES_MAX)


def button(label: str, do: str, kind: str) -> StrictButton:
    """A button that says what is to be done."""
    return StrictButton(label, type="submit", name="do", value=do, css_class=kind)
