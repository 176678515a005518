"""Forms of a decision. Each carries the version of the words that were read."""

from collections.abc import Sequence
from typing import Any, ClassVar

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout
from django import forms

from common.text import normalise
from community.moderation.decisions.moves import NEEDS_WORDS
from community.moderation.models import Decision
from community.moderation.replies.reading import Replies, with_reply

Kind, Ground = Decision.Kind, Decision.Ground

WORDS_MAX = 2_000  # characters, about a page: who needs more should talk to the person
GROUNDS = [("", "Choose a reason"), *((g.value, g.label) for g in Ground if g != Ground.NONE)]


class DecisionForm(forms.Form):
    """What every decision sends. `key` is the shortcut that presses its button or opens it."""

    kind: ClassVar[Decision.Kind]
    button: ClassVar[str]
    button_class: ClassVar[str] = "btn-care"
    key: ClassVar[str] = ""

    version = forms.IntegerField(
        min_value=1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"),
            "The form did not arrive whole. Nothing was decided; please decide again.",
        ),
    )

    def __init__(self, *args: Any, action: str, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.kind}_%s")
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.form_id = f"{self.kind}-form"
        self.helper.form_class = "decision-form"
        self.helper.include_media = False
        self.lay_out()

    def lay_out(self) -> None:
        """Put the form in order."""
        self.helper.layout = Layout(*self.parts(), FormActions(self.submit()))

    def parts(self) -> list[Any]:
        """The fields in their order."""
        return list(self.fields)

    def offer_replies(self, replies: Replies) -> None:
        """Let own words begin with a template; of no use to a form without own words."""

    @property
    def is_begun(self) -> bool:
        """Whether the moderator had filled in something, which must not be folded away."""
        return self.is_bound or any(self.initial.get(name) for name in ("ground", "words"))

    def submit(self) -> StrictButton:
        """The button that says what happens."""
        keys = {"data_key": self.key} if self.key else {}
        return StrictButton(
            self.button,
            type="submit",
            name="decision",
            value=self.kind.value,
            css_class=self.button_class,
            **keys,
        )

    def decided(self) -> dict[str, Any]:
        """What the action needs besides the comment and the moderator."""
        return dict(self.cleaned_data)


# The log cannot be changed, not even when somebody erases their account.
NAME_NOBODY = (
    "Please name nobody in it: these words stay in the log for good, also after an erasure."
)


class WordsForm(DecisionForm):
    """Own words to the writer, begun with one of the reply templates where somebody wishes so."""

    reply = forms.CharField(
        label="Begin with a text", required=False, widget=forms.Select(attrs={"data-reply": ""})
    )
    words = forms.CharField(
        label="In your own words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short"}),
        help_text="The writer reads this together with their own text. " + NAME_NOBODY,
    )

    replies = Replies()

    def offer_replies(self, replies: Replies) -> None:
        self.replies = replies
        self.fields["reply"].widget.choices = replies.choices
        self.lay_out()

    def parts(self) -> list[Any]:
        """The fields; beside the templates stands the button that puts one in."""
        if self.replies.templates:
            chooser = reply_chooser(self.kind)
            return [chooser if name == "reply" else name for name in self.fields]
        return [name for name in self.fields if name != "reply"]

    def begun(self) -> dict[str, Any]:
        """What was typed, with the chosen text in the words: the initial values of a new form."""
        typed = {name: self[name].value() for name in self.fields}
        words = with_reply(typed["words"] or "", typed["reply"] or "")
        return typed | {"words": words, "reply": ""}

    def decided(self) -> dict[str, Any]:
        return {name: value for name, value in super().decided().items() if name != "reply"}

    def clean_words(self) -> str:
        """Too many come back whole: `max_length` would make browsers cut off pasted words."""
        words = normalise(self.cleaned_data["words"])
        if len(words) > WORDS_MAX:
            raise forms.ValidationError(
                f"Up to {WORDS_MAX:,} characters, please; nothing you wrote is lost."
            )
        return words


class ReasonForm(WordsForm):
    """A reason from the list, and own words."""

    ground = forms.ChoiceField(
        label="Reason",
        choices=GROUNDS,
        error_messages={
            "required": "Please choose a reason. The writer will be told.",
            "invalid_choice": "Please choose a reason from the list. The writer will be told.",
        },
    )
    field_order: Sequence[str] = ("version", "ground", "reply", "words")

    def clean(self) -> dict[str, Any]:
        """Some reasons alone say nothing to the person who reads them."""
        cleaned = super().clean() or {}
        ground = cleaned.get("ground")
        if ground in NEEDS_WORDS and cleaned.get("words") == "":
            self.add_error("words", NEEDS_WORDS[ground])
        return cleaned


class ApproveForm(WordsForm):
    """Let readers see it; with a few words to the writer where somebody wants to add them."""

    kind, button, button_class, key = Kind.APPROVE, "Approve", "btn-primary", "a"
    field_order: Sequence[str] = ("version", "reply", "words")

    def lay_out(self) -> None:
        """The button first, since most comments need no words."""
        state = " open" if self.is_begun else ""
        opening = f'<details class="fold"{state}><summary>Write to them as well</summary>'
        fold = [HTML(opening), *self.parts()[1:], HTML("</details>")]
        self.helper.layout = Layout("version", FormActions(self.submit()), *fold)


class KeepForm(DecisionForm):
    """Leave a flagged comment as it is."""

    kind, button, button_class, key = Kind.KEEP, "Leave it as it is", "btn-primary", "a"


class ReviseForm(ReasonForm):
    """Ask the writer to change it and to send it again."""

    kind, button = Kind.REVISE, "Send it back to be changed"


class RejectForm(ReasonForm):
    """Do not publish it."""

    kind, button = Kind.REJECT, "Do not publish, and tell the writer"


class RemoveForm(ReasonForm):
    """Take it from readers."""

    kind, button = Kind.REMOVE, "Remove, and tell the writer"


class RestoreForm(WordsForm):
    """Show it again."""

    kind, button, button_class = Kind.RESTORE, "Restore, and tell the writer", "btn-primary"
    field_order: Sequence[str] = ("version", "reply", "words")


def reply_chooser(kind: str) -> Div:
    """The list of templates, with its button for browsers without scripts."""
    button = StrictButton("Put it in", type="submit", name="put_in", value=kind)
    return Div("reply", Div(button, css_class="actions"), css_class="finder")


FORMS: dict[str, type[DecisionForm]] = {
    form.kind: form
    for form in (ApproveForm, KeepForm, ReviseForm, RejectForm, RemoveForm, RestoreForm)
}
