"""Forms of runs: what to bring in, and what becomes of it."""

from typing import Any

from crispy_forms.bootstrap import FormActions
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout
from django import forms
from django.core.files.uploadedfile import UploadedFile

from articles.importing.formats import AUTO, format_names
from articles.importing.reading import MAX_FILE_BYTES, too_large
from articles.library.models import ADDRESS_MAX
from common.urls import clean_address
from community.desk.article_forms import TimeField, clean_time
from community.desk.forms import DetailsForm, at_most, button
from community.desk.models import DeskItem
from community.desk.runs.uploads import FILES_MAX

ADDRESSES_MAX = 100  # of one form; each is fetched, politely, one after the other
NOTHING = "Please choose a file, or paste an address."
Choice = DeskItem.Choice


class FilesInput(forms.ClearableFileInput):
    """One field for several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Several files; an empty one counts, for the reader of the format says what is wrong."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        """Each by itself."""
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files if file]


class BringInForm(forms.Form):
    """Documents and addresses."""

    documents = FilesField(
        label="Files",
        required=False,
        allow_empty_file=True,
        help_text=(
            "Saved pages, feeds, exports of WordPress, Disqus and other comment systems, plain "
            f"text, or archives (.zip) of them; up to {MAX_FILE_BYTES // 1024 // 1024} MB each."
        ),
    )
    addresses = forms.CharField(
        label="Or addresses",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "short", "spellcheck": "false"}),
        help_text="Of pages or feeds, one a line. We fetch them politely, and once.",
    )
    format = forms.ChoiceField(label="Read as", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [
            (name, "What it shows by itself" if name == AUTO else name) for name in format_names()
        ]
        self.fields["format"].choices = names  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_id = "bring-in"
        self.helper.layout = Layout(
            "documents",
            "addresses",
            HTML('<details class="fold"><summary>Read it in a certain format</summary><div>'),
            "format",
            HTML("</div></details>"),
            FormActions(button("do", "upload", "See what is in it", "btn-primary")),
        )

    def clean_documents(self) -> list["UploadedFile[bytes]"]:
        files: list[UploadedFile[bytes]] = self.cleaned_data["documents"]
        if len(files) > FILES_MAX:
            raise forms.ValidationError(
                f"Please choose up to {FILES_MAX} files at a time, or pack them into a .zip."
            )
        return files

    def clean_addresses(self) -> list[str]:
        """Web addresses, each once. Whether they may be fetched is decided when they are."""
        lines = [line.strip() for line in self.cleaned_data["addresses"].splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > ADDRESSES_MAX:
            raise forms.ValidationError(f"Please give up to {ADDRESSES_MAX} addresses at a time.")
        for line in lines:
            at_most(ADDRESS_MAX, line, "An address")
            if not (clean_address(line) or "").startswith("http"):
                raise forms.ValidationError(
                    f"“{line[:80]}” is no web address; it begins with https:// or http://."
                )
        return lines

    def clean_format(self) -> str:
        return self.cleaned_data["format"] or AUTO

    def clean(self) -> dict[str, Any]:
        """Something to read."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned["documents"] and not cleaned["addresses"]:
            self.add_error("documents", NOTHING)
        return cleaned

    def say_too_large(self) -> None:
        """A file was larger than what is read."""
        self.errors.clear()
        self.add_error("documents", too_large())


class ChooseForm(forms.Form):
    """What becomes of several items at once."""

    choice = forms.ChoiceField(choices=Choice.choices)
    publish_at = TimeField(label="When (UTC)", required=False)
    everything = forms.BooleanField(required=False)
    numbers = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, numbers: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["numbers"].choices = [(each, each) for each in numbers]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("everything") and not cleaned.get("numbers"):
            self.add_error(None, "Please choose articles first, or all of them.")
        if cleaned.get("choice") == Choice.LATER and not self.errors:
            try:
                cleaned["publish_at"] = clean_time(cleaned.get("publish_at"))
            except forms.ValidationError as error:
                self.add_error("publish_at", error)
        return cleaned


class ItemForm(DetailsForm):
    """What staff correct of one article, and what becomes of it."""

    publish_at = TimeField(
        label="Publish at (UTC)", required=False, help_text="Only for “Publish at this time”."
    )

    def buttons(self) -> list[Any]:
        """The careful one comes first: it is what the Enter key presses."""
        return [
            button("do", "draft", "Keep as draft"),
            button("do", "publish", "Publish now", "btn-primary"),
            button("do", "later", "Publish at this time"),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.data.get("do") == Choice.LATER and "publish_at" not in self.errors:
            try:
                cleaned["publish_at"] = clean_time(cleaned.get("publish_at"))
            except forms.ValidationError as error:
                self.add_error("publish_at", error)
        return cleaned
