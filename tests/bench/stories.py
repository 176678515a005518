"""How long the worker takes to compare articles: a whole archive, and then a single new one."""

from collections.abc import Callable
from pathlib import Path

ARTICLES = 5000

# Runs inside manage.py shell, on an archive of its own. The first part goes on until nothing is left.
MEASURE = """
import time
from articles.library.actions import edit_article
from articles.models import Article, ArticleReading
from articles.stories.neighbours import relate_articles
from articles.stories.proposing import propose_stories
from tests.bench.archive import fill

def seconds(work):
    begun = time.perf_counter()
    while work():
        pass
    return time.perf_counter() - begun

if not Article.objects.exists():
    fill(ARTICLES_WANTED)
# What was measured before begins anew.
ArticleReading.objects.all().delete()
count = Article.objects.count()
read, related = seconds(propose_stories), seconds(relate_articles)
idle = seconds(propose_stories) + seconds(relate_articles)
article = Article.objects.published().order_by("pk")[count // 2]
edit_article(article=article, title=article.title + " again")
one_read, one_related = seconds(propose_stories), seconds(relate_articles)
print(f"{count} {read:.1f} {related:.1f} {one_read:.2f} {one_related:.2f} {idle:.3f}")
"""


def measure_stories(data: Path, manage: Callable[..., str]) -> None:
    """Print the seconds, and whether they are what the worker may take."""
    place = str(data / "stories")
    manage("migrate", "--verbosity", "0", DATA_DIR=place)
    script = MEASURE.replace("ARTICLES_WANTED", str(ARTICLES))
    found = manage("shell", "--no-imports", "-c", script, DATA_DIR=place).split()
    count, read, related, one_read, one_related, idle = (float(number) for number in found)
    print(f"\nComparing {count:,.0f} articles: {read:.0f} s for stories, {related:.0f} s for what to "
          f"read next; a changed one {one_read:.2f} s and {one_related:.2f} s; "
          f"with nothing new {1000 * idle:.0f} ms")  # fmt: skip
    for seconds, most, what in (
        (related, 60 * max(1.0, count / 5000), "all lists in a minute for 5,000 articles"),
        (one_read, 1.0, "one article compared in a second"),
        (one_related, 2.5, "lists after one change in two seconds or so"),
    ):
        print(f"  {'reached' if seconds <= most else 'NOT reached'}: {what}")
