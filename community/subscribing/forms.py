"""The forms of the newsletter."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from articles.models import Subscriber, Topic
from community.members.signing_in.forms import AddressField


class ChoicesForm(forms.Form):
    """How often, and about what."""

    rhythm = forms.ChoiceField(
        label="How often", choices=Subscriber.Rhythm.choices, initial=Subscriber.Rhythm.WEEKLY
    )
    topics = forms.ModelMultipleChoiceField(
        label="Only about these topics",
        queryset=Topic.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none to hear of all.",
    )

    button = "Save"

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = True  # readers have no cookie; see config/origin_guard.py
        button = f'<button class="btn btn-primary" type="submit">{self.button}</button>'
        self.helper.layout = Layout(*self.fields, Div(HTML(button), css_class="actions"))


class SubscribeForm(ChoicesForm):
    """The same with the address."""

    email = AddressField(label="Your e-mail address")

    button = "Send me the letter to confirm"
    field_order = ["email", "rhythm", "topics"]
