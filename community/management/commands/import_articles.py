"""manage.py import_articles"""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from articles.importing import formats
from community.desk.importing import ImportResult, Options, import_sources


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
        options = Options(
            format=given["format"], publish=given["publish"], dry_run=given["dry_run"]
        )
        result = ImportResult(format=options.format)
        shows_bar = sys.stderr.isatty() and not given["json"]
        for done, (name, result) in enumerate(import_sources(sources, options), 1):
            if shows_bar:
                self.stderr.write(progress(done, name), ending="\r")
        if shows_bar:
            self.stderr.write("")
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


def progress(done: int, name: str) -> str:
    """One line that is written over and over: how many, and which."""
    return f"  {done:>6,} read  {name[-60:]:<60}"
