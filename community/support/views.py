"""The small page on which a reader says something about a comment with a button."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.members.reading import reader_of
from community.support.actions import support_comment, take_support_back
from community.support.kinds import KINDS
from community.support.models import Support
from community.support.rates import is_within_rate
from community.threads.editing.own import person_of
from community.threads.models import Comment
from community.threads.posting.receipts import remembered
from community.threads.posting.restraints import NotAllowed
from community.threads.reading.permalink_views import is_own

TAKE_BACK = "take_back"
TOO_MANY = "You pressed many of these buttons just now. Please go on in ten minutes."
# The script asks for the page again instead of the thread, which is much longer.
IN_PLACE = "in_place"


@csrf_exempt  # guarded by Origin, see config.origin_guard
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The comment and the four buttons; visitors are shown where to sign in."""
    asked = request.POST.get("kind") or request.GET.get("kind", "")
    if request.method == "POST" and not isinstance(request.user, Member):
        return redirect(sign_in_url(pk, asked))  # the session ended meanwhile
    comments = Comment.objects.addressable_to(reader_of(request))
    comment = get_object_or_404(comments.select_related("thread__article", "author"), pk=pk)
    if request.method != "POST" or not isinstance(request.user, Member):
        return show(request, comment, asked)
    trouble = take(request, request.user, comment, asked)
    if trouble:
        return show(request, comment, asked, trouble)
    if IN_PLACE in request.POST:
        comment.refresh_from_db(fields=["support"])
        return show(request, comment)
    messages.success(request, said(asked))
    return redirect(comment)


def take(request: HttpRequest, member: Member, comment: Comment, asked: str) -> str:
    """Do what a button says; returns why not, or ""."""
    if asked == TAKE_BACK:
        take_support_back(comment=comment, member=member)
        return ""
    if asked not in KINDS:
        return "Please choose one of these."
    if not is_within_rate(member):
        return TOO_MANY
    try:
        support_comment(
            comment=comment, member=member, kind=asked, wrote=tuple(remembered(request))
        )
    except NotAllowed as refusal:
        return str(refusal)
    return ""


def said(asked: str) -> str:
    """What a member reads when the thread opens again."""
    return "It is taken back." if asked == TAKE_BACK else f"You said “{KINDS[asked]}”."


def show(
    request: HttpRequest, comment: Comment, asked: str = "", trouble: str = ""
) -> HttpResponse:
    """The page. `asked` is what somebody chose before signing in."""
    person = person_of(request)
    member = person.member
    given = Support.objects.filter(comment=comment, member=member).first() if member else None
    context = {
        "comment": comment,
        "kinds": KINDS,
        "given": given,
        "asked": asked if asked in KINDS else "",
        "asked_label": KINDS.get(asked, ""),
        "is_own": is_own(person, comment),
        "sign_in_url": sign_in_url(comment.pk, asked),
        "trouble": trouble,
        "back": reverse("comment_permalink", args=[comment.pk]),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if trouble else HTTPStatus.OK
    return render(request, "community/support/support_page.html", context, status=status)


def sign_in_url(pk: int, asked: str = "") -> str:
    """Where a visitor signs in and comes back from to this page, with what they chose."""
    here = reverse("support_comment", args=[pk])
    if asked in KINDS:
        here += "?" + urlencode({"kind": asked})
    return f"{reverse('account_login')}?{urlencode({'next': here})}"
