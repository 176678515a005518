"""Forms of what is decided about a person or a thread."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from articles.models import Topic
from community.moderation.appeals.forms import ANSWER_MAX, at_most
from community.moderation.decisions.forms import GROUNDS, NAME_NOBODY, reply_chooser
from community.moderation.replies.reading import Replies, with_reply
from community.moderation.resending import with_value
from community.moderation.sanctions.ends import end_of, what_is_wrong
from community.moderation.sanctions.models import Sanction
from community.threads.models import Thread

Kind, Mode = Sanction.Kind, Thread.Mode

KINDS = [
    (Kind.WARN, "Warn: they confirm that they read your words before they write again"),
    (Kind.SLOW, "Slow down: ten minutes between two comments"),
    (Kind.READ_FIRST, "Read first: a moderator reads each comment before it appears"),
    (Kind.PAUSE, "Pause: they cannot write until it ends"),
    (Kind.BAN, "Ban: they can no longer write, until somebody lifts it"),
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


class WithWords(forms.Form):
    """A form with words of a moderator's."""

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)

    def decided(self) -> dict[str, Any]:
        """What the action needs besides the people, or the thread."""
        return dict(self.cleaned_data)

    def look_again(self, seen: int) -> None:
        """The next sending knows of this decision, too; of no use to a note."""


class Deciding(WithWords):
    """A decision: it may have an end, and knows the newest decision that was seen."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput, required=False)

    def ends(self, cleaned: dict[str, Any]) -> datetime | None:
        """When it ends; an end that cannot be is said at its field."""
        until = end_of(cleaned.get("days", ""), cleaned.get("day"))
        if trouble := what_is_wrong(until):
            self.add_error("day", trouble)
        return until

    def look_again(self, seen: int) -> None:
        self.data = with_value(self.data, "seen", seen)


class Telling(Deciding):
    """A decision that a person is told, in words that can begin with a reply template.

    `do` is what its button sends, and that of the template, which decides nothing.
    """

    do: ClassVar[str]
    button: ClassVar[tuple[str, str]]
    reply = forms.CharField(
        label="Begin with a text", required=False, widget=forms.Select(attrs={"data-reply": ""})
    )

    def __init__(self, *args: Any, replies: Replies, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reply"].widget.choices = replies.choices
        chooser = reply_chooser(self.do) if replies.templates else None
        parts = [chooser if name == "reply" else name for name in self.fields]
        self.helper = one_button(filter(None, parts), self.do, *self.button)

    def begun(self) -> dict[str, Any]:
        """What was typed, with the chosen text in the words: the initial values of a new form."""
        typed = {name: self[name].value() for name in self.fields}
        return typed | {
            "words": with_reply(typed["words"] or "", typed["reply"] or ""),
            "reply": "",
        }


def days_field() -> forms.ChoiceField:
    return forms.ChoiceField(label="For how long", choices=DAYS, required=False)


def day_field() -> forms.DateField:
    return forms.DateField(
        label="Or until the end of a day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Counts instead of the choice above. The day ends at midnight, UTC.",
        error_messages={"invalid": "Please write the day as year, month, day: 2027-01-31."},
    )


class SanctionForm(Telling):
    """What to do about a person, and why."""

    do, button = "sanction", ("Decide, and tell the person", "btn-care")
    kind = forms.ChoiceField(
        label="What to do",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what to do."},
    )
    days = days_field()
    day = day_field()
    ground = forms.ChoiceField(
        label="Reason",
        choices=GROUNDS,
        error_messages={"required": "Please choose a reason. The person will be told."},
    )
    words = forms.CharField(
        label="In your own words",
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="The person reads this, and can appeal. " + NAME_NOBODY,
        error_messages={"required": "Please say it in your own words; the person reads it."},
    )

    field_order = ("seen", "kind", "days", "day", "ground", "reply", "words")

    def clean(self) -> dict[str, Any]:
        """A pause needs an end; a warning and a ban have none."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") in (Kind.WARN, Kind.BAN):
            cleaned |= {"days": "", "day": None}
        cleaned["until"] = self.ends(cleaned)
        if cleaned.get("kind") == Kind.PAUSE and not cleaned["until"] and "day" not in self.errors:
            self.add_error("days", "Please choose when the pause ends.")
        return cleaned

    def decided(self) -> dict[str, Any]:
        needed = ("kind", "ground", "words", "until", "seen")
        return {name: self.cleaned_data[name] for name in needed}


class LiftForm(Telling):
    """End what holds about a person, or some of it."""

    do, button = "lift", ("Lift it, and tell the person", "btn-primary")
    kinds = forms.MultipleChoiceField(
        label="What is to end",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Please choose what is to end.",
            "invalid_choice": "Some of it does not hold any more. Please look again.",
        },
    )
    words = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
        help_text="The person reads this. " + NAME_NOBODY,
    )

    field_order = ("seen", "kinds", "reply", "words")

    def __init__(self, *args: Any, current: Iterable[Sanction], **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "lift_%s")
        super().__init__(*args, **kwargs)
        choices = [(each.kind, each.get_kind_display()) for each in current]
        self.fields["kinds"].choices = choices  # type: ignore[attr-defined]
        self.fields["kinds"].initial = [kind for kind, _ in choices]

    def decided(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("kinds", "words", "seen")}


class NoteForm(WithWords):
    """Something about a person that the other moderators should know."""

    words = forms.CharField(
        label="Note for the other moderators",
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
        help_text="The person never sees it.",
        error_messages={"required": "Please write down what the others should know."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "note_%s")
        super().__init__(*args, **kwargs)
        self.helper = one_button(self.fields, "note", "Keep as a note", "")


class ModeForm(Deciding):
    """How a thread takes comments."""

    mode = forms.ChoiceField(
        label="How they are taken", choices=MODES, widget=forms.RadioSelect, initial=Mode.OPEN
    )
    days = days_field()
    day = day_field()
    words = forms.CharField(
        label="Why",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "short"}),
        help_text="Readers see it above the thread, unless you open it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = one_button(self.fields, "mode", "Save, and show it to readers", "btn-primary")

    def clean(self) -> dict[str, Any]:
        """An open thread has no end; the others say why they are not open."""
        cleaned = super().clean() or {}
        if cleaned.get("mode") == Mode.OPEN:
            cleaned |= {"days": "", "day": None}
        elif cleaned.get("words") == "":
            self.add_error("words", "Please say why; readers see it above the thread.")
        cleaned["until"] = self.ends(cleaned)
        return cleaned

    def decided(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("mode", "words", "until", "seen")}


def one_button(parts: Iterable[Any], do: str, label: str, css_class: str) -> FormHelper:
    """How crispy-forms shows a form with a single button."""
    helper = FormHelper()
    helper.form_class = "decision-form"
    helper.include_media = False
    button = StrictButton(label, type="submit", name="do", value=do, css_class=css_class)
    helper.layout = Layout(*parts, FormActions(button))
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
        self.helper = one_button(self.fields, "topics", "Save the topics", "btn-primary")
