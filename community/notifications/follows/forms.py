"""The forms around following."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from community.members.signing_in.forms import AddressField
from community.notifications.follows.actions import SETTABLE
from community.notifications.follows.models import Follower

NAMES = {
    "replies": "Answers to you",
    "mentions": "Your name with an @",
    "comments": "Comments in what you follow",
    "articles": "New articles in topics you follow",
    "corrections": "Corrections of articles you follow",
    "decisions": "Decisions about what you wrote",
    "answers": "Answers to your flags and appeals",
    "overdue": "Posts that wait longer than we promise",
}
# It is told at once, to all of the team, or not.
OF_OVERDUE = (Follower.How.AT_ONCE, Follower.How.NEVER)
OF_GUESTS = ("comments", "articles", "corrections")


class AddressForm(forms.Form):
    """Where a guest wants to hear of something."""

    email = AddressField(
        label="Your e-mail address",
        help_text="Only for these letters. Each of them has a link that ends them.",
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = True  # readers have no cookie; see config/origin_guard.py
        self.helper.layout = Layout("email", button("Send me the letter to confirm"))


class LettersForm(forms.Form):
    """How each kind of news comes by mail."""

    shows_words = forms.BooleanField(
        label="Show the first words of comments in letters",
        required=False,
        help_text="Without it a letter only says that there is something, and where.",
    )

    def __init__(self, *args: Any, follower: Follower, action: str, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(follower, name) for name in SETTABLE}
        super().__init__(*args, **kwargs)
        names = names_for(follower)
        for name in names:
            self.fields[name] = forms.ChoiceField(label=NAMES[name], choices=choices_of(name))
        if follower.member_id is not None:
            self.fields["own_threads"] = forms.ChoiceField(
                label="Threads you write in",
                choices=Follower.OwnThreads.choices,
                help_text="Answers to you are told in any case.",
                # A page that was opened before there was this choice does not hold it.
                required=not self.is_bound or "own_threads" in self.data,
            )
        own = ["own_threads"] if "own_threads" in self.fields else []
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = follower.member_id is None
        hows = Div(*names, css_class="choice-rows")
        self.helper.layout = Layout(hows, *own, "shows_words", button("Save"))

    def clean(self) -> dict[str, Any]:
        """What was chosen; what the form did not hold stays as it is."""
        return {name: value for name, value in self.cleaned_data.items() if value != ""}


def names_for(follower: Follower) -> list[str]:
    """The kinds of news that somebody can get."""
    if follower.member is None:
        return list(OF_GUESTS)
    return [name for name in NAMES if name != "overdue" or follower.member.is_moderator]


def choices_of(name: str) -> list[tuple[str, str]]:
    """How a kind of news can come."""
    hows = OF_OVERDUE if name == "overdue" else tuple(Follower.How)
    return [(how.value, "Never" if how == Follower.How.NEVER else how.label) for how in hows]


def button(label: str) -> Div:
    """The button that sends a form."""
    return Div(
        HTML(f'<button class="btn btn-primary" type="submit">{label}</button>'), css_class="actions"
    )
