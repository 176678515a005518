"""Pages on which people see what is kept about them, and have it erased."""

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.keeping.limits import kept_in_words
from community.members.attempts.network import client_address
from community.members.models import Member
from community.own_data.actions import (
    NotAllowed,
    ask_by_mail,
    ask_for_erasure,
    call_off,
)
from community.own_data.deciding import names_besides
from community.own_data.downloading import ask_for_download
from community.own_data.forms import AddressForm, ChoiceForm
from community.own_data.keeping import kept_about
from community.own_data.links import erasure_of, token_of
from community.own_data.models import Download, Erasure
from community.own_data.rates import is_within_rate
from community.threads.editing.detaching import disown_comment, may_disown
from community.threads.models import Comment

TOO_MANY = "Many letters were asked for from your network just now. Please try again in an hour."
FOLDER = "community/own_data"


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, also where nothing was ticked; None where the page was only opened."""
    return request.POST if request.method == "POST" else None


@login_required
@never_cache
@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about the member."""
    assert isinstance(request.user, Member)
    context = {
        "kept": kept_about(request.user),
        "network_marks": kept_in_words("network_marks"),
        "erasure": request.user.erasures.waiting(),
        "download": open_download(request.user),
        "section": "account",
    }
    return render(request, f"{FOLDER}/data_page.html", context)


def open_download(member: Member) -> Download | None:
    """The file that is there or being made."""
    own = Download.objects.filter(member=member)
    return own.exclude(expires_at__lte=timezone.now()).first()


@login_required
@require_POST
def download_ask(request: HttpRequest) -> HttpResponse:
    """Have the file made."""
    assert isinstance(request.user, Member)
    ask_for_download(member=request.user)
    return redirect(f"{reverse('own_data')}#take-title")


@login_required
@never_cache
@require_safe
def download_file(request: HttpRequest, pk: int) -> FileResponse:
    """The file, for its owner and nobody else, while its week lasts."""
    own = Download.objects.filter(member=request.user.pk, expires_at__gt=timezone.now())
    download = get_object_or_404(own, pk=pk)
    if not download.file.exists():
        raise Http404("The file is gone; please have it made again.")
    name = f"my-data-{download.asked_at:%Y-%m-%d}.zip"
    return FileResponse(download.file.open("rb"), as_attachment=True, filename=name)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase_page(request: HttpRequest) -> HttpResponse:
    """Choose what is to go, or call it off while there is time."""
    assert isinstance(request.user, Member)
    waiting = request.user.erasures.waiting()
    if waiting is not None and request.POST.get("do") == "keep":
        call_off(erasure=waiting)
        messages.success(request, "Your account stays as it is.")
        return redirect("own_data")
    form = ChoiceForm(posted(request), action=request.path)
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_erasure(member=request.user, how=form.cleaned_data["how"])
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect("erase_account")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "erasure": waiting,
        "besides": names_besides(request.user),
        "section": "account",
    }
    return render(request, f"{FOLDER}/erase_page.html", context, status=status)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def disown_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the name off one comment, for good."""
    assert isinstance(request.user, Member)
    own = Comment.objects.filter(author=request.user).select_related("thread__article", "author")
    comment = get_object_or_404(own, pk=pk)
    if not may_disown(comment):
        raise Http404("This comment keeps its name for now.")
    if request.method == "POST":
        disown_comment(comment=comment, author=request.user)
        messages.success(request, "Your name is off this comment.")
        return redirect("my_comments")
    context = {"comment": comment, "section": "account"}
    return render(request, f"{FOLDER}/disown_page.html", context)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_mail_page(request: HttpRequest) -> HttpResponse:
    """For whoever cannot sign in: a link by mail. The answer is the same for every address."""
    form = AddressForm(posted(request), action=reverse("erase_by_mail"))
    if request.method == "POST" and form.is_valid():
        if is_within_rate(client_address(request)):
            ask_by_mail(address=form.cleaned_data["email"])
            return redirect("erase_asked")
        form.add_error("email", TOO_MANY)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, f"{FOLDER}/by_mail_page.html", {"form": form}, status=status)


@require_safe
def asked_page(request: HttpRequest) -> HttpResponse:
    """The same for every address."""
    return render(request, f"{FOLDER}/asked_page.html")


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erasure_page(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link: choose, call it off, or read the receipt. No account is needed."""
    erasure = erasure_of(token)
    if erasure is None:
        raise Http404("This link is not, or no longer, one of ours.")
    form = ChoiceForm(posted(request), action=request.path, has_session=False)
    if request.method == "POST" and request.POST.get("do") == "keep":
        call_off(erasure=erasure)
        return redirect(request.path)
    is_asked = erasure.state == Erasure.State.ASKED
    if request.method == "POST" and is_asked and form.is_valid() and erasure.member is not None:
        try:
            ask_for_erasure(member=erasure.member, how=form.cleaned_data["how"])
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect(request.path)
    context = {
        "erasure": erasure,
        "form": form,
        "token": token_of(erasure),
        "besides": names_besides(erasure.member) if is_asked and erasure.member else [],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    response = render(request, f"{FOLDER}/erasure_page.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
