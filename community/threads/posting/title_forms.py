"""The title of a conversation in a form, and the form in which its opening is changed."""

from typing import Any

from crispy_forms.layout import Layout
from django import forms

from common.text import one_line
from community.threads.models import CONVERSATION_TITLE_MAX
from community.threads.posting.forms import EditForm

TITLE_TOO_LONG = (
    f"A title holds up to {CONVERSATION_TITLE_MAX} characters. "
    "Please shorten it; the text below has room for more."
)


class TitleField(forms.CharField):
    """The title of a conversation, on one line."""

    def __init__(self) -> None:
        super().__init__(
            label="Title",
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
            help_text="What it is about, in a few words, so that others find it.",
            error_messages={"required": "Please give it a title, so that others find it."},
        )

    def clean(self, value: Any) -> str:
        title = one_line(super().clean(value))
        if not title:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(title) > CONVERSATION_TITLE_MAX:
            raise forms.ValidationError(TITLE_TOO_LONG)
        return title


class OpeningEditForm(EditForm):
    """Title and text of a conversation that is there already."""

    title = TitleField()
    field_order = ["title", "comment"]

    def layout(self) -> Layout:
        edited = super().layout()
        edited.fields.insert(0, "title")
        return edited
