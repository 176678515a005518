"""The buttons about a conversation on the page of its thread."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from articles.models import Topic
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.conversations.actions import (
    move_to_topic,
    narrow_conversation,
    pin_conversation,
    unpin_conversation,
)
from community.moderation.decisions.models import Decision
from community.threads.models import Thread

DOING = {
    "pin": pin_conversation,
    "unpin": unpin_conversation,
    "narrow": narrow_conversation,
}
DONE = {
    Decision.Kind.PIN: "Pinned. It stands above the others in every list.",
    Decision.Kind.UNPIN: "It stands among the others again.",
    Decision.Kind.NARROW: "From now on only members can read it.",
    Decision.Kind.TOPIC: "Moved. {facts}",
}
DONE_BEFORE = "That was decided already."
KEY_DIGITS_MAX = 18  # a key of the database has no more


@moderators_only
@require_POST
def decide(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """Do what the pressed button says, and go back to the page of the thread."""
    thread = get_object_or_404(Thread.objects.conversations(), pk=pk)
    try:
        decision = done(request, moderator, thread)
    except NotAllowed as trouble:
        messages.error(request, str(trouble))
    else:
        said = (
            DONE[Decision.Kind(decision.kind)].format(facts=decision.facts)
            if decision
            else DONE_BEFORE
        )
        messages.success(request, said)
    return redirect("moderate_thread", pk)


def done(request: HttpRequest, moderator: Member, thread: Thread) -> Decision | None:
    """What came of the button; 404 for one there is not."""
    wanted = request.POST.get("do", "")
    if wanted == "topic":
        return move_to_topic(thread=thread, moderator=moderator, topic=asked_topic(request))
    if wanted not in DOING:
        raise Http404("There is no such button.")
    return DOING[wanted](thread=thread, moderator=moderator)


def asked_topic(request: HttpRequest) -> Topic:
    """The topic that was chosen, or 404."""
    key = request.POST.get("topic", "")
    if not (key.isascii() and key.isdecimal()) or len(key) > KEY_DIGITS_MAX:
        raise Http404("There is no such topic.")
    return get_object_or_404(Topic, pk=int(key))
