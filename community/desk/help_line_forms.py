"""Forms for the help lines of a country."""

import re
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from common.text import one_line
from community.desk.forms import at_most
from community.help_lines.models import NAME_MAX, SHORT_MAX
from community.screening.help_line_list import HelpLine

LINES_MAX = 12  # lines of a country; who has to choose among more is helped less
BLANK_LINES = 2  # empty places at the end, so that a line can be added without a script
CODE = re.compile(r"[A-Z]{2}")


class PlainField(forms.CharField):
    """One line of text that comes back whole when it is too long."""

    def __init__(self, *, most: int = NAME_MAX, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def clean(self, value: Any) -> str:
        return at_most(self.most, one_line(super().clean(value)), str(self.label))


def bare_helper() -> FormHelper:
    """A part of a larger form."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.include_media = False
    return helper


class CountryForm(forms.Form):
    """A country and its number for an ambulance."""

    code = PlainField(
        label="Code of the country",
        most=2,
        help_text="Two letters, ISO 3166, such as SE.",
        error_messages={"required": "Please give the two letters of the country."},
    )
    name = PlainField(
        label="Name of the country", error_messages={"required": "Please name the country."}
    )
    emergency = PlainField(
        label="Emergency number", most=SHORT_MAX, help_text="The one for an ambulance."
    )
    checked_at = forms.DateField(
        label="Checked on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="When somebody called or opened each of these.",
        error_messages={"invalid": "Please write the date as year-month-day, like 2026-11-20."},
    )

    def __init__(self, *args: Any, code: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
        if code:
            del self.fields["code"]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].upper()
        if not CODE.fullmatch(code):
            raise forms.ValidationError("Please give two letters, such as SE.")
        return code


class LineForm(forms.Form):
    """One line. A line without a name is left out."""

    name = PlainField(label="Name of the line", required=False)
    phone = PlainField(label="Telephone", most=SHORT_MAX, required=False)
    text = PlainField(
        label="By text or chat, and other numbers",
        most=200,
        required=False,
        help_text="Such as: Text HELLO to 741741, or chat on the website",
    )
    hours = PlainField(
        label="Hours", required=False, help_text="Empty: the page of the line says them."
    )
    url = forms.URLField(
        label="Web address",
        max_length=200,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Please write the whole address, like https://example.org/."},
    )
    languages = PlainField(
        label="Languages", required=False, help_text="Codes, parted by commas, such as: sv, en"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
        self.helper.mark_optional = False

    def clean(self) -> dict[str, Any]:
        """Something in it, but no name: the person who reads it would not know whom they call."""
        cleaned = super().clean() or {}
        has_more = any(value for name, value in cleaned.items() if name != "name")
        if has_more and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "Please name the line, or empty its other fields.")
        if cleaned.get("name") and not any(cleaned.get(n) for n in ("phone", "text", "url")):
            self.add_error("phone", "Please give a telephone number, a text line or an address.")
        return cleaned


LineFormSet = forms.formset_factory(
    LineForm,
    extra=BLANK_LINES,
    max_num=LINES_MAX,
    validate_max=True,
    absolute_max=LINES_MAX + BLANK_LINES,
)


def as_initial(line: HelpLine) -> dict[str, str]:
    """What stands in the form of a line."""
    return {
        "name": line.name,
        "phone": line.phone,
        "text": line.text,
        "hours": line.hours,
        "url": line.url,
        "languages": ", ".join(line.languages),
    }
