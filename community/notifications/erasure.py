"""What goes with a comment when its author erases it."""

from community.moderation.appeals.actions import forget_appeals_about_erased
from community.moderation.flags.settling import forget_snapshots
from community.moderation.notices.actions import forget_erased_content


def forget_what_was_erased() -> int:
    """Erase what flags, notices and appeals hold of comments whose authors erased them."""
    return forget_snapshots() + forget_erased_content() + forget_appeals_about_erased()
