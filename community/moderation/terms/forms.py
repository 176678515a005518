"""Forms of the list of words."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import normalise, one_line
from community.yardsticks.models import TERM_MAX, BlockedTerm

TERMS_MAX = 200  # words added or tried at a time; more is somebody else's list
NOTE_MAX = 500  # characters; the team wants a reason, not a report
Outcome = BlockedTerm.Outcome
OUTCOMES = [
    (Outcome.HOLD, "Watch: a moderator reads the post first"),
    (Outcome.REFUSE, "Block: the post goes back to its writer, who can change the word"),
]


class TermsForm(forms.Form):
    """Words, one a line; to try them, or to put them on the list."""

    terms = forms.CharField(
        label="Words or phrases, one a line",
        widget=forms.Textarea(attrs={"rows": 5, "class": "short", "spellcheck": "false"}),
        help_text="Endings, look-alike letters, and digits or spaces inside are found by themselves.",
        error_messages={"required": "Please write at least one word."},
    )
    outcome = forms.ChoiceField(
        label="What becomes of a post with one of them",
        choices=OUTCOMES,
        initial=Outcome.HOLD,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="Why",
        required=False,
        help_text="For the team, who may ask one day.",
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.include_media = False
        self.helper.layout = Layout(
            "terms",
            "outcome",
            "note",
            FormActions(
                StrictButton(
                    "See what it would have caught",
                    type="submit",
                    name="do",
                    value="try",
                    css_class="btn-primary",
                ),
                StrictButton("Put it on the list", type="submit", name="do", value="add"),
            ),
        )

    def clean_terms(self) -> list[str]:
        """Each word once; a line that is too long, or too many of them, come back whole."""
        lines = [one_line(line) for line in normalise(self.cleaned_data["terms"]).splitlines()]
        terms = list(dict.fromkeys(filter(None, lines)))
        if not terms:
            raise forms.ValidationError("Please write at least one word.")
        if len(terms) > TERMS_MAX:
            raise forms.ValidationError(
                f"Up to {TERMS_MAX} at a time, please, and these are {len(terms)}."
            )
        for term in terms:
            check_term(term)
        return terms

    def clean_note(self) -> str:
        return clean_note(self.cleaned_data["note"])


class TermForm(forms.Form):
    """What becomes of a word that is on the list."""

    outcome = forms.ChoiceField(
        label="What becomes of a post with it", choices=OUTCOMES, widget=forms.RadioSelect
    )
    note = forms.CharField(label="Why", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.include_media = False
        self.helper.layout = Layout(
            "outcome",
            "note",
            FormActions(
                StrictButton(
                    "Save", type="submit", name="do", value="change", css_class="btn-primary"
                ),
                StrictButton("Take it off the list", type="submit", name="do", value="delete"),
            ),
        )

    def clean_note(self) -> str:
        return clean_note(self.cleaned_data["note"])


def check_term(term: str) -> None:
    """A word that can be found: not too long, and with a letter or a digit in it."""
    if len(term) > TERM_MAX:
        raise forms.ValidationError(
            f"A word or phrase holds up to {TERM_MAX} characters. This one is longer: {term}"
        )
    if not any(map(str.isalnum, term)):
        raise forms.ValidationError(f"There is no letter in this one: {term}")


def clean_note(note: str) -> str:
    """The reason, unless it is too long."""
    note = one_line(note)
    if len(note) > NOTE_MAX:
        raise forms.ValidationError(f"Up to {NOTE_MAX} characters, please.")
    return note
