"""What a letter or the page says of each piece of news, read where the words stand now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from articles.models import Article
from common.text import excerpt
from community.members.muting.mutes import Mute
from community.notifications.letters.outcomes import Outcome, outcomes_of
from community.notifications.news.models import Notification
from community.threads.models import Comment

WORDS_SHOWN = 240  # characters of a comment in a letter or a list: enough to know what it is about
Kind = Notification.Kind

# An erasure finds somebody's name in letters by these very sentences; each begins its line.
SAID = {
    Kind.REPLY: "{name} answered you",
    Kind.MENTION: "{name} mentioned you",
    Kind.BRANCH: "{name} wrote below a comment you follow",
    Kind.THREAD: "{name} wrote below an article you follow",
    Kind.PERSON: "{name}, whom you follow, wrote a comment",
    Kind.TOPIC: "A new article in a topic you follow",
    Kind.CORRECTION: "An article you follow was corrected",
    Kind.WITHDRAWAL: "An article you follow was withdrawn",
}


IN_CONVERSATION = {
    Kind.THREAD: "{name} wrote in a conversation you follow",
    Kind.TOPIC: "{name} began a conversation in a topic you follow",
}


@dataclass(frozen=True)
class Item:
    """One piece of news in words. `words` are those of a comment, `about` the title of an article or
    conversation; `joint` leads to it in a letter."""

    notification: Notification
    said: str
    words: str
    about: str
    path: str
    happened_at: datetime
    joint: str = ","


def with_what_they_name(rows: "Iterable[int]") -> list[Notification]:
    """Notifications by key with all that is read of them, the oldest first."""
    found = Notification.objects.filter(pk__in=list(rows)).order_by("pk")
    return list(
        found.select_related("follower__member", "comment__thread__article", "article", "follow")
    )


def items_of(notifications: Iterable[Notification]) -> list[Item]:
    """The news that still holds: nothing that was taken away, nothing by people muted since."""
    rows = list(notifications)
    members = {row.follower.member_id for row in rows if row.follower.member_id}
    muted = set(Mute.objects.filter(muter__in=members).values_list("muter_id", "muted_id"))
    outcomes = outcomes_of(rows)
    found = (item_of(row, muted, outcomes.get(row.pk)) for row in rows)
    return [item for item in found if item is not None]


def item_of(row: Notification, muted: set[tuple[int, int]], outcome: Outcome | None) -> Item | None:
    """One piece of news in words; None where it no longer holds."""
    if outcome is not None:
        return of_outcome(row, outcome)
    if row.comment is not None:
        return of_comment(row, row.comment, muted)
    if row.article is not None:
        return of_article(row, row.article)
    return None


def of_outcome(row: Notification, outcome: Outcome) -> Item:
    """News of a decision, an appeal or a flag."""
    about = outcome.about
    return Item(row, outcome.said, "", about, row.path, row.created_at, outcome.joint)


def of_comment(row: Notification, comment: Comment, muted: set[tuple[int, int]]) -> Item | None:
    """News of a comment that readers can see."""
    is_muted = (row.follower.member_id, comment.author_id) in muted
    can_read = comment.is_visible and comment.thread.is_readable_by(row.follower.member)
    if not can_read or is_muted or not comment.thread.is_open_to_readers:
        return None
    said = said_of(row, comment).format(name=comment.author_name)
    words = excerpt(comment.body, WORDS_SHOWN)
    return Item(row, said, words, comment.thread.title, comment.get_absolute_url(), row.created_at)


def said_of(row: Notification, comment: Comment) -> str:
    """The sentence for news of a comment; conversations have no article."""
    in_conversation = IN_CONVERSATION if comment.thread.is_conversation else {}
    return in_conversation.get(Kind(row.kind), SAID[Kind(row.kind)])


def of_article(row: Notification, article: Article) -> Item | None:
    """News of an article that has a page."""
    is_withdrawn = article.state == Article.State.WITHDRAWN
    if not (article.is_published or (is_withdrawn and row.kind == Kind.WITHDRAWAL)):
        return None
    path = reverse("article_page", args=[article.slug])
    return Item(row, SAID[Kind(row.kind)], "", article.title, path, row.created_at)
