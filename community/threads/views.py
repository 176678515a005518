"""Pages on which people read threads."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from articles.models import Article, Topic
from articles.stories.lists import next_reads
from articles.syndication.described import article_block, fill_count
from community.members.models import Member
from community.threads import finished
from community.threads.asking import help_for_comments
from community.threads.heads import Head, find_head
from community.threads.models import Comment, Thread
from community.threads.own import Person, person_of, waiting_comments, waiting_row
from community.threads.pages import (
    OLDEST,
    ThreadPage,
    Tools,
    read_branch_page,
    read_thread_page,
)
from community.threads.passages import MarkedBody, asked_passage
from community.threads.places import asked_order, asked_start
from community.threads.story_views import also_reported
from community.threads.tree import branch_end, merged, nest, step
from community.threads.unread import Unread, read_unread
from community.threads.writing_views import blank_form
from community.yardsticks.waiting import usual_wait

FRONT_ARTICLES = 8  # what fits two screens of a phone without scrolling for ever
FRONT_THREADS = 5
FRONT_TOPICS = 12  # three lines of a phone; the page of topics has them all
MAX_KEY_DIGITS = 18  # a key of the database has no more


@require_safe
def front_page(request: HttpRequest) -> HttpResponse:
    """The latest articles and the threads people talk in."""
    articles = Article.objects.published().for_lists()[:FRONT_ARTICLES]
    threads = Thread.objects.filter(article__state=Article.State.PUBLISHED, comment_count__gt=0)
    threads = threads.exclude(last_comment_at=None)
    threads = threads.select_related("article").order_by("-last_comment_at")[:FRONT_THREADS]
    topics = Topic.objects.all()[:FRONT_TOPICS]
    context = {"articles": articles, "threads": threads, "topics": topics}
    return render(request, "community/threads/front_page.html", context)


@require_safe
def article_page(request: HttpRequest, slug: str) -> HttpResponse:
    """An article and its thread: the shared page for readers, an own one for those who wrote."""
    head = find_head(slug)
    order, start = asked_order(request), asked_start(request)
    now = timezone.now()
    passage = asked_passage(request, head)
    if finished.is_shared(request) and passage:
        html, true_until = shared_page(slug, head, order, start, now)
        page = finished.finish_page(passage.marked_in(html), true_until)
        response = finished.answer(request, page)
    elif finished.is_shared(request):
        key = head.key(order, start)
        response = finished.respond(
            request, key, now, lambda: shared_page(slug, head, order, start, now)
        )
    else:
        response = personal_page(request, slug, head, order, start, now, passage)
    if head.state == Article.State.WITHDRAWN:
        response.status_code = 410 if response.status_code == 200 else response.status_code
    return response


def shared_page(
    slug: str, head: Head, order: str, start: int, now: datetime
) -> tuple[str, datetime]:
    """HTML of the page that all readers share, and until when it is true."""
    page = ThreadPage()
    if head.thread_id:
        page = read_thread_page(
            thread_id=head.thread_id, slug=slug, order=order, start=start, now=now
        )
    others, counts_until = also_reported(head, now)
    section = others + thread_section(slug, head, page, order, page.html)
    frame = finished.kept_frame(head.frame_key(), lambda: shared_frame(head))
    frame = fill_count(frame, head.comment_count or 0)
    true_until = min(page.changes_at, counts_until)
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
    slug: str,
    head: Head,
    order: str,
    start: int,
    now: datetime,
    passage: MarkedBody | None,
) -> HttpResponse:
    """The page for somebody who has written here, or may moderate."""
    person = person_of(request)
    page, own, unread = ThreadPage(), [], None
    if head.thread_id:
        tools: Tools = person.tools
        if person.member is not None:
            unread = read_unread(member=person.member, thread_id=head.thread_id, now=now)
            tools = unread.marking(tools) if unread else tools
        page = read_thread_page(
            thread_id=head.thread_id,
            slug=slug,
            order=order,
            start=start,
            now=now,
            tools=tools,
            muted=person.muted,
        )
        own = waiting_comments(person, head.thread_id)
    rows, elsewhere = merged(page.rows, [waiting_row(person, comment, now) for comment in own])
    html, waiting = nest(rows, page.more), nest(elsewhere)
    section = thread_section(
        slug, head, page, order, html, waiting, moderates=person.is_moderator, unread=unread
    )
    others, _ = also_reported(head, now)
    context = page_context(head, person.member) | {"thread_section": others + section}
    context["posted"] = posted_draft(request, person, head)
    context["help"] = help_for_comments(request, *own)
    if passage:
        context["article"].body_html = passage.marked
    response = render(request, "community/threads/article_page.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


def posted_draft(request: HttpRequest, person: Person, head: Head) -> str:
    """Which draft the browser may forget now: that of the comment it was just led to."""
    asked = request.GET.get("posted", "")
    if not person.member or not asked.isdecimal() or len(asked) > MAX_KEY_DIGITS:
        return ""
    own = Comment.objects.filter(pk=int(asked), author=person.member, thread=head.thread_id)
    parents = list(own.values_list("parent_id", flat=True))
    return f"article-{head.article_id}:{parents[0] or 0}" if parents else ""


def page_context(head: Head, member: Member | None) -> dict[str, Any]:
    """What the article page shows besides its thread."""
    articles = Article.objects.select_related("source").prefetch_related("topics", "corrections")
    article = articles.get(pk=head.article_id)
    return {
        "article": article,
        "section": "articles",
        "next_reads": next_reads(article),
        "is_open": head.is_open,
        "post_form": blank_form(article, member) if head.is_open else "",
        "canonical_url": settings.SITE_URL + article.get_absolute_url(),
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
    }


def thread_section(
    slug: str,
    head: Head,
    page: ThreadPage,
    order: str,
    thread_html: str,
    waiting_html: str = "",
    *,
    moderates: bool = False,
    unread: Unread | None = None,
) -> SafeString:
    """HTML of the thread below an article. Its pieces were sanitised when they were stored."""
    url = reverse("article_page", args=[slug])
    context = {
        "url": url,
        "order": order,
        "is_open": head.is_open,
        "comment_count": head.comment_count,
        "thread_html": mark_safe(thread_html),  # noqa: S308 - stored pieces
        "waiting_html": mark_safe(waiting_html),  # noqa: S308 - stored pieces
        "usual_wait": usual_wait() if waiting_html else "",
        "mode": mode_notice(head),
        "moderates": moderates,
        "unread": unread,
        "thread_id": head.thread_id,
        "article_id": head.article_id,
        "slug": slug,
        "is_published": head.state == Article.State.PUBLISHED,
        "previous_url": page_url(url, order, page.previous_start),
        "next_url": page_url(url, order, page.next_start),
    }
    return render_to_string("community/threads/thread_section.html", context)


def mode_notice(head: Head) -> Thread | None:
    """The thread, where readers should know that it does not take comments as usual."""
    if head.mode == Thread.Mode.OPEN or head.state != Article.State.PUBLISHED:
        return None
    threads = Thread.objects.only("mode", "mode_until", "mode_words", "gap_seconds")
    return threads.filter(article=head.article_id).first()


def page_url(url: str, order: str, start: int | None) -> str:
    """Address of another page of the thread; "" where there is none."""
    if start is None:
        return ""
    asked = {"order": order} if order != OLDEST else {}
    asked |= {"from": str(start)} if start else {}
    query = "?" + urlencode(asked) if asked else ""
    return f"{url}{query}#thread"


@require_safe
def branch_page(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One branch with everything in it, page by page."""
    head = find_head(slug)
    root = get_object_or_404(Comment, thread=head.thread_id, number=number, depth=0)
    person = person_of(request)
    page = read_branch_page(
        thread_id=root.thread_id,
        root_number=number,
        start=branch_start(root, asked_start(request)),
        now=timezone.now(),
        tools=person.tools,
        muted=person.muted,
    )
    if not page.rows:
        raise Http404("There are no comments at this address.")
    own = waiting_comments(person, root.thread_id)
    rows, _ = merged(page.rows, [waiting_row(person, comment, timezone.now()) for comment in own])
    context = {
        "article": Article.objects.get(pk=head.article_id),
        "mode": mode_notice(head),
        "root": root,
        "page": page,
        "thread_html": nest(rows),
        "is_later": asked_start(request) > 0,
        "branch_url": reverse("branch_page", args=[slug, number]),
        "usual_wait": usual_wait(),
    }
    return render(request, "community/threads/branch_page.html", context)


def branch_start(root: Comment, number: int) -> str:
    """The path at which a page of a branch begins: that of comment `number`, or of the root."""
    if not number:
        return root.path
    branch = Comment.objects.filter(
        thread=root.thread_id, path__gte=root.path, path__lt=branch_end(step(root.number))
    )
    return branch.filter(number=number).values_list("path", flat=True).first() or root.path
