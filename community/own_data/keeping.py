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
from community.members.mutes import Mute
from community.members.sessions.reading import open_sessions
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.notifications.follows.models import Follow
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Notification
from community.own_data.registry.topics import TOPICS
from community.support.models import Support
from community.threads.holding.models import HeldPost
from community.threads.models import Comment
from community.threads.versions import CommentVersion
from community.threads.visits import ThreadVisit

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
    """All of it; of nothing there is no line. One statement a line."""
    own = Comment.objects.filter(author=member)
    lines = [
        Kept("E-mail address", 1, "You sign in with it, and we write to it. Nobody sees it.",
             "until you change it or erase the account", reverse("account_email")),
        Kept("Public name", 1, "It stands above what you write.", "until you change it or erase the account",
             reverse("account_name")),
        Kept("Lines on your page", PageLine.objects.filter(member=member).count(), "You wrote them for others to read.",
             "until you change them or erase the account", reverse("edit_member_page")),
        Kept("Earlier names", member.pseudonym_changes.count(), "So that nobody passes for you.",
             "until you erase the account", reverse("account_name")),
        Kept("Where you are signed in", len(open_sessions(member)),
             "So that you can see it and sign out there. Only the kind of device and days, no network address.",
             f"until you sign out, or for {kept_in_words('sessions')}", reverse("sessions")),
        Kept("What you agreed to", Agreement.objects.filter(member=member).count(),
             "So that it can be shown who agreed to which words, and when.", "until you erase the account",
             reverse("agreements")),
        Kept("Words that wait for you", HeldPost.objects.filter(member=member).count(),
             "So that nothing you wrote is lost.",
             f"until you post or discard them, or for {kept_in_words('held_words')}", reverse("held_words")),
        Kept("Comments", own.filter(erased_at=None).count(), "You wrote them for others to read.",
             "until you erase them or the account", reverse("my_comments")),
        Kept("Earlier versions of comments", CommentVersion.objects.filter(comment__author=member).count(),
             "Moderators decide on the words they have read.", "as long as the comment"),
        Kept("Decisions of moderators about you", Decision.objects.filter(comment__author=member).count()
             + Decision.objects.filter(member=member).count(),
             "The law asks for a record; you may appeal.", "for good, after an erasure without you",
             reverse("my_decisions")),
        Kept("Your flags", Flag.objects.filter(flagger=member).count(), "So that they count once, and are answered.",
             f"your words in them for {kept_in_words('flag_words')} after the answer", reverse("my_flags")),
        Kept("Your appeals", Appeal.objects.filter(appellant=member).count(), "They are answered by somebody else.",
             f"your words in them for {kept_in_words('appeal_words')} after the answer", reverse("my_decisions")),
        Kept("Your notices of illegal content", Notice.objects.filter(notifier=member).count(),
             "The law asks us to answer them.", f"{kept_in_words('notices')} after the answer"),
        Kept("What you follow", Follow.objects.filter(follower__member=member).count(), "You want to hear of it.",
             "until you stop", reverse("news_settings")),
        Kept("News", Notification.objects.filter(follower__member=member).count(), "You find it under News.",
             kept_in_words("news"), reverse("news")),
        Kept("What you said with a button about comments", Support.objects.filter(member=member).count(),
             "It counts below the comment. Nobody else sees that it was you.",
             "until you take it back, or the account or the comment is erased"),
        Kept("Letters to you that came back", ReturnedLetter.objects.filter(follower__member=member).count(),
             "After some of them no letters go there.", kept_in_words("returned_letters"), reverse("news_settings")),
        Kept("People you muted", Mute.objects.filter(muter=member).count(), "Their words are folded away.",
             "until you hear them again", reverse("muted")),
        Kept("When you were last in a thread", ThreadVisit.objects.filter(member=member).count(),
             "To mark what is new to you.", kept_in_words("visits")),
        Kept("Newsletter", Subscriber.objects.filter(email=member.email).count(),
             "You asked for it; it has nothing to do with the account.", "until you unsubscribe", reverse("newsletter")),
    ]  # fmt: skip
    return [line for line in lines if line.count]
