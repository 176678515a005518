"""Articles with their discussions as our own export, to be read here again or elsewhere.

What comes back to the site it left finds itself and changes nothing: a comment that once came in
keeps the key it came in with, and one that was written here is named after its site and its key.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import QuerySet

from articles.importing.formats import own_json
from articles.importing.records import ArticleState, CommentState, ParsedArticle, ParsedComment
from articles.models import Article
from community.desk.old_comments import KEY_SIGN, own_key
from community.threads.models import Comment

State = Comment.State
# Whose words leave with an export. Of the others nothing but their place, where somebody answered.
WITH_WORDS = (State.VISIBLE, State.PENDING)
STATES: dict[str, ArticleState] = {
    Article.State.PUBLISHED: "published",
    Article.State.DRAFT: "draft",
    Article.State.WITHDRAWN: "private",
}


def export_articles(*, exported_at: datetime, drafts: bool = False) -> Iterator[str]:
    """The export of all published articles, and of drafts and withdrawn ones if wanted, in pieces."""
    articles = Article.objects.exclude(state=Article.State.UNDONE)
    if not drafts:
        articles = articles.filter(state=Article.State.PUBLISHED)
    return own_json.dump(exported(articles), exported_at=exported_at)


def exported(articles: QuerySet[Article]) -> Iterator[ParsedArticle]:
    """The articles as records, oldest first, each read when it is its turn."""
    rows = articles.select_related("source").prefetch_related("topics").order_by("pk")
    for article in rows.iterator(chunk_size=50):
        yield ParsedArticle(
            title=article.title,
            standfirst=article.standfirst,
            body_html=article.body_html,
            author=article.author,
            source_name=article.source.name if article.source else "",
            source_url=article.source_url,
            external_id=article.external_id,
            published_at=article.source_published_at or article.published_at,
            updated_at=article.source_updated_at,
            topics=[topic.name for topic in article.topics.all()],
            lead_image=article.lead_image,
            is_excerpt=article.is_excerpt,
            state=STATES[article.state],
            comments=exported_comments(article),
        )


def exported_comments(article: Article) -> list[ParsedComment]:
    """The comments of an article, parents first; pointers to moved branches are left out."""
    rows = Comment.objects.filter(thread__article=article, moved_to=None).order_by("path")
    fields = ("parent_id", "path", "state", "author_name", "body_html", "created_at", "is_dated",
              "import_key", "erased_at")  # fmt: skip
    comments = list(rows.only(*fields))
    answered = places_kept(comments)
    kept = [one for one in comments if one.state in WITH_WORDS or one.pk in answered]
    names = {one.pk: name_of(one) for one in kept}
    return [exported_comment(one, names[one.pk], names.get(one.parent_id or 0)) for one in kept]


def places_kept(comments: Iterable[Comment]) -> set[int]:
    """The keys of comments below which somebody's words are kept."""
    parents = {one.pk: one.parent_id for one in comments}
    kept: set[int] = set()
    for one in comments:
        above = one.parent_id if one.state in WITH_WORDS else None
        while above and above not in kept:
            kept.add(above)
            above = parents.get(above)
    return kept


def exported_comment(comment: Comment, name: str, parent: str | None) -> ParsedComment:
    """One comment; of one that readers no longer see only its place."""
    has_words = comment.state in WITH_WORDS and comment.erased_at is None
    state: CommentState = State(comment.state).value if has_words else "removed"  # type: ignore[assignment]
    return ParsedComment(
        external_id=name,
        parent_id=parent,
        author_name=comment.author_name if has_words else "",
        body_html=comment.body_html if has_words else "",
        created_at=comment.created_at if comment.is_dated else None,
        state=state,
        is_known_by_id=True,
    )


def name_of(comment: Comment) -> str:
    """By what a comment is known when it comes back."""
    return KEY_SIGN + (comment.import_key or own_key(comment.pk))
