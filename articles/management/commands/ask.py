"""manage.py ask"""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.ask.answering import Answer, answer


class Command(BaseCommand):
    help = (
        "Reads questions from standard input, one a line, and prints what the archive answers: "
        "passages, word for word, of articles that were approved for answers, or nothing where "
        "none answers. Stores no question. With --json: one object a line, with answered and "
        "passages (article, heading, text)."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--json", action="store_true", help="Print one JSON object a line.")

    def handle(self, **options: Any) -> None:
        for line in sys.stdin:
            found = answer(line.rstrip("\n"))
            self.stdout.write(as_json(found) if options["json"] else in_words(found))


def as_json(found: Answer) -> str:
    """One line of JSON, for programs."""
    passages = [
        {"article": c.article.slug, "heading": c.passage.heading, "text": c.passage.text}
        for c in found.citations
    ]
    said = {"answered": found.is_answered, "passages": passages}
    return json.dumps(said, ensure_ascii=False)


def in_words(found: Answer) -> str:
    """Some lines for people."""
    if not found.is_answered:
        return "The archive does not answer this.\n"
    lines = [f"{c.article.title}: {c.passage.text}" for c in found.citations]
    return "\n".join([*lines, ""])
