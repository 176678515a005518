"""Saying something about a comment with a button, and taking it back.

The counts are part of the comment's finished HTML. They are counted anew from the rows while the
thread is locked, so that no two people at once lose one.
"""

from collections.abc import Collection

from django.db import transaction
from django.db.models import Count

from community.members.models import Member
from community.members.restraints import is_paused
from community.support.kinds import KINDS, in_words
from community.support.models import Support
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import touch_thread
from community.threads.posting.restraints import NotAllowed
from community.threads.rendering import render_piece

GONE = "This comment is no longer there."


def support_comment(
    *, comment: Comment, member: Member, kind: str, wrote: Collection[int] = ()
) -> Comment:
    """Say one of the `KINDS` about a comment; what the member said before gives way to it.

    `wrote` are the keys of comments that the same person wrote as a guest. Said twice is said once.
    Raises `NotAllowed`, and KeyError for a kind that there is not.
    """
    label = KINDS[kind]
    check_may_support(comment, member, wrote)
    with transaction.atomic():
        comment = locked(comment)
        if not comment.is_visible:
            raise NotAllowed(f"{GONE} Nobody was told “{label}”.")
        Support.objects.update_or_create(comment=comment, member=member, defaults={"kind": kind})
        count_support(comment)
    return comment


def take_support_back(*, comment: Comment, member: Member) -> Comment:
    """Say nothing about a comment any more."""
    with transaction.atomic():
        comment = locked(comment)
        Support.objects.filter(comment=comment, member=member).delete()
        count_support(comment)
    return comment


def check_may_support(comment: Comment, member: Member, wrote: Collection[int]) -> None:
    """Members who may take part, about what others wrote. It adds no words, so a closed thread takes it.

    "Me too" is about health, too: who has not consented to that being stored is asked first.
    """
    if comment.author_id == member.pk or (comment.author_id is None and comment.pk in wrote):
        raise NotAllowed("You wrote this comment yourself.")
    if member.is_banned or is_paused(member):
        raise NotAllowed("You cannot take part here at the moment.")
    if member.must_agree:
        raise NotAllowed(
            "Before that we ask you to agree to something; it is on your account page."
        )


def forget_support_of(*, member: Member) -> int:
    """Take back all that a member said with buttons, and count without it; returns how many."""
    given = Support.objects.filter(member=member).order_by("pk")
    keys = list(given.values_list("comment", flat=True))
    for comment in Comment.objects.filter(pk__in=keys).only("thread").iterator(chunk_size=500):
        take_support_back(comment=comment, member=member)
    return len(keys)


def count_support(comment: Comment) -> None:
    """Count anew, and make the piece anew where that changed something. Its thread is locked."""
    rows = Support.objects.filter(comment=comment).order_by().values("kind")
    said = in_words({row["kind"]: row["count"] for row in rows.annotate(count=Count("pk"))})
    if said == comment.support:
        return
    write(comment, support=said)
    if comment.is_visible:
        write(comment, piece=render_piece(comment))
        touch_thread(comment.thread)
