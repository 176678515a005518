"""manage.py renew_pieces"""

from typing import Any

from django.core.management.base import BaseCommand

from community.threads.models import Thread
from community.threads.renewing import renew_thread


class Command(BaseCommand):
    help = (
        "Makes the stored HTML of every visible comment anew, at once. After an upgrade the worker does "
        "that by itself, a little at a time. The site may be in use meanwhile: "
        "threads are done one after another, and doing it again is harmless."
    )

    def handle(self, **options: Any) -> None:
        threads = list(Thread.objects.order_by("pk").only("pk"))
        count = sum(renew_thread(thread) for thread in threads)
        self.stdout.write(f"Made {count:,} comments in {len(threads):,} threads anew.")
