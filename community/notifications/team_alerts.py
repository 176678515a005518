"""Writing to the team when somebody may be in danger, or waits longer than was promised.

A message is noted down only after it was handed over: when the worker dies in between, the team is
told twice rather than never.
"""

from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from community.members.models import Member
from community.moderation.alerts.actions import note_told
from community.moderation.alerts.models import WaitAlert
from community.moderation.alerts.reading import (
    Overdue,
    overdue_news,
    read_overdue,
    urgent_news,
)
from community.moderation.team.querysets import team
from community.threads.models import Comment

# Whoever is told of the same queue every few minutes stops reading.
PAUSE = timedelta(hours=1)
TOLD_MAX = 200  # comments noted down at a time; the rest is told with the next message
Kind = WaitAlert.Kind

# Subjects say nothing about health: other people see them on a locked screen.
URGENT_SUBJECT = "Please read this first"
OVERDUE_SUBJECT = "Some people wait longer than we promise"


def alert_team() -> int:
    """Tell the team what they should hear now; returns how many messages were sent."""
    return tell_urgent() + tell_overdue()


def tell_urgent() -> int:
    """Words of danger, at once: one message for all that came in since the last one."""
    comments = list(urgent_news()[:TOLD_MAX])
    if not comments:
        return 0
    links = [case_link(comment) for comment in comments]
    sent = send("team_urgent", URGENT_SUBJECT, {"links": links, "count": len(links)})
    note_told(comments=comments, kind=Kind.URGENT)
    return sent


def tell_overdue() -> int:
    """What waits longer than promised, at most once an hour."""
    if WaitAlert.objects.filter(kind=Kind.OVERDUE, sent_at__gt=timezone.now() - PAUSE).exists():
        return 0
    comments = list(islice(overdue_news().iterator(TOLD_MAX), TOLD_MAX))
    if not comments:
        return 0
    overdue: Overdue = read_overdue()
    sent = send("team_overdue", OVERDUE_SUBJECT, {"overdue": overdue})
    note_told(comments=comments, kind=Kind.OVERDUE)
    return sent


def case_link(comment: Comment) -> str:
    """Where the case is opened."""
    return settings.SITE_URL + reverse("moderate_comment", args=[comment.pk])


def send(name: str, subject: str, context: dict[str, object]) -> int:
    """One message for each of the team. Nobody's words stand in it."""
    known = {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "queue": settings.SITE_URL + reverse("queue"),
        **context,
    }
    for member in team():
        build(name, subject, member, known).send()
    return team().count()


def build(
    name: str, subject: str, member: Member, context: dict[str, object]
) -> EmailMultiAlternatives:
    """The message as plain text."""
    text = render_to_string(
        f"community/notifications/mail/{name}.txt", {**context, "member": member}
    )
    return EmailMultiAlternatives(
        subject,
        text.strip() + "\n",
        to=[member.email],
        headers={"Auto-Submitted": "auto-generated"},  # RFC 3834: no out-of-office answers
    )
