"""The threads in which somebody writes: followed by themselves, after being asked, or not at all.

Whatever is chosen, answers to oneself are told.
"""

from django.db import transaction

from community.members.models import Member
from community.notifications.follows.actions import follow, follower_for
from community.notifications.follows.models import Follow, Follower
from community.notifications.news.actions import followed_thread
from community.threads.models import Comment, Thread

Choice = Follower.OwnThreads


def follow_own_thread(*, comment: Comment) -> None:
    """Follow a thread for whoever wants that, with the first comment they write in it.

    Who stopped following it since is not made to follow it again.
    """
    wanted = Follower.objects.filter(member=comment.author_id, own_threads=Choice.ALWAYS)
    if comment.author is not None and wanted.exists() and is_first(comment):
        follow_thread(thread=comment.thread, member=comment.author)


def follow_thread(*, thread: Thread, member: Member) -> Follow:
    """Let a member hear of new comments in a thread."""
    kind, (target,) = followed_thread(thread)
    return follow(kind=Follow.Kind(kind), target=target, member=member)


def is_first(comment: Comment) -> bool:
    """Whether its author wrote nothing in the thread before."""
    before = Comment.objects.filter(thread=comment.thread_id, author=comment.author_id)
    return not before.filter(pk__lt=comment.pk).exists()


def asks_to_follow(comment: Comment, member: Member) -> bool:
    """Whether a member who just posted is asked what they want to hear of: once a thread, until they chose."""
    follower = Follower.objects.filter(member=member).first()
    if follower is not None and follower.own_threads != Choice.ASK:
        return False
    return comment.author_id == member.pk and is_first(comment) and not follows(comment, member)


def follows(comment: Comment, member: Member) -> bool:
    """Whether the member follows the thread already."""
    kind, targets = followed_thread(comment.thread)
    own = Follow.objects.filter(follower__member=member)
    return own.filter(kind=kind, target__in=targets).exists()


def answer_after_posting(*, comment: Comment, member: Member, choice: str) -> bool:
    """What a member says after posting: "once" follows this thread, "always" this and those to come, "never"
    none; returns whether they follow it now. ValueError for anything else.
    """
    if choice not in ("once", Choice.ALWAYS, Choice.NEVER):
        raise ValueError(f"no such choice: {choice!r}")
    with transaction.atomic():
        if choice != "once":
            follower = follower_for(member)
            Follower.objects.filter(pk=follower.pk).update(own_threads=choice)
        if choice != Choice.NEVER:
            follow_thread(thread=comment.thread, member=member)
    return choice != Choice.NEVER
