"""The page on which moderators decide about a person."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from community.members.models import Member
from community.members.restraints import is_trust_paused
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.grounds import explained
from community.moderation.flags.querysets import received_by
from community.moderation.queue.acting import read_number
from community.moderation.queue.authors import (
    decided_on_comments,
    earlier_names,
    read_notes,
    record_of,
)
from community.moderation.replies.reading import PUT_IN, TO_PEOPLE, read_replies
from community.moderation.sanctions.actions import (
    check_may_judge,
    lift_sanctions,
    sanction_member,
)
from community.moderation.sanctions.forms import (
    LiftForm,
    NoteForm,
    SanctionForm,
    TopicsForm,
    WithWords,
)
from community.moderation.sanctions.models import Sanction
from community.moderation.sanctions.noting import note_about, take_note_away
from community.moderation.sanctions.reading import current, newest_about
from community.moderation.team.actions import set_topic_limits

DONE: dict[type[WithWords], str] = {
    SanctionForm: "Decided. It holds from now on, and the person is told.",
    LiftForm: "It is over, and the person is told.",
    NoteForm: "The note is kept.",
}
SHOWN = 20  # past decisions; the log holds all


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def person_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """A member's record, what holds about them, and what can be decided."""
    member = get_object_or_404(Member, pk=pk)
    form, lift = sanction_form(request, member), lift_form(request, member)
    note = NoteForm(sent(request, "note"))
    for each, act in ((form, sanction_member), (lift, lift_sanctions), (note, note_about)):
        if is_done(request, each, moderator, member, act):
            return redirect("person", pk)
    if request.POST.get("do") == "take-note-away":
        return take_away(request, moderator, member)
    topics = topics_form(request, member, moderator)
    if topics and topics.is_bound and topics.is_valid():
        chosen = topics.cleaned_data["topics"]
        set_topic_limits(moderator=member, topics=chosen, editor=moderator)
        messages.success(request, "The topics are saved.")
        return redirect("person", pk)
    context = record(member, moderator) | {
        "member": member,
        "topics": topics,
        "is_own": member.pk == moderator.pk,
        "form": form,
        "lift": lift,
        "is_lift_begun": request.POST.get(PUT_IN) == LiftForm.do,
        "note": note,
        "reply_texts": read_replies(TO_PEOPLE).texts,
        "grounds": explained(),
        "hindrance": hindrance(member, moderator),
        "section": "moderation",
    }
    is_wrong = form.errors or lift.errors or note.errors
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    template = "community/moderation/sanctions/person_page.html"
    return render(request, template, context, status=status)


def take_away(request: HttpRequest, moderator: Member, member: Member) -> HttpResponse:
    """Take a note about the person away."""
    try:
        take_note_away(member=member, note=read_number(request, "note"), moderator=moderator)
        messages.success(request, "The note is gone.")
    except NotAllowed as trouble:
        messages.warning(request, str(trouble))
    return redirect("person", member.pk)


def topics_form(request: HttpRequest, member: Member, editor: Member) -> TopicsForm | None:
    """For staff, about somebody of the team: which topics they read."""
    if not (editor.is_staff and member.is_moderator):
        return None
    initial = {"topics": list(member.topic_limits.values_list("topic", flat=True))}
    return TopicsForm(sent(request, "topics"), initial=initial)


def sanction_form(request: HttpRequest, member: Member) -> SanctionForm:
    """The form, empty, as it was sent, or with a reply template put in."""
    replies, initial = read_replies(TO_PEOPLE), {"seen": seen(member)}
    if request.POST.get(PUT_IN) == SanctionForm.do:
        typed = SanctionForm(request.POST, replies=replies)
        return SanctionForm(initial=typed.begun(), replies=replies)
    return SanctionForm(sent(request, "sanction"), initial=initial, replies=replies)


def lift_form(request: HttpRequest, member: Member) -> LiftForm:
    """The form that ends what holds; as the other one."""
    replies, initial = read_replies(TO_PEOPLE), {"seen": seen(member)}
    held = current(member)
    if request.POST.get(PUT_IN) == LiftForm.do:
        typed = LiftForm(request.POST, replies=replies, current=held)
        return LiftForm(initial=typed.begun(), replies=replies, current=held)
    return LiftForm(sent(request, "lift"), initial=initial, replies=replies, current=held)


def sent(request: HttpRequest, do: str) -> QueryDict | None:
    """What was sent, if it was sent by the button of this form."""
    return request.POST if request.POST.get("do") == do else None


def seen(member: Member) -> int:
    """The key of the newest decision about somebody; 0 where there is none."""
    newest = newest_about(member)
    return newest.pk if newest else 0


def is_done(
    request: HttpRequest,
    form: WithWords,
    moderator: Member,
    member: Member,
    act: Callable[..., object],
) -> bool:
    """Do what the form holds. What hinders it stands in the form, with every word."""
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        act(member=member, moderator=moderator, **form.decided())
    except NotAllowed as trouble:
        form.add_error(None, str(trouble))
        form.look_again(seen(member))
        return False
    messages.success(request, DONE[type(form)])
    return True


def hindrance(member: Member, moderator: Member) -> str:
    """Why this moderator may not decide about the person; "" when they may."""
    try:
        check_may_judge(member, moderator)
    except NotAllowed as trouble:
        return str(trouble)
    return ""


def record(member: Member, moderator: Member) -> dict[str, Any]:
    """What a moderator should know before deciding about somebody."""
    sanctions = Sanction.objects.filter(member=member)
    return {
        "states": record_of(member),
        "flags": received_by(member),
        "is_trust_paused": is_trust_paused(member),
        "current": list(current(member).select_related("decision__moderator")),
        "past": list(
            sanctions.select_related("decision__moderator", "lifted_by__moderator")[:SHOWN]
        ),
        "decided": decided_on_comments(member, moderator),
        "earlier_names": earlier_names(member),
        "notes": read_notes(member, moderator, SHOWN),
    }
