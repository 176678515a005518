"""What a guest may do with a comment behind its receipt: see what is kept, take it away, erase it everywhere."""

import hashlib

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from articles.ask.actions import erase_questions_with
from community.own_data.erasing import leave_no_copies
from community.own_data.models import GuestErasure
from community.own_data.quotes import Source
from community.own_data.storage import scrub_files
from community.own_data.taking_back import Wanted, take_back, take_out_of_comments, texts_of
from community.threads.actions import erase_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest
from community.threads.renaming.actions import renew
from community.threads.tree import NAMED_PARENT_DEPTH


def erase_guest_comment(*, comment: Comment) -> None:
    """Erase a guest's comment at once, with the name in what was answered; quotations follow in the worker.

    Only who has the receipt gets here. Letters in a folder that went to the guest, or lead to the comment, are
    deleted.
    """
    author = Guest(comment.author_name, comment.author_email)
    with transaction.atomic():
        if marks := Source(texts_of(Comment.objects.filter(pk=comment.pk))).marks(marking_key()):
            GuestErasure.objects.create(marks=marks)
        take_name_back(comment, author.name)
        erase_comment(comment=comment, author=author)
        renew(Comment.objects.visible().filter(parent=comment, depth__gte=NAMED_PARENT_DEPTH))
        if author.email:
            erase_questions_with(words=[author.email])
    scrub_files([author.email], links=[comment.get_absolute_url()])


def take_name_back(comment: Comment, name: str) -> int:
    """Take a guest's name out of the answers below; elsewhere it may be somebody else's."""
    below = Q(thread=comment.thread_id, path__startswith=comment.path)
    return take_out_of_comments(Wanted(Source(()), [name], Q(pk=comment.pk), below))


def take_back_for_guests() -> int:
    """Take back what others quoted of comments that guests erased; returns of how many comments."""
    waiting = list(GuestErasure.objects.all())
    if not waiting:
        return 0
    marks = {mark for row in waiting for mark in row.marks}
    take_back(Wanted(Source.of_marks(marks, marking_key()), [], Q(erased_at__isnull=False)))
    leave_no_copies()
    # Last: a fall before it is gone on from.
    GuestErasure.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(waiting)


def marking_key() -> bytes:
    """The key of the marks of runs: made from the site's."""
    return hashlib.sha256(f"community.guest-erasure:{settings.SECRET_KEY}".encode()).digest()
