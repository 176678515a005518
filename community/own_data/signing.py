"""Names above comments whose writers have no account here: guests, and those who wrote elsewhere.

Who they are is known of these comments alone, so their name goes from the threads of these. Where somebody
else of that name writes in the same thread, it goes from what stands below the comment.
"""

from collections.abc import Iterator

from django.db.models import Q

from articles.ask.actions import erase_questions_with
from common.text import fold
from community.own_data.copies import clean_copies
from community.own_data.deciding import kinds_of
from community.own_data.names import Names
from community.own_data.storage import scrub_files
from community.own_data.taking_back import Wanted, take_out_of_comments
from community.threads.models import Comment
from community.threads.querysets import CommentQuerySet
from community.threads.renaming.actions import renew
from community.threads.tree import NAMED_PARENT_DEPTH


def take_names_back(own: Q, *, keeps_own: bool = True) -> int:
    """Take the names above these comments out of what others wrote in their threads; how many texts changed.

    A name that nobody else has goes from questions to the archive and from letters, too. `own` are left as they
    are, unless they stay without the name (`keeps_own`).
    """
    signed = Comment.objects.filter(own).exclude(author_name="")
    changed = 0
    for name in sorted(set(signed.order_by().values_list("author_name", flat=True).distinct())):
        names = Names.of(kinds_of([name], own))
        untouched = own if keeps_own else Q(pk__in=())
        for among, thread in places_of(signed.filter(author_name=name), name, own):
            wanted = Wanted(names=names, own=untouched, among=among)
            changed += take_out_of_comments(wanted)
            changed += clean_copies(wanted.cleaned, thread) if thread else 0
        alone = names.of_nobody_else()
        if alone.all:
            changed += erase_questions_with(words=[], holding=alone.are_in)
            changed += scrub_files([], alone)
    return changed


def places_of(signed: CommentQuerySet, name: str, own: Q) -> Iterator[tuple[Q, int | None]]:
    """In which comments a name above these is theirs; with the thread, where it is theirs in all of it."""
    for thread in sorted(set(signed.order_by().values_list("thread", flat=True).distinct())):
        others = Comment.objects.filter(thread=thread).exclude(own)
        above = others.order_by().values_list("author_name", flat=True).distinct()
        if all(fold(other) != fold(name) for other in above):
            yield Q(thread=thread), thread
            continue
        for path in signed.filter(thread=thread).values_list("path", flat=True):
            yield Q(thread=thread, path__startswith=path), None


def take_claimed_names_back(own: CommentQuerySet, *, keeps_own: bool) -> int:
    """The same for what a member wrote elsewhere and claimed: another name stands above it."""
    claimed = own.filter(is_imported=True)
    return take_names_back(Q(pk__in=claimed.values("pk")), keeps_own=keeps_own)


def renew_answers(keys: list[int]) -> None:
    """Make the pieces of visible answers anew that say whom they answer. Call inside a transaction."""
    answers = Comment.objects.visible().filter(parent__in=keys, depth__gte=NAMED_PARENT_DEPTH)
    renew(answers)
