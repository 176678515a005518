"""Pages on which anybody sends a notice of illegal content, and sees what became of it."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.members.attempts.network import client_address
from community.members.models import Member
from community.moderation.appeals.actions import object_to_answer
from community.moderation.appeals.forms import AppealForm
from community.moderation.appeals.rights import check_may_object
from community.moderation.claims.actions import NotAllowed
from community.moderation.notices.actions import (
    NOTICES_IN_WINDOW,
    WINDOW,
    Given,
    receive_notice,
)
from community.moderation.notices.answers import appeal_until, what_was_done
from community.moderation.notices.forms import NoticeForm
from community.moderation.notices.models import Notice
from community.moderation.notices.references import notice_of, notice_url, spaced_key
from community.threads.posting.network import is_within

TOO_MANY = (
    "Many notices came from your network today. Please go on tomorrow; your words are kept below. "
    "If somebody is in danger, call the police."
)
NOT_FOUND = "There is no notice with this reference and this key. Please look at both again."


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice_page(request: HttpRequest) -> HttpResponse:
    """The form, for everybody."""
    initial = {"address": address_asked(request)}
    form = NoticeForm(request.POST or None, action=reverse("notice_new"), initial=initial)
    if request.method == "POST" and form.is_valid():
        if is_within_rate(request):
            return take(request, form)
        form.add_error(None, TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form}
    return render(request, "community/moderation/notices/notice_page.html", context, status=status)


def address_asked(request: HttpRequest) -> str:
    """The address of the comment from which somebody came here."""
    key = request.GET.get("comment", "")
    if not (key.isascii() and key.isdecimal()) or len(key) > 18:
        return ""
    return request.build_absolute_uri(reverse("comment_permalink", args=[int(key)]))


def is_within_rate(request: HttpRequest) -> bool:
    """Count the notices of a network."""
    seconds = int(WINDOW.total_seconds())
    return is_within("notices", client_address(request), most=NOTICES_IN_WINDOW, seconds=seconds)


def take(request: HttpRequest, form: NoticeForm) -> HttpResponse:
    """Store it, and lead to its page."""
    written = form.cleaned_data
    given = Given(**{name: written[name] for name in Given.__dataclass_fields__})
    notifier = request.user if isinstance(request.user, Member) else None
    notice = receive_notice(given=given, notifier=notifier)
    return redirect(notice_url(notice) + "?sent=1")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice_status(request: HttpRequest, reference: str, key: str) -> HttpResponse:
    """What became of a notice, for whoever has its link, who can object to the answer there."""
    notice = notice_of(reference, key)
    if notice is None:
        raise Http404(NOT_FOUND)
    form = AppealForm(request.POST or None, action=request.path)
    if request.method == "POST" and form.is_valid():
        try:
            object_to_answer(notice=notice, words=form.cleaned_data["words"])
            return redirect(notice_url(notice))
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
    return private(status_page(request, notice, form))


def status_page(request: HttpRequest, notice: Notice, form: AppealForm) -> HttpResponse:
    """The notice, what was decided, and how to object."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        "notice": notice,
        "key": spaced_key(notice),
        "was_sent": "sent" in request.GET,
        "link": request.build_absolute_uri(notice_url(notice)),
        "is_open": notice.decided_at is None,
        "what_was_done": what_was_done(notice),
        "appeal": getattr(notice.decision, "appeal", None) if is_declined(notice) else None,
        "appeal_until": appeal_until(notice),
        "hindrance": hindrance(notice),
        "form": form,
    }
    template = "community/moderation/notices/notice_status.html"
    return render(request, template, context, status=status)


def is_declined(notice: Notice) -> bool:
    """Whether the first answer was to leave it as it is."""
    return appeal_until(notice) is not None


def hindrance(notice: Notice) -> str:
    """Why there is no objecting, in a sentence; "" where there is."""
    try:
        check_may_object(notice)
    except NotAllowed as trouble:
        return str(trouble)
    return ""


def private(response: HttpResponse) -> HttpResponse:
    """The address is a key: it must not travel on in a Referer or into a search engine."""
    response["X-Robots-Tag"] = "noindex"
    return response


@never_cache
@require_safe
def find_notice(request: HttpRequest) -> HttpResponse:
    """For who has the reference and the key on paper."""
    reference, key = request.GET.get("reference", ""), request.GET.get("key", "")
    notice = notice_of(reference, key) if reference and key else None
    if notice:
        return redirect(notice_url(notice))
    context = {"reference": reference, "key": key, "trouble": NOT_FOUND if reference or key else ""}
    return render(request, "community/moderation/notices/find_notice.html", context)
