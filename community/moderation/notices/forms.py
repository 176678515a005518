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
from community.moderation.notices.actions import Taking
from community.moderation.notices.models import ADDRESS_MAX
from community.threads.posting.forms import EMAIL_MAX

EXPLANATION_MAX = 5_000  # characters: a lawyer's letter fits
LAW_MAX = 500  # characters: which law, not all of it
NOTIFIER_MAX = 200  # characters of a name; the office of a lawyer may be long

EMAIL_WRONG = "Please write the whole address, like name@example.org, or leave it empty."


class NoticeForm(forms.Form):
    """What Article 16(2) of Regulation (EU) 2022/2065 asks for, (a) to (d)."""

    address = forms.CharField(
        label="Where is it?",
        help_text="The address of the comment or the article, as your browser shows it, or the link "
        "in the date of a comment.",
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
    is_nameless = forms.BooleanField(
        label="I send this without my name",
        required=False,
        help_text="About sexual abuse or exploitation of children nobody has to give a name or an "
        "address. About anything else the law asks us to ask for them. We read your notice without "
        "them, too, but we cannot write to you, and where it is about your own rights we may not be "
        "able to judge it.",
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
        """Name and address are asked for, and given by who wishes to.

        Article 16(2)(c) asks for them except about offences of Articles 3 to 7 of Directive
        2011/93/EU; recital 50 wants no notice to fail for want of a name.
        """
        cleaned = super().clean() or {}
        if cleaned.get("is_nameless"):
            return cleaned
        missing = {
            "name": "Please give your name, or tick below that you send it without.",
            "email": "Please give an e-mail address, so that we can answer you, or tick below that "
            "you send it without your name.",
        }
        for field, sentence in missing.items():
            if field in cleaned and not cleaned[field]:
                self.add_error(field, sentence)
        return cleaned


class TakingForm(forms.Form):
    """How a comment is taken from readers: its version that was read, why, and in which words."""

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    ground = forms.ChoiceField(
        label="Reason",
        required=False,
        choices=GROUNDS,
        initial=Decision.Ground.ILLEGAL,
        help_text="If you remove it: the author reads the reason.",
    )
    to_author = forms.CharField(
        label="To the author, if you remove it",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="Which law, and what is against it.",
    )

    def clean_to_author(self) -> str:
        return at_most(self.cleaned_data["to_author"], ANSWER_MAX)

    def taking(self) -> Taking:
        """What the form holds of it; nothing where there is no comment."""
        given = self.cleaned_data
        return Taking(
            given.get("ground", ""), given.get("to_author", ""), given.get("version") or 0
        )


class AnswerForm(TakingForm):
    """What a moderator decides on a notice, and what both sides read."""

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
            del self.fields["ground"], self.fields["to_author"], self.fields["version"]
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

    def clean_answer(self) -> str:
        return at_most(self.cleaned_data["answer"], ANSWER_MAX)
