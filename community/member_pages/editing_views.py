"""Where a member writes their page."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.member_pages.actions import GivenBack, lines_of, save_page
from community.member_pages.forms import PageForm
from community.member_pages.models import MemberPage, PageLine
from community.members.models import Member
from community.members.reading import reader_of
from community.moderation.claims.actions import NotAllowed
from community.threads.posting.asking import help_from

Audience = MemberPage.Audience


@csrf_exempt  # guarded by Origin, see config.origin_guard
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def edit_page(request: HttpRequest) -> HttpResponse:
    """The form with what stands there now; what cannot stand there comes back with what to change."""
    member = reader_of(request)
    if member is None:
        return signed_out(request)
    lines = lines_of(member)
    form = PageForm(request.POST or None, initial=written(member, lines))
    if request.method == "POST" and form.is_valid():
        danger = save(form, member)
        if danger is not None:
            return saved(request, member, danger)
    context = {
        "form": form,
        "member": member,
        "taken_out": [line for line in lines if line.is_taken_out],
        "kept_back": [line for line in lines if line.is_kept_back],
        "section": "account",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "community/member_pages/edit_page.html", context, status=status)


def save(form: PageForm, member: Member) -> frozenset[str] | None:
    """Store the form; None where it goes back to the writer."""
    try:
        return save_page(member=member, **form.cleaned_data)
    except GivenBack as given_back:
        form.give_back(dict(given_back.why))
    except NotAllowed as trouble:
        form.add_error(None, str(trouble))
    return None


def saved(request: HttpRequest, member: Member, danger: frozenset[str]) -> HttpResponse:
    """To the page; where words sound like danger, first to whom one can call."""
    if not danger:
        messages.success(request, "Your page is saved.")
        return redirect(member)
    context = {"help": help_from(request, set(danger)), "member": member, "section": "account"}
    return render(request, "community/member_pages/kept_back.html", context)


def written(member: Member, lines: list[PageLine]) -> dict[str, object]:
    """What the form begins with. Who wrote nothing yet is offered to show it to members only."""
    words: dict[str, object] = {line.kind: line.words for line in lines}
    page = MemberPage.objects.filter(member=member).first()
    if page is None:
        return words | {"audience": Audience.MEMBERS}
    return words | {
        "relation": page.relation,
        "audience": page.audience,
        "shows_comments": page.shows_comments,
    }


def signed_out(request: HttpRequest) -> HttpResponse:
    """To sign in; with what was on its way when the session ended."""
    if request.method != "POST":
        return redirect_to_login(request.path)
    context = {"form": PageForm(initial=request.POST.dict())}
    template = "community/member_pages/signed_out.html"
    return render(request, template, context, status=HTTPStatus.FORBIDDEN)
