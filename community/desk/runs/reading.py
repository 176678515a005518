"""Reading the documents of a run: each article becomes an item to look at. Stores nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Max

from articles.importing import formats
from articles.importing.reading import Document, Problem, fetch_document, unpack
from articles.importing.records import ParsedArticle, ParseError
from articles.importing.storing import (
    Outcome,
    find_article,
    fingerprint,
    outcome_for,
    source_url,
)
from articles.importing.whole import read_whole
from articles.library.models import RUN_SOURCE_MAX, TITLE_MAX
from articles.models import Source
from common.html import TooLong
from common.text import one_line
from community.desk.importing import NOT_PUBLISHED
from community.desk.models import DeskItem, DeskRun, RunProblem
from community.desk.old_comments import import_keys
from community.desk.old_tree import keys_here
from community.desk.runs.items import document_file, write_item

PROBLEMS_MAX = 1_000  # of one run; who has more mends the document and begins anew


class Stopped(Exception):
    """Somebody asked to stop."""


def read_run(run: DeskRun) -> None:
    """Read every document of a run from its beginning. Raises `Stopped`.

    What an earlier worker read of it is forgotten, for it may have died in the middle.
    """
    run.items.all().delete()
    run.problems.all().delete()
    run.sources_read = 0
    seen: dict[str, int] = {}
    for number, source in enumerate(run.sources):
        for found in documents_of(run, number, source):
            if isinstance(found, Problem):
                add_problem(run, found.source, ParseError(found.reason, found.line))
            else:
                read_document(run, found, seen)
        run.sources_read = number + 1
        run.save(update_fields=["sources_read"])
        check_not_stopped(run)


def documents_of(run: DeskRun, number: int, source: dict[str, Any]) -> Iterator[Document | Problem]:
    """The documents behind one source of a run: a file, what an archive holds, or an address."""
    if address := source.get("address"):
        yield from unpack(fetch_document(address))
        return
    try:
        data = document_file(run.pk, number).read_bytes()
    except FileNotFoundError:
        yield Problem(source["name"], None, "It is not kept here any more; upload it once more.")
        return
    yield from unpack(Document(source["name"], data, source.get("fetched_from")))


def read_document(run: DeskRun, document: Document, seen: dict[str, int]) -> None:
    """Make an item of every article in a document, or a problem of the whole."""
    try:
        module = formats.choose(document.data, document.name, run.format)
        for parsed in read_whole(module, document).articles:
            parsed = from_feed(parsed, run.feed)
            try:
                add_item(run, document, parsed, seen, module.NAME)
            except TooLong as error:
                add_problem(run, document.name, too_long(parsed, error))
            check_not_stopped(run)
    except ParseError as error:
        add_problem(run, document.name, error)


def from_feed(parsed: ParsedArticle, feed: Source | None) -> ParsedArticle:
    """What a feed brings is from the source it belongs to, whatever the feed calls itself."""
    return replace(parsed, source_name=feed.name) if feed else parsed


def too_long(parsed: ParsedArticle, error: TooLong) -> ParseError:
    """What to do about an article whose text cannot be cleaned."""
    return ParseError(f"“{parsed.title}”: {error} Save the article alone as text and try again.")


def add_item(
    run: DeskRun,
    document: Document,
    parsed: ParsedArticle,
    seen: dict[str, int],
    format_name: str,
) -> DeskItem:
    """Keep one article to look at, with what storing it would do."""
    last: int = run.items.aggregate(last=Max("number"))["last"] or 0
    number = last + 1
    mark = fingerprint(parsed)
    article = find_article(parsed, mark)
    here = keys_here(article)
    item = DeskItem(
        run=run,
        number=number,
        document=document.name[-RUN_SOURCE_MAX:],
        format=format_name,
        title=one_line(parsed.title)[:TITLE_MAX],
        source_url=source_url(parsed),
        origin_state=parsed.state,
        outcome=outcome_for(article, parsed, mark),
        article=article,
        comments=len(parsed.comments),
        comments_new=sum(k not in here for k in import_keys(parsed.comments, format_name)),
        comments_dropped=parsed.comments_dropped,
    )
    settle_choice(item, parsed, mark, seen)
    write_item(run.pk, number, parsed)
    item.save()
    return item


def settle_choice(item: DeskItem, parsed: ParsedArticle, mark: str, seen: dict[str, int]) -> None:
    """What becomes of an item unless staff choose otherwise, and why."""
    signs = signs_of(item, parsed, mark)
    double = next((seen[sign] for sign in signs if sign in seen), None)
    seen.update(dict.fromkeys(signs, item.number))
    if double:
        item.choice, item.note = DeskItem.Choice.LEAVE, f"The same as number {double}."
    elif parsed.state != "published":
        item.choice, item.note = DeskItem.Choice.LEAVE, NOT_PUBLISHED[parsed.state]
    elif item.outcome == Outcome.UNCHANGED and not item.comments_new:
        item.choice, item.note = DeskItem.Choice.LEAVE, "All of it is here already."
    elif item.run.feed and item.run.feed.feed_publishes and item.outcome == Outcome.CREATED:
        item.choice = DeskItem.Choice.PUBLISH


def signs_of(item: DeskItem, parsed: ParsedArticle, mark: str) -> list[str]:
    """By what an article is known within a run: its source's own id, or address and words."""
    if parsed.external_id:
        return [f"{parsed.source_name} {parsed.external_id}"]
    return [sign for sign in (item.source_url, mark if parsed.body_html else "") if sign]


def add_problem(run: DeskRun, source: str, error: ParseError, *, is_serious: bool = True) -> None:
    """Note what did not come in; beyond `PROBLEMS_MAX` the run says no more."""
    if run.problems.count() < PROBLEMS_MAX:
        RunProblem.objects.create(
            run=run,
            source=source[-RUN_SOURCE_MAX:],
            line=error.line,
            column=error.column,
            reason=error.reason,
            is_serious=is_serious,
        )


def check_not_stopped(run: DeskRun) -> None:
    """Raise `Stopped` when somebody asked for it."""
    if DeskRun.objects.filter(pk=run.pk, stop_asked=True).exists():
        raise Stopped
