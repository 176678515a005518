"""The page of a conversation."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from common.times import relative_time
from community.conversations.actions import keep_among_members
from community.conversations.forms import DRAFT
from community.conversations.heads import ConversationHead, find_conversation
from community.members.models import Member
from community.members.reading import reader_of
from community.threads.actions import COMMENT_MAX
from community.threads.editing.own import Person, person_of, waiting_row
from community.threads.models import Comment, Thread
from community.threads.posting.asking import help_for_comments
from community.threads.posting.restraints import NotAllowed
from community.threads.posting.views import blank_form
from community.threads.reading import finished
from community.threads.reading.pages import Stored, everybodys_tools
from community.threads.reading.places import asked_order, asked_start
from community.threads.reading.sections import (
    Section,
    branch_view,
    personal_part,
    posted_draft,
    section_html,
    shared_part,
)
from community.threads.rendering import fill

FOLDER = "community/conversations"
NARROWED = "From now on only members can read this conversation."
ALREADY = "Only members can read this conversation already."


def head_for(request: HttpRequest, pk: int) -> ConversationHead:
    """The head of a conversation that this person finds, or 404."""
    head = find_conversation(pk)
    reader = reader_of(request)
    if head is None or not (head.is_there or sees_waiting(head, reader)):
        raise Http404("There is no conversation at this address.")
    return head


def sees_waiting(head: ConversationHead, reader: Member | None) -> bool:
    """Whether somebody finds a conversation that readers do not: who began it, and moderators."""
    return reader is not None and (reader.is_moderator or head.author_id == reader.pk)


@require_safe
def conversation_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A conversation: the shared page for readers, an own one for those who take part."""
    head = head_for(request, pk)
    order, start, now = asked_order(request), asked_start(request), timezone.now()
    if head.is_for_members and reader_of(request) is None:
        return members_only(request)
    if finished.is_shared(request):
        key = head.key(order, start)
        return finished.respond(request, key, now, lambda: shared_page(head, order, start, now))
    return personal_page(request, head, order, start, now)


def members_only(request: HttpRequest) -> HttpResponse:
    """That one has to sign in first; nothing of the conversation is on the page.

    What somebody wrote whose session ended is on it, to be taken along.
    """
    words = request.POST.get("comment", "")[:COMMENT_MAX]
    next_url = request.get_full_path().removesuffix("comments/")
    context = {"next": next_url, "words": words, "section": "conversations"}
    response = render(request, f"{FOLDER}/members_only.html", context, status=HTTPStatus.FORBIDDEN)
    response["Cache-Control"] = "private, no-store"
    return response


def shared_page(
    head: ConversationHead, order: str, start: int, now: datetime
) -> tuple[str, datetime]:
    """HTML of the page that all readers share, and until when it is true."""
    thread = read_thread(head)
    part = shared_part(head, order, start, now)
    opening, true_until = opening_html(thread, now)
    context = page_context(head, thread, None, opening) | {
        "thread_section": section_of(head, order, part),
        "comfort_attributes": finished.COMFORT_MARK.decode(),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }
    html = render_to_string(f"{FOLDER}/conversation_page.html", context)
    return html, min(part.page.changes_at, true_until)


def personal_page(
    request: HttpRequest, head: ConversationHead, order: str, start: int, now: datetime
) -> HttpResponse:
    """The page for somebody who is signed in, or has written here."""
    person = person_of(request)
    thread = read_thread(head)
    part = personal_part(person, head, order, start, now)
    opening, _ = opening_html(thread, now, person)
    context = page_context(head, thread, person.member, opening)
    own = [thread.opening] if person.member and head.author_id == person.member.pk else []
    context |= {
        "thread_section": section_of(head, order, part),
        "posted": forgotten_draft(request, person, head),
        "help": help_for_comments(request, *own, *part.own),
        "may_narrow": may_narrow(thread, person),
    }
    response = render(request, f"{FOLDER}/conversation_page.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


def forgotten_draft(request: HttpRequest, person: Person, head: ConversationHead) -> str:
    """Which draft the browser may forget now: that of the conversation, or of a comment in it."""
    is_begun = request.GET.get("posted") == str(head.opening_id)
    if is_begun and person.member is not None and head.author_id == person.member.pk:
        return f"{DRAFT}:0"
    return posted_draft(request, person, head)


def may_narrow(thread: Thread, person: Person) -> bool:
    """Whether the person began the conversation, and everyone can read it still."""
    began = person.member is not None and thread.started_by_id == person.member.pk
    return began and not thread.is_for_members


def read_thread(head: ConversationHead) -> Any:
    """The thread with its topic, and its opening as `opening`."""
    thread: Any = Thread.objects.select_related("topic").get(pk=head.thread_id)
    openings = Comment.objects.select_related("author", "annotated_by")
    thread.opening = openings.get(pk=head.opening_id)
    thread.opening.thread = thread
    return thread


def opening_html(
    thread: Any, now: datetime, person: Person | None = None
) -> tuple[SafeString, datetime]:
    """HTML of the first words of a conversation, and until when their "3 hours ago" is true."""
    opening: Comment = thread.opening
    label, true_until = relative_time(opening.created_at, now)
    if opening.state == Comment.State.PENDING and person and wrote(person, opening):
        html = waiting_row(person, opening, now).html
        return mark_safe(html), true_until  # noqa: S308 - made from sanitised words
    stored = Stored(*(getattr(opening, name) for name in Stored._fields))
    tools = (person.tools if person else everybodys_tools)(stored)
    html = fill(opening.piece, key=opening.pk, when=label, tools=tools)
    return mark_safe(html), true_until  # noqa: S308 - a stored piece


def wrote(person: Person, opening: Comment) -> bool:
    """Whether the person began the conversation."""
    return person.member is not None and person.member.pk == opening.author_id


def page_context(
    head: ConversationHead, thread: Any, member: Member | None, opening: SafeString
) -> dict[str, Any]:
    """What the page shows besides its comments."""
    is_own = member is not None and head.author_id == member.pk
    title = thread.opening.title if is_own and not head.shown_title else ""
    return {
        "thread": thread,
        "title": title or thread.title,
        "opening": opening,
        "is_open": head.is_open,
        "section": "conversations",
        "post_form": blank_form(thread, member) if head.is_open else "",
        "canonical_url": settings.SITE_URL + head.url,
    }


def section_of(head: ConversationHead, order: str, part: Section) -> SafeString:
    """HTML of the comments below the opening."""
    follows = ((reverse("follow", args=["talk", head.thread_id]), "Follow this conversation"),)
    moderate = reverse("moderate_thread", args=[head.thread_id])
    return section_html(
        head, order, part, follows=follows, moderate_url=moderate, is_conversation=True,
        opening_id=head.opening_id,
    )  # fmt: skip


@require_safe
def conversation_branch(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One branch with everything in it, page by page."""
    head = head_for(request, pk)
    if head.is_for_members and reader_of(request) is None:
        return members_only(request)
    return branch_view(request, head, number)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def narrow_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a conversation among members, after being told that there is no way back."""
    assert isinstance(request.user, Member)
    head = head_for(request, pk)
    own = Thread.objects.conversations().filter(started_by=request.user)
    thread = get_object_or_404(own, pk=head.thread_id)
    if request.method == "POST":
        try:
            is_new = keep_among_members(thread=thread, person=request.user)
        except NotAllowed as trouble:
            messages.error(request, str(trouble))
        else:
            messages.success(request, NARROWED if is_new else ALREADY)
        return redirect(thread)
    context = {"thread": thread, "section": "conversations"}
    return render(request, f"{FOLDER}/narrow_page.html", context)
