"""Pages on which readers flag a comment, and see what came of it."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.help_lines.reading import for_country
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.flags.actions import Flagger, flag_comment, withdraw_flag
from community.moderation.flags.forms import FlagForm
from community.moderation.flags.guests import flag_of_token, flag_url, guest_of, remember_guest
from community.moderation.flags.models import Flag
from community.threads.asking import reader_country
from community.threads.models import Comment

FLAGS_A_PAGE = 30


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def flag_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The comment, and what is wrong with it."""
    comments = Comment.objects.visible().select_related("thread__article", "author")
    comment = get_object_or_404(comments, pk=pk)
    is_member = isinstance(request.user, Member)
    form = FlagForm(request.POST or None, action=request.path, is_member=is_member)
    if request.method == "POST" and form.is_valid():
        try:
            return take_flag(request, comment, form)
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
    context = {"comment": comment, "article": comment.thread.article, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "community/moderation/flags/flag_page.html", context, status=status)


def take_flag(request: HttpRequest, comment: Comment, form: FlagForm) -> HttpResponse:
    """Store the flag, and lead to where its outcome will stand."""
    flagger, cookie = flagger_of(request, form.cleaned_data.get("email", ""))
    done = flag_comment(
        comment=comment,
        flagger=flagger,
        reason=form.cleaned_data["reason"],
        words=form.cleaned_data["words"],
    )
    if flagger.member:
        messages.success(request, "You had flagged it before." if done.is_repeated else THANKS)
        return redirect("my_flags")
    response = redirect(flag_url(done.flag) + "?sent=1")
    if cookie:
        remember_guest(response, cookie)
    return response


THANKS = "Thank you. A moderator will look at it. Nobody learns that it was you."


def flagger_of(request: HttpRequest, email: str = "") -> tuple[Flagger, str]:
    """Who flags, and a cookie to set for a guest."""
    if isinstance(request.user, Member):
        return Flagger(request.user), ""
    key, cookie = guest_of(request)
    return Flagger(guest_key=key, email=email), cookie


@login_required
@never_cache
@require_safe
def my_flags(request: HttpRequest) -> HttpResponse:
    """What the member flagged, and what came of it."""
    assert isinstance(request.user, Member)
    flags = Flag.objects.filter(flagger=request.user).select_related("comment__thread__article")
    context = {"flags": flags[:FLAGS_A_PAGE], "help": help_where_worried(request, flags.first())}
    return render(request, "community/moderation/flags/my_flags.html", context)


@never_cache
@require_safe
def flag_status(request: HttpRequest, token: str) -> HttpResponse:
    """A guest's own view of one flag."""
    flag = guests_flag(token)
    context = {
        "flag": flag,
        "token": token,
        "was_sent": "sent" in request.GET,
        "link": request.build_absolute_uri(flag_url(flag)),
        "help": help_where_worried(request, flag),
    }
    response = render(request, "community/moderation/flags/flag_status.html", context)
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def guests_flag(token: str) -> Flag:
    """The flag behind a link, or 404."""
    flag = flag_of_token(token)
    if flag is None:
        raise Http404("This link does not open a flag. Please check the whole link.")
    return flag


def help_where_worried(request: HttpRequest, flag: Flag | None) -> dict[str, object]:
    """Help lines for who worries about somebody, while that is new."""
    is_worried = flag and flag.reason == Flag.Reason.WORRIED and flag.outcome == Flag.Outcome.OPEN
    return {"lines": for_country(reader_country(request))} if is_worried else {}


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A member takes a flag back."""
    flag = get_object_or_404(Flag.objects.select_related("comment"), pk=pk, flagger=request.user)
    flagger, _ = flagger_of(request)
    try:
        withdraw_flag(flag=flag, flagger=flagger)
        messages.success(request, "Your flag is taken back.")
    except NotAllowed as trouble:
        messages.info(request, str(trouble))
    return redirect("my_flags")


@csrf_exempt
@require_POST
def take_back_as_guest(request: HttpRequest, token: str) -> HttpResponse:
    """A guest takes a flag back; the link proves whose it is."""
    flag = guests_flag(token)
    comment = flag.comment
    try:
        withdraw_flag(flag=flag, flagger=Flagger(guest_key=flag.guest_key or ""))
    except NotAllowed:
        return redirect(flag_url(flag))
    return redirect(comment)
