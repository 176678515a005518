"""The form with which words of a comment are blanked: chosen from a list, or typed."""

import hashlib
from collections.abc import Sequence
from typing import Any, cast

from crispy_forms.bootstrap import FormActions, StrictButton
from crispy_forms.layout import HTML, Layout
from django import forms
from django.http import QueryDict

from common.text import normalise
from community.moderation.decisions.blanking import Blanked, blank, sentences
from community.moderation.decisions.forms import ReasonForm
from community.moderation.decisions.models import Decision
from community.moderation.decisions.redacting import what_is_wrong
from community.screening.reasons import Code
from community.threads.models import Comment

# A long comment has about a hundred sentences. Of one that is cut into more, words are typed.
SENTENCES_SHOWN = 200

# Nobody is helped when words of a crisis are taken out.
NEVER_OFFERED = frozenset({Code.CRISIS, Code.RED_FLAG})


class RedactForm(ReasonForm):
    """Which words are blanked, and why. `blanked` is what comes of it, once the form is valid.

    It is shown first. `seen` names the text that was shown: only that one is published.
    """

    kind, button = Decision.Kind.REDACT, "See it blanked"

    marked = forms.MultipleChoiceField(
        label="Words that our rules saw", required=False, widget=forms.CheckboxSelectMultiple
    )
    typed = forms.CharField(
        label="Words to blank, one entry a line",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short", "spellcheck": "false"}),
        help_text="Exactly as they stand in the comment, capitals too. Every place is blanked.",
    )
    sentences = forms.MultipleChoiceField(
        label="Sentences", required=False, widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order: Sequence[str] = (
        "version",
        "seen",
        "marked",
        "typed",
        "sentences",
        "ground",
        "reply",
        "words",
    )

    def __init__(self, *args: Any, comment: Comment, **kwargs: Any) -> None:
        self.buttons = [do("show", self.button, "btn-primary")]
        super().__init__(*args, **kwargs)
        self.comment = comment
        self.blanked: Blanked | None = None
        self.offered: dict[str, list[str]] = {}
        self.offer("marked", marked_words(comment))
        self.offer("sentences", list(sentences(comment.words))[:SENTENCES_SHOWN])
        self.helper.mark_optional = False
        self.lay_out()

    def offer(self, name: str, wordings: list[str]) -> None:
        """Let these wordings be chosen from; a list of nothing is left out."""
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(enumerate(wordings))
        self.offered[name] = wordings
        if not wordings:
            del self.fields[name]

    def lay_out(self) -> None:
        """Put the form in order; the sentences are folded away until somebody wants them."""
        is_open = bool(self.is_bound and self.data.get("sentences"))
        shown: list[Any] = []
        for part in self.parts():
            shown += folded(part, is_open=is_open) if part == "sentences" else [part]
        self.helper.layout = Layout(*shown, FormActions(*self.buttons))

    def clean(self) -> dict[str, Any]:
        """Look what would come of it."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        blanked = blank(self.comment.words, self.wordings())
        if trouble := what_is_wrong(blanked, cleaned["words"]):
            raise forms.ValidationError(trouble)
        self.blanked = blanked
        return cleaned

    def wordings(self) -> list[str]:
        """The words that were chosen or typed."""
        typed = normalise(self.cleaned_data["typed"]).splitlines()
        return [*self.chosen("marked"), *typed, *self.chosen("sentences")]

    def chosen(self, name: str) -> list[str]:
        """The wordings that were ticked."""
        if name not in self.fields:
            return []
        return [self.offered[name][int(place)] for place in self.cleaned_data[name]]

    def decided(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("version", "ground", "words")}
        return given | {"wordings": self.wordings()}

    @property
    def is_seen(self) -> bool:
        """Whether what comes of it is what was shown."""
        return self.blanked is not None and self.cleaned_data["seen"] == name_of(self.blanked.text)

    def offer_publishing(self) -> None:
        """What comes of it is shown now; let it be published."""
        assert self.blanked is not None
        sent = cast(QueryDict, self.data).copy()
        sent["seen"] = name_of(self.blanked.text)
        self.data = sent
        label = "Leave it visible like this" if self.comment.is_visible else "Publish it like this"
        self.buttons = [do("publish", label, "btn-primary"), do("show", "See it again")]
        self.lay_out()


def name_of(text: str) -> str:
    """A short name of a text that was shown."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def do(act: str, label: str, css_class: str = "") -> StrictButton:
    """A button of the form."""
    return StrictButton(label, type="submit", name="do", value=act, css_class=css_class)


def folded(name: str, *, is_open: bool) -> list[Any]:
    """A field that is folded away, unless something in it was chosen."""
    state = " open" if is_open else ""
    opening = f'<details class="fold"{state}><summary>Or choose whole sentences</summary>'
    return [HTML(opening), name, HTML("</details>")]


def marked_words(comment: Comment) -> list[str]:
    """What screening saw and marked in a comment, to choose from."""
    reasons = (reason for reason in comment.reasons if reason["code"] not in NEVER_OFFERED)
    words = (word for reason in reasons for word in reason["words"])
    return list(dict.fromkeys(word for word in words if word.strip() and word in comment.words))
