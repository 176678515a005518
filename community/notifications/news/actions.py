"""Writing down who is told of what: one statement for many people, the same again changes nothing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from articles.keeping.batches import delete_in_batches
from articles.models import Article
from common.proofs import new_salt
from community.members.models import Member
from community.members.muting.mutes import muters_of
from community.notifications.follows.models import Follow, Follower
from community.notifications.news.choosing import (
    BRANCH,
    MENTION,
    PERSON,
    REPLY,
    SETTINGS,
    THREAD,
    TOPIC,
    choose,
)
from community.notifications.news.mentions import mentioned_keys
from community.notifications.news.models import Notification
from community.threads.models import Comment, Thread
from community.threads.tree import DIGITS

Kind, Mail = Notification.Kind, Notification.Mail
BATCH = 1_000  # rows of one statement

MAIL_OF: Mapping[str, Notification.Mail] = {
    Follower.How.AT_ONCE: Mail.WAITING,
    Follower.How.DAILY: Mail.DAILY,
    Follower.How.WEEKLY: Mail.WEEKLY,
    Follower.How.NEVER: Mail.NONE,
}


def followers_of_members(members: Iterable[Member | int]) -> dict[int, int]:
    """The keys of the followers that some members are, by member; made where there are none."""
    keys = {member if isinstance(member, int) else member.pk for member in members}
    now = timezone.now()
    Follower.objects.bulk_create(
        [Follower(member_id=key, confirmed_at=now, salt=new_salt()) for key in sorted(keys)],
        ignore_conflicts=True,
    )
    return dict(Follower.objects.filter(member__in=keys).values_list("member_id", "pk"))


def tell_of_comment(comment: Comment, *, since: datetime) -> int:
    """Tell everybody whom a visible comment concerns; returns how many. Told again, nobody is.

    Who began to follow after `since` is not told of what was there already.
    """
    thread = comment.thread
    if comment.state != Comment.State.VISIBLE or not thread.is_open_to_readers:
        return 0
    direct = list(directly_concerned(comment))
    left_out = set(passed_over(comment))  # afterwards: only now has everybody concerned a follower
    following = list(follows_near(comment, since))
    if thread.is_for_members:
        left_out |= guests_among(follower for follower, _ in following)
    return tell(
        choose([*direct, *following], left_out), key=f"comment-{comment.pk}", comment=comment
    )


def passed_over(comment: Comment) -> Iterator[int]:
    """Followers who are not told of a comment: its author, and who muted them."""
    if comment.author_id is None:
        return
    members = [comment.author_id, *muters_of(comment.author_id)]
    yield from Follower.objects.filter(member__in=members).values_list("pk", flat=True)


def directly_concerned(comment: Comment) -> Iterator[tuple[int, str]]:
    """Whoever is answered, and whoever is named."""
    answered = {key for key in [answered_member(comment)] if key}
    named = set(mentioned_members(comment.words)) if "@" in comment.words else set()
    followers = followers_of_members({*answered, *named}) if answered or named else {}
    for member, follower in followers.items():
        yield follower, REPLY if member in answered else MENTION


def answered_member(comment: Comment) -> int | None:
    """Key of the member who is answered: by the comment above, or as who began the conversation."""
    if comment.parent is not None:
        return comment.parent.author_id
    return None if comment.is_opening else comment.thread.started_by_id


def guests_among(followers: Iterable[int]) -> set[int]:
    """Those of the followers who are no members."""
    found = Follower.objects.filter(pk__in=set(followers), member=None)
    return set(found.values_list("pk", flat=True))


def mentioned_members(text: str) -> list[int]:
    """Keys of the members that a text names; of two names that fit, the longer one."""
    wanted = mentioned_keys(text)
    keys = set().union(*wanted) if wanted else set()
    rows = Member.objects.filter(pseudonym_key__in=keys, is_active=True)
    known = dict(rows.values_list("pseudonym_key", "pk"))
    found = [max((key for key in some if key in known), key=len, default="") for some in wanted]
    return [known[key] for key in dict.fromkeys(found) if key]


def follows_near(comment: Comment, since: datetime) -> Iterator[tuple[int, str]]:
    """Followers of the thread, of a comment above, of its author, and of the topic of a new conversation."""
    numbers = [int(step) for step in steps_of(comment.path)[:-1]]
    above = Comment.objects.filter(thread=comment.thread_id, number__in=numbers)
    follows = Follow.objects.filter(is_confirmed=True, created_at__lte=since)
    wanted: list[tuple[str, str, list[int]]] = [
        (THREAD, *followed_thread(comment.thread)),
        (BRANCH, Follow.Kind.BRANCH, list(above.values_list("pk", flat=True))),
        (PERSON, Follow.Kind.PERSON, [comment.author_id] if comment.author_id else []),
        (TOPIC, Follow.Kind.TOPIC, topic_of(comment)),
    ]
    for said, kind, targets in wanted:
        rows = follows.filter(kind=kind, target__in=targets).values_list("follower_id", flat=True)
        yield from ((follower, said) for follower in rows.iterator(chunk_size=BATCH))


def topic_of(comment: Comment) -> list[int]:
    """The topic in which a comment begins a conversation; none for any other comment."""
    topic = comment.thread.topic_id
    return [topic] if comment.is_opening and topic else []


def followed_thread(thread: Thread) -> tuple[str, list[int]]:
    """As what a thread is followed: by its article, or by itself where it is a conversation."""
    if thread.article_id is None:
        return Follow.Kind.CONVERSATION, [thread.pk]
    return Follow.Kind.THREAD, [thread.article_id]


def steps_of(path: str) -> list[str]:
    """The numbers of which a place in a thread is made."""
    return [path[start : start + DIGITS] for start in range(0, len(path), DIGITS)]


def tell_of_article(article_id: int, *, kind: Notification.Kind, key: str, since: datetime) -> int:
    """Tell of a new article in a topic, a correction or a withdrawal; returns how many are told."""
    follows = Follow.objects.filter(is_confirmed=True, created_at__lte=since)
    if kind == Kind.TOPIC:
        follows = follows.filter(kind=Follow.Kind.TOPIC, target__in=topic_keys(article_id))
    else:
        wanted = (Follow.Kind.ARTICLE, Follow.Kind.THREAD)
        follows = follows.filter(kind__in=wanted, target=article_id)
    followers = follows.values_list("follower_id", flat=True).distinct()
    told = {follower: str(kind) for follower in followers.iterator(chunk_size=BATCH)}
    return tell(told, key=key, article_id=article_id)


def topic_keys(article_id: int) -> list[int]:
    """The topics under which an article stands."""
    through = Article.topics.through.objects.filter(article_id=article_id)
    return list(through.values_list("topic_id", flat=True))


def tell(
    chosen: Mapping[int, str],
    *,
    key: str,
    comment: Comment | None = None,
    article_id: int | None = None,
) -> int:
    """Write the news of many people down, each with how it goes by mail; returns how many."""
    pairs = iter(chosen.items())
    while some := dict(islice(pairs, BATCH)):
        followers = Follower.objects.select_related("member").filter(pk__in=some).in_bulk()
        rows = [
            Notification(
                follower=follower,
                kind=some[number],
                key=key,
                comment=comment,
                article_id=article_id,
                mail=mail_for(follower, some[number]),
            )
            for number, follower in followers.items()
        ]
        Notification.objects.bulk_create(rows, ignore_conflicts=True)
    return len(chosen)


def mail_for(follower: Follower, kind: str) -> Notification.Mail:
    """How news of a kind goes to somebody by mail; not at all while everything is paused or stopped."""
    if follower.is_quiet:
        return Mail.NONE
    return MAIL_OF[getattr(follower, SETTINGS[kind])]


def tell_member_of(
    *, member: Member, kind: Notification.Kind, key: str, subject_id: int, path: str
) -> bool:
    """Put news of a decision, an appeal or a flag on a member's page; returns whether its letter is to go out at once.

    Whoever tells sends that letter; where it goes later or never, the row says so.
    """
    follower_id = followers_of_members([member])[member.pk]
    follower = Follower.objects.select_related("member").get(pk=follower_id)
    mail = mail_for(follower, kind)
    goes_now = mail == Mail.WAITING
    Notification.objects.bulk_create(
        [
            Notification(
                follower=follower,
                kind=kind,
                key=key,
                subject_id=subject_id,
                path=path,
                mail=Mail.SENT if goes_now else mail,
            )
        ],
        ignore_conflicts=True,
    )
    return goes_now


def mark_read(*, member: Member, pk: int | None = None) -> int:
    """Mark one piece of a member's news as read, or all of it; returns how many."""
    unread = Notification.objects.filter(follower__member=member, read_at=None)
    if pk is not None:
        unread = unread.filter(pk=pk)
    return unread.update(read_at=timezone.now())


def settle_gone(*, member: Member, keys: Iterable[int]) -> int:
    """Count no longer what a member can no longer open; returns how many pieces of news that are."""
    unread = Notification.objects.filter(follower__member=member, read_at=None)
    return unread.filter(pk__in=list(keys)).update(read_at=timezone.now())


def forget_news(*, before: datetime) -> int:
    """Delete news from before a moment, unless its letter still waits; returns how many."""
    old = Notification.objects.filter(created_at__lt=before).exclude(mail=Mail.WAITING)
    return delete_in_batches(old)


def forget_news_about(*, comments: Iterable[int]) -> None:
    """Delete the news of comments that were erased, and their waiting letters with it."""
    with transaction.atomic():
        Notification.objects.filter(comment__in=list(comments)).delete()
