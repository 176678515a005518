"""Articles of WordPress exports: one item with its comments becomes one record."""

from collections.abc import Mapping, Sequence

from articles.importing.exports.keeping import kept_comments
from articles.importing.exports.leaving_out import LeftOut
from articles.importing.exports.moments import first_moment
from articles.importing.exports.trees import Told
from articles.importing.exports.wording import plain, web_address
from articles.importing.exports.wordpress_text import article_html
from articles.importing.exports.xml_records import Record
from articles.importing.records import ArticleState, ParsedArticle

_STATES: dict[str, ArticleState] = {
    "publish": "published",
    "private": "private",
    "future": "scheduled",
}
_NO_TOPIC = "uncategorized"


def is_article(item: Record) -> bool:
    """Say whether an item is an article that was not thrown away; not a page or a picture."""
    kind = item.text("wp:post_type").lower() or "post"
    return kind == "post" and item.text("wp:status").lower() != "trash"


def article(
    item: Record, comments: Sequence[Told], *, source_name: str, authors: Mapping[str, str]
) -> ParsedArticle:
    """Give the record of an item. `authors` has the name to show for each login."""
    left_out = LeftOut()
    body = article_html(item.text("content:encoded"), left_out)
    kept = kept_comments(comments, left_out)
    link = web_address(item.text("link"))
    creator = item.text("dc:creator")
    return ParsedArticle(
        title=plain(item.text("title")) or link or "Untitled",
        body_html=body,
        standfirst=plain(item.text("excerpt:encoded")),
        author=authors.get(creator) or plain(creator),
        source_name=source_name,
        source_url=link,
        external_id=_external_id(item),
        published_at=first_moment(
            item.text("wp:post_date_gmt"), item.text("pubDate"), item.text("wp:post_date")
        ),
        updated_at=first_moment(item.text("wp:post_modified_gmt")),
        topics=_topics(item),
        state=_state(item),
        comments=kept,
        comments_dropped=left_out.comments_dropped,
        dropped=left_out.dropped(item.line),
    )


def _external_id(item: Record) -> str:
    number = item.text("wp:post_id")
    return item.text("guid") or (f"post {number}" if number else "")


def _state(item: Record) -> ArticleState:
    """Give what the article was; what is not known to have been public is a draft."""
    state = _STATES.get(item.text("wp:status").lower(), "draft")
    return "protected" if state == "published" and item.text("wp:post_password") else state


def _topics(item: Record) -> list[str]:
    names = [
        plain(one.text)
        for one in item.all("category")
        if one.attributes.get("domain") == "category"
    ]
    return list(dict.fromkeys(name for name in names if name and name.lower() != _NO_TOPIC))
