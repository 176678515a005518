"""manage.py learn_first_lessons"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from community.screening.learned.first_lessons import FILE, learn_first

PHRASES = Path(settings.BASE_DIR) / "tests" / "community" / "screening" / "phrases"


class Command(BaseCommand):
    help = (
        "Counts the words of the advertising and the honest posts in tests/community/screening/phrases, "
        "and writes the counts beside the code, to be committed. For developers, after those texts "
        "were changed. The moderators' own decisions are learned by learn_from_decisions."
    )

    def handle(self, **options: Any) -> None:
        model = learn_first(PHRASES)
        FILE.write_text(model.as_json() + "\n", encoding="utf-8")
        self.stdout.write(
            f"{model.spam_texts} advertisements, {model.wanted_texts} honest posts, "
            f"{len(model.counts):,} words and pairs of words."
        )
