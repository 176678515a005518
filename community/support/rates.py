"""How often one member may say something with a button."""

from community.members.models import Member
from community.threads.posting.network import is_within_for

# Who reads a long thread slowly presses a button every ten seconds at most.
SUPPORT_IN_WINDOW = 60
WINDOW_SECONDS = 600


def is_within_rate(member: Member) -> bool:
    """Count once more that a member pressed a button."""
    return is_within_for("support", str(member.pk), most=SUPPORT_IN_WINDOW, seconds=WINDOW_SECONDS)
