"""What staff do with sources and their feeds."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.library import actions as library
from articles.models import Source
from community.desk.actions import check_is_staff
from community.members.models import Member

FEED_BEGINS_ANEW = {
    "feed_etag": "", "feed_modified": "", "feed_failures": 0, "feed_note": "",
    "feed_paused_at": None,
}  # fmt: skip


def add_source(*, editor: Member, **fields: Any) -> Source:
    """Make a source, so that its licence is known before anything of it comes in."""
    check_is_staff(editor)
    with transaction.atomic():
        source = Source.objects.create(**fields)
        return watch(source)


def edit_source(*, source: Source, editor: Member, **changes: Any) -> Source:
    """Change a source. A feed at another address begins anew."""
    check_is_staff(editor)
    moved = changes.get("feed_url", source.feed_url) != source.feed_url
    with transaction.atomic():
        source = library.edit_source(source=source, **changes)
        return watch(source) if moved else source


def watch(source: Source) -> Source:
    """Visit the feed of a source as soon as the worker comes to it."""
    changes = FEED_BEGINS_ANEW | {"feed_next_at": timezone.now() if source.feed_url else None}
    return store(source, **changes)


def pause_feed(*, source: Source, editor: Member | None, note: str = "") -> Source:
    """Visit the feed no more until somebody says so."""
    check_is_staff(editor)
    return store(source, feed_paused_at=timezone.now(), feed_note=note)


def resume_feed(*, source: Source, editor: Member) -> Source:
    """Visit the feed again, now and then regularly."""
    check_is_staff(editor)
    return watch(source)


def visit_soon(*, source: Source, editor: Member) -> Source:
    """Let the worker visit the feed now instead of later."""
    check_is_staff(editor)
    return store(source, feed_next_at=timezone.now()) if source.feed_url else source


def store(source: Source, **changes: Any) -> Source:
    """Write fields of the feed; no page of a reader shows any of them."""
    for name, value in changes.items():
        setattr(source, name, value)
    source.save(update_fields=list(changes))
    return source
