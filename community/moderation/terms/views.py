"""Pages of the list of words: staff keep it, and try words before they are on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.moderation.access import staff_only
from community.moderation.terms.actions import add_terms, change_term, delete_term
from community.moderation.terms.forms import TermForm, TermsForm
from community.moderation.terms.trying import Trial, try_terms
from community.yardsticks.models import BlockedTerm


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def terms_page(request: HttpRequest, editor: Member) -> HttpResponse:
    """The list, a box to try words in, and what they would have caught."""
    form = TermsForm(request.POST or None, action=reverse("terms"))
    trial: Trial | None = None
    if request.method == "POST" and form.is_valid():
        if request.POST.get("do") == "add":
            return add(request, editor, form)
        trial = try_terms(form.cleaned_data["terms"])
    listed = BlockedTerm.objects.select_related("added_by")
    if "whole" in request.GET:
        trial = try_terms([term.term for term in listed])
    context = {
        "form": form,
        "trial": trial,
        "is_whole": "whole" in request.GET,
        "terms": listed,
        "section": "moderation",
    }
    return render(request, "community/moderation/terms/terms_page.html", context)


def add(request: HttpRequest, editor: Member, form: TermsForm) -> HttpResponse:
    """Put the words of the form on the list, and say which were there already."""
    given = form.cleaned_data
    added = add_terms(
        terms=given["terms"], editor=editor, outcome=given["outcome"], note=given["note"]
    )
    known = len(given["terms"]) - len(added)
    words = f"{len(added)} put on the list."
    messages.success(request, f"{words} {known} stood there already." if known else words)
    return redirect("terms")


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def term_page(request: HttpRequest, editor: Member, pk: int) -> HttpResponse:
    """One word of the list, to change or to take off."""
    term = get_object_or_404(BlockedTerm, pk=pk)
    initial = {"outcome": term.outcome, "note": term.note}
    form = TermForm(request.POST or None, initial=initial)
    if request.method == "POST" and request.POST.get("do") == "delete":
        delete_term(term=term, editor=editor)
        messages.success(request, f"“{term.term}” is off the list.")
        return redirect("terms")
    if request.method == "POST" and form.is_valid():
        change_term(term=term, editor=editor, **form.cleaned_data)
        messages.success(request, f"“{term.term}” is changed.")
        return redirect("terms")
    context = {"term": term, "form": form, "trial": try_terms([term.term])}
    return render(
        request, "community/moderation/terms/term_page.html", context | {"section": "moderation"}
    )
