"""Another name or another role of a member, also where it stands on what they wrote.

The name and the badge are part of a comment's stored piece, and of the pieces that say whom
they answer, and search finds by it. All are made anew in the transaction of the change itself.
"""

from django.db import transaction

from community.members import actions as members
from community.members.models import Member, PseudonymChange
from community.threads.indexing import index_comments
from community.threads.models import Comment, Thread
from community.threads.placing import touch_thread
from community.threads.querysets import CommentQuerySet
from community.threads.rendering import render_piece
from community.threads.tree import NAMED_PARENT_DEPTH

BATCH = 200  # pieces a statement: a few hundred kilobytes, whatever the comments hold


def rename_member(*, member: Member, name: str) -> PseudonymChange:
    """Give a member another public name, on their comments too.

    Raises `community.members.actions.NameRefused`; then nothing has changed.
    """
    with transaction.atomic():
        change = members.rename_member(member=member, name=name)
        signed = Comment.objects.filter(author=member, is_imported=False, erased_at=None)
        signed.update(author_name=change.new)
        renew(own_pieces(member))
        renew(pieces_naming(member))
        renew(pieces_noted_by(member))
    return change


def change_role(*, member: Member, role: str, by: Member) -> Member:
    """Give a member another role, and their comments its badge.

    Raises `community.members.actions.NotAllowed`; then nothing has changed.
    """
    with transaction.atomic():
        member = members.change_role(member=member, role=role, by=by)
        renew(own_pieces(member))
        renew(pieces_noted_by(member))
    return member


def give_role(*, member: Member, role: str) -> None:
    """Write the role, and its badge on all they wrote; who may decide that, the caller has checked.

    Call inside a transaction.
    """
    member.role = Member.Role(role)
    member.save(update_fields=["role"])
    renew(own_pieces(member))
    renew(pieces_noted_by(member))


def own_pieces(member: Member) -> CommentQuerySet:
    """The visible comments of a member. What waits or is gone gets its piece when it is shown."""
    return Comment.objects.visible().filter(author=member, is_imported=False)


def pieces_naming(member: Member) -> CommentQuerySet:
    """Visible comments that say "In reply to" with the member's name."""
    answers = Comment.objects.visible().filter(depth__gte=NAMED_PARENT_DEPTH)
    return answers.filter(parent__author=member)


def pieces_noted_by(member: Member) -> CommentQuerySet:
    """Visible comments with a note below that the member signed."""
    return Comment.objects.visible().filter(annotated_by=member)


def renew(comments: CommentQuerySet) -> None:
    """Make the pieces of these comments anew; the kept pages of their threads end here."""
    keys = list(comments.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        renew_batch(keys[start : start + BATCH])
    for thread in Thread.objects.filter(pk__in=comments.order_by().values("thread")):
        touch_thread(thread)


def renew_batch(keys: list[int]) -> None:
    """The rows are locked before they are read: an edit in between would be lost otherwise."""
    related = Comment.objects.select_related("author", "parent", "annotated_by", "thread")
    rows = list(related.select_for_update(of=("self",)).filter(pk__in=keys))
    for row in rows:
        row.piece = render_piece(row)
    Comment.objects.bulk_update(rows, ["piece"])
    index_comments(rows)
