"""Changes to stories. Who may make them is decided by the callers, who know people.

All in a transaction in which `lock_articles` locked the articles concerned. A story stands beside
its articles, not in them: they keep their versions, and their kept pages end all the same.
"""

from collections.abc import Iterable

from django.db.models import Q

from articles.library.actions import renew_surroundings
from articles.library.models import SLUG_MAX, TITLE_MAX, Article
from articles.stories.models import ArticleReading, Story
from articles.stories.proposing import settle_within
from common.text import one_line, slugify_title

ARTICLES_MIN = 2  # of a story; a single article is not one


def lock_articles(keys: Iterable[int]) -> dict[int, Article]:
    """Read articles again with those of their stories, and keep others from changing them.

    In the order of their keys, so that two changes wait for each other.
    """
    asked = Article.objects.filter(pk__in=set(keys))
    stories = list(asked.exclude(story=None).values_list("story", flat=True))
    rows = Article.objects.filter(Q(pk__in=set(keys)) | Q(story__in=stories))
    locked = rows.select_for_update(of=("self",)).select_related("story").order_by("pk")
    return {article.pk: article for article in locked}


def keys_within(*stories: Story | None) -> set[int]:
    """The keys of the articles of these stories."""
    found = Article.objects.filter(story__in=[story.pk for story in stories if story])
    return set(found.values_list("pk", flat=True))


def free_story_slug(name: str) -> str:
    """A slug for `name` that no story has yet."""
    base = slugify_title(name, max_length=SLUG_MAX - 6)
    taken = set(Story.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbers = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbers) if slug not in taken)


def join_articles(first: Article, second: Article) -> Story:
    """One story for both. Of two stories the older one stays, and takes in the other's articles."""
    stories = sorted(filter(None, {first.story, second.story}), key=lambda story: story.pk)
    if len(stories) == 2:
        move(keys_within(stories[1]), stories[0])
        stories[1].delete()
        return stories[0]
    story = stories[0] if stories else begin_story(first)
    move({first.pk, second.pk}, story)
    return story


def begin_story(article: Article) -> Story:
    """A story named like an article; two articles have to follow."""
    return Story.objects.create(name=article.title, slug=free_story_slug(article.title))


def put_in(article: Article, story: Story) -> None:
    """Make it one of the story's. A story that it leaves and that becomes too small ends."""
    left = article.story
    if left == story:
        return
    move({article.pk}, story)
    if left:
        end_if_small(left)


def take_out(article: Article) -> bool:
    """Let it stand alone; whether the story it was in goes on."""
    story = article.story
    if story is None:
        return False
    move({article.pk}, None)
    return not end_if_small(story)


def end_if_small(story: Story) -> bool:
    """End a story with fewer than two articles; whether it ended."""
    rest = keys_within(story)
    if len(rest) >= ARTICLES_MIN:
        return False
    move(rest, None)
    story.delete()
    return True


def move(keys: set[int], story: Story | None) -> None:
    """Put the articles into a story, or into none; everywhere pages and what to read next follow."""
    articles = Article.objects.filter(pk__in=keys)
    left = Article.objects.filter(story__articles__in=keys).values_list("pk", flat=True)
    concerned = keys | set(left) | keys_within(story)
    articles.update(story=story)
    renew_surroundings(concerned)
    ArticleReading.objects.filter(pk__in=concerned).update(related_at=None)
    if story:
        settle_within(story.pk)


def rename(story: Story, name: str) -> Story:
    """Give it another name; its address stays. The pages of its articles name it."""
    story.name = one_line(name)[:TITLE_MAX]
    story.save(update_fields=["name"])
    renew_surroundings(keys_within(story))
    return story
