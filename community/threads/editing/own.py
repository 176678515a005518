"""What a person sees of their own comments among the others: waiting ones, and what to do."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.http import HttpRequest
from django.template.loader import render_to_string

from common.proofs import KEY_DIGITS_MAX
from common.times import relative_time
from community.members.models import Member
from community.members.muting.mutes import muted_by
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_url, remembered
from community.threads.reading.pages import Stored
from community.threads.rendering import fill, readers_tools, render_words
from community.threads.tree import Row
from community.yardsticks.waiting import usual_wait

GIVEN_MAX = 1_000  # a reader's own marks in one thread; who gave more sees the newest


class Given:
    """What a member said with buttons about the comments of one thread: one query for a page.

    The rows belong to a higher floor, and are known here by the name of their relation alone.
    """

    def __init__(self, member: Member | None) -> None:
        self.member = member
        self.labels: dict[int, str] | None = None if member is not None else {}

    def about(self, comment: Stored) -> str:
        """The words of the button that the member pressed; "" where none."""
        if self.labels is None and self.member is not None:
            given = self.member.supports.filter(comment__thread__comments=comment.pk)
            newest = given.order_by("-pk")[:GIVEN_MAX]
            self.labels = {row.comment_id: row.get_kind_display() for row in newest}
        return (self.labels or {}).get(comment.pk, "")


@dataclass(frozen=True)
class Person:
    """Who looks at a page: a member, or a guest known by the comments of this browser."""

    member: Member | None = None
    comment_ids: tuple[int, ...] = field(default=())
    posted: int = 0  # the comment they were just led to after posting it

    @cached_property
    def muted(self) -> frozenset[int]:
        """Keys of the people whose comments are folded away for this person."""
        return muted_by(self.member) if self.member is not None else frozenset()

    @property
    def is_moderator(self) -> bool:
        return self.member is not None and self.member.is_moderator

    def wrote(self, comment: Stored) -> bool:
        """Whether this person wrote the comment."""
        if self.member is not None and comment.author_id == self.member.pk:
            return True
        return comment.author_id is None and comment.pk in self.comment_ids

    @cached_property
    def given(self) -> Given:
        """What this person said with buttons in the thread of a page."""
        return Given(self.member)

    def tools(self, comment: Stored) -> str:
        """HTML of what this person may do with a comment, beside what everybody may."""
        if comment.state != Comment.State.VISIBLE:
            return ""
        own = self.wrote(comment)
        if not own and not self.is_moderator:
            return readers_tools(self.given.about(comment))
        context = {"comment": comment, "own": own, "person": self}
        if own and self.member is None:
            context["receipt_url"] = receipt_url(Comment.objects.get(pk=comment.pk))
        tools = render_to_string("community/threads/tools.html", context)
        return tools if own else readers_tools(self.given.about(comment)) + tools


def person_of(request: HttpRequest) -> Person:
    """Who makes this request."""
    member = request.user if isinstance(request.user, Member) else None
    posted = request.GET.get("posted", "")
    is_key = posted.isascii() and posted.isdecimal() and len(posted) <= KEY_DIGITS_MAX
    return Person(member, tuple(remembered(request)), int(posted) if is_key else 0)


def waiting_comments(person: Person, thread_id: int) -> list[Comment]:
    """The person's own comments of a thread that wait for a moderator."""
    mine = Comment.objects.pending().filter(thread=thread_id).select_related("author", "parent")
    if person.member is not None:
        return list(mine.filter(author=person.member).order_by("path"))
    if person.comment_ids:
        return list(mine.filter(author=None, pk__in=person.comment_ids).order_by("path"))
    return []


def waiting_row(person: Person, comment: Comment, now: datetime) -> Row:
    """A waiting comment with its words, and when it will probably be read."""
    receipt = "" if person.member else receipt_url(comment)
    context = {
        "comment": comment,
        "usual_wait": usual_wait(),
        "receipt_url": receipt,
        "person": person,
    }
    label, _ = relative_time(comment.created_at, now)
    tools = render_to_string("community/threads/waiting_tools.html", context).strip()
    words = render_words(comment, is_waiting=True)
    html = fill(words, key=comment.pk, when=label, tools=tools)
    return Row(comment.path, html, comment.visible_below)
