"""manage.py learn_wording"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from community.screening.records import Submission
from community.screening.rules import crisis, red_flags
from community.screening.worded.concepts import Concepts
from community.screening.worded.lessons import HANDS, SUBJECTS, dangerous, harmless, learn_from
from community.screening.worded.scoring import Learned
from community.screening.worded.weights import file_of

RULES = {"crisis": crisis.find, "red_flags": red_flags.find}
PHRASES = Path(settings.BASE_DIR) / "tests" / "community" / "screening" / "phrases"


class Command(BaseCommand):
    help = (
        "Learns from the phrases in tests/community/screening/phrases how much each word speaks for "
        "danger, and writes the weights beside the code, to be committed. For developers, after phrases or kinds "
        "of words were changed; takes seconds. With --measure: writes nothing, and prints for each hand "
        "how much of its phrases is seen when everything was learned from the other hands only."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--measure", action="store_true", help="Measure instead of writing.")

    def handle(self, **options: Any) -> None:
        for subject in SUBJECTS:
            if options["measure"]:
                self._measure(subject)
            else:
                weights = learn_from(PHRASES, subject)
                file_of(subject).write_text(weights.as_text(), encoding="utf-8")
                self.stdout.write(f"{subject}: {len(weights.of):,} features weighed.")

    def _measure(self, subject: str) -> None:
        for hand in HANDS:
            score = Learned(Concepts(subject), learn_from(PHRASES, subject, without=hand))
            for kind, texts in (("seen", dangerous), ("false alarms", harmless)):
                phrases = texts(PHRASES, subject, hand)
                found = sum(bool(RULES[subject](Submission(text), score)) for text in phrases)
                share = found / max(len(phrases), 1)
                self.stdout.write(
                    f"{subject}, hand {hand!r}: {found} of {len(phrases)} {kind}, {share:.1%}"
                )
