"""Taking a name off a comment: it stays, and nothing joins it with its writer any more."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from community.members.models import Member
from community.threads.actions import write
from community.threads.indexing import index_comment
from community.threads.models import Comment, Thread
from community.threads.placing import touch_thread
from community.threads.posting.restraints import NotAllowed
from community.threads.renaming.actions import renew
from community.threads.rendering import render_piece
from community.threads.tree import NAMED_PARENT_DEPTH

NAME = "A former member"
# Until then a comment is part of a talk that goes on, and its writer can change it or take it back.
DISOWN_AFTER = timedelta(days=14)


def may_disown(comment: Comment) -> bool:
    """Whether a comment is old enough, and there is anything to take a name off."""
    is_old = comment.created_at <= timezone.now() - DISOWN_AFTER
    return is_old and comment.erased_at is None and comment.state == Comment.State.VISIBLE


def disown_comment(*, comment: Comment, author: Member) -> None:
    """Take one's name off one comment for good. Raises `NotAllowed`."""
    if comment.author_id != author.pk:
        raise NotAllowed("Only the person who wrote a comment can take the name off it.")
    if not may_disown(comment):
        raise NotAllowed("A comment can be left without a name two weeks after it was written.")
    detach(comment)


def detach(comment: Comment) -> None:
    """Leave a comment as that of a former member, also where answers to it name whom they answer."""
    with transaction.atomic():
        comment = Comment.objects.select_related("thread", "parent").lock(pk=comment.pk)
        write(
            comment,
            author=None,
            author_name=NAME,
            author_email="",
            network_hash="",
            submission_key=None,
            receipt_salt="",
        )
        if comment.is_opening:
            Thread.objects.filter(pk=comment.thread_id).update(started_by=None)
        if comment.piece:
            write(comment, piece=render_piece(comment))
        index_comment(comment)
        touch_thread(comment.thread)
        answers = Comment.objects.visible().filter(parent=comment, depth__gte=NAMED_PARENT_DEPTH)
        renew(answers)
