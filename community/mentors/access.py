"""Who may open the pages of mentors. Others learn nothing, not even that they exist."""

from community.members.models import Member
from community.moderation.access import View, guarded


def mentors_only(view: View) -> View:
    """Gives the view `request` and the mentor; sends the signed-out to sign in, others to 404."""
    return guarded(view, lambda member: member.is_active and member.role == Member.Role.MENTOR)
