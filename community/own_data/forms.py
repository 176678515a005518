"""The forms of an erasure."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms
from django.utils.html import format_html

from community.members.signing_in.forms import AddressField
from community.own_data.models import Erasure

# What each choice means, below its label.
MEANING = {
    Erasure.How.WORDS: "Every comment with its earlier versions, and your words where others quoted them. A gap keeps "
    "their places, so that answers of others still make sense.",
    Erasure.How.NAME: "Your name is taken off each of them, and nothing joins them any more. It goes from your own words, too. Nobody can give them back "
    "to you then, and you can no longer erase them.",
}
CHOICES = [
    (how.value, format_html('{}<span class="meta explained">{}</span>', how.label, MEANING[how]))
    for how in Erasure.How
]


class ChoiceForm(forms.Form):
    """What is to be erased."""

    how = forms.ChoiceField(
        label="What shall become of what you wrote?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Please choose what shall become of what you wrote."},
    )

    def __init__(self, *args: Any, action: str, has_session: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = not has_session
        self.helper.layout = Layout("how", button("Erase my account in 24 hours", "btn-care"))


class AddressForm(forms.Form):
    """The address of the account."""

    email = AddressField(label="The e-mail address of your account")

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = True  # readers have no cookie; see config/origin_guard.py
        self.helper.layout = Layout("email", button("Send me the link", "btn-primary"))


def button(label: str, kind: str) -> Div:
    """The button that sends a form."""
    return Div(
        HTML(f'<button class="btn {kind}" type="submit">{label}</button>'), css_class="actions"
    )
