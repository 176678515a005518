"""manage.py learn_from_decisions"""

from typing import Any

from django.core.management.base import BaseCommand

from community.moderation.learning.actions import learn_from_decisions
from community.screening.learned.model import SPAM_MIN, WANTED_MIN, Model, difference
from community.yardsticks.learned import spam_model

SHOWN = 20


class Command(BaseCommand):
    help = (
        "Learns what advertising looks like here from the moderators' newest decisions, and prints "
        "from how many, with the words that say the most on both sides. The worker does the same by "
        "itself. Below a number of decisions the score stays silent; then it says so."
    )

    def handle(self, **options: Any) -> None:
        learn_from_decisions()
        model = spam_model() or Model()
        self.stdout.write(
            f"{model.spam_texts:,} rejected as advertising, {model.wanted_texts:,} wanted, "
            f"{len(model.counts):,} words and pairs of words."
        )
        if model.is_silent:
            self.stdout.write(
                f"Silent until {SPAM_MIN} were rejected as advertising and {WANTED_MIN} wanted."
            )
            return
        ranked = sorted(model.counts, key=lambda name: (difference(model, name), name))
        self.stdout.write("Words stand without their endings, kinds of words in brackets.")
        self.stdout.write(f"Most like advertising: {', '.join(reversed(ranked[-SHOWN:]))}")
        self.stdout.write(f"Most like what is wanted: {', '.join(ranked[:SHOWN])}")
