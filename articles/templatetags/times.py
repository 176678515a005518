"""Template filters for times and numbers."""

from datetime import UTC, datetime

from django import template
from django.utils import timezone

from common.times import exact_time, relative_time

register = template.Library()


@register.filter
def ago(then: datetime) -> str:
    """How long ago, in words: "3 hours ago"."""
    return relative_time(then, timezone.now())[0]


@register.filter
def exact(then: datetime) -> str:
    """The exact time: "22 November 2026, 02:42 UTC"."""
    return exact_time(then)


@register.filter
def machine(then: datetime) -> str:
    """For the `datetime` attribute: "2026-11-22T02:42:00Z". HTML allows no microseconds here."""
    return f"{then.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@register.filter
def moment(written: str) -> datetime | None:
    """The time that a JSON file writes as "2026-11-22T02:42:00Z", for `date`; None of nothing."""
    return datetime.fromisoformat(written) if written else None


@register.filter
def counted(number: int, noun: str) -> str:
    """A number with its noun: `{{ 1204|counted:"comment,comments" }}` is "1,204 comments"."""
    one, many = noun.split(",")
    return f"{number:,} {one if number == 1 else many}"
