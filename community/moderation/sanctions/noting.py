"""Notes of the team about a person."""

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.claims.models import Note


def note_about(*, member: Member, moderator: Member, words: str) -> Note:
    """Write something down about somebody for the other moderators. Raises `NotAllowed`."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators write notes.")
    if member.pk == moderator.pk:
        raise NotAllowed("Others write notes about you.")
    if not words.strip():
        raise NotAllowed("Please write down what the others should know.")
    return Note.objects.create(member=member, writer=moderator, words=words.strip())
