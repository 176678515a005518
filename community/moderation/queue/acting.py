"""What the pages share on which one does more with a case than press a button."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from community.members.models import Member
from community.moderation.queue.cases import claimed, find_comment
from community.moderation.queue.pages import asked, case_url
from community.moderation.queue.waiting_list import is_waiting
from community.moderation.team.reading import may_read
from community.screening.marking import marked_paragraphs
from community.threads.models import Comment


def comment_to_act_on(request: HttpRequest, moderator: Member, pk: int) -> Comment:
    """The comment of a case, or 404. Opening a page about one that waits claims it, as the case does."""
    comment = find_comment(pk)
    if comment is None or not may_read(moderator, comment):
        raise Http404("There is no page here.")
    if request.method == "GET" and is_waiting(comment):
        return claimed(comment, moderator)
    return comment


def may_act(comment: Comment, moderator: Member) -> bool:
    """Whether nobody else has to do it, or is doing it."""
    claim = getattr(comment, "claim", None) if is_waiting(comment) else None
    is_free = claim is None or claim.moderator_id == moderator.pk
    return is_free and comment.author_id != moderator.pk


def address_of(request: HttpRequest, name: str, comment: Comment) -> str:
    """The page of that name about a comment, with the part of the queue it came from."""
    return reverse(name, args=[comment.pk]) + asked(request).query()


def acting_context(request: HttpRequest, comment: Comment) -> dict[str, Any]:
    """What all these pages show: the words, and the way back to the case."""
    return {
        "comment": comment,
        "thread": comment.thread,
        "paragraphs": marked_paragraphs(comment.words, comment.reasons),
        "case_url": case_url(comment.pk, asked(request)),
        "section": "moderation",
    }


def read_number(request: HttpRequest, name: str) -> int:
    """A number that a form brings; 0 where it did not arrive whole."""
    number = request.POST.get(name, "")
    return int(number) if number.isdecimal() and number.isascii() and len(number) < 9 else 0
