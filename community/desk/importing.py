"""Bringing documents in: articles and their old comments, stored together or not at all."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from articles.importing import formats
from articles.importing.reading import Document, Problem, read_sources
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import Outcome, Stored, store_article
from articles.library.models import RUN_SOURCE_MAX
from articles.models import Article, ImportRun
from common.html import TooLong
from community.desk.actions import log_act, publish_article
from community.desk.models import DeskLogEntry
from community.desk.old_comments import StoredComments, import_comments
from community.members.models import Member
from community.threads.placing import open_thread
from community.threads.pointers import renew_pointers

# When two processes store the same article at once, the second fails and finds it the next
# time. Each try lets one more of them through.
TRIES = 5


MIXED = "mixed"  # what an import of several formats is said to be in


@dataclass(frozen=True)
class Options:
    """How to bring documents in."""

    format: str = formats.AUTO
    publish: bool = False
    dry_run: bool = False
    editor: Member | None = None


@dataclass(frozen=True)
class BroughtIn:
    """One article of a document: what became of it and of its comments."""

    stored: Stored
    comments: StoredComments


@dataclass
class ImportResult:
    """What came of an import. `problems` holds source, line (or None) and reason of each."""

    format: str = formats.AUTO
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

    def add(self, source: str, brought: BroughtIn) -> None:
        """Count one article that is stored for good."""
        outcome, reason = brought.stored.outcome.value, brought.stored.reason
        setattr(self, outcome, getattr(self, outcome) + 1)
        self.comments_created += brought.comments.created
        self.comments_unchanged += brought.comments.unchanged
        self.articles.append(brought.stored.article)
        if reason:
            self.add_problem(source, None, reason)

    def add_problem(self, source: str, line: int | None, reason: str) -> None:
        self.problems.append({"source": source, "line": line, "reason": reason})

    def add_format(self, name: str) -> None:
        """Say which format was read; several in one import are "mixed"."""
        known = self.format in (formats.AUTO, name)
        self.format = name if known else MIXED

    def fail(self, source: str, line: int | None, reason: str) -> None:
        """Note a document of which nothing was stored."""
        self.failed = True
        self.add_problem(source, line, reason)


def import_sources(sources: list[str], options: Options) -> Iterator[tuple[str, ImportResult]]:
    """Bring in files and folders one document at a time; yields each name and the result so far.

    A document that cannot be read is a problem with one reason, and nothing of it is stored.
    """
    result = ImportResult(format=options.format)
    for found in read_sources(sources):
        if isinstance(found, Problem):
            result.fail(found.source, found.line, found.reason)
            yield found.source, result
            continue
        import_document(found, options, result)
        yield found.name, result


def import_document(document: Document, options: Options, result: ImportResult) -> None:
    """Bring in one document; adds to `result` once everything of it is stored."""
    try:
        parsed = parse_document(document, options.format)
        brought = store_document(document, parsed, options)
    except ParseError as error:
        result.fail(document.name, error.line, error.reason)
        return
    result.add_format(format_of(document, options.format))
    for one in brought:
        result.add(document.name, one)


def format_of(document: Document, name: str = formats.AUTO) -> str:
    """The format in which a document is read."""
    return formats.choose(document.data, document.name, name).NAME


def parse_document(document: Document, name: str = formats.AUTO) -> list[ParsedArticle]:
    """Read a document in the format of that name, or in the one that it shows."""
    module = formats.choose(document.data, document.name, name)
    return list(module.parse(document.data))


def store_document(
    document: Document,
    parsed: list[ParsedArticle],
    options: Options,
    as_read: list[ParsedArticle] | None = None,
) -> list[BroughtIn]:
    """Store the articles of a document with their comments, all of them or none.

    `as_read` are the same articles before staff corrected them. Raises ParseError for a text
    that is too long to be cleaned. In a dry run everything is done, and then undone.
    """
    pairs = list(zip(parsed, as_read or parsed, strict=True))
    for tries_left in reversed(range(TRIES)):
        try:
            return store_once(document, pairs, options)
        except IntegrityError:
            if not tries_left:
                raise
        except TooLong as error:
            reason = f"{error} Save the article alone as text and try again."
            raise ParseError(reason) from error
    raise AssertionError("the last try returns or raises")


def store_once(
    document: Document, pairs: list[tuple[ParsedArticle, ParsedArticle]], options: Options
) -> list[BroughtIn]:
    """One try to store a document; a run that changed nothing leaves no row."""
    with transaction.atomic():
        used = format_of(document, options.format)
        run = ImportRun.objects.create(source=document.name[-RUN_SOURCE_MAX:], format=used)
        brought = [store_one(now, read, run, options) for now, read in pairs]
        if not any(is_new(one) for one in brought):
            run.delete()
        if options.dry_run:
            transaction.set_rollback(True)
    return brought


def store_one(
    parsed: ParsedArticle, as_read: ParsedArticle, run: ImportRun, options: Options
) -> BroughtIn:
    """Store one article with its comments, and publish it if that is wanted."""
    stored = store_article(parsed, run, as_read=as_read)
    article = stored.article
    if stored.outcome == Outcome.UPDATED:
        renew_pointers(article)
    comments = import_comments(open_thread(article), parsed.comments, run)
    if stored.outcome == Outcome.CREATED:
        log_act(article, DeskLogEntry.Act.IMPORTED, options.editor, run.source)
    if options.publish and parsed.state == "published" and article.state == Article.State.DRAFT:
        publish_article(article=article, editor=options.editor)
    return BroughtIn(stored, comments)


def is_new(brought: BroughtIn) -> bool:
    """Whether the run is where something comes from."""
    has_words = brought.stored.outcome in (Outcome.CREATED, Outcome.UPDATED)
    return has_words or brought.comments.created > 0
