"""Where moderators read the lines of a member's page, and take one out."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.member_pages.actions import lines_of, take_line_out
from community.member_pages.forms import TakeOutForm
from community.member_pages.models import PageLine
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.grounds import explained
from community.moderation.sanctions.actions import check_may_judge


@moderators_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lines_page(request: HttpRequest, moderator: Member, public_id: str) -> HttpResponse:
    """The lines that others can read, and those that were taken out; each with a form."""
    member = get_object_or_404(Member, public_id=public_id)
    lines = [line for line in lines_of(member) if not line.is_kept_back]
    forms = [form_of(request, line) for line in lines]
    for line, form in zip(lines, forms, strict=True):
        if form.is_bound and form.is_valid() and is_taken_out(request, moderator, line, form):
            return redirect("page_lines", public_id)
    context = {
        "member": member,
        "lines": list(zip(lines, forms, strict=True)),
        "grounds": explained(),
        "hindrance": hindrance(member, moderator),
        "section": "moderation",
    }
    is_wrong = any(form.errors for form in forms)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    return render(request, "community/member_pages/lines_page.html", context, status=status)


def form_of(request: HttpRequest, line: PageLine) -> TakeOutForm:
    """The form of one line, with what was sent by its button."""
    sent = request.POST if request.POST.get("line") == line.kind else None
    return TakeOutForm(sent, kind=line.kind, initial={"version": line.version})


def is_taken_out(
    request: HttpRequest, moderator: Member, line: PageLine, form: TakeOutForm
) -> bool:
    """Take it out. What hinders it stands in the form, with every word."""
    try:
        take_line_out(line=line, moderator=moderator, **form.cleaned_data)
    except NotAllowed as trouble:
        form.add_error(None, str(trouble))
        form.know_version(line.version)
        return False
    messages.success(request, "The line is taken out, and the person is told.")
    return True


def hindrance(member: Member, moderator: Member) -> str:
    """Why this moderator may not decide about the person; "" when they may."""
    try:
        check_may_judge(member, moderator)
    except NotAllowed as trouble:
        return str(trouble)
    return ""
