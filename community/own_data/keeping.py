"""Everything kept about a member: what, how much, why, until when, and where it can be changed."""

from dataclasses import dataclass

from django.urls import reverse

from articles.keeping.limits import kept_in_words
from articles.models import Subscriber
from community.member_pages.models import PageLine
from community.members.models import Member
from community.members.mutes import Mute
from community.members.sessions.reading import open_sessions
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.notifications.follows.models import Follow
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Notification
from community.support.models import Support
from community.threads.models import Comment
from community.threads.versions import CommentVersion
from community.threads.visits import ThreadVisit


@dataclass(frozen=True)
class Kept:
    """One kind of thing that is kept."""

    what: str
    count: int
    why: str
    until: str
    path: str = ""


def kept_about(member: Member) -> list[Kept]:
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
