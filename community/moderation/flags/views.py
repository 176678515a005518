"""Pages on which readers flag a comment, and see what came of it."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.help_lines.reading import for_country
from community.members.models import Member
from community.members.reading import reader_of
from community.moderation.claims.actions import NotAllowed
from community.moderation.flags.actions import (
    Flagged,
    Flagger,
    flag_comment,
    withdraw_flag,
)
from community.moderation.flags.forms import FlagForm
from community.moderation.flags.guests import flag_of_token, flag_url, guest_of, remember_guest
from community.moderation.flags.models import Flag
from community.moderation.flags.wording import is_answered_before, outcome_in_words
from community.screening.help_line_list import CountryHelp
from community.threads.models import Comment
from community.threads.posting.asking import reader_country
from community.threads.posting.receipts import remembered

FLAGS_A_PAGE = 30


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def flag_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The comment, and what is wrong with it."""
    comments = Comment.objects.addressable_to(reader_of(request))
    comment = get_object_or_404(comments.select_related("thread__article", "author"), pk=pk)
    is_member = isinstance(request.user, Member)
    form = FlagForm(request.POST or None, action=request.path, is_member=is_member)
    context = {"comment": comment, "thread": comment.thread, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            return take_flag(request, comment, form)
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
        except FlaggedBefore as before:
            form.add_error(None, BEFORE)
            context["earlier"] = my_flags_url(before.flag)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "community/moderation/flags/flag_page.html", context, status=status)


class FlaggedBefore(Exception):
    """The person flagged the comment before, and now says something else."""

    def __init__(self, flag: Flag) -> None:
        super().__init__("flagged before")
        self.flag = flag


def take_flag(request: HttpRequest, comment: Comment, form: FlagForm) -> HttpResponse:
    """Store the flag, and lead to where its outcome will stand."""
    flagger, cookie = flagger_of(request, comment, form.cleaned_data.get("email", ""))
    reason, words = form.cleaned_data["reason"], form.cleaned_data["words"]
    done = flag_comment(comment=comment, flagger=flagger, reason=reason, words=words)
    if done.is_repeated and (done.flag.reason, done.flag.words) != (reason, words.strip()):
        raise FlaggedBefore(done.flag)
    if flagger.member:
        messages.success(request, thanks(done))
        return redirect("my_flags")
    response = redirect(flag_url(done.flag) + "?sent=1")
    if cookie and not done.is_repeated:
        remember_guest(response, cookie)
    return response


BEFORE = (
    "You flagged this comment before, and a person has one flag on a comment. What you wrote now "
    "was not added; it still stands below."
)


def thanks(done: Flagged) -> str:
    """What a member reads first after flagging."""
    if done.is_repeated:
        return "You had flagged it before."
    if is_answered_before(done.flag):
        return "Thank you. A moderator has looked at this already; below is what came of it."
    return "Thank you. A moderator will look at it. Nobody learns that it was you."


def flagger_of(request: HttpRequest, comment: Comment, email: str = "") -> tuple[Flagger, str]:
    """Who flags, and a cookie to set for a guest."""
    wrote = tuple(remembered(request))
    if isinstance(request.user, Member):
        return Flagger(request.user, wrote=wrote), ""
    key, cookie = guest_of(request, comment)
    return Flagger(guest_key=key, email=email, wrote=wrote), cookie


def my_flags_url(flag: Flag) -> str:
    """Where the person who sent a flag finds it."""
    return reverse("my_flags") if flag.flagger_id else flag_url(flag)


@login_required
@never_cache
@require_safe
def my_flags(request: HttpRequest) -> HttpResponse:
    """What the member flagged, and what came of it."""
    assert isinstance(request.user, Member)
    flags = Flag.objects.filter(flagger=request.user)
    flags = flags.select_related("comment__thread__article", "decision")
    newest = list(flags[:FLAGS_A_PAGE])
    context = {
        "flags": [(flag, outcome_in_words(flag)) for flag in newest],
        "help_lines": help_where_worried(request, newest[0] if newest else None),
    }
    return render(request, "community/moderation/flags/my_flags.html", context)


@never_cache
@require_safe
def flag_status(request: HttpRequest, token: str) -> HttpResponse:
    """A guest's own view of one flag."""
    flag = guests_flag(token)
    context = {
        "flag": flag,
        "told": outcome_in_words(flag),
        "token": token,
        "was_sent": "sent" in request.GET,
        "link": request.build_absolute_uri(flag_url(flag)),
        "help_lines": help_where_worried(request, flag),
    }
    response = render(request, "community/moderation/flags/flag_status.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def guests_flag(token: str) -> Flag:
    """The flag behind a link, or 404."""
    flag = flag_of_token(token)
    if flag is None:
        raise Http404("This link does not open a flag. Please check the whole link.")
    return flag


def help_where_worried(request: HttpRequest, flag: Flag | None) -> CountryHelp | None:
    """Help lines for who worries about somebody, while that is new."""
    is_worried = flag and flag.reason == Flag.Reason.WORRIED and flag.outcome == Flag.Outcome.OPEN
    return for_country(reader_country(request)) if is_worried else None


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A member takes a flag back."""
    flag = get_object_or_404(
        Flag.objects.select_related("comment", "flagger"), pk=pk, flagger=request.user
    )
    try:
        withdraw_flag(flag=flag, flagger=Flagger(flag.flagger))
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
