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
    """Store those that are new, as imported. Call inside a transaction."""
    keys = import_keys(comments)
    stored = Comment.objects.filter(thread=thread).exclude(import_key=None)
    here: dict[str, NewComment | Comment] = {c.import_key or "": c for c in stored}
    by_id: dict[str | None, NewComment | Comment] = {}
    new = []
    for key, parsed in zip(keys, comments, strict=True):
        if key not in here:
            here[key] = imported(parsed, key, by_id.get(parsed.parent_id), run)
            new.append(here[key])
        by_id[parsed.external_id] = here[key]
    store_comments(thread, [item for item in new if isinstance(item, NewComment)])
    return StoredComments(created=len(new), unchanged=len(comments) - len(new))


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
