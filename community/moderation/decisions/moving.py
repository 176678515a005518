"""Moving a branch to the thread of another article, or to the top of its own."""

from django.db import transaction

from articles.models import Article
from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, check_is_free
from community.moderation.decisions.actions import Ground, Kind, State, aside, check_may_decide
from community.moderation.decisions.models import Decision
from community.moderation.decisions.refusals import AlreadyDecided
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Comment, Thread
from community.threads.moving.actions import Moved, lock_threads, move_branch
from community.threads.placing import ThreadFull, open_thread

# What nobody can read any more stays where it is.
MOVABLE = frozenset({State.PENDING, State.VISIBLE})

NOT_OPEN = "Comments can only be moved to an article that readers can see."
HERE_ALREADY = "It stands in that thread already."
FOR_MEMBERS = "It was written for members only, and stays among them."
AT_THE_TOP = "It begins a branch of its own already."
FULL = "That thread is full."


def move_comment(
    *, comment: Comment, moderator: Member, place: str, to: Article | None, words: str = ""
) -> Decision:
    """Move a comment with all below it to the thread of an article; None: to the top of its own.

    `place` is `place_mark` of where it stood when the moderator looked. Raises `NotAllowed`,
    `ClaimedByOther`, and `AlreadyDecided` when it stands elsewhere by now or was hidden.
    """
    check_may_decide(comment, moderator, Kind.MOVE, Ground.NONE)
    with transaction.atomic():
        target = open_thread(to) if to else comment.thread
        threads = {thread.pk: thread for thread in lock_threads(comment.thread_id, target.pk)}
        comment = Comment.objects.select_related("thread__article", "parent").lock(pk=comment.pk)
        check_is_there(comment, moderator, place)
        check_leads_elsewhere(comment, to)
        decision = aside(Kind.MOVE, comment, moderator, words=words.strip())
        moved = moved_to(comment, threads[target.pk])
        decision.facts = facts(comment, moved)
        decision.save()
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def place_mark(comment: Comment) -> str:
    """Where a comment stands, as a form carries it."""
    return f"{comment.thread_id}.{comment.number}"


def can_be_moved(comment: Comment) -> bool:
    """Whether there is anything to move."""
    is_there = comment.state in MOVABLE and comment.moved_to_id is None
    return is_there and not comment.is_opening


def check_leads_elsewhere(comment: Comment, to: Article | None) -> None:
    """Nothing is moved to where it stands. Raises `NotAllowed`."""
    if to is None and comment.depth == 0:
        raise NotAllowed(AT_THE_TOP)
    if to is not None and to.pk == comment.thread.article_id:
        raise NotAllowed(HERE_ALREADY)
    if to is not None and comment.thread.is_for_members:
        raise NotAllowed(FOR_MEMBERS)
    if to is not None and not to.is_published:
        raise NotAllowed(NOT_OPEN)


def check_is_there(comment: Comment, moderator: Member, place: str) -> None:
    """The comment must stand where the moderator saw it, and be nobody else's to decide on."""
    if place_mark(comment) != place or not can_be_moved(comment):
        raise AlreadyDecided(comment, comment.decisions.select_related("moderator").first())
    if comment.waiting_since:
        check_is_free(comment, moderator)


def moved_to(comment: Comment, thread: Thread) -> Moved:
    """Move it. Raises `NotAllowed` when there is no room."""
    try:
        return move_branch(comment=comment, to=thread)
    except ThreadFull as error:
        raise NotAllowed(FULL) from error


def facts(before: Comment, moved: Moved) -> str:
    """From where to where, and how much with it; nobody's words but the titles above them."""
    old, new = before.thread, moved.comment.thread
    below = moved.count - 1
    answers = "no answers" if not below else "1 answer" if below == 1 else f"{below:,} answers"
    if old.pk == new.pk:
        return f"To the top of {named(old)}, with {answers}."
    return f"From {named(old)} to {named(new)}, with {answers}."


def named(thread: Thread) -> str:
    """A thread in these rows, which outlive what people erase: the title of a conversation is theirs."""
    return f"the thread of “{thread.title}”" if thread.article else "its conversation"
