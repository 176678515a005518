"""The head of a conversation's page: which thread, in which version, for whom, in one query."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from community.members.models import Member
from community.members.statements import fetch, read_time
from community.threads.models import Comment, Thread
from community.threads.reading.heads import mode_now

THREADS, COMMENTS = Thread._meta.db_table, Comment._meta.db_table

FIND_CONVERSATION = f"""
    SELECT thread.id, thread.version, thread.shown_title, thread.comment_count, thread.audience,
           thread.mode, opening.id, opening.author_id, thread.gap_seconds, thread.mode_until
    FROM {THREADS} thread
    JOIN {COMMENTS} opening ON opening.thread_id = thread.id AND opening.number = 1
    WHERE thread.id = %s AND thread.article_id IS NULL
"""  # noqa: S608 - names of our own tables


@dataclass(frozen=True, slots=True)
class ConversationHead:
    """Keys and versions; enough to find a kept page."""

    thread_id: int
    thread_version: int
    shown_title: str
    comment_count: int
    audience: str
    stored_mode: str
    opening_id: int
    author_id: int | None
    gap_seconds: int
    mode_until: datetime | None

    @property
    def url(self) -> str:
        """The page on which the thread stands."""
        return reverse("conversation", args=[self.thread_id])

    @property
    def draft_key(self) -> str:
        """Under which a browser keeps what is written here but not posted yet."""
        return f"conversation-{self.thread_id}"

    @property
    def is_for_members(self) -> bool:
        return self.audience == Thread.Audience.MEMBERS

    @property
    def mode(self) -> str:
        """How the thread takes comments at this moment."""
        return mode_now(self.stored_mode, self.mode_until)

    @property
    def is_open(self) -> bool:
        """Whether the thread takes new comments."""
        return bool(self.shown_title) and self.mode != Thread.Mode.CLOSED

    @property
    def is_described(self) -> bool:
        """Whether the page shows what it is about."""
        return bool(self.shown_title)

    @property
    def is_there(self) -> bool:
        """Whether there is anything for readers: an opening, or comments that outlived it."""
        return bool(self.shown_title or self.comment_count)

    def is_readable_by(self, reader: Member | None) -> bool:
        """Whether this reader may open the page (None: not signed in)."""
        return self.is_there and (reader is not None or not self.is_for_members)

    def key(self, *rest: object) -> str:
        """Under which a finished page is kept."""
        versions = (self.thread_id, self.thread_version, self.mode)
        return "conversation:" + ":".join(map(str, (*versions, *rest)))


def find_conversation(pk: int) -> ConversationHead | None:
    """The head of a conversation, whoever may read it; None where there is none."""
    rows = fetch(FIND_CONVERSATION, pk)
    if not rows:
        return None
    *values, mode_until = rows[0]
    return ConversationHead(*[*values, read_time(mode_until)])
