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
    known[""] = start_conversation(
        topic=Topic.objects.get(name=stage.topics[conversation.topic]),
        author=author,
        title=conversation.title,
        text=conversation.text,
        audience=conversation.audience,
    ).comment
    if conversation.pinned:
        pin_conversation(thread=known[""].thread, moderator=author)


def answer(stage: Stage, said: Said, known: Known) -> None:
    """One comment, on the thread as it is at that moment."""
    thread = Thread.objects.get(pk=known[""].thread_id)
    parent = Comment.objects.select_related("thread").get(pk=known[said.to].pk)
    author = author_of(stage, said)
    posted = post_comment(thread=thread, author=author, text=said.text, parent=parent)
    known[said.id] = posted.comment
