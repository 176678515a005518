"""Taking a whole run back, while nobody has built on it."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.history.actions import replace_words
from articles.history.models import ArticleVersion, SourceChange
from articles.library.actions import body_fields, change_article
from articles.models import Article, ImportRun
from community.desk.actions import check_is_staff, log_act
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.moderation.models import Appeal, Decision, Flag, Notice
from community.threads.indexing import forget_comments
from community.threads.models import Comment, Thread
from community.threads.moving.pointers import renew_pointers
from community.threads.placing import hide

BATCH = 500  # rows deleted at a time

State = Comment.State


class Hindered(Exception):
    """Somebody has built on what came in; the message says who and where. Nothing was changed."""


def undo_run(*, run: ImportRun, editor: Member | None) -> str:
    """Take back everything that a run brought; returns in words what that was.

    Its articles are emptied and can be seen nowhere any more, their addresses are free again,
    its comments are deleted, and texts that it replaced are put back. The log keeps that they
    were here. Raises `Hindered` once anybody replied, decided, flagged or edited.
    """
    check_is_staff(editor)
    with transaction.atomic():
        run.refresh_from_db(from_queryset=ImportRun.objects.select_for_update())
        if run.undone_at:
            raise Hindered("This run was undone before.")
        articles = list(
            Article.objects.select_for_update().filter(import_run=run).exclude(state="undone")
        )
        check_nobody_built_on_it(run, articles)
        comments = remove_comments(run, articles)
        replaced = put_words_back(run)
        for article in articles:
            empty(article, editor)
        SourceChange.objects.filter(import_run=run, state=SourceChange.State.WAITING).delete()
        run.undone_at = timezone.now()
        run.save(update_fields=["undone_at"])
    return in_words(len(articles), comments, replaced)


def in_words(articles: int, comments: int, replaced: int) -> str:
    """What was taken back.

    >>> in_words(2, 1, 0)
    '2 articles and 1 comment were taken back.'
    """
    parts = [
        f"{count:,} {name}{'' if count == 1 else 's'}"
        for count, name in ((articles, "article"), (comments, "comment"), (replaced, "new text"))
        if count
    ]
    if not parts:
        return "there was nothing left of it."
    listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    is_one = articles + comments + replaced == 1
    return f"{listed} {'was' if is_one else 'were'} taken back."


def check_nobody_built_on_it(run: ImportRun, articles: list[Article]) -> None:
    """Raise `Hindered` with the first thing that stands in the way."""
    theirs = Comment.objects.filter(import_run=run)
    below = Q(thread__article__in=articles) | Q(parent__in=theirs.values("pk"))
    others = Comment.objects.filter(below).exclude(import_run=run)
    if reply := others.select_related("thread__article").first():
        raise Hindered(
            f"Somebody wrote under “{reply.thread.title}” since, so the run stays. "
            "Withdraw single articles instead."
        )
    if is_moderated(theirs):
        raise Hindered(
            "Comments that came in with it were flagged or decided on, so the run stays. "
            "Withdraw single articles instead."
        )
    for version in ArticleVersion.objects.filter(import_run=run).select_related("article"):
        if version.article.versions.first() != version:
            raise Hindered(
                f"“{version.article.title}” was changed again since, so the run stays. "
                "Edit that article instead."
            )


def is_moderated(comments: QuerySet[Comment]) -> bool:
    """Whether anybody flagged them or decided about them."""
    keys = comments.values("pk")
    return (
        Decision.objects.filter(comment__in=keys).exists()
        or Flag.objects.filter(comment__in=keys).exists()
        or Notice.objects.filter(comment__in=keys).exists()
        or Appeal.objects.filter(decision__comment__in=keys).exists()
    )


def remove_comments(run: ImportRun, articles: list[Article]) -> int:
    """Delete the comments of a run, answers before what they answer; returns how many."""
    theirs = Comment.objects.filter(import_run=run)
    # Where the thread stays, the counts above have to be right again.
    for comment in theirs.exclude(thread__article__in=articles).filter(state=State.VISIBLE):
        hide(comment, State.REMOVED)
    count = 0
    depths = theirs.order_by("-depth").values_list("depth", flat=True).distinct()
    for depth in list(depths):
        level = theirs.filter(depth=depth).values_list("pk", flat=True)
        while keys := list(level[:BATCH]):
            forget_comments(keys)
            Comment.objects.filter(pk__in=keys).delete()
            count += len(keys)
    for thread in Thread.objects.filter(article__in=articles):
        thread.comment_count, thread.version = 0, thread.version + 1
        thread.save(update_fields=["comment_count", "version"])
    return count


def put_words_back(run: ImportRun) -> int:
    """Give articles the words back that the run replaced; returns how many."""
    versions = ArticleVersion.objects.filter(import_run=run).select_related("article")
    for version in versions:
        article = version.article
        replace_words(
            article,
            ArticleVersion.Why.UNDO,
            title=version.title,
            standfirst=version.standfirst,
            fingerprint=version.fingerprint,
            **body_fields(version.body_html, version.standfirst),
        )
        renew_pointers(article)
    return len(versions)


def empty(article: Article, editor: Member | None) -> None:
    """Leave of an article its key and its title, for the log."""
    log_act(article, DeskLogEntry.Act.UNDONE, editor, article.title)
    article.topics.clear()
    article.versions.all().delete()
    article.corrections.all().delete()
    change_article(
        article,
        state=Article.State.UNDONE,
        slug=f"undone-{article.pk}",
        standfirst="",
        author="",
        body_html="",
        excerpt="",
        word_count=0,
        source=None,
        source_url="",
        external_id="",
        fingerprint="",
        lead_image="",
        story=None,
        publish_at=None,
        comment_count=0,
    )
