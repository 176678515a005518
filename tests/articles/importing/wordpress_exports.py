"""Builds small exports in the shape of WordPress, and reads them."""

from articles.importing.formats import wordpress
from articles.importing.records import ParsedArticle, ParsedComment

WP = "http://wordpress.org/export/1.2/"
SPACES = (
    f'xmlns:wp="{WP}" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    f'xmlns:excerpt="{WP}excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def export(items: str, spaces: str = SPACES, head: str = "") -> bytes:
    """An export with these items."""
    return (
        f'{head}<rss version="2.0" {spaces}><channel><title>Sample</title>'
        f"<wp:wxr_version>1.2</wp:wxr_version>{items}</channel></rss>"
    ).encode()


def item(inner: str = "", status: str = "publish", kind: str = "post") -> str:
    """An item of an export."""
    return (
        f"<item><title>Warm water</title><wp:post_id>9</wp:post_id><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{inner}</item>"
    )


def comment(number: int | str, parent: int | str = 0, approved: str = "1", kind: str = "",
            words: str = "Me too") -> str:  # fmt: skip
    """A comment in an item."""
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id>"
        f"<wp:comment_parent>{parent}</wp:comment_parent>"
        f"<wp:comment_approved>{approved}</wp:comment_approved>"
        f"<wp:comment_type>{kind}</wp:comment_type>"
        f"<wp:comment_content><![CDATA[{words}]]></wp:comment_content></wp:comment>"
    )


def read(data: bytes) -> list[ParsedArticle]:
    """All articles of an export."""
    assert wordpress.detect(data, "export")
    return list(wordpress.parse(data))


def one(data: bytes) -> ParsedArticle:
    """The one article of an export."""
    (article,) = read(data)
    return article


def comments(*told: str) -> list[ParsedComment]:
    """The comments of an article that has these."""
    return one(export(item("".join(told)))).comments


def tree(*told: str) -> list[tuple[str, str | None]]:
    """Who answers whom."""
    return [(found.external_id, found.parent_id) for found in comments(*told)]


def body(content: str) -> str:
    """The text of an article with this content."""
    inner = f"<content:encoded><![CDATA[{content}]]></content:encoded>"
    return one(export(item(inner))).body_html
