"""Changes to the library. Who may make them is decided by the callers, who know people."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from articles.library.excerpts import excerpt_of
from articles.library.indexing import index_article
from articles.library.models import (
    SLUG_MAX,
    SOURCE_NAME_MAX,
    TOPIC_MAX,
    Article,
    Source,
    Surroundings,
    Topic,
)
from common.html import ARTICLE_POLICY, html_to_text, sanitize
from common.text import excerpt, one_line, slugify_title, storable, word_count

EXCERPT_LENGTH = 240  # three lines of a list at the reading width
EDITABLE = (
    "title", "standfirst", "author", "body_html", "source", "source_url", "source_published_at",
)  # fmt: skip


def free_slug(title: str) -> str:
    """A slug for `title` that no article has yet: "glial-cells", then "glial-cells-2"."""
    base = slugify_title(title, max_length=SLUG_MAX - 6)
    taken = set(Article.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def body_fields(body_html: str, standfirst: str) -> dict[str, Any]:
    """Everything that is derived from a body: sanitised HTML, excerpt and word count."""
    clean = sanitize(body_html, ARTICLE_POLICY)
    text = html_to_text(clean)
    return {
        "body_html": clean,
        "excerpt": excerpt(standfirst or text, EXCERPT_LENGTH),
        "word_count": word_count(text),
    }


def find_source(name: str, url: str = "") -> Source | None:
    """The source of that name, made when it is new; None without a name."""
    if not name:
        return None
    return Source.objects.get_or_create(name=name[:SOURCE_NAME_MAX], defaults={"url": url})[0]


def create_article(
    *,
    title: str,
    body_html: str,
    standfirst: str = "",
    slug: str = "",
    topics: list[str] | None = None,
    **fields: Any,
) -> Article:
    """Store a new draft, under a free slug if none is given. `fields` are others of the model."""
    title, standfirst = one_line(title), storable(standfirst)
    with transaction.atomic():
        article = Article.objects.create(
            title=title,
            slug=slug or free_slug(title),
            standfirst=standfirst,
            **body_fields(body_html, standfirst),
            **fields,
        )
        article.topics.set(find_topics(topics or []))
    return article


def find_topics(names: list[str]) -> list[Topic]:
    """Topics by name, made when they are new. Names that give no address are passed over."""
    found = {}
    for name in names:
        slug = slugify_title(name, max_length=SLUG_MAX)
        if slug and slug not in found:
            found[slug] = Topic.objects.get_or_create(
                slug=slug, defaults={"name": name[:TOPIC_MAX]}
            )[0]
    return list(found.values())


def edit_article(*, article: Article, topics: list[Topic] | None = None, **changes: Any) -> Article:
    """Change the fields named in `EDITABLE`, and the topics if given."""
    if unknown := set(changes) - set(EDITABLE):
        raise TypeError(f"cannot edit {', '.join(sorted(unknown))}")
    changes = {"body_html": article.body_html, "standfirst": article.standfirst} | changes
    changes |= body_fields(changes["body_html"], changes["standfirst"])
    with transaction.atomic():
        if topics is not None:
            article.topics.set(topics)
        return change_article(article, edited_at=timezone.now(), **changes)


def publish_article(*, article: Article, for_answers: bool = True) -> Article:
    """Let everybody read it. A withdrawn article comes back with its old place in the lists.

    With `for_answers` it may be quoted in answers to questions, too.
    """
    now = timezone.now()
    return change_article(
        article,
        state=Article.State.PUBLISHED,
        withdrawn_note="",
        published_at=article.published_at or now,
        publish_at=None,
        answers_approved_at=(article.answers_approved_at or now) if for_answers else None,
    )


def approve_for_answers(*, article: Article) -> Article:
    """Let it be quoted in answers to questions."""
    return change_article(
        article, answers_approved_at=article.answers_approved_at or timezone.now()
    )


def keep_from_answers(*, article: Article) -> Article:
    """Let it be quoted in answers no more."""
    return change_article(article, answers_approved_at=None)


def withdraw_article(*, article: Article, note: str) -> Article:
    """Take the text away from readers and say why; its address and its discussion stay."""
    return change_article(article, state=Article.State.WITHDRAWN, withdrawn_note=note)


def change_article(article: Article, **changes: Any) -> Article:
    """Store `changes` under the next version, so that no kept page outlives them.

    Only the named fields are written: the count of comments may move at the same moment. What
    search finds changes with them.
    """
    for name, value in changes.items():
        setattr(article, name, value)
    article.version = models.F("version") + 1
    with transaction.atomic():
        article.save(update_fields=[*changes, "version"])
        renew_surroundings(beside(article))
        article.refresh_from_db(fields=["version"])
        index_article(article)
    return article


def beside(article: Article) -> set[int]:
    """Keys of the articles on whose pages this one is named."""
    found = set(Article.objects.filter(related__other=article).values_list("pk", flat=True))
    if article.story_id:
        found |= set(Article.objects.filter(story=article.story_id).values_list("pk", flat=True))
    return found - {article.pk}


def renew_surroundings(article_ids: Iterable[int]) -> None:
    """Let no kept page of these articles outlive what stands beside them; in a transaction.

    The rows are locked in the order of their keys, so that two changes wait for each other.
    """
    keys = sorted(set(article_ids))
    if not keys:
        return
    Surroundings.objects.bulk_create(
        [Surroundings(article_id=key) for key in keys], ignore_conflicts=True
    )
    rows = Surroundings.objects.filter(pk__in=keys)
    list(rows.select_for_update().order_by("pk").values_list("pk"))
    rows.update(version=models.F("version") + 1)


def edit_topic(*, topic: Topic, name: str, description: str) -> Topic:
    """Rename or describe a topic; every article under it gets a new version."""
    with transaction.atomic():
        topic.name, topic.description = name, description
        topic.save()
        for article in topic.articles.all():
            change_article(article)
    return topic


def edit_source(*, source: Source, **changes: Any) -> Source:
    """Change a source; every article from it gets a new version.

    Where it lets only an excerpt stand from now on, the rest of its articles is cut off and
    kept nowhere. The other way round only new articles are whole.
    """
    cuts = changes.get("shows", source.shows) != source.shows == Source.Shows.FULL
    with transaction.atomic():
        for name, value in changes.items():
            setattr(source, name, value)
        source.save()
        for article in source.articles.exclude(state=Article.State.UNDONE):
            change_article(article, **(cut_fields(article) if cuts else {}))
    return source


def cut_fields(article: Article) -> dict[str, Any]:
    """What is left of an article whose source lets no more of it stand here."""
    if article.is_excerpt:
        return {}
    article.versions.all().delete()
    article.source_changes.all().delete()
    return body_fields(excerpt_of(article.body_html), article.standfirst) | {"is_excerpt": True}
