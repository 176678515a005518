"""manage.py import_articles"""

import sys
import time
from typing import Any

from django.core.management.base import BaseCommand

from articles.importing import formats
from community.desk.importing import import_sources
from community.desk.old_comments import ignore
from community.desk.results import ImportResult, Options

PAUSE = 0.2  # seconds between two pictures of the bar
CELLS = 20  # of the bar
WIDTH = 79  # of a terminal nobody made wider


class Command(BaseCommand):
    help = (
        "Brings in articles and the reader comments they had. SOURCE is a file or a folder; more "
        "than one may be given. Each document is stored whole or not at all, and the same document "
        "again changes nothing. Articles stay drafts unless --publish is given. Ends with exit "
        "code 1 if any source could not be read; what was readable is stored all the same."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("sources", nargs="+", metavar="SOURCE", help="A file or a folder.")
        parser.add_argument(
            "--format",
            default="auto",
            choices=formats.format_names(),
            help="Read every document in this format instead of the one it shows.",
        )
        parser.add_argument(
            "--publish", action="store_true", help="Publish what comes in, unless it was withdrawn."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would happen and store nothing."
        )
        parser.add_argument("--json", action="store_true", help="Print one JSON object.")

    def handle(self, *, sources: list[str], **given: Any) -> None:
        shows_bar = sys.stderr.isatty() and not given["json"]
        bar = Bar(self.stderr)
        options = Options(
            format=given["format"],
            publish=given["publish"],
            dry_run=given["dry_run"],
            on_progress=bar.show if shows_bar else ignore,
        )
        result = ImportResult(format=options.format)
        for _, result in import_sources(sources, options):
            pass
        if shows_bar:
            bar.clear()
        if given["json"]:
            self.stdout.write(result.as_json())
        else:
            self.report(result, options)
        if result.failed:
            sys.exit(1)

    def report(self, result: ImportResult, options: Options) -> None:
        """The summary for people."""
        for problem in result.problems:
            place = f", line {problem['line']}" if problem["line"] else ""
            self.stderr.write(f"{problem['source']}{place}: {problem['reason']}")
        if options.dry_run:
            self.stdout.write("Nothing was stored. It would have been:")
        self.stdout.write(
            f"created: {result.created}, updated: {result.updated}, "
            f"unchanged: {result.unchanged}, skipped: {result.skipped}"
        )
        self.stdout.write(
            f"comments created: {result.comments_created}, "
            f"unchanged: {result.comments_unchanged}, skipped: {result.comments_skipped}"
        )


class Bar:
    """One line that is written over and over: how much of what is known is done."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.shown_at = 0.0

    def show(self, result: ImportResult) -> None:
        """Show how far it is, a few times a second."""
        now = time.monotonic()
        if now - self.shown_at >= PAUSE:
            self.shown_at = now
            self.stream.write(bar_of(result), ending="\r")
            self.stream.flush()

    def clear(self) -> None:
        """Leave the line empty for what comes next."""
        self.stream.write(" " * WIDTH, ending="\r")


def bar_of(result: ImportResult) -> str:
    """The line: a bar, how many of the articles and comments are done, and of which document.

    >>> bar_of(ImportResult(source="site.xml", pieces=400, pieces_done=100)).rstrip()
    '[#####               ]  25 %  100 of 400  site.xml'
    """
    share = result.pieces_done / result.pieces if result.pieces else 1.0
    filled = "#" * int(share * CELLS)
    counted = f"{result.pieces_done:,} of {result.pieces:,}"
    line = f"[{filled:<{CELLS}}] {share:>4.0%}".replace("%", " %")
    return f"{line}  {counted}  {result.source}"[:WIDTH].ljust(WIDTH)
