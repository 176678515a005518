"""Pages on which staff keep the help lines."""

from django.contrib import messages
from django.forms import BaseFormSet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.desk.help_line_forms import CountryForm, LineForm, LineFormSet, as_initial
from community.help_lines.actions import change_country, reset_country
from community.help_lines.models import HelpCountry
from community.help_lines.reading import all_countries
from community.members.models import Member
from community.moderation.access import staff_only
from community.screening.help_line_list import CountryHelp


@staff_only
@require_safe
def help_line_list(request: HttpRequest, editor: Member) -> HttpResponse:
    """Every country, and which of them staff keep."""
    kept = {country.code: country for country in HelpCountry.objects.all()}
    rows = [(code, help, kept.get(code)) for code, help in all_countries().items()]
    context = {"rows": sorted(rows, key=lambda row: row[1].country), "section": "desk"}
    return render(request, "community/desk/help_lines_page.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def help_line_country(request: HttpRequest, editor: Member, code: str = "") -> HttpResponse:
    """The lines of one country, to change; without a code, a new one."""
    known = all_countries().get(code.upper())
    if code and known is None:
        raise Http404("There is no such country here.")
    kept = HelpCountry.objects.filter(code=code.upper()).first()
    form = country_form(request, code, known, kept)
    lines = line_forms(request, known)
    if request.method == "POST" and form.is_valid() and lines.is_valid():
        return store(request, editor, code.upper(), form, lines)
    context = {"code": code.upper(), "form": form, "lines": lines, "kept": kept, "section": "desk"}
    return render(request, "community/desk/help_line_country.html", context)


def country_form(
    request: HttpRequest, code: str, known: CountryHelp | None, kept: HelpCountry | None
) -> CountryForm:
    """What is said about the country itself."""
    initial = {"name": known.country, "emergency": known.emergency} if known else {}
    if kept and kept.checked_at:
        initial["checked_at"] = str(kept.checked_at)
    return CountryForm(request.POST or None, initial=initial, code=code)


def line_forms(request: HttpRequest, known: CountryHelp | None) -> "BaseFormSet[LineForm]":
    """A form for each line, and some empty ones."""
    initial = [as_initial(line) for line in known.lines] if known else []
    return LineFormSet(request.POST or None, initial=initial, prefix="lines")


def store(
    request: HttpRequest,
    editor: Member,
    code: str,
    form: CountryForm,
    lines: "BaseFormSet[LineForm]",
) -> HttpResponse:
    """Keep what the forms hold."""
    given = dict(form.cleaned_data)
    named = [line.cleaned_data for line in lines if line.cleaned_data.get("name")]
    country = change_country(
        code=given.pop("code", "") or code, editor=editor, lines=named, **given
    )
    messages.success(request, f"The help lines of {country.name} are kept. Readers see them now.")
    return redirect("desk_help_lines")


@staff_only
@require_POST
def help_line_reset(request: HttpRequest, editor: Member, code: str) -> HttpResponse:
    """Back to the first content."""
    reset_country(code=code, editor=editor)
    messages.success(request, "The first content holds again.")
    return redirect("desk_help_lines")
