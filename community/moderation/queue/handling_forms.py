"""Forms of what one does with a case besides deciding: notes, second opinions, passing it on."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.urls import reverse

from common.text import normalise
from community.members.models import Member
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.queue.cases import Case
from community.moderation.queue.narrowing import Narrowing

# What each button sends, and what stands on it.
Buttons = tuple[tuple[str, str], ...]


class HandlingForm(forms.Form):
    """A form whose buttons say what happens: each sends its `act`."""

    buttons: Buttons = ()

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{type(self).__name__.lower()}_%s")
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.include_media = False
        shown = [
            StrictButton(label, type="submit", name="act", value=act) for act, label in self.buttons
        ]
        self.helper.layout = Layout(*self.fields, FormActions(*shown))


class NoteForm(HandlingForm):
    """Words to the other moderators."""

    buttons: Buttons = (("note", "Keep as a note"),)
    words = forms.CharField(
        label="Note for the other moderators",
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="The writer never sees it.",
        error_messages={"required": "Please write down what the others should know."},
    )

    def clean_words(self) -> str:
        """Too many come back whole."""
        words = normalise(self.cleaned_data["words"])
        if len(words) > WORDS_MAX:
            raise forms.ValidationError(
                f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words


class OpenNoteForm(NoteForm):
    """On a case that waits, a note can also leave it to somebody else."""

    buttons: Buttons = (
        ("note", "Keep as a note"),
        ("second-opinion", "Hold for a second opinion"),
    )


class AboutForm(NoteForm):
    """Words to the other moderators about the person who wrote the comment."""

    buttons: Buttons = (("note-about", "Keep as a note about the person"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = self.fields["words"]
        words.label = "Note about the person, for the other moderators"
        words.help_text = "It stands beside every comment of theirs. The person never sees it."


class PassForm(HandlingForm):
    """To whom a claim is handed on."""

    buttons = (("pass", "Pass it on"),)
    to = forms.ModelChoiceField(
        label="Pass it on to",
        queryset=Member.objects.none(),
        empty_label="Choose a moderator",
        error_messages={"required": "Please choose who goes on with it."},
    )

    def __init__(self, *args: Any, moderator: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = (Member.Role.MODERATOR, Member.Role.STAFF)
        team = Member.objects.filter(role__in=roles, is_active=True).exclude(pk=moderator.pk)
        choice = self.fields["to"]
        assert isinstance(choice, forms.ModelChoiceField)
        choice.queryset = team.order_by("pseudonym")


def handling_url(case: Case, narrowing: Narrowing) -> str:
    """Where the forms of a case are sent."""
    return reverse("handle_case", args=[case.comment.pk]) + narrowing.query()


def handling_forms(
    case: Case, moderator: Member, narrowing: Narrowing, *, given: HandlingForm | None = None
) -> dict[str, HandlingForm]:
    """The forms that are open to this moderator; what was typed into one stands in it again."""
    if case.is_own:
        return {}
    action = handling_url(case, narrowing)
    forms: dict[str, HandlingForm] = {}
    is_open = bool(case.waited) and not case.is_read_by_other
    forms["note"] = OpenNoteForm(action=action) if is_open else NoteForm(action=action)
    if case.comment.author_id:
        forms["about"] = AboutForm(action=action)
    if case.is_mine:
        forms["pass"] = PassForm(action=action, moderator=moderator)
    if isinstance(given, PassForm):
        forms["pass"] = given
    elif isinstance(given, AboutForm):
        forms["about"] = given
    elif given is not None:
        forms["note"] = given
    return forms
