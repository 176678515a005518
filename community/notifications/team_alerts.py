"""Writing to the team when somebody may be in danger, or waits longer than was promised.

A message is noted down only after it was handed over: when the worker dies in between, the team is
told twice rather than never, under the same Message-ID. A mailbox that takes no mail keeps nobody else from hearing.
A message that is put off is tried again after longer and longer pauses; words of danger that come in meanwhile
are tried at once.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import blake2s
from itertools import islice

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from community.moderation.alerts.actions import is_put_off, note_told, put_off
from community.moderation.alerts.models import WaitAlert
from community.moderation.alerts.reading import (
    Overdue,
    overdue_news,
    read_overdue,
    urgent_news,
)
from community.moderation.team.querysets import team
from community.notifications.follows.models import Follower
from community.notifications.handing import NotNow, hand_over_all
from community.notifications.messages import Recipient, build
from community.notifications.news.actions import followers_of_members
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
    """Words of danger, at once: one message for all that came in since the last one.

    It goes to the whole team, whatever they paused: the letter says so, and why.
    """
    comments = list(urgent_news()[:TOLD_MAX])
    if not comments:
        return 0
    name = name_of(Kind.URGENT, comments)
    if is_put_off(kind=Kind.URGENT, about=name):
        return 0
    links = [case_link(comment) for comment in comments]
    context = {"links": links, "count": len(links)}
    receivers = [each for each in team_with_letters() if not each.is_stopped]
    if not send("team_urgent", URGENT_SUBJECT, receivers, context, name):
        put_off(kind=Kind.URGENT, about=name)
        return 0
    note_told(comments=comments, kind=Kind.URGENT)
    return len(receivers)


def tell_overdue() -> int:
    """What waits longer than promised, at most once an hour, to those who want it and paused nothing."""
    now = timezone.now()
    told_lately = WaitAlert.objects.filter(kind=Kind.OVERDUE, sent_at__gt=now - PAUSE)
    if told_lately.exists() or is_put_off(kind=Kind.OVERDUE):
        return 0
    comments = list(islice(overdue_news().iterator(TOLD_MAX), TOLD_MAX))
    if not comments:
        return 0
    overdue: Overdue = read_overdue()
    wanted = [each for each in team_with_letters() if each.overdue != Follower.How.NEVER]
    receivers = [each for each in wanted if not each.is_quiet]
    name = name_of(Kind.OVERDUE, comments)
    if not send("team_overdue", OVERDUE_SUBJECT, receivers, {"overdue": overdue}, name):
        put_off(kind=Kind.OVERDUE)
        return 0
    note_told(comments=comments, kind=Kind.OVERDUE)
    return len(receivers)


def team_with_letters() -> list[Follower]:
    """Everybody of the team, with how they get letters."""
    keys = followers_of_members(team())
    return list(Follower.objects.select_related("member").filter(pk__in=keys.values()))


def case_link(comment: Comment) -> str:
    """Where the case is opened."""
    return settings.SITE_URL + reverse("moderate_comment", args=[comment.pk])


def name_of(kind: Kind, comments: Sequence[Comment]) -> str:
    """The name of a letter: the same when it is sent again, another one for other words or changed ones.

    Who was told under one name is not told again under it, so it stands for all that the letter tells of.
    """
    told = " ".join(f"{comment.pk}v{comment.version}" for comment in comments)
    return f"{kind}-{blake2s(told.encode(), digest_size=8).hexdigest()}"


def send(
    template: str,
    subject: str,
    receivers: Sequence[Follower],
    context: Mapping[str, object],
    name: str,
) -> bool:
    """One message for each of the team; returns whether nobody waits for it. Nobody's words stand in it."""
    link = settings.SITE_URL + reverse("queue")
    messages = []
    for each in receivers:
        member = each.member
        assert member is not None
        recipient = Recipient(member.email, member.pseudonym, link, member)
        said = {**context, "recipient": recipient, "queue": link}
        messages.append(build(template, subject, member.email, said, name))
    try:
        hand_over_all(messages)
    except NotNow:
        return False
    return True
