"""The thread on a page, whatever stands above it: an article, or the opening of a conversation."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from community.threads.editing.own import Person, person_of, waiting_comments, waiting_row
from community.threads.models import Comment, Thread
from community.threads.reading.pages import (
    OLDEST,
    ThreadPage,
    Tools,
    branch_url,
    read_branch_page,
    read_thread_page,
)
from community.threads.reading.places import asked_start
from community.threads.reading.unread import Unread, read_unread
from community.threads.tree import branch_end, merged, nest, step
from community.yardsticks.waiting import usual_wait

MAX_KEY_DIGITS = 18  # a key of the database has no more


class Stands(Protocol):
    """What a section needs to know of the thread and the page it stands on.

    `is_described` says whether the page is for search engines, too.
    """

    @property
    def url(self) -> str: ...
    @property
    def draft_key(self) -> str: ...
    @property
    def thread_id(self) -> int | None: ...
    @property
    def comment_count(self) -> int | None: ...
    @property
    def mode(self) -> str: ...
    @property
    def is_open(self) -> bool: ...
    @property
    def is_described(self) -> bool: ...


@dataclass(frozen=True)
class Section:
    """A part of a thread for one reader: the comments, those of their own that wait, what is new."""

    page: ThreadPage = field(default_factory=ThreadPage)
    html: str = ""
    waiting: str = ""
    own: tuple[Comment, ...] = ()
    unread: Unread | None = None
    moderates: bool = False


def shared_part(head: Stands, order: str, start: int, now: datetime) -> Section:
    """What all readers share."""
    if not head.thread_id:
        return Section()
    page = read_thread_page(
        thread_id=head.thread_id, url=head.url, order=order, start=start, now=now
    )
    return Section(page, page.html)


def personal_part(person: Person, head: Stands, order: str, start: int, now: datetime) -> Section:
    """The same for somebody who has written here, is signed in, or moderates."""
    if not head.thread_id:
        return Section(moderates=person.is_moderator)
    tools: Tools = person.tools
    unread = None
    if person.member is not None:
        unread = read_unread(member=person.member, thread_id=head.thread_id, now=now)
        tools = unread.marking(tools) if unread else tools
    page = read_thread_page(
        thread_id=head.thread_id,
        url=head.url,
        order=order,
        start=start,
        now=now,
        tools=tools,
        muted=person.muted,
    )
    own = [each for each in waiting_comments(person, head.thread_id) if not each.is_opening]
    rows, elsewhere = merged(page.rows, [waiting_row(person, comment, now) for comment in own])
    html, waiting = nest(rows, page.more), nest(elsewhere)
    return Section(page, html, waiting, tuple(own), unread, person.is_moderator)


def section_html(head: Stands, order: str, part: Section, **links: object) -> SafeString:
    """HTML of the thread below. Its pieces were sanitised when they were stored.

    `links` say what leads on from it: `follows`, pairs of an address and its words, and `moderate_url`;
    `opening_id` whose marks for search engines belong to the thread.
    """
    context = {
        "url": head.url,
        "order": order,
        "is_open": head.is_open,
        "is_described": head.is_described,
        "comment_count": head.comment_count,
        "thread_html": mark_safe(part.html),  # noqa: S308 - stored pieces
        "waiting_html": mark_safe(part.waiting),  # noqa: S308 - stored pieces
        "usual_wait": usual_wait() if part.waiting else "",
        "mode": mode_notice(head),
        "moderates": part.moderates,
        "unread": part.unread,
        "previous_url": page_url(head.url, order, part.page.previous_start),
        "next_url": page_url(head.url, order, part.page.next_start),
        **links,
    }
    return render_to_string("community/threads/thread_section.html", context)


def mode_notice(head: Stands) -> Thread | None:
    """The thread, where readers should know that it does not take comments as usual."""
    if head.mode == Thread.Mode.OPEN or not head.is_described:
        return None
    threads = Thread.objects.only("mode", "mode_until", "mode_words", "gap_seconds")
    return threads.filter(pk=head.thread_id or 0).first()


def page_url(url: str, order: str, start: int | None) -> str:
    """Address of another page of the thread; "" where there is none."""
    if start is None:
        return ""
    asked = {"order": order} if order != OLDEST else {}
    asked |= {"from": str(start)} if start else {}
    query = "?" + urlencode(asked) if asked else ""
    return f"{url}{query}#thread"


def posted_draft(request: HttpRequest, person: Person, head: Stands) -> str:
    """Which draft the browser may forget now: that of the comment it was just led to."""
    asked = request.GET.get("posted", "")
    if not person.member or not asked.isdecimal() or len(asked) > MAX_KEY_DIGITS:
        return ""
    own = Comment.objects.filter(pk=int(asked), author=person.member, thread=head.thread_id)
    parents = list(own.values_list("parent_id", flat=True))
    return f"{head.draft_key}:{parents[0] or 0}" if parents else ""


def branch_view(request: HttpRequest, head: Stands, number: int) -> HttpResponse:
    """The page of one branch with everything in it, page by page."""
    roots = Comment.objects.select_related("thread__article").filter(is_opening=False)
    root = get_object_or_404(roots, thread=head.thread_id, number=number, depth=0)
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
        "thread": root.thread,
        "mode": mode_notice(head),
        "root": root,
        "page": page,
        "thread_html": nest(rows),
        "is_later": asked_start(request) > 0,
        "branch_url": branch_url(head.url, number),
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
