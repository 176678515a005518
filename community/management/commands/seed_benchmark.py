"""manage.py seed_benchmark"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from community.desk.benchmark import Plan, has_content, seed


class Command(BaseCommand):
    help = (
        "Fills an empty database with synthetic articles, members and comments, to measure with. "
        "--comments are spread evenly over the articles; besides them there are three large "
        "threads: of the size given, a tenth and a hundredth of it. Refuses on a database that "
        "holds anything."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--articles", type=int, default=2000)
        parser.add_argument("--comments", type=int, default=50_000, help="In all, see above.")
        parser.add_argument("--members", type=int, default=500)
        parser.add_argument("--largest-thread", type=int, default=10_000)

    def handle(self, **given: Any) -> None:
        if has_content():
            raise CommandError("This database holds content already. Use an empty one.")
        names = ("articles", "comments", "members", "largest_thread")
        if any(given[name] < 0 for name in names):
            raise CommandError("Numbers cannot be negative.")
        plan = Plan(**{name: given[name] for name in names})
        for line in seed(plan):
            self.stdout.write(line)
