"""What a guest may do with a comment behind its receipt: see what is kept, take it away, erase it everywhere."""

import hashlib

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from articles.ask.actions import erase_questions_with
from community.own_data.erasing import leave_no_copies
from community.own_data.models import GuestErasure
from community.own_data.quotes import Source
from community.own_data.signing import renew_answers, take_names_back
from community.own_data.storage import scrub_files
from community.own_data.taking_back import Wanted, take_back, texts_of
from community.threads.actions import erase_comment
from community.threads.models import Comment
from community.threads.posting.submissions import Guest


def erase_guest_comment(*, comment: Comment) -> None:
    """Erase a guest's comment at once, with the name in its thread; quotations follow in the worker.

    Only who has the receipt gets here. Letters in a folder that went to the guest, or lead to the comment, are
    deleted.
    """
    author = Guest(comment.author_name, comment.author_email)
    with transaction.atomic():
        marks = Source(texts_of(Comment.objects.filter(pk=comment.pk))).marks(marking_key())
        # Without marks, too: what was made of the words while they were there is still to be made anew.
        GuestErasure.objects.create(marks=marks)
        take_names_back(Q(pk=comment.pk))
        erase_comment(comment=comment, author=author)
        renew_answers([comment.pk])
        if author.email:
            erase_questions_with(words=[author.email])
    scrub_files([author.email], links=[comment.get_absolute_url()])


def take_back_for_guests() -> int:
    """Take back what others quoted of comments that guests erased; returns of how many comments."""
    waiting = list(GuestErasure.objects.all())
    if not waiting:
        return 0
    marks = {mark for row in waiting for mark in row.marks}
    if marks:
        take_back(Wanted(Source.of_marks(marks, marking_key())))
    leave_no_copies()
    # Last: a fall before it is gone on from.
    GuestErasure.objects.filter(pk__in=[row.pk for row in waiting]).delete()
    return len(waiting)


def marking_key() -> bytes:
    """The key of the marks of runs: made from the site's."""
    return hashlib.sha256(f"community.guest-erasure:{settings.SECRET_KEY}".encode()).digest()
