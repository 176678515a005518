"""Notes of the team about a person.

That one was written or taken away stands in the admin's log, without its words: they are about
somebody, and gone when they are taken away.
"""

from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.claims.models import Note

WRITTEN, TAKEN_AWAY = "Note of the team written", "Note of the team taken away"


def note_about(*, member: Member, moderator: Member, words: str) -> Note:
    """Write something down about somebody for the other moderators. Raises `NotAllowed`."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators write notes.")
    if member.pk == moderator.pk:
        raise NotAllowed("Others write notes about you.")
    if not words.strip():
        raise NotAllowed("Please write down what the others should know.")
    with transaction.atomic():
        note = Note.objects.create(member=member, writer=moderator, words=words.strip())
        log(member, moderator, ADDITION, WRITTEN)
    return note


def take_note_away(*, member: Member, note: int, moderator: Member) -> None:
    """Take away the note about somebody with this key; one that is gone already stays gone.

    Who wrote it may, and staff. Raises `NotAllowed`.
    """
    with transaction.atomic():
        found = Note.objects.select_for_update().filter(pk=note, member=member).first()
        if found is None:
            return
        if not may_take_away(found, moderator):
            raise NotAllowed("Who wrote a note takes it away, or somebody of the staff.")
        log(member, moderator, DELETION, TAKEN_AWAY)
        found.delete()


def may_take_away(note: Note, moderator: Member) -> bool:
    """Whether this moderator may: their own, and staff those of others. Nobody what is about them."""
    is_theirs = moderator.is_moderator and note.writer_id == moderator.pk
    return note.member_id not in (None, moderator.pk) and (is_theirs or moderator.is_staff)


def log(member: Member, moderator: Member, flag: int, said: str) -> None:
    """Write the row that Django's admin shows as the history of the member."""
    LogEntry.objects.create(
        user=moderator,
        content_type=ContentType.objects.get_for_model(Member),
        object_id=str(member.pk),
        object_repr=str(member),
        action_flag=flag,
        change_message=said,
    )
