"""The address under which somebody wrote elsewhere."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from community.members.signing_in.forms import AddressField
from community.own_data.forms import button


class AddressForm(forms.Form):
    """One address; the answer is the same for every one."""

    email = AddressField(
        label="The e-mail address you used there",
        help_text="We keep it for a week at most, and only if there are comments.",
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.disable_csrf = True  # readers have no cookie; see config/origin_guard.py
        self.helper.layout = Layout("email", button("Send me the link", "btn-primary"))
