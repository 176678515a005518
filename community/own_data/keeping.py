"""Everything kept about a member: what, how much, why, until when, and where it can be changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.urls import reverse

from articles.keeping.limits import kept_in_words
from articles.models import Subscriber
from community.member_pages.models import PageLine
from community.members.agreements.models import Agreement
from community.members.models import Member
from community.members.muting.mutes import Mute
from community.members.sessions.reading import open_sessions
from community.mentors.reading import mentoring
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.notifications.follows.models import Follow
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Notification
from community.own_data.registry.topics import TOPICS
from community.support.models import Support
from community.threads.editing.versions import CommentVersion
from community.threads.holding.models import HeldPost
from community.threads.models import Comment
from community.threads.reading.visits import ThreadVisit

RULE_IN_WORDS = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Kept:
    """One kind of thing that is kept."""

    what: str
    count: int
    why: str
    until: str
    path: str = ""


# The topics of a member: how many there are, in one statement each, and the page where they can be changed.
COUNTED: tuple[tuple[str, Callable[[Member], int], str], ...] = (
    ("address", lambda member: 1, "account_email"),
    ("name", lambda member: 1, "account_name"),
    ("page", lambda member: PageLine.objects.filter(member=member).count(), "edit_member_page"),
    ("earlier_names", lambda member: member.pseudonym_changes.count(), "account_name"),
    ("keys", lambda member: Authenticator.objects.filter(user=member).count(), "mfa_index"),
    ("signed_in", lambda member: len(open_sessions(member)), "sessions"),
    ("mentoring", lambda member: len(mentoring(member)), ""),
    ("agreements", lambda member: Agreement.objects.filter(member=member).count(), "agreements"),
    ("held_words", lambda member: HeldPost.objects.filter(member=member).count(), "held_words"),
    ("comments", lambda member: Comment.objects.filter(author=member, erased_at=None).count(), "my_comments"),
    ("versions", lambda member: CommentVersion.objects.filter(comment__author=member).count(), ""),
    ("decisions", lambda member: decisions_about(member), "my_decisions"),
    ("flags", lambda member: Flag.objects.filter(flagger=member).count(), "my_flags"),
    ("appeals", lambda member: Appeal.objects.filter(appellant=member).count(), "my_decisions"),
    ("notices", lambda member: Notice.objects.filter(notifier=member).count(), ""),
    ("follows", lambda member: Follow.objects.filter(follower__member=member).count(), "news_settings"),
    ("news", lambda member: Notification.objects.filter(follower__member=member).count(), "news"),
    ("support", lambda member: Support.objects.filter(member=member).count(), ""),
    ("returned", lambda member: ReturnedLetter.objects.filter(follower__member=member).count(), "news_settings"),
    ("muted", lambda member: Mute.objects.filter(muter=member).count(), "muted"),
    ("visits", lambda member: ThreadVisit.objects.filter(member=member).count(), ""),
    ("newsletter", lambda member: Subscriber.objects.filter(email=member.email).count(), "newsletter"),
)  # fmt: skip


def kept_about(member: Member) -> list[Kept]:
    """All of it; of nothing there is no line. The words are those of the registry."""
    return [
        line_of(topic, found, page) for topic, count, page in COUNTED if (found := count(member))
    ]


def line_of(topic: str, count: int, page: str = "") -> Kept:
    """A topic of the registry with how much there is of it."""
    known = TOPICS[topic]
    path = reverse(page) if page else ""
    return Kept(known.what, count, known.why, until_words(known.until), path)


def until_words(until: str) -> str:
    """Until when, with the lengths of the rules that it names."""
    return RULE_IN_WORDS.sub(lambda found: kept_in_words(found[1]), until)


def decisions_about(member: Member) -> int:
    """Decisions about comments of somebody, and about them."""
    about_comments = Decision.objects.filter(comment__author=member).count()
    return about_comments + Decision.objects.filter(member=member).count()
