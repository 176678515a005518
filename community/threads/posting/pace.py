"""How fast somebody may post at all; below that, quick posts only wait for a moderator."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from community.members.attempts.network import client_address
from community.members.models import Member
from community.threads.models import Comment
from community.threads.posting.network import network_hash
from community.threads.posting.submissions import Author

# A ward or a family may share one address, and an evening's talk may be lively; thirty posts in
# ten minutes are neither.
POSTS_IN_WINDOW = 30
WINDOW = timedelta(minutes=10)


class TooFast(Exception):
    """More posts than people write. Says when to go on."""


def check_pace(request: HttpRequest, author: Author) -> None:
    """Raise `TooFast` when a guest's network sends more posts than people write.

    Members are known, so theirs only wait for a moderator (the step "pace" of screening).
    """
    if isinstance(author, Member):
        return
    network = network_hash(client_address(request))
    if not network:
        return
    recent = Comment.objects.filter(network_hash=network, created_at__gte=timezone.now() - WINDOW)
    if recent.count() >= POSTS_IN_WINDOW:
        raise TooFast(
            "Many comments came from your network just now. Please post again in ten minutes; "
            "your words are kept below."
        )
