"""Every version of what people agree to, and what a member has agreed to."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from common.text.changes import changes
from community.members.agreements.actions import agree, withdraw_consent
from community.members.agreements.forms import AgreeForm
from community.members.agreements.models import Agreement, AgreementText
from community.members.agreements.reading import lacking, versions
from community.members.models import Member

Kind = AgreementText.Kind
FOLDER = "community/members/agreements"


def versions_or_404(kind: str) -> list[AgreementText]:
    """The published versions of a text, the newest first; 404 for what there is not."""
    found = versions(kind) if kind in Kind.values else []
    if not found:
        raise Http404("There is no such text here.")
    return found


@require_safe
def version_list(request: HttpRequest, kind: str) -> HttpResponse:
    """When which version began to hold, and what was new in it."""
    found = versions_or_404(kind)
    return render(request, f"{FOLDER}/version_list.html", {"versions": found, "newest": found[0]})


@require_safe
def version_page(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One version, with what became of the words of the one before."""
    found = {text.number: text for text in versions_or_404(kind)}
    if number not in found:
        raise Http404("There is no such version.")
    text, before = found[number], found.get(number - 1)
    context = {
        "text": text,
        "before": before,
        "difference": changes(before.body, text.body) if before else [],
        "later": found.get(number + 1),
        "newest": found[max(found)],
    }
    return render(request, f"{FOLDER}/version_page.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """What a member agreed to and when; what they are still asked; a consent to take back."""
    assert isinstance(request.user, Member)
    asked = lacking(request.user)
    sent = request.POST if request.method == "POST" else None
    form = AgreeForm(sent, texts=[each.text for each in asked])
    if form.is_valid():
        agree(member=request.user, texts=form.agreed)
        messages.success(request, "Thank you. You can write as usual.")
        return redirect("agreements")
    rows = list(Agreement.objects.filter(member=request.user).select_related("text"))
    gives_health = any(r.text.kind == Kind.HEALTH and r.withdrawn_at is None for r in rows)
    context = {"rows": rows, "asked": asked, "form": form, "gives_health": gives_health}
    return render(request, f"{FOLDER}/own_page.html", context | {"section": "account"})


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_page(request: HttpRequest) -> HttpResponse:
    """Take the consent for words about health back, after reading what follows."""
    assert isinstance(request.user, Member)
    if request.method == "POST":
        withdraw_consent(member=request.user)
        messages.success(request, "Your consent is taken back.")
        return redirect("agreements")
    return render(request, f"{FOLDER}/withdraw_page.html", {"section": "account"})
