"""The form of a source."""

from typing import Any

from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms

from articles.history.models import NOTE_MAX
from articles.library.models import ADDRESS_MAX, SOURCE_ADDRESS_MAX, SOURCE_NAME_MAX
from articles.models import Source
from common.text import normalise, one_line
from common.urls import clean_address
from community.desk.forms import SHORT, at_most, button

CUTS = (
    "Of articles that are here in full the rest is cut off and kept nowhere. To have them whole "
    "again they have to be brought in once more."
)


class SourceForm(forms.Form):
    """A source, its licence and its feed."""

    name = forms.CharField(
        label="Name", error_messages={"required": "Please give the source a name."}
    )
    url = forms.CharField(label="Address of its front page", required=False)
    licence_note = forms.CharField(
        label="Licence",
        required=False,
        widget=forms.Textarea(attrs=SHORT),
        help_text="Readers see it below each of its articles. Such as: “CC BY 4.0” or “With leave”.",
    )
    shows = forms.ChoiceField(
        label="What stands here of a text",
        choices=Source.Shows.choices,
        widget=forms.RadioSelect,
        help_text=CUTS,
    )
    feed_url = forms.CharField(
        label="Address of its feed",
        required=False,
        help_text="RSS, Atom or JSON Feed. We look about every half hour whether there is news.",
    )
    feed_publishes = forms.BooleanField(
        label="Publish new articles of the feed at once, not as drafts", required=False
    )

    def __init__(self, *args: Any, source: Source | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.source = source
        self.helper = FormHelper()
        self.helper.form_id = "source-form"
        self.helper.layout = Layout(
            "name",
            "url",
            "licence_note",
            "shows",
            Fieldset("Its feed", "feed_url", "feed_publishes"),
            FormActions(button("do", "save", "Save", "btn-primary")),
        )

    def clean_name(self) -> str:
        """One line, and no other source's."""
        name = at_most(SOURCE_NAME_MAX, one_line(self.cleaned_data["name"]), "A name")
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        others = Source.objects.exclude(pk=self.source.pk) if self.source else Source.objects
        if others.filter(name=name).exists():
            raise forms.ValidationError("There is another source of that name.")
        return name

    def clean_url(self) -> str:
        return web_address(self.cleaned_data["url"], SOURCE_ADDRESS_MAX)

    def clean_feed_url(self) -> str:
        return web_address(self.cleaned_data["feed_url"], ADDRESS_MAX)

    def clean_licence_note(self) -> str:
        note = normalise(self.cleaned_data["licence_note"]).strip()
        return at_most(NOTE_MAX, note, "A note")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("feed_publishes") and not cleaned.get("feed_url") and not self.errors:
            self.add_error("feed_url", "Please give the address of the feed, or publish nothing.")
        return cleaned


def web_address(given: str, most: int) -> str:
    """An address that can be linked to, or an error that says what to do."""
    at_most(most, given, "An address")
    address = clean_address(given) or ""
    if given and not address.startswith("http"):
        raise forms.ValidationError("Please write the whole address, like https://example.org/.")
    return at_most(most, address, "An address")


def source_initial(source: Source) -> dict[str, Any]:
    """What the form shows of a source as it is."""
    names = ("name", "url", "licence_note", "shows", "feed_url", "feed_publishes")
    return {name: getattr(source, name) for name in names}
