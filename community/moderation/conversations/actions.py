"""Pinning a conversation, keeping it among members, moving it to another topic.

Always in this order: permission, transaction, change, log row.
"""

from django.db import transaction
from django.utils import timezone

from articles.models import Topic
from community.conversations.actions import keep_among_members
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.threads.indexing import index_comments
from community.threads.models import Comment, Thread
from community.threads.placing import touch_thread

Kind = Decision.Kind
BATCH = 500  # comments whose place in the index is written at a time


def pin_conversation(*, thread: Thread, moderator: Member) -> Decision | None:
    """Let it stand above the others in every list; None where it does. Raises `NotAllowed`."""
    return set_pinned(thread, moderator, Kind.PIN)


def unpin_conversation(*, thread: Thread, moderator: Member) -> Decision | None:
    """Let it stand among the others again; None where it does. Raises `NotAllowed`."""
    return set_pinned(thread, moderator, Kind.UNPIN)


def set_pinned(thread: Thread, moderator: Member, kind: Decision.Kind) -> Decision | None:
    """Pin or unpin."""
    check_may_decide(thread, moderator)
    with transaction.atomic():
        thread = Thread.objects.select_for_update().get(pk=thread.pk)
        if (thread.pinned_at is not None) == (kind == Kind.PIN):
            return None
        pinned_at = timezone.now() if kind == Kind.PIN else None
        Thread.objects.filter(pk=thread.pk).update(pinned_at=pinned_at)
        touch_thread(thread)
        return decided(thread, moderator, kind)


def narrow_conversation(*, thread: Thread, moderator: Member) -> Decision | None:
    """Let only members read it from now on; None where it is so. Raises `NotAllowed`."""
    check_may_decide(thread, moderator)
    with transaction.atomic():
        if not keep_among_members(thread=thread, person=moderator):
            return None
        return decided(thread, moderator, Kind.NARROW)


def move_to_topic(*, thread: Thread, moderator: Member, topic: Topic) -> Decision | None:
    """Put it into another topic; None where it stands there already. Raises `NotAllowed`."""
    check_may_decide(thread, moderator)
    with transaction.atomic():
        thread = (
            Thread.objects.select_for_update(of=("self",)).select_related("topic").get(pk=thread.pk)
        )
        if thread.topic_id == topic.pk:
            return None
        before = thread.topic.name if thread.topic else ""
        Thread.objects.filter(pk=thread.pk).update(topic=topic)
        touch_thread(thread)
        index_all(thread)
        facts = f"From “{before}” to “{topic.name}”."
        return decided(thread, moderator, Kind.TOPIC, facts=facts)


def index_all(thread: Thread) -> None:
    """Let search find what was said in the conversation under its topic."""
    rows = Comment.objects.filter(thread=thread).visible().select_related("thread").order_by("pk")
    batch: list[Comment] = []
    for row in rows.iterator(chunk_size=BATCH):
        batch.append(row)
        if len(batch) == BATCH:
            index_comments(batch)
            batch = []
    index_comments(batch)


def check_may_decide(thread: Thread, moderator: Member) -> None:
    """Moderators only, and only about conversations. Raises `NotAllowed`."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide about conversations.")
    if not thread.is_conversation:
        raise NotAllowed("This thread belongs to an article.")


def decided(thread: Thread, moderator: Member, kind: Decision.Kind, facts: str = "") -> Decision:
    """The log row."""
    return Decision.objects.create(thread=thread, kind=kind, moderator=moderator, facts=facts)
