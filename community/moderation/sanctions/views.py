"""Pages on which moderators decide about a person or a thread."""

from collections.abc import Callable
from http import HTTPStatus

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.flags.models import Flag
from community.moderation.queue.querysets import earlier_names
from community.moderation.sanctions.actions import (
    check_may_judge,
    current,
    lift_sanctions,
    sanction_member,
    set_mode,
)
from community.moderation.sanctions.forms import LiftForm, ModeForm, SanctionForm, TopicsForm
from community.moderation.sanctions.models import Sanction
from community.moderation.team.actions import set_topic_limits
from community.threads.models import Comment, Thread
from community.threads.restraints import current_mode

SHOWN = 20  # past decisions; the log holds all


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def person_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """A member's record, what holds about them, and what can be decided."""
    member = get_object_or_404(Member, pk=pk)
    do = request.POST.get("do", "")
    form = SanctionForm(request.POST if do == "sanction" else None)
    lift = LiftForm(request.POST if do == "lift" else None)
    if do == "sanction" and form.is_valid():
        given = form.decided()
        if done(
            request, form, lambda: sanction_member(member=member, moderator=moderator, **given)
        ):
            return redirect("person", pk)
    if do == "lift" and lift.is_valid():
        words = lift.cleaned_data["words"]
        if done(
            request, lift, lambda: lift_sanctions(member=member, moderator=moderator, words=words)
        ):
            return redirect("person", pk)
    topics = topics_form(request, member, moderator)
    if topics and topics.is_bound and topics.is_valid():
        chosen = topics.cleaned_data["topics"]
        set_topic_limits(moderator=member, topics=chosen, editor=moderator)
        messages.success(request, "The topics are saved.")
        return redirect("person", pk)
    context = record(member) | {
        "member": member,
        "topics": topics,
        "form": form,
        "lift": lift,
        "hindrance": hindrance(member, moderator),
        "section": "moderation",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors or lift.errors else HTTPStatus.OK
    template = "community/moderation/sanctions/person_page.html"
    return render(request, template, context, status=status)


def topics_form(request: HttpRequest, member: Member, editor: Member) -> TopicsForm | None:
    """For staff, about somebody of the team: which topics they read."""
    if not (editor.is_staff and member.is_moderator):
        return None
    is_sent = request.POST.get("do") == "topics"
    initial = {"topics": list(member.topic_limits.values_list("topic", flat=True))}
    return TopicsForm(request.POST if is_sent else None, initial=initial)


def done(request: HttpRequest, form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it; what hinders it stands in the form."""
    try:
        act()
    except NotAllowed as trouble:
        form.add_error(None, str(trouble))
        return False
    messages.success(request, "Decided. It holds from now on.")
    return True


def hindrance(member: Member, moderator: Member) -> str:
    """Why this moderator may not decide about the person; "" when they may."""
    try:
        check_may_judge(member, moderator)
    except NotAllowed as trouble:
        return str(trouble)
    return ""


def record(member: Member) -> dict[str, object]:
    """What a moderator should know before deciding about somebody."""
    states = Comment.objects.filter(author=member).aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in Comment.State.values}
    )
    upheld = Flag.objects.filter(comment__author=member, outcome=Flag.Outcome.UPHELD)
    sanctions = Sanction.objects.filter(member=member)
    return {
        "states": states,
        "flags_upheld": upheld.count(),
        "current": list(current(member).select_related("decision__moderator")),
        "past": list(
            sanctions.select_related("decision__moderator", "lifted_by__moderator")[:SHOWN]
        ),
        "earlier_names": earlier_names(member),
        "notes": list(member.notes_about.select_related("writer")[:SHOWN]),
    }


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def thread_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """How a thread takes comments."""
    thread = get_object_or_404(Thread.objects.select_related("article"), pk=pk)
    initial = {"mode": current_mode(thread), "words": thread.mode_words}
    form = ModeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.decided()
        if done(request, form, lambda: set_mode(thread=thread, moderator=moderator, **given)):
            return redirect("moderate_thread", pk)
    decisions = thread.decisions.select_related("moderator")[:SHOWN]
    context = {"thread": thread, "form": form, "decisions": decisions, "section": "moderation"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "community/moderation/sanctions/thread_page.html"
    return render(request, template, context, status=status)
