"""manage.py load_sample_community"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.desk.sample import HoldsRealContent, load, sign_in_lines


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
            raise CommandError(
                "This database holds real articles, comments or members, so the sample "
                "community was not loaded; use an empty database for it."
            ) from None
        said = (
            "The sample community is loaded." if is_new else "The sample community is here already."
        )
        self.stdout.write(said)
        for line in sign_in_lines():
            self.stdout.write(line)
