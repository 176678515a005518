"""The stored pieces made anew after an upgrade that changed how comments look, a few at a time by the worker."""

import time
from collections.abc import Iterator

from django.db import transaction

from community.threads.models import Comment, Thread
from community.threads.placing import touch_thread
from community.threads.renaming.actions import renew_batch
from community.threads.rendering import PIECES_VERSION

BATCH = 50  # comments a transaction: whoever posts meanwhile waits a small part of a second
SECONDS = 2.0  # how long the worker stays at it before it looks after the rest


# How far this worker came in a thread that is too long for one turn, by key: the last comment made anew.
reached: dict[int, int] = {}


def renew_outdated() -> int:
    """Go on with the threads whose pieces were made in an earlier version, the newest first; returns how many are done.

    A thread is marked when all of it is done: after a fall it is begun again, which is harmless.
    """
    outdated = Thread.objects.filter(pieces_version__lt=PIECES_VERSION).order_by("-pk")
    until, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < until and (thread := outdated.first()):
        for part in renew_parts(thread, after=reached.get(thread.pk, 0)):
            reached[thread.pk] = part[-1]
            if time.monotonic() >= until:
                return count
        finish(thread)
        reached.pop(thread.pk, None)
        count += 1
    return count


def renew_thread(thread: Thread) -> int:
    """Make all visible comments of a thread anew; its kept pages end with it. Returns how many comments."""
    count = sum(map(len, renew_parts(thread)))
    finish(thread)
    return count


def renew_parts(thread: Thread, after: int = 0) -> Iterator[list[int]]:
    """Make its visible comments anew from one key on; yields the keys of each part."""
    visible = thread.comments.visible().filter(pk__gt=after).order_by("pk")
    keys = list(visible.values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        part = keys[start : start + BATCH]
        renew_part(thread, part)
        yield part


def finish(thread: Thread) -> None:
    """All of it is made anew: kept pages end, and the thread is marked."""
    with transaction.atomic():
        touch_thread(thread)
        Thread.objects.filter(pk=thread.pk).update(pieces_version=PIECES_VERSION)


def renew_part(thread: Thread, keys: list[int]) -> None:
    """Make some of them anew, the thread's own row locked first, unless readers do not see them any more."""
    with transaction.atomic():
        Thread.objects.select_for_update().get(pk=thread.pk)
        seen = Comment.objects.visible().filter(pk__in=keys)
        renew_batch(list(seen.values_list("pk", flat=True)))
