"""Where words of comments, and about people, are kept besides the comments; and taking something out of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from community.member_pages.models import PageLine
from community.moderation.models import Appeal, Flag, Note, Notice
from community.threads.holding.models import HeldPost
from community.threads.models import Thread

BATCH = 500  # rows looked through at a time

# A text, and the thread it is of (None: of none), without what is taken out.
Cleaned = Callable[[str, int | None], str]


@dataclass(frozen=True)
class Copy:
    """Columns of words, and what leads from their row to a thread; "" where nothing does."""

    model: type[Model]
    names: tuple[str, ...]
    thread: str = ""


COPIES = (
    Copy(Flag, ("snapshot", "words"), "comment__thread"),
    Copy(Notice, ("snapshot", "explanation", "answer", "law", "address"), "comment__thread"),
    Copy(Appeal, ("words",), "decision__comment__thread"),
    Copy(Note, ("words",), "comment__thread"),
    Copy(HeldPost, ("text", "more"), "thread"),
    Copy(PageLine, ("words",)),
    Copy(Thread, ("mode_words",), "pk"),
)


def clean_copies(cleaned: Cleaned, thread: int | None = None) -> int:
    """Take something out of all of them, or of those of one thread; returns how many texts changed."""
    reached = [copy for copy in COPIES if copy.thread or thread is None]
    return sum(clean_columns(copy, cleaned, thread) for copy in reached)


def clean_columns(copy: Copy, cleaned: Cleaned, thread: int | None) -> int:
    """The same in the columns of one table."""
    rows = copy.model._base_manager.order_by("pk")
    if thread is not None:
        rows = rows.filter(**{copy.thread: thread})
    changed = 0
    read = rows.values_list("pk", copy.thread or "pk", *copy.names)
    for key, of, *values in read.iterator(chunk_size=BATCH):
        left = {
            name: fitting(copy.model, name, without(value, cleaned, of if copy.thread else None))
            for name, value in zip(copy.names, values, strict=True)
        }
        stale = {
            name: left[name]
            for name, value in zip(copy.names, values, strict=True)
            if left[name] != value
        }
        if stale:
            copy.model._base_manager.filter(pk=key).update(**stale)
            changed += len(stale)
    return changed


def without(value: Any, cleaned: Cleaned, thread: int | None) -> Any:
    """A text, or what the fields of a form held, without it."""
    if isinstance(value, str):
        return cleaned(value, thread) if value else value
    if isinstance(value, dict):
        return {name: without(each, cleaned, thread) for name, each in value.items()}
    if isinstance(value, list):
        return [without(each, cleaned, thread) for each in value]
    return value


def fitting(model: type[Model], name: str, value: Any) -> Any:
    """No longer than its column: what we put in the place of a name may be longer than the name."""
    most = getattr(model._meta.get_field(name), "max_length", None)
    return value[:most] if most and isinstance(value, str) else value
