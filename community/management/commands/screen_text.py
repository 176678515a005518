"""manage.py screen_text"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand

from community.help_lines.reading import public_numbers
from community.moderation.learning.actions import learn_from_decisions
from community.screening.pipeline import screen
from community.screening.records import Context, Submission, Verdict
from community.threads.posting.submissions import blocked_terms
from community.yardsticks.learned import spam_model

# As somebody whose posts appear at once; otherwise every line would be held as a new author's.
APPROVED_POSTS = 100


class Command(BaseCommand):
    help = (
        "Reads texts from standard input, one a line, and prints the verdict that each would get "
        "if a proven member posted it now, with the reasons and the words seen. Stores no text. "
        "Learns first from the moderators' newest decisions. With --json: one object a line, with "
        "verdict and reasons (code, words)."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object a line.")

    def handle(self, **options: Any) -> None:
        learn_from_decisions()
        context = Context(
            approved_posts=APPROVED_POSTS,
            blocked_terms=blocked_terms(),
            public_numbers=public_numbers(),
            spam_model=spam_model(),
        )
        for line in sys.stdin:
            verdict = screen(Submission(text=line.rstrip("\n")), context)
            self.stdout.write(as_json(verdict) if options["json"] else in_words(verdict))


def as_json(verdict: Verdict) -> str:
    """One line of JSON, for programs."""
    reasons = [{"code": str(r.code), "words": list(r.words)} for r in verdict.reasons]
    return json.dumps({"verdict": str(verdict.verdict), "reasons": reasons}, ensure_ascii=False)


def in_words(verdict: Verdict) -> str:
    """One line for people."""
    reasons = "; ".join(f"{r.code}: {', '.join(r.words)}" for r in verdict.reasons)
    return f"{verdict.verdict}  {reasons}".rstrip()
