"""New articles become an issue of themselves, for those who want each: every article once.

Which articles were looked at is written down article by article. A moment up to which all was looked at would
pass over an article whose transaction is committed late; and two workers at the same moment would both begin
there. Here the second one waits, and then finds the articles marked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.library.models import Article, ImportRun
from articles.newsletter.actions import create_issue
from articles.newsletter.models import Announcement, Issue, IssueArticle, Subscriber

# New articles that go out by themselves at once; more were brought in from elsewhere, and are no news.
ANNOUNCED_MAX = 10
LOOKED_BACK = timedelta(days=1)  # after a worker that stood still; older articles are no news
# Since an import was heard of: so long it may go on, and how many articles it brings is not known yet.
STILL_COMING = timedelta(minutes=5)
BATCH = 1_000  # marks of one statement


def announce_articles() -> int:
    """Make an issue of the new articles for those who want each; returns how many articles.

    Very many at once were brought in from elsewhere, and are announced to nobody. Whoever subscribes later
    hears of what is published from then on.
    """
    with transaction.atomic():
        keys = take_new_articles()
        wanted = Subscriber.objects.filter(rhythm=Subscriber.Rhythm.EACH)
        if not 0 < len(keys) <= ANNOUNCED_MAX or not wanted.exclude(confirmed_at=None).exists():
            return 0
        articles = Article.objects.filter(pk__in=keys).prefetch_related("topics")
        make_announcement(list(articles.order_by("published_at", "pk")))
    return len(keys)


def take_new_articles() -> list[int]:
    """Mark the articles that nobody looked at; returns their keys. Another worker waits meanwhile."""
    now = timezone.now()
    new = Article.objects.published().filter(announcement=None)
    new = new.filter(published_at__gt=now - LOOKED_BACK, published_at__lte=now).order_by("pk")
    if brought_in(now):
        new = new.filter(import_run=None)
    locked = set(new.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    # Asked once more: what another worker marked while this one waited is not new any more.
    keys = [key for key in new.values_list("pk", flat=True) if key in locked]
    Announcement.objects.bulk_create(
        [Announcement(article_id=key) for key in keys], batch_size=BATCH
    )
    return keys


def brought_in(now: datetime) -> bool:
    """Whether articles are just being brought in; a folder is many runs, so it does not matter by which.

    An import that is busy for long with a slow address or a very large thread says that it is there.
    """
    since = now - STILL_COMING
    imported = Article.objects.exclude(import_run=None).filter(created_at__gt=since)
    return imported.exists() or ImportRun.objects.filter(alive_at__gt=since).exists()


def make_announcement(articles: Sequence[Article]) -> None:
    """The issue of itself, for the topics of its articles."""
    title = articles[0].title if len(articles) == 1 else f"{len(articles)} new articles"
    issue = create_issue(
        title=title, subject=f"New on {settings.SITE_NAME}", for_weekly=False, for_each=True,
        state=Issue.State.SCHEDULED, send_at=timezone.now(),
    )  # fmt: skip
    IssueArticle.objects.bulk_create(
        IssueArticle(issue=issue, article=article, position=place, teaser=article.excerpt)
        for place, article in enumerate(articles, 1)
    )
    topics = [{topic.pk for topic in article.topics.all()} for article in articles]
    if all(topics):
        issue.topics.set(set().union(*topics))
