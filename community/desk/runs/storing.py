"""Storing what staff chose of a run. What died half-way goes on where it was."""

from django.db.models import F, Sum
from django.utils import timezone

from articles.importing.records import ParseError
from articles.models import Article, ImportRun
from community.desk.actions import NotAllowed, schedule_article
from community.desk.importing import forget_if_empty, store_article_whole
from community.desk.models import DeskItem, DeskRun
from community.desk.results import MIXED, BroughtIn, Options
from community.desk.runs.items import corrected, read_item
from community.desk.runs.reading import add_problem, check_not_stopped

Choice, State = DeskItem.Choice, DeskItem.State


def store_run(run: DeskRun) -> None:
    """Store the items that are chosen and not stored yet, in order. Raises `Stopped`."""
    chosen = run.items.exclude(choice=Choice.LEAVE)
    run.comments_total = chosen.aggregate(all=Sum("comments"))["all"] or 0
    done = chosen.exclude(state=State.WAITING).aggregate(all=Sum("comments"))["all"]
    run.comments_done = done or 0
    run.save(update_fields=["comments_total", "comments_done"])
    for item in chosen.filter(state=State.WAITING).iterator():
        check_not_stopped(run)
        store_item(run, item)
    if run.import_run:
        forget_if_empty(run.import_run)
        run.refresh_from_db(fields=["import_run"])


def store_item(run: DeskRun, item: DeskItem) -> None:
    """Store one item; what cannot be stored is a problem of the run."""
    as_read = read_item(item)
    if as_read is None:
        return fail(run, item, ParseError("Its text is not kept here any more; bring it in again."))
    options = Options(
        publish=item.choice == Choice.PUBLISH,
        editor=run.editor,
        # Nobody has read what a feed publishes by itself.
        for_answers=run.feed_id is None or run.editor_id is not None,
        # To publish a changed text is to take it over; whoever keeps a draft looks again.
        asks_first=item.choice != Choice.PUBLISH,
    )
    try:
        brought = store_article_whole(
            corrected(as_read, item.changes),
            import_run_of(run),
            options,
            format_name=item.format,
            as_read=as_read,
            on_progress=lambda done: count_comments(run, done),
        )
        publish_later(item, brought.stored.article, run)
    except (ParseError, NotAllowed) as error:
        return fail(run, item, error if isinstance(error, ParseError) else ParseError(str(error)))
    settle(item, brought)


def import_run_of(run: DeskRun) -> ImportRun:
    """Where everything of a run comes from; made when its first item is stored."""
    if run.import_run is None:
        used = list(
            run.items.exclude(choice=Choice.LEAVE)
            .order_by("format")
            .values_list("format", flat=True)
            .distinct()[:2]
        )
        name = used[0] if len(used) == 1 else MIXED
        run.import_run = ImportRun.objects.create(source=run.label, format=name)
        run.save(update_fields=["import_run"])
    return run.import_run


def publish_later(item: DeskItem, article: Article, run: DeskRun) -> None:
    """Set a draft to be published at the time that staff chose."""
    if item.choice == Choice.LATER and item.publish_at and article.state == Article.State.DRAFT:
        schedule_article(article=article, editor=run.editor, at=item.publish_at)


def settle(item: DeskItem, brought: BroughtIn) -> None:
    """Write down what became of an item."""
    item.state, item.outcome = State.STORED, brought.stored.outcome
    item.article, item.note = brought.stored.article, brought.stored.reason
    item.comments_new = brought.comments.created
    item.save(update_fields=["state", "outcome", "article", "note", "comments_new"])


def fail(run: DeskRun, item: DeskItem, error: ParseError) -> None:
    """Note an item that cannot be stored, and go on."""
    item.state, item.note = State.FAILED, error.reason
    item.save(update_fields=["state", "note"])
    add_problem(run, item.document, error)


def count_comments(run: DeskRun, done: int) -> None:
    """Say how far it is, and that somebody is at it."""
    DeskRun.objects.filter(pk=run.pk).update(
        comments_done=F("comments_done") + done, alive_at=timezone.now()
    )
