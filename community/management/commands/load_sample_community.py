"""manage.py load_sample_community"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from community.desk.sample import HoldsRealContent, load, sign_in_lines

HERE_ALREADY = "The sample community is here already."
REFUSED = (
    "This database holds real articles, comments or members, so the sample community was not "
    "loaded; use an empty database for it."
)


class Command(BaseCommand):
    help = (
        "Loads invented articles, members and comments to look at. Refuses, with exit code 1, on "
        "a database that holds an article, a comment or a member that is not of the sample. "
        "Doing it twice changes nothing."
    )

    def handle(self, **options: Any) -> None:
        try:
            is_new = load()
        except HoldsRealContent:
            self.stderr.write(REFUSED)
            sys.exit(1)
        said = "The sample community is loaded." if is_new else HERE_ALREADY
        for line in [said, *sign_in_lines()]:
            self.stdout.write(line)
