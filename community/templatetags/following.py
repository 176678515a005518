"""Whether somebody who just posted is asked what they want to hear of."""

from typing import Any

from django import template

from community.members.models import Member
from community.notifications.follows.own_threads import asks_to_follow
from community.threads.models import Comment

register = template.Library()


@register.inclusion_tag("community/notifications/follows/after_posting.html")
def after_posting(key: int, member: Member | None) -> dict[str, Any]:
    """The question below a comment that was just posted; nothing where it was answered before."""
    if member is None:
        return {}
    comment = Comment.objects.select_related("thread").filter(pk=key, author=member).first()
    return {"comment": comment if comment and asks_to_follow(comment, member) else None}
