"""The form with which a reader points at a comment."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.text import normalise
from community.moderation.flags.models import Flag
from community.threads.posting.forms import EMAIL_MAX

WORDS_MAX = 1_000  # characters; a moderator wants to know where to look, and reads the comment
Reason = Flag.Reason

# A line to each reason: what belongs there, and what a moderator does first.
HINTS: dict[str, str] = {
    Reason.WORRIED: "It sounds as if they might be in danger or cannot go on. This is read first, "
    "and nobody is scolded for it.",
    Reason.ADVICE: "It tells others to stop, change or take a treatment, or promises a cure.",
    Reason.ATTACK: "It insults or threatens somebody, or says that they are not ill.",
    Reason.DETAILS: "A number, an address, a full name or a record that should not stand here.",
    Reason.SELLING: "It advertises something, or looks for people for a study or a programme.",
    Reason.OTHER: "Please say below in a few words what it is.",
}


def explained(value: str, label: str) -> SafeString:
    """A reason with its line below it."""
    return format_html('{}<span class="meta explained">{}</span>', label, HINTS[value])


CHOICES = [(value, explained(value, label)) for value, label in Reason.choices]


class FlagForm(forms.Form):
    """What is wrong, in one of six ways and in own words."""

    reason = forms.ChoiceField(
        label="Why do you flag it?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what fits best."},
    )
    words = forms.CharField(
        label="In your own words",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "class": "short"}),
        help_text="What should a moderator look at?",
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=EMAIL_MAX,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="Only if you want to hear what came of it. Nobody else sees it.",
        error_messages={
            "invalid": "Please write the whole address, like name@example.org, or leave it empty.",
            "max_length": f"An address holds up to {EMAIL_MAX} characters.",
        },
    )

    def __init__(self, *args: Any, action: str, is_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_member:
            del self.fields["email"]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_id = "flag-form"
        self.helper.attrs = {"novalidate": True}
        self.helper.disable_csrf = True  # guarded by Origin, see config.origin_guard
        button = StrictButton("Send to the moderators", type="submit", css_class="btn-primary")
        self.helper.layout = Layout(*self.fields, FormActions(button))

    def clean_words(self) -> str:
        """Too many come back whole: `max_length` would make browsers cut off pasted words."""
        words = normalise(self.cleaned_data["words"])
        if len(words) > WORDS_MAX:
            raise forms.ValidationError(
                f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words

    def clean(self) -> dict[str, Any]:
        """ "Something else" alone tells nobody where to look."""
        cleaned = super().clean() or {}
        if cleaned.get("reason") == Reason.OTHER and cleaned.get("words", "x").strip() == "":
            self.add_error("words", "Please say in a few words what is wrong.")
        return cleaned
