"""Pages on which people read threads."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.stories.lists import next_reads
from articles.syndication.described import article_block, fill_count
from community.members.models import Member
from community.threads.editing.own import person_of
from community.threads.models import Thread
from community.threads.posting.asking import help_for_comments
from community.threads.posting.views import blank_form
from community.threads.reading import finished
from community.threads.reading.heads import Head, find_head
from community.threads.reading.passages import MarkedBody, asked_passage
from community.threads.reading.places import asked_order, asked_start
from community.threads.reading.sections import (
    Section,
    branch_view,
    personal_part,
    posted_draft,
    section_html,
    shared_part,
)
from community.threads.stories.views import also_reported


@require_safe
def article_page(request: HttpRequest, slug: str) -> HttpResponse:
    """An article and its thread: the shared page for readers, an own one for those who wrote."""
    head = find_head(slug)
    order, start = asked_order(request), asked_start(request)
    now = timezone.now()
    passage = asked_passage(request, head)
    if finished.is_shared(request) and passage:
        html, true_until = shared_page(head, order, start, now)
        page = finished.finish_page(passage.marked_in(html), true_until)
        response = finished.answer(request, page)
    elif finished.is_shared(request):
        key = head.key(order, start)
        response = finished.respond(request, key, now, lambda: shared_page(head, order, start, now))
    else:
        response = personal_page(request, head, order, start, now, passage)
    if head.state == Article.State.WITHDRAWN:
        response.status_code = 410 if response.status_code == 200 else response.status_code
    return response


def shared_page(head: Head, order: str, start: int, now: datetime) -> tuple[str, datetime]:
    """HTML of the page that all readers share, and until when it is true."""
    part = shared_part(head, order, start, now)
    others, counts_until = also_reported(head, now)
    section = others + section_below(head, order, part)
    frame = finished.kept_frame(head.frame_key(), lambda: shared_frame(head))
    frame = fill_count(frame, head.comment_count or 0)
    true_until = min(part.page.changes_at, counts_until)
    return frame.replace(finished.THREAD_MARK, section, 1), true_until


def shared_frame(head: Head) -> str:
    """The shared page without its thread: a stored piece, made once for each version."""
    context = page_context(head, None)
    context |= {
        "described": mark_safe(article_block(context["article"])),  # noqa: S308 - escaped
        "thread_section": mark_safe(finished.THREAD_MARK),  # noqa: S308 - a constant
        "comfort_attributes": finished.COMFORT_MARK.decode(),
    }
    return render_to_string("community/threads/article_page.html", context)


def personal_page(
    request: HttpRequest,
    head: Head,
    order: str,
    start: int,
    now: datetime,
    passage: MarkedBody | None,
) -> HttpResponse:
    """The page for somebody who has written here, or may moderate."""
    person = person_of(request)
    part = personal_part(person, head, order, start, now)
    others, _ = also_reported(head, now)
    context = page_context(head, person.member)
    context["thread_section"] = others + section_below(head, order, part)
    context["posted"] = posted_draft(request, person, head)
    context["help"] = help_for_comments(request, *part.own)
    if passage:
        context["article"].body_html = passage.marked
    response = render(request, "community/threads/article_page.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


def page_context(head: Head, member: Member | None) -> dict[str, Any]:
    """What the article page shows besides its thread."""
    articles = Article.objects.select_related("source").prefetch_related("topics", "corrections")
    article = articles.get(pk=head.article_id)
    return {
        "article": article,
        "section": "articles",
        "next_reads": next_reads(article),
        "is_open": head.is_open,
        "post_form": blank_form(Thread(article=article), member) if head.is_open else "",
        "canonical_url": settings.SITE_URL + article.get_absolute_url(),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }


def section_below(head: Head, order: str, part: Section) -> SafeString:
    """HTML of the thread below an article."""
    moderate = reverse("moderate_first_thread", args=[head.slug])
    if head.thread_id:
        moderate = reverse("moderate_thread", args=[head.thread_id])
    follows = (
        (reverse("follow", args=["thread", head.article_id]), "Follow these comments"),
        (reverse("follow", args=["article", head.article_id]), "Hear of corrections"),
    )
    return section_html(head, order, part, follows=follows, moderate_url=moderate)


@require_safe
def branch_page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One branch with everything in it, page by page."""
    return branch_view(request, find_head(slug), number)
