"""Comments that readers wrote where an article was first published."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from articles.importing.records import ParsedComment
from articles.models import ImportRun
from common.html import COMMENT_POLICY, html_to_text, sanitize
from common.text import one_line
from community.threads.bulk import NewComment, store_comments
from community.threads.models import NAME_MAX, Comment, Thread
from community.threads.moving import moved_away, moved_key

NAMELESS = "Reader"  # names are never guessed


@dataclass(frozen=True)
class StoredComments:
    """How many came in, and how many were here already."""

    created: int = 0
    unchanged: int = 0


def import_keys(comments: Sequence[ParsedComment]) -> list[str]:
    """A key for each comment: what it says, by whom, in answer to what.

    Positions shift when a page is saved again with newer comments; words do not. The same
    words twice in the same place are told apart by counting.
    """
    keys: dict[str | None, str] = {None: ""}
    seen: dict[str, int] = {}
    result = []
    for comment in comments:
        place = keys.get(comment.parent_id, "")
        base = f"{place}\x00{comment.author_name}\x00{comment.body_html}"
        seen[base] = seen.get(base, 0) + 1
        key = hashlib.sha256(f"{base}\x00{seen[base]}".encode()).hexdigest()
        keys[comment.external_id] = key
        result.append(key)
    return result


def import_comments(
    thread: Thread, comments: Sequence[ParsedComment], run: ImportRun
) -> StoredComments:
    """Store those that are new, as imported. Call inside a transaction.

    What a moderator moved to another thread is found there, and new answers to it go there too.
    """
    keys = import_keys(comments)
    Thread.objects.select_for_update().get(pk=thread.pk)  # nothing is moved meanwhile
    here = stored_comments(thread, keys)
    by_id: dict[str | None, NewComment | Comment] = {}
    new: dict[Thread, list[NewComment]] = {}
    for key, parsed in zip(keys, comments, strict=True):
        if key not in here:
            parent = by_id.get(parsed.parent_id)
            where = thread_of(parent, thread)
            kept = key if where == thread else moved_key(thread.pk, key)
            here[key] = item = imported(parsed, kept, parent, run)
            new.setdefault(where, []).append(item)
            item.thread = where
        by_id[parsed.external_id] = here[key]
    for where, items in new.items():
        store_comments(where, items)
    created = sum(map(len, new.values()))
    return StoredComments(created=created, unchanged=len(comments) - created)


def stored_comments(thread: Thread, keys: Sequence[str]) -> dict[str, NewComment | Comment]:
    """The comments that came into a thread before, by their keys, wherever they stand now."""
    stored = Comment.objects.filter(thread=thread).exclude(import_key=None)
    stored = stored.select_related("thread")
    here: dict[str, NewComment | Comment] = {row.import_key or "": row for row in stored}
    away = {moved_key(thread.pk, key): key for key in keys if key not in here}
    for row in moved_away(thread) if away else ():
        if original := away.get(row.import_key or ""):
            here[original] = row
    return here


def thread_of(parent: NewComment | Comment | None, home: Thread) -> Thread:
    """The thread in which an answer to a comment stands."""
    if parent is None or parent.thread is None or parent.thread.pk == home.pk:
        return home
    return parent.thread


def imported(
    parsed: ParsedComment, key: str, parent: NewComment | Comment | None, run: ImportRun
) -> NewComment:
    """A comment from elsewhere: marked as imported, with its own date or none."""
    html = sanitize(parsed.body_html, COMMENT_POLICY)
    now = timezone.now()
    is_waiting = parsed.state == "pending"
    return NewComment(
        body=html_to_text(html),
        body_html=html,
        author_name=one_line(parsed.author_name)[:NAME_MAX] or NAMELESS,
        created_at=parsed.created_at or now,
        parent=parent,
        state=parsed.state,
        fields={
            "is_imported": True,
            "is_dated": parsed.created_at is not None,
            "import_key": key,
            "import_run": run,
            "waiting_since": now if is_waiting else None,
        },
    )
