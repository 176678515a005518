"""The boxes with which people agree, each on its own and none ticked beforehand."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from community.members.agreements.models import AgreementText

Kind = AgreementText.Kind
PREFIX = "agree-"
GUIDELINES_NEEDED = "Please read the guidelines and tick the box. Without it nobody can post here."
HEALTH_NEEDED = "Without this consent we may not store what you write about your health."
CHANGED = "These words changed a moment ago. Please look at them, and tick the box again."


def box_label(text: AgreementText) -> SafeString:
    """What stands beside the box."""
    if text.kind == Kind.GUIDELINES:
        return format_html(
            'I have read the <a href="{}">guidelines</a> and accept them', text.get_absolute_url()
        )
    return format_html(
        'I agree that what I write about my health is <a href="{}">stored and shown here</a>',
        text.get_absolute_url(),
    )


def add_boxes(
    form: forms.Form, texts: Sequence[AgreementText], *, optional: Sequence[str] = ()
) -> None:
    """Give a form a box for each text. Its value names the version that the person saw."""
    for text in texts:
        needed = GUIDELINES_NEEDED if text.kind == Kind.GUIDELINES else HEALTH_NEEDED
        form.fields[PREFIX + text.kind] = forms.BooleanField(
            label=box_label(text),
            required=text.kind not in optional,
            widget=forms.CheckboxInput(attrs={"value": text.pk}),
            error_messages={"required": needed},
        )


def ticked(form: forms.Form, texts: Sequence[AgreementText]) -> list[int]:
    """Keys of the texts whose boxes were ticked. Puts an error on one that names another version."""
    agreed = []
    for text in texts:
        name = PREFIX + text.kind
        if not form.cleaned_data.get(name):
            continue
        if form.data.get(name) in (str(text.pk), "on"):
            agreed.append(text.pk)
        else:
            form.add_error(name, CHANGED)
    return agreed


class AgreeForm(forms.Form):
    """All that is still to be agreed to."""

    def __init__(self, *args: Any, texts: Sequence[AgreementText], **options: Any) -> None:
        super().__init__(*args, **options)
        self.texts = texts
        add_boxes(self, texts)

    @property
    def agreed(self) -> list[int]:
        """Keys of what was ticked; for a valid form all of it."""
        return [text.pk for text in self.texts]

    def clean(self) -> dict[str, Any]:
        ticked(self, self.texts)
        return self.cleaned_data
