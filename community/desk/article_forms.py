"""Small forms on the page of an article: notes to readers, and a time to be published."""

from datetime import UTC, datetime
from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from common.text import normalise
from community.desk.forms import NOTE_MAX, SHORT, at_most, button


class NoteForm(forms.Form):
    """A note that readers will see."""

    note = forms.CharField(widget=forms.Textarea(attrs=SHORT))

    def __init__(self, *args: Any, do: StrictButton, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.include_media = False
        self.helper.layout = Layout("note", FormActions(do))

    def clean_note(self) -> str:
        note = normalise(self.cleaned_data["note"]).strip()
        if not note:
            raise forms.ValidationError(self.fields["note"].error_messages["required"])
        return at_most(NOTE_MAX, note, "A note")


class WithdrawForm(NoteForm):
    """Why readers can no longer read an article."""

    note = forms.CharField(
        label="What readers will see in its place",
        widget=forms.Textarea(attrs=SHORT),
        help_text="A sentence or two: what was wrong, and where to read on.",
        error_messages={"required": "Please say why. Readers see it in place of the text."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        do = button("do", "withdraw", "Withdraw the article", "btn-care")
        # Two forms with a note stand on one page.
        super().__init__(*args, do=do, auto_id="withdraw_%s", **kwargs)
        self.helper.form_id = "withdraw-form"


class CorrectForm(NoteForm):
    """What was wrong in an article, and what is right."""

    note = forms.CharField(
        label="What was corrected",
        widget=forms.Textarea(attrs=SHORT),
        help_text="Readers see it above the text, with today's date. Change the words with “Edit it”.",
        error_messages={"required": "Please say what was wrong and what is right."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        do = button("do", "correct", "Put this note on the page", "btn-primary")
        # Two forms with a note stand on one page.
        super().__init__(*args, do=do, auto_id="correct_%s", **kwargs)
        self.helper.form_id = "correct-form"


TIME_FORMAT = "%Y-%m-%dT%H:%M"


class TimeField(forms.DateTimeField):
    """A moment in UTC that is still to come."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=TIME_FORMAT)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=[TIME_FORMAT, "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"],
            error_messages={
                "invalid": "Please write the time like 2026-11-20 08:30.",
                "required": "Please say when.",
            },
            **kwargs,
        )


def clean_time(at: datetime | None) -> datetime:
    """A time that is still to come."""
    if at is None:
        raise forms.ValidationError("Please say when.")
    at = at.replace(tzinfo=UTC) if timezone.is_naive(at) else at
    if at <= timezone.now():
        raise forms.ValidationError("This time is over. Please choose one that is still to come.")
    return at


class ScheduleForm(forms.Form):
    """When a draft is published by itself."""

    publish_at = TimeField(label="Publish at (UTC)")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_id = "schedule-form"
        self.helper.include_media = False
        self.helper.layout = Layout(
            "publish_at", FormActions(button("do", "schedule", "Publish at this time"))
        )

    def clean_publish_at(self) -> datetime:
        return clean_time(self.cleaned_data["publish_at"])
