"""How long something is kept on this site."""

from datetime import datetime, timedelta

from django.conf import settings

from common.retention import RULE_OF, days_in_words


def kept_for(name: str) -> timedelta:
    """How long the things of a rule of `common.retention` are kept. KeyError for an unknown rule."""
    return timedelta(days=getattr(settings, RULE_OF[name].setting))


def days_left(name: str, since: datetime, now: datetime) -> int:
    """Days until something goes that is there since then. A day that has begun counts: "30 days" on the first."""
    return max(0, -((now - since - kept_for(name)) // timedelta(days=1)))


def kept_in_words(name: str) -> str:
    """The same as people say it, for example "30 days"."""
    return days_in_words(kept_for(name).days)
