"""Comments that readers wrote where an article was first published."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.importing.formats import own_json
from articles.importing.records import ParsedComment
from articles.models import ImportRun
from common.html import COMMENT_POLICY, html_to_text, sanitize
from common.text import one_line
from community.threads.bulk import NewComment, store_comments
from community.threads.models import NAME_MAX, Comment, Thread
from community.threads.moving.actions import MOVED, moved_away, moved_key
from community.threads.origins import origin_hash

KEY_SIGN = "key:"  # begins the name of a comment in our own export
_KEPT = re.compile(rf"{KEY_SIGN}((?:{MOVED})?[0-9a-f]{{48,64}})")

NAMELESS = "Reader"  # names are never guessed
SLICE = 500  # comments a transaction: whoever posts meanwhile waits for a fraction of a second


@dataclass(frozen=True)
class StoredComments:
    """How many came in, and how many were here already."""

    created: int = 0
    unchanged: int = 0


def ignore(done: object) -> None:
    """Nobody wants to know how far it is."""


def import_keys(comments: Sequence[ParsedComment], format_name: str = "") -> list[str]:
    """A key for each comment: the source's own id of it, or what it says, by whom, to what.

    Positions shift when a page is saved again with newer comments; words do not. The same
    words twice in the same place are told apart by counting. Ids of different formats have
    nothing to do with each other.
    """
    keys: dict[str | None, str] = {None: ""}
    seen: dict[str, int] = {}
    result = []
    for comment in comments:
        if format_name == own_json.NAME and (key := kept_key(comment.external_id)):
            keys[comment.external_id] = key
            result.append(key)
            continue
        if comment.is_known_by_id:
            base = f"{format_name}\x00{comment.external_id}"
        else:
            place = keys.get(comment.parent_id, "")
            base = f"{place}\x00{comment.author_name}\x00{comment.body_html}"
        seen[base] = seen.get(base, 0) + 1
        key = hashlib.sha256(f"{base}\x00{seen[base]}".encode()).hexdigest()
        keys[comment.external_id] = key
        result.append(key)
    return result


def kept_key(name: str) -> str:
    """The key that our own export names a comment by, or "".

    >>> kept_key("key:" + "a" * 64) == "a" * 64, kept_key("key:1"), kept_key("12")
    (True, '', '')
    """
    match = _KEPT.fullmatch(name)
    return match[1] if match else ""


def own_key(pk: int) -> str:
    """The key of a comment that was written here, for it may come back from elsewhere."""
    return hashlib.sha256(f"{settings.SITE_HOST}\x00{pk}".encode()).hexdigest()


def import_comments(
    thread: Thread,
    comments: Sequence[ParsedComment],
    run: ImportRun,
    format_name: str = "",
    on_progress: Callable[[int], None] = ignore,
) -> StoredComments:
    """Store those that are new, as imported, `SLICE` at a time.

    Outside a transaction each slice is stored for good by itself; what died half-way goes on
    when the same comments are brought in again. `on_progress` is told after each slice how many
    were looked at in it. What a moderator moved to another thread is found there, and new
    answers to it go there too.
    """
    keys = import_keys(comments, format_name)
    here = stored_keys(thread, keys)
    places: dict[str | None, int] = {}
    created = 0
    for start in range(0, len(comments), SLICE):
        stop = start + SLICE
        part = list(zip(keys[start:stop], comments[start:stop], strict=True))
        created += import_part(thread, part, run, here, places)
        on_progress(len(part))
    return StoredComments(created=created, unchanged=len(comments) - created)


def import_part(
    thread: Thread,
    part: Sequence[tuple[str, ParsedComment]],
    run: ImportRun,
    here: dict[str, int],
    places: dict[str | None, int],
) -> int:
    """Store the new ones of a slice; returns how many. Adds to `here` and `places` what is stored."""
    places.update({each.external_id: here[key] for key, each in part if key in here})
    # Cleaning takes longer than storing, and nobody has to wait for it.
    fresh = {key: imported(each, run) for key, each in part if key not in here}
    if not fresh:
        return 0
    with transaction.atomic():
        Thread.objects.select_for_update().get(pk=thread.pk)  # nothing is moved meanwhile
        find_parents(thread, [(fresh[key], each) for key, each in part if key in fresh], places)
        grouped: dict[Thread, list[NewComment]] = {}
        for key, item in fresh.items():
            item.thread = thread_of(item.parent, thread)
            away = item.thread != thread
            item.fields["import_key"] = moved_key(thread.pk, key) if away else key
            grouped.setdefault(item.thread, []).append(item)
        for where, items in grouped.items():
            store_comments(where, items)
    stored = {key: item.stored.pk for key, item in fresh.items() if item.stored}
    here.update(stored)
    places.update({each.external_id: stored[key] for key, each in part if key in stored})
    return len(stored)


def find_parents(
    thread: Thread,
    items: Sequence[tuple[NewComment, ParsedComment]],
    places: dict[str | None, int],
) -> None:
    """Give each the comment that it answers, as it stands now, or its neighbour in the slice."""
    keys = {places[each.parent_id] for _, each in items if each.parent_id in places}
    stored = Comment.objects.select_related("thread").in_bulk(keys)
    beside: dict[str | None, NewComment] = {}
    for item, each in items:
        above = beside.get(each.parent_id) or stored.get(places.get(each.parent_id, 0))
        item.parent = above
        beside[each.external_id] = item


def stored_keys(thread: Thread, keys: Sequence[str]) -> dict[str, int]:
    """The comments that came into a thread before: database keys by import keys, wherever they
    stand now.
    """
    stored = Comment.objects.filter(thread=thread, moved_to=None)
    here = {key or own_key(pk): pk for key, pk in stored.values_list("import_key", "pk")}
    away = {moved_key(thread.pk, key): key for key in keys if key not in here}
    for row in moved_away(thread) if away else ():
        if original := away.get(row.import_key or ""):
            here[original] = row.pk
    return here


def thread_of(parent: NewComment | Comment | None, home: Thread) -> Thread:
    """The thread in which an answer to a comment stands. Parents come before their answers."""
    if parent is None or parent.thread is None or parent.thread.pk == home.pk:
        return home
    return parent.thread


def imported(parsed: ParsedComment, run: ImportRun) -> NewComment:
    """A comment from elsewhere: marked as imported, with its own date or none."""
    html = sanitize(parsed.body_html, COMMENT_POLICY)
    now = timezone.now()
    is_waiting = parsed.state == "pending"
    return NewComment(
        body=html_to_text(html),
        body_html=html,
        author_name=one_line(parsed.author_name)[:NAME_MAX] or NAMELESS,
        created_at=parsed.created_at or now,
        state=parsed.state,
        fields={
            "is_imported": True,
            "is_dated": parsed.created_at is not None,
            "import_run": run,
            "origin_hash": origin_hash(parsed.author_email),
            "waiting_since": now if is_waiting else None,
        },
    )
