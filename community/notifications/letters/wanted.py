"""Which news somebody still wants to get by mail: what they follow no more is not sent to them.

Looked at right before a letter goes out, for everything in it at once. News about somebody themselves (answers,
mentions, decisions) needs no follow.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from articles.models import Article
from community.notifications.follows.models import Follow
from community.notifications.news.models import Notification
from community.threads.models import Comment

Kind, Of = Notification.Kind, Follow.Kind
Target = tuple[str, int]


@dataclass(frozen=True)
class Known:
    """What is read for all the news of a letter: the branches followed, and the topics of articles."""

    branches: Mapping[int, Comment]
    topics: Mapping[int, frozenset[int]]


def still_wanted(rows: Sequence[Notification]) -> list[Notification]:
    """The news that is about the receiver, or about what they follow now. Three statements."""
    follows: dict[int, set[Target]] = defaultdict(set)
    keys = {row.follower_id for row in rows if row.kind in COVERED}
    for follow in Follow.objects.filter(follower__in=keys, is_confirmed=True):
        follows[follow.follower_id].add((follow.kind, follow.target))
    known = read_known({target for each in follows.values() for target in each}, rows)
    return [row for row in rows if is_wanted(row, follows[row.follower_id], known)]


def read_known(targets: set[Target], rows: Sequence[Notification]) -> Known:
    """Read what the follows are compared with."""
    branches = [key for kind, key in targets if kind == Of.BRANCH]
    articles = [row.article_id for row in rows if row.kind == Kind.TOPIC]
    topics: dict[int, set[int]] = defaultdict(set)
    through = Article.topics.through.objects.filter(article__in=articles)
    for article, topic in through.values_list("article_id", "topic_id"):
        topics[article].add(topic)
    found = Comment.objects.only("thread_id", "path").in_bulk(branches)
    return Known(found, {article: frozenset(each) for article, each in topics.items()})


def is_wanted(row: Notification, targets: set[Target], known: Known) -> bool:
    """Whether one piece of news still belongs to what its receiver follows."""
    covers = COVERED.get(row.kind)
    return covers is None or any(covers(row, target, known) for target in targets)


def covers_comment(row: Notification, target: Target, known: Known) -> bool:
    """Whether a follow is about a comment: its thread, its writer, its topic, or a comment above it."""
    comment = row.comment
    if comment is None:
        return False
    kind, key = target
    if kind == Of.BRANCH:
        above = known.branches.get(key)
        is_near = above is not None and above.thread_id == comment.thread_id
        return is_near and above is not None and comment.path.startswith(above.path)
    thread = comment.thread
    about = {
        Of.THREAD: thread.article_id,
        Of.CONVERSATION: thread.pk,
        Of.TOPIC: thread.topic_id if comment.is_opening else None,  # its beginning is told, no more
        Of.PERSON: comment.author_id,
    }
    return about.get(Of(kind)) == key


def covers_article(row: Notification, target: Target, known: Known) -> bool:
    """Whether a follow is about what happens to an article."""
    return target in {(Of.ARTICLE, row.article_id), (Of.THREAD, row.article_id)}


def covers_new_article(row: Notification, target: Target, known: Known) -> bool:
    """Whether a follow is about a topic of a new article, or of a conversation that began."""
    if row.article_id is None:
        return covers_comment(row, target, known)
    return target[0] == Of.TOPIC and target[1] in known.topics.get(row.article_id, frozenset())


COVERED: Mapping[str, Callable[[Notification, Target, Known], bool]] = {
    Kind.BRANCH: covers_comment,
    Kind.THREAD: covers_comment,
    Kind.PERSON: covers_comment,
    Kind.TOPIC: covers_new_article,
    Kind.CORRECTION: covers_article,
    Kind.WITHDRAWAL: covers_article,
}
