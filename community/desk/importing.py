"""Bringing documents in: articles and their old comments, stored together or not at all."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from articles.importing.reading import Document, Problem, read_sources
from django.db import transaction

from articles.importing import formats
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import Outcome, store_article
from articles.models import Article, ImportRun
from community.desk.actions import log_act, publish_article
from community.desk.models import DeskLogEntry
from community.desk.old_comments import import_comments
from community.members.models import Member
from community.threads.placing import open_thread


@dataclass
class ImportResult:
    """What came of an import. `problems` holds source, line (or None) and reason of each."""

    format: str = "auto"
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    comments_created: int = 0
    comments_unchanged: int = 0
    comments_skipped: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    failed: bool = False

    def as_json(self) -> str:
        """The object that `--json` prints."""
        return json.dumps({k: v for k, v in vars(self).items() if k not in ("articles", "failed")})

    def add_problem(self, source: str, line: int | None, reason: str) -> None:
        self.problems.append({"source": source, "line": line, "reason": reason})


class DryRun(Exception):
    """Ends a transaction that was only a rehearsal."""


@dataclass(frozen=True)
class Options:
    """How to bring documents in."""

    format: str = "auto"
    publish: bool = False
    dry_run: bool = False
    editor: Member | None = None


def import_sources(sources: list[str], options: Options) -> Iterator[tuple[str, ImportResult]]:
    """Bring in files and folders one document at a time; yields each name and the result so far.

    A document that cannot be read is a problem with one reason, and nothing of it is stored.
    """
    result = ImportResult(format=options.format)
    for found in read_sources(sources):
        if isinstance(found, Problem):
            result.failed = True
            result.add_problem(found.source, found.line, found.reason)
            yield found.source, result
            continue
        import_document(found, options, result)
        yield found.name, result


def import_document(document: Document, options: Options, result: ImportResult) -> None:
    """Bring in one document; adds to `result`."""
    try:
        parsed = parse_document(document, options.format)
    except ParseError as error:
        result.failed = True
        result.add_problem(document.name, error.line, error.reason)
        return
    try:
        with transaction.atomic():
            store_document(document, parsed, options, result)
            if options.dry_run:
                raise DryRun
    except DryRun:
        return


def parse_document(document: Document, name: str) -> list[ParsedArticle]:
    """Read a document in the format of that name, or in the one that it shows."""
    module = formats.choose(document.data, document.name, name)
    return list(module.parse(document.data))


def store_document(
    document: Document, parsed: Iterable[ParsedArticle], options: Options, result: ImportResult
) -> None:
    """Store the articles of a document with their comments; a run that changed nothing goes."""
    run = ImportRun.objects.create(source=document.name[:500], format=options.format)
    changed = False
    for article in parsed:
        changed |= store_one(article, run, options, result, document.name)
    if not changed:
        run.delete()


def store_one(
    parsed: ParsedArticle, run: ImportRun, options: Options, result: ImportResult, source: str
) -> bool:
    """Store one article with its comments; returns whether anything changed."""
    stored = store_article(parsed, run)
    if stored.reason:
        result.add_problem(source, None, stored.reason)
    article, outcome = stored.article, stored.outcome
    comments = import_comments(open_thread(article), parsed.comments, run)
    setattr(result, outcome.value, getattr(result, outcome.value) + 1)
    result.comments_created += comments.created
    result.comments_unchanged += comments.unchanged
    result.articles.append(article)
    if outcome == Outcome.CREATED:
        log_act(article, DeskLogEntry.Act.IMPORTED, options.editor, source)
    if options.publish and parsed.state == "published" and article.state == Article.State.DRAFT:
        publish_article(article=article, editor=options.editor)
        return True
    return outcome in (Outcome.CREATED, Outcome.UPDATED) or comments.created > 0
