"""The conversations of the sample community, begun and gone on with through the product's own actions."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from articles.models import Topic
from community.conversations.actions import start_conversation
from community.desk.sample.reading import read_conversations
from community.desk.sample.records import Said, SampleConversation
from community.desk.sample.speaking import author_of
from community.desk.sample.stage import Stage
from community.moderation.conversations.actions import pin_conversation
from community.moderation.decisions.actions import approve_comment
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread

Known = dict[str, Comment]  # by the ids of the file
Step = tuple[timedelta, Callable[[], None]]


def steps(stage: Stage) -> Iterator[Step]:
    """Everything that was said in conversations: how long ago, and how it is said."""
    for conversation in read_conversations():
        known: Known = {}
        yield conversation.ago, partial(begin, stage, conversation, known)
        for said in conversation.comments:
            yield said.ago, partial(answer, stage, said, known)


def begin(stage: Stage, conversation: SampleConversation, known: Known) -> None:
    """The opening, kept under ""."""
    author = stage.people[conversation.by]
    begun = start_conversation(
        topic=Topic.objects.get(name=stage.topics[conversation.topic]),
        author=author,
        title=conversation.title,
        text=conversation.text,
        audience=conversation.audience,
    )
    known[""] = read(stage, begun.comment)
    if conversation.pinned:
        pin_conversation(thread=known[""].thread, moderator=author)


def answer(stage: Stage, said: Said, known: Known) -> None:
    """One comment, on the thread as it is at that moment."""
    thread = Thread.objects.get(pk=known[""].thread_id)
    parent = Comment.objects.select_related("thread").get(pk=known[said.to].pk)
    author = author_of(stage, said)
    posted = post_comment(thread=thread, author=author, text=said.text, parent=parent)
    known[said.id] = read(stage, posted.comment)


def read(stage: Stage, comment: Comment) -> Comment:
    """The comment as somebody of the team let it appear, if it waits.

    On a very slow machine screening gives up on a text and holds it; the others still have to answer.
    """
    if comment.is_visible:
        return comment
    team = (member for member in stage.people.values() if member.is_moderator)
    moderator = next(member for member in team if member.pk != comment.author_id)
    approve_comment(comment=comment, moderator=moderator, version=comment.version)
    return Comment.objects.select_related("thread").get(pk=comment.pk)
