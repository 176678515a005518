"""Changing the list of words. What was changed stands in the admin's log."""

from collections.abc import Iterable

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.yardsticks.models import BlockedTerm


def add_terms(
    *, terms: Iterable[str], editor: Member, outcome: str, note: str = ""
) -> list[BlockedTerm]:
    """Put words on the list; returns those that were not on it yet. Raises `NotAllowed`."""
    check_is_staff(editor)
    added = []
    with transaction.atomic():
        for term in terms:
            row, is_new = BlockedTerm.objects.get_or_create(
                term=term, defaults={"outcome": outcome, "note": note, "added_by": editor}
            )
            if is_new:
                log(row, editor, ADDITION, row.get_outcome_display())
                added.append(row)
    return added


def change_term(*, term: BlockedTerm, editor: Member, outcome: str, note: str) -> BlockedTerm:
    """Change what becomes of a word, or why it is on the list. Raises `NotAllowed`."""
    check_is_staff(editor)
    with transaction.atomic():
        term.outcome, term.note = outcome, note
        term.save(update_fields=["outcome", "note"])
        log(term, editor, CHANGE, term.get_outcome_display())
    return term


def delete_term(*, term: BlockedTerm, editor: Member) -> None:
    """Take a word off the list. Raises `NotAllowed`."""
    check_is_staff(editor)
    with transaction.atomic():
        log(term, editor, DELETION, "Taken off the list")
        term.delete()


def check_is_staff(editor: Member) -> None:
    """Only staff keep the list: it decides what people may say."""
    if not editor.is_staff:
        raise NotAllowed("Only staff change the list of words.")


def log(term: BlockedTerm, editor: Member, flag: int, message: str) -> None:
    """Write the row that Django's admin shows as the history."""
    LogEntry.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(BlockedTerm),
        object_id=str(term.pk),
        object_repr=term.term,
        action_flag=flag,
        change_message=message,
    )
