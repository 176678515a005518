"""manage.py rebuild_search_index"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from community.search.rebuilding import check_index, rebuild_from_scratch

BROKEN = "The full-text index differs from its entries. Run this command without --check."


class Command(BaseCommand):
    help = (
        "Makes the index of search anew from what readers can see. Safe while the site is in use. "
        "It is needed only where rows were changed behind the site's back: upgrades do it by "
        "themselves. With --check it changes nothing, and exits with 1 where anything is wrong."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--check", action="store_true", help="Only compare.")

    def handle(self, *, check: bool, **options: Any) -> None:
        if not check:
            self.stdout.write(f"{rebuild_from_scratch():,} entries were not right, and are now.")
            return
        try:
            wrong = check_index()
        except DatabaseError as error:
            raise CommandError(BROKEN) from error
        if wrong:
            raise CommandError(f"{sum(map(len, wrong)):,} entries are not right.")
        self.stdout.write("The index is right.")
