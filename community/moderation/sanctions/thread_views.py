"""The page on which moderators decide how a thread takes comments."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from articles.models import Article, Topic
from community.members.models import Member
from community.moderation.access import moderators_only
from community.moderation.claims.actions import NotAllowed
from community.moderation.sanctions.forms import ModeForm
from community.moderation.sanctions.modes import newest_about, set_mode
from community.threads.models import Thread
from community.threads.placing import stored_thread
from community.threads.posting.restraints import current_mode

SHOWN = 20  # past decisions; the log holds all


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def thread_page(request: HttpRequest, moderator: Member, pk: int) -> HttpResponse:
    """How a thread takes comments."""
    threads = Thread.objects.select_related("article")
    return mode_page(request, moderator, get_object_or_404(threads, pk=pk))


@moderators_only
@require_http_methods(["GET", "HEAD", "POST"])
def first_thread_page(request: HttpRequest, moderator: Member, slug: str) -> HttpResponse:
    """The same for an article under which nobody wrote yet: its thread begins with the decision."""
    article = get_object_or_404(Article.objects.published(), slug=slug)
    thread = Thread.objects.filter(article=article).first()
    if thread is not None and request.method != "POST":
        return redirect("moderate_thread", thread.pk)
    return mode_page(request, moderator, thread or Thread(article=article))


def mode_page(request: HttpRequest, moderator: Member, thread: Thread) -> HttpResponse:
    """The form, and what was decided before."""
    initial = {"mode": current_mode(thread), "words": thread.mode_words, "seen": seen(thread)}
    form = ModeForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        stored = stored_thread(thread)
        try:
            set_mode(thread=stored, moderator=moderator, **form.decided())
        except NotAllowed as trouble:
            form.add_error(None, str(trouble))
            form.look_again(seen(stored))
        else:
            messages.success(request, "Decided. It holds from now on, and readers see it.")
            return redirect("moderate_thread", stored.pk)
    decisions = thread.decisions.select_related("moderator")[:SHOWN] if thread.pk else []
    context = {
        "thread": thread,
        "mode": current_mode(thread),
        "form": form,
        "decisions": decisions,
        "topics": Topic.objects.all() if thread.is_conversation else (),
        "section": "moderation",
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    template = "community/moderation/sanctions/thread_page.html"
    return render(request, template, context, status=status)


def seen(thread: Thread) -> int:
    """The key of the newest decision about a thread; 0 where there is none."""
    newest = newest_about(thread) if thread.pk else None
    return newest.pk if newest else 0
