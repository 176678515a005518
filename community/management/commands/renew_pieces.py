"""manage.py renew_pieces"""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from community.threads.models import Comment, Thread
from community.threads.renaming.actions import renew


class Command(BaseCommand):
    help = (
        "Makes the stored HTML of every visible comment anew. Needed once after an upgrade that "
        "changed how comments look; the changelog says so. The site may be in use meanwhile: "
        "threads are done one after another, and doing it again is harmless."
    )

    def handle(self, **options: Any) -> None:
        keys = list(Thread.objects.order_by("pk").values_list("pk", flat=True))
        count = sum(renew_thread(key) for key in keys)
        self.stdout.write(f"Made {count:,} comments in {len(keys):,} threads anew.")


def renew_thread(key: int) -> int:
    """Make the visible comments of a thread anew, its own row locked first; returns how many."""
    with transaction.atomic():
        Thread.objects.select_for_update().get(pk=key)
        comments = Comment.objects.visible().filter(thread=key)
        renew(comments)
        return comments.count()
