"""How much is new for somebody."""

from community.members.models import Member
from community.notifications.news.models import Notification

COUNTED_MAX = 100  # unread pieces of news that are counted; beyond, it says "more"


def count_unread(member: Member) -> int:
    """How many pieces of news a member has not read, up to `COUNTED_MAX`: one look at an index."""
    unread = Notification.objects.filter(follower__member=member, read_at=None)
    return len(unread.order_by().values_list("pk")[:COUNTED_MAX])
