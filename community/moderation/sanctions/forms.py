"""Forms of what is decided about a person or a thread."""

from datetime import datetime, timedelta
from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from articles.models import Topic
from community.moderation.appeals.forms import ANSWER_MAX, at_most
from community.moderation.decisions.forms import GROUNDS
from community.moderation.sanctions.models import Sanction
from community.threads.models import Thread

Kind, Mode = Sanction.Kind, Thread.Mode

KINDS = [
    (Kind.WARN, "Warn: they confirm that they read your words before they write again"),
    (Kind.SLOW, "Slow down: ten minutes between two comments"),
    (Kind.READ_FIRST, "Read first: a moderator reads each comment before it appears"),
    (Kind.PAUSE, "Pause: they cannot write until it ends"),
    (Kind.BAN, "Ban: they can no longer write"),
]
MODES = [
    (Mode.OPEN, "Open"),
    (Mode.SLOW, "Slow down: ten minutes between two comments of one person"),
    (Mode.READ_FIRST, "Read first: a moderator reads each comment before it appears"),
    (Mode.CLOSED, "Close: no new comments"),
]
DAYS = [
    ("", "Until somebody changes it"),
    ("1", "A day"),
    ("3", "3 days"),
    ("7", "A week"),
    ("30", "A month"),
]


class SanctionForm(forms.Form):
    """What to do about a person, and why."""

    kind = forms.ChoiceField(
        label="What to do",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what to do."},
    )
    days = forms.ChoiceField(label="For how long", choices=DAYS, required=False)
    ground = forms.ChoiceField(
        label="Reason",
        choices=GROUNDS,
        error_messages={"required": "Please choose a reason. The person will be told."},
    )
    words = forms.CharField(
        label="In your own words",
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="The person reads this, and can appeal.",
        error_messages={"required": "Please say it in your own words; the person reads it."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(self, "sanction", "Decide, and tell the person", "btn-care")

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)

    def clean(self) -> dict[str, Any]:
        """A pause needs an end; a warning and a ban have none."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Kind.PAUSE and not cleaned.get("days"):
            self.add_error("days", "Please choose when the pause ends.")
        if cleaned.get("kind") in (Kind.WARN, Kind.BAN):
            cleaned["days"] = ""
        return cleaned

    def decided(self) -> dict[str, Any]:
        """What the action needs besides the people."""
        given = dict(self.cleaned_data)
        until = end_of(given.pop("days"))
        return {**given, "until": until}


class LiftForm(forms.Form):
    """End everything that holds about a person."""

    words = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "lift_%s")
        super().__init__(*args, **kwargs)
        self.helper = one_button(self, "lift", "Lift it, and tell the person", "btn-primary")

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)


class ModeForm(forms.Form):
    """How a thread takes comments."""

    mode = forms.ChoiceField(
        label="New comments", choices=MODES, widget=forms.RadioSelect, initial=Mode.OPEN
    )
    days = forms.ChoiceField(label="For how long", choices=DAYS, required=False)
    words = forms.CharField(
        label="Why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
        help_text="Readers see it above the thread.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(self, "mode", "Save, and show it to readers", "btn-primary")

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)

    def decided(self) -> dict[str, Any]:
        """What the action needs besides the thread and the moderator."""
        given = dict(self.cleaned_data)
        return {"mode": given["mode"], "words": given["words"], "until": end_of(given["days"])}


def end_of(days: str) -> datetime | None:
    """The moment so many days from now; None where it is open."""
    return timezone.now() + timedelta(days=int(days)) if days else None


def one_button(form: forms.Form, do: str, label: str, css_class: str) -> FormHelper:
    """How crispy-forms shows a form with a single button."""
    helper = FormHelper()
    helper.form_class = "decision-form"
    helper.include_media = False
    button = StrictButton(label, type="submit", name="do", value=do, css_class=css_class)
    helper.layout = Layout(*form.fields, FormActions(button))
    return helper


class TopicsForm(forms.Form):
    """Which topics somebody of the team reads; none of them is all of them."""

    topics = forms.ModelMultipleChoiceField(
        label="Reads these topics only",
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen: everything. Words of danger are for everybody.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(self, "topics", "Save the topics", "btn-primary")
