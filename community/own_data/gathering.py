"""Everything that is kept about a member, as plain values, for the file they take away."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings

from articles.models import Subscriber
from community.member_pages.models import HiddenComment, PageLine
from community.member_pages.reading import page_of
from community.members.agreements.models import Agreement
from community.members.models import Member
from community.members.muting.mutes import Mute
from community.members.sessions.reading import open_sessions
from community.mentors.reading import mentoring
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.notifications.follows.models import Follow, Follower
from community.notifications.follows.reading import followed
from community.notifications.letters.models import ReturnedLetter
from community.notifications.news.models import Notification
from community.own_data.spelling import spelled, state_in_words
from community.support.models import Support
from community.threads.editing.versions import CommentVersion
from community.threads.holding.models import HeldPost
from community.threads.models import Comment
from community.threads.querysets import CommentQuerySet
from community.threads.reading.visits import ThreadVisit

Rows = list[dict[str, Any]]


# How the account stands: what a page of their own also tells them in words.
STANDING = (
    "joined_at", "approved_posts", "trust_paused_until", "paused_until", "is_banned", "is_read_first",
    "read_first_until", "gap_seconds", "slowed_until", "is_warned", "second_thoughts",
)  # fmt: skip


def gather(member: Member) -> dict[str, Any]:
    """All of it, under the names that the page of one's data uses."""
    return {
        "account": account(member),
        "mentoring": mentoring(member),
        "agreed_to": rows(
            Agreement.objects.filter(member=member), "text__kind", "text__number", "agreed_at", "withdrawn_at"
        ),
        "comments": comments(member),
        "signed_in": signed_in(member),
        "words_not_posted": rows(HeldPost.objects.filter(member=member), "text", "held_at"),
        "decisions": decisions(member),
        "flags": rows(Flag.objects.filter(flagger=member), "reason", "words", "outcome", "flagged_at"),
        "appeals": rows(Appeal.objects.filter(appellant=member), "words", "state", "lodged_at"),
        "notices": rows(
            Notice.objects.filter(notifier=member),
            "reference", "name", "email", "explanation", "law", "state", "received_at",
        ),
        "follows": follows(member),
        "news": rows(Notification.objects.filter(follower__member=member), "kind", "created_at", "read_at"),
        "page": page(member),
        "support": support(member),
        "letters": letters(member),
        "letters_returned": rows(
            ReturnedLetter.objects.filter(follower__member=member), "is_final", "returned_at"
        ),
        "muted": rows(Mute.objects.filter(muter=member), "muted__pseudonym", "created_at"),
        "visits": rows(ThreadVisit.objects.filter(member=member), "thread__article__title", "thread__shown_title", "seen_at"),
        "newsletter": rows(
            Subscriber.objects.filter(email=member.email), "email", "rhythm", "agreed_at", "confirmed_at"
        ),
    }  # fmt: skip


def rows(found: Any, *names: str) -> Rows:
    """Some columns of some rows, the oldest first; codes have their words beside them."""
    return [plain(spelled(found.model, row)) for row in found.order_by("pk").values(*names)]


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Values that JSON knows: times as ISO 8601, in UTC."""
    return {
        name.replace("__", "_"): value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def account(member: Member) -> dict[str, Any]:
    """The account itself."""
    standing = Member.objects.filter(pk=member.pk).values(*STANDING).get()
    return {
        "email": member.email,
        "name": member.pseudonym,
        "role": member.role,
        "role_in_words": member.get_role_display(),
        **plain(standing),
        "earlier_names": rows(member.pseudonym_changes.all(), "old", "new", "changed_at"),
    }


def comments(member: Member) -> Rows:
    """What they wrote, with what it said before."""
    return comment_rows(Comment.objects.filter(author=member))


def comment_rows(own: CommentQuerySet) -> Rows:
    """Comments with what they said before, the oldest first."""
    before: dict[int, Rows] = {}
    for row in CommentVersion.objects.filter(comment__in=own).order_by("pk"):
        said = {
            "version": row.version,
            "title": row.title,
            "body": row.body,
            "replaced_at": row.replaced_at,
        }
        before.setdefault(row.comment_id, []).append(plain(said))
    found = own.select_related("thread__article").order_by("pk")
    return [
        {
            "address": settings.SITE_URL + each.get_absolute_url(),
            "below": each.heading,
            "audience": each.thread.audience,
            "written_at": each.created_at.isoformat(),
            "state": each.state,
            "state_in_words": state_in_words(each),
            "title": each.title,
            "words": each.body,
            "earlier_versions": before.get(each.pk, []),
        }
        for each in found.iterator(chunk_size=500)
    ]


def decisions(member: Member) -> Rows:
    """What moderators decided about their comments and about them; not who did."""
    names = ("kind", "ground", "words", "facts", "decided_at")
    about: Iterable[Any] = (
        Decision.objects.filter(comment__author=member),
        Decision.objects.filter(member=member),
    )
    return [row for found in about for row in rows(found, *names)]


def page(member: Member) -> dict[str, Any]:
    """What they chose and wrote for their page, and which comments they left out of it."""
    chosen = page_of(member)
    hidden = HiddenComment.objects.filter(comment__author=member).order_by("pk")
    return {
        "address": settings.SITE_URL + member.get_absolute_url(),
        "relation": chosen.relation,
        "relation_in_words": chosen.get_relation_display(),
        "audience": chosen.audience,
        "audience_in_words": chosen.get_audience_display(),
        "shows_comments": chosen.shows_comments,
        "lines": rows(PageLine.objects.filter(member=member), "kind", "words", "is_kept_back"),
        "left_out": [settings.SITE_URL + each.comment.get_absolute_url() for each in hidden.select_related("comment")],
    }  # fmt: skip


def support(member: Member) -> Rows:
    """What they said with a button, and about which comment."""
    given = Support.objects.filter(member=member).select_related("comment__thread__article")
    return [
        {
            "said": each.get_kind_display(),
            "about": settings.SITE_URL + each.comment.get_absolute_url(),
            "by": each.comment.author_name,
            "below": each.comment.thread.title,
            "when": each.created_at.isoformat(),
        }
        for each in given.order_by("pk").iterator(chunk_size=500)
    ]


def signed_in(member: Member) -> Rows:
    """Where they are signed in. The keys of the sessions stay here: they open the account."""
    return [
        plain({"device": each.device, "since": each.started_at, "last_used_on": str(each.used_on),
               "ends_at": each.expire_date})
        for each in open_sessions(member)
    ]  # fmt: skip


def letters(member: Member) -> Rows:
    """Which letters they chose to get, and whether and why letters to them stopped."""
    return rows(
        Follower.objects.filter(member=member),
        "replies", "mentions", "comments", "articles", "corrections", "decisions", "answers", "overdue",
        "own_threads", "shows_words", "paused_until", "stopped_at", "stopped_address", "stopped_why",
    )  # fmt: skip


def follows(member: Member) -> Rows:
    """What they follow, in words."""
    own = Follow.objects.filter(follower__member=member)
    return [
        {"what": each.name, "since": each.follow.created_at.isoformat()}
        for each in followed(own, member)
    ]
