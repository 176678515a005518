"""Bringing documents in: articles and their old comments, stored together or not at all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from django.db import IntegrityError, transaction

from articles.importing import formats
from articles.importing.reading import Document, Problem, read_sources
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import Outcome, Stored, note_alive, store_article
from articles.importing.whole import read_whole
from articles.library.models import RUN_SOURCE_MAX
from articles.models import Article, ArticleVersion, ImportRun, SourceChange
from common.html import TooLong
from community.desk.actions import log_act, publish_article
from community.desk.models import DeskLogEntry
from community.desk.old_comments import SLICE, ignore, import_comments
from community.desk.results import BroughtIn, ImportResult, Options
from community.threads.models import Comment
from community.threads.moving.pointers import renew_pointers
from community.threads.placing import open_thread

# When two processes store the same article at once, the second fails and finds it the next
# time. Each try lets one more of them through.
TRIES = 5


T = TypeVar("T")


def import_sources(sources: list[str], options: Options) -> Iterator[tuple[str, ImportResult]]:
    """Bring in files, folders and addresses one article at a time; yields each name and the
    result so far.

    A document that cannot be read is a problem with one reason, and nothing of it is stored.
    """
    result = ImportResult(format=options.format)
    for found in read_sources(sources):
        note_alive(result.last_run)
        if isinstance(found, Problem):
            result.fail(found.source, found.line, found.reason)
            yield found.source, result
            continue
        for _ in import_document(found, options, result):
            yield found.name, result
        yield found.name, result


def import_document(
    document: Document, options: Options, result: ImportResult
) -> Iterator[ParsedArticle]:
    """Bring in one document; yields after each article that is stored for good."""
    try:
        module = formats.choose(document.data, document.name, options.format)
        whole = read_whole(module, document)
    except ParseError as error:
        result.fail_at(document.name, error)
        return
    result.add_format(module.NAME)
    run = ImportRun.objects.create(source=document.name[-RUN_SOURCE_MAX:], format=module.NAME)
    result.begin(document.name, whole.pieces)
    try:
        for parsed in whole.articles:
            import_article(document.name, parsed, run, options, result)
            yield parsed
    finally:
        if not forget_if_empty(run):
            result.last_run = run.pk


def import_article(
    source: str, parsed: ParsedArticle, run: ImportRun, options: Options, result: ImportResult
) -> None:
    """Bring in one article with its comments, and count what came of it."""
    end = result.pieces_done + 1 + len(parsed.comments)

    def advance(comments: int) -> None:
        result.pieces_done += comments
        note_alive(run.pk)
        options.on_progress(result)

    count_article(source, parsed, run, options, result, advance)
    result.pieces_done = end
    note_alive(run.pk)
    options.on_progress(result)


def count_article(
    source: str,
    parsed: ParsedArticle,
    run: ImportRun,
    options: Options,
    result: ImportResult,
    advance: Callable[[int], None],
) -> None:
    """Store it if it was published where it comes from, and count it either way."""
    result.comments_skipped += parsed.comments_dropped
    if parsed.state != "published":
        result.skipped += 1
        result.comments_skipped += len(parsed.comments)
        result.add_problem(source, None, f"“{parsed.title}”: {NOT_PUBLISHED[parsed.state]}")
        return
    try:
        brought = store_article_whole(
            parsed, run, options, format_name=run.format, on_progress=advance
        )
        result.add(source, brought)
    except ParseError as error:
        result.fail_at(source, error)


NOT_PUBLISHED = {
    "draft": "It is a draft where it comes from, so it was left out.",
    "private": "It is private where it comes from, so it was left out.",
    "scheduled": "It is not published yet where it comes from, so it was left out.",
    "protected": "It needs a password where it comes from, so it was left out.",
}


def store_article_whole(
    parsed: ParsedArticle,
    run: ImportRun,
    options: Options,
    *,
    format_name: str,
    as_read: ParsedArticle | None = None,
    on_progress: Callable[[int], None] = ignore,
) -> BroughtIn:
    """Store an article with its comments, and publish it last if that is wanted.

    All of it or nothing; only of more than `SLICE` comments those before stay when the rest
    fails, and the same again brings the rest. In a dry run everything is done, and then undone.
    Raises ParseError for what is too long to be cleaned.
    """

    def text() -> Stored:
        return store_text(parsed, as_read or parsed, run, options)

    def comments(stored: Stored) -> BroughtIn:
        thread = open_thread(stored.article)
        return BroughtIn(
            stored, import_comments(thread, parsed.comments, run, format_name, on_progress)
        )

    try:
        if options.dry_run or len(parsed.comments) <= SLICE:
            return tried(lambda: finished(comments(text()), options), transaction.atomic)
        stored = tried(text, transaction.atomic)
        return finished(tried(lambda: comments(stored), nullcontext), options)
    except TooLong as error:
        reason = f"“{parsed.title}”: {error} Save the article alone as text and try again."
        raise ParseError(reason) from error


def finished(brought: BroughtIn, options: Options) -> BroughtIn:
    """Publish an article whose comments are there, or undo everything of a dry run."""
    article = brought.stored.article
    if options.publish and article.state == Article.State.DRAFT:
        publish_article(article=article, editor=options.editor, for_answers=options.for_answers)
    if options.dry_run:
        transaction.set_rollback(True)
    return brought


def tried(work: Callable[[], T], wrapped: Callable[[], AbstractContextManager[Any]]) -> T:
    """Do it, and again when somebody else stored the same at that moment."""
    for _ in range(TRIES - 1):
        try:
            with wrapped():
                return work()
        except IntegrityError:
            continue
    with wrapped():
        return work()


def store_text(
    parsed: ParsedArticle, as_read: ParsedArticle, run: ImportRun, options: Options
) -> Stored:
    """Store the article alone, with its thread."""
    stored = store_article(parsed, run, as_read=as_read, asks_first=options.asks_first)
    if stored.outcome == Outcome.UPDATED:
        renew_pointers(stored.article)
    if stored.outcome == Outcome.CREATED:
        log_act(stored.article, DeskLogEntry.Act.IMPORTED, options.editor, run.source)
    open_thread(stored.article)
    return stored


def forget_if_empty(run: ImportRun) -> bool:
    """A run that changed nothing leaves no row; returns whether it was one."""
    brought = (Article, ArticleVersion, SourceChange, Comment)
    if any(model.objects.filter(import_run=run).exists() for model in brought):
        return False
    run.delete()
    return True
