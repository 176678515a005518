"""When what was decided about a person or a thread ends by itself."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

from community.moderation.claims.actions import NotAllowed

# Nobody remembers in two years why it was decided; for longer there is the ban, which can be lifted.
END_MAX = timedelta(days=366)
IS_PAST = "The end lies in the past."
IS_FAR = "Please choose an end within a year from now."


def end_of(days: str, day: date | None) -> datetime | None:
    """So many days from now, or when this day ends; None where it is open."""
    if day is not None:
        return datetime.combine(day, time.max, UTC)
    return timezone.now() + timedelta(days=int(days)) if days else None


def what_is_wrong(until: datetime | None) -> str:
    """Why this cannot be the end, in a sentence; "" where it can."""
    if until is None:
        return ""
    now = timezone.now()
    return IS_PAST if until <= now else IS_FAR if until > now + END_MAX else ""


def check_end(until: datetime | None) -> None:
    """Raise `NotAllowed` for an end that is past or too far away."""
    if trouble := what_is_wrong(until):
        raise NotAllowed(trouble)
