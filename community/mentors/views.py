"""Pages of mentors, and those on which somebody becomes one."""

from functools import partial
from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.members.models import Member
from community.mentors.access import mentors_only
from community.mentors.actions import (
    answer_offer,
    end_mentor,
    offer_mentor,
    resign_mentor,
    welcome_newcomer,
)
from community.mentors.forms import MentorForm
from community.mentors.models import Welcome
from community.mentors.reading import newcomers, open_offer
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.sanctions.warnings import with_warnings
from community.threads.models import Comment
from community.threads.posting.forms import CommentForm
from community.threads.posting.views import draft_key, post_in, write_page

FOLDER = "community/mentors"


@mentors_only
@require_safe
def new_here(request: HttpRequest, mentor: Member) -> HttpResponse:
    """Who is new here and was not welcomed yet."""
    context = {"newcomers": newcomers(mentor), "section": "account"}
    return render(request, f"{FOLDER}/new_here.html", context)


@csrf_exempt
@mentors_only
@require_http_methods(["GET", "HEAD", "POST"])
def welcome_page(request: HttpRequest, mentor: Member, pk: int) -> HttpResponse:
    """The form to answer the first words of somebody new, with nothing in it."""
    found = Comment.objects.addressable_to(mentor).exclude(author=None)
    newcomer = get_object_or_404(found.select_related("thread__article", "author"), pk=pk)
    thread = newcomer.thread
    if request.method == "POST":
        post = partial(welcome_newcomer, newcomer=newcomer)
        return post_in(thread, request, post=post, **with_warnings(request))
    if Welcome.objects.filter(member=newcomer.author_id).exists():
        messages.info(request, f"{newcomer.author_name} was welcomed already.")
        return redirect("new_here")
    initial = {} if newcomer.is_opening else {"parent": newcomer.pk}
    form = CommentForm(initial=initial, action=request.path, draft=draft_key(thread))
    return write_page(request, thread, newcomer, form)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mentor_page(request: HttpRequest) -> HttpResponse:
    """What a mentor does; the question to answer; the way to give it back."""
    assert isinstance(request.user, Member)
    offer = open_offer(request.user)
    is_mentor = request.user.role == Member.Role.MENTOR
    if offer is None and not is_mentor:
        raise Http404("Nobody asks you at the moment.")
    if request.method == "POST":
        return answer(request, request.user)
    context = {"offer": offer, "is_mentor": is_mentor, "section": "account"}
    return render(request, f"{FOLDER}/mentor_page.html", context)


def answer(request: HttpRequest, member: Member) -> HttpResponse:
    """Yes, no, or giving it back."""
    do = request.POST.get("do", "")
    try:
        if do == "resign":
            resign_mentor(member=member)
            messages.success(request, "You are no longer a mentor. Thank you for what you did.")
        elif do in ("accept", "decline"):
            answer_offer(member=member, accept=do == "accept")
            messages.success(request, "Thank you for your answer.")
    except NotAllowed as trouble:
        messages.warning(request, str(trouble))
    return redirect("mentor" if do == "accept" else "account_home")


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def offer_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Ask a member to be a mentor, or take it back."""
    member = get_object_or_404(Member, pk=pk)
    ends = member.role == Member.Role.MENTOR or open_offer(member) is not None
    label = "Take it back" if ends else "Ask them to be a mentor"
    sent = request.POST if request.method == "POST" else None
    do = "end" if ends else "offer"
    form = MentorForm(sent, action=request.path, label=label, do=do)
    if form.is_valid():
        act = end_mentor if request.POST.get("do") == "end" else offer_mentor
        try:
            act(member=member, moderator=moderator, words=form.cleaned_data["words"])
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(request, "It is written down, and they are told.")
            return redirect("person", pk)
    context = {"member": member, "form": form, "ends": ends, "section": "moderation"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, f"{FOLDER}/offer_page.html", context, status=status)
