"""The form of a notice of illegal content, and of its answer."""

from typing import Any

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

from common.text import one_line
from community.moderation.appeals.forms import ANSWER_MAX, at_most
from community.moderation.decisions.forms import GROUNDS
from community.moderation.decisions.models import Decision
from community.moderation.notices.models import ADDRESS_MAX
from community.threads.forms import EMAIL_MAX

EXPLANATION_MAX = 5_000  # characters: a lawyer's letter fits
LAW_MAX = 500  # characters: which law, not all of it
NOTIFIER_MAX = 200  # characters of a name; the office of a lawyer may be long

EMAIL_WRONG = "Please write the whole address, like name@example.org, or leave it empty."


class NoticeForm(forms.Form):
    """What Article 16(2) of Regulation (EU) 2022/2065 asks for, (a) to (d)."""

    address = forms.CharField(
        label="Where is it?",
        help_text="The address of the comment or the article, as your browser shows it.",
        error_messages={"required": "Please say where it is, so that we look at the right place."},
    )
    explanation = forms.CharField(
        label="What is illegal about it, and why?",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Please say it so that somebody who is no lawyer can follow.",
        error_messages={"required": "Please explain what is illegal about it."},
    )
    law = forms.CharField(
        label="Which law, if you know it", required=False, help_text="And of which country."
    )
    name = forms.CharField(
        label="Your name",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=EMAIL_MAX,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text="We confirm the notice there, and tell you what we decided.",
        error_messages={
            "invalid": EMAIL_WRONG,
            "max_length": f"An address holds up to {EMAIL_MAX} characters.",
        },
    )
    is_about_children = forms.BooleanField(
        label="It is about sexual abuse of children. Then you need not give a name or an address.",
        required=False,
    )
    in_good_faith = forms.BooleanField(
        label="I believe in good faith that what I write here is accurate and complete.",
        error_messages={"required": "Please confirm that you believe what you write."},
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_id = "notice-form"
        self.helper.attrs = {"novalidate": True}
        self.helper.disable_csrf = True  # guarded by Origin, see config.origin_guard
        button = StrictButton("Send the notice", type="submit", css_class="btn-primary")
        self.helper.layout = Layout(*self.fields, FormActions(button))

    def clean_address(self) -> str:
        return at_most(one_line(self.cleaned_data["address"]), ADDRESS_MAX)

    def clean_explanation(self) -> str:
        return at_most(self.cleaned_data["explanation"], EXPLANATION_MAX)

    def clean_law(self) -> str:
        return at_most(self.cleaned_data["law"], LAW_MAX)

    def clean_name(self) -> str:
        return at_most(one_line(self.cleaned_data["name"]), NOTIFIER_MAX)

    def clean(self) -> dict[str, Any]:
        """Name and address are asked for, except about offences against children (16(2)(c))."""
        cleaned = super().clean() or {}
        if cleaned.get("is_about_children"):
            return cleaned
        missing = {
            "name": "Please give your name. The person concerned is not told.",
            "email": "Please give an e-mail address, so that we can answer you.",
        }
        for field, sentence in missing.items():
            if field in cleaned and not cleaned[field]:
                self.add_error(field, sentence)
        return cleaned


class AnswerForm(forms.Form):
    """What a moderator decides on a notice, and what both sides read."""

    ground = forms.ChoiceField(
        label="Reason",
        required=False,
        choices=GROUNDS,
        initial=Decision.Ground.ILLEGAL,
        help_text="If you remove it: the author reads the reason.",
    )
    words = forms.CharField(
        label="To the author, if you remove it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="Which law, and what is against it.",
    )
    answer = forms.CharField(
        label="To the person who sent the notice",
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="What you decided, and why.",
        error_messages={"required": "Please say why; the person who sent the notice reads it."},
    )

    def __init__(self, *args: Any, action: str, has_comment: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        act = "Remove it, and tell both" if has_comment else "We acted on it"
        if not has_comment:
            del self.fields["ground"], self.fields["words"]
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_class = "decision-form"
        self.helper.layout = Layout(
            *self.fields,
            FormActions(
                StrictButton(act, type="submit", name="do", value="act", css_class="btn-care"),
                StrictButton("Leave it as it is", type="submit", name="do", value="decline"),
            ),
        )

    def clean_words(self) -> str:
        return at_most(self.cleaned_data["words"], ANSWER_MAX)

    def clean_answer(self) -> str:
        return at_most(self.cleaned_data["answer"], ANSWER_MAX)
