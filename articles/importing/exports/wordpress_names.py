"""Elements of WordPress exports (WXR 1.0 to 1.2) and the namespaces they are found in."""

_PREFIXES = frozenset({"wp", "content", "excerpt", "dc"})

CHANNEL_TITLE = "rss/channel/title"
AUTHOR = "rss/channel/wp:author"
ITEM = "rss/channel/item"
COMMENT = "rss/channel/item/wp:comment"

# Networks and web addresses of commenters are not in this list: they are never read.
WANTED = {
    CHANNEL_TITLE: frozenset({"."}),
    AUTHOR: frozenset({"wp:author_login", "wp:author_display_name"}),
    ITEM: frozenset(
        """
        title link pubDate guid category dc:creator content:encoded excerpt:encoded wp:post_id
        wp:post_date wp:post_date_gmt wp:post_modified_gmt wp:status wp:post_type wp:post_password
        """.split()
    ),
    COMMENT: frozenset(
        """
        wp:comment_id wp:comment_parent wp:comment_author wp:comment_author_email wp:comment_date
        wp:comment_date_gmt wp:comment_content wp:comment_approved wp:comment_type
        """.split()
    ),
}


def family(address: str, prefix: str) -> str:
    """Give the usual prefix for a namespace, whatever its version, scheme and prefix here."""
    if "wordpress.org/export" in address:
        return "excerpt" if "excerpt" in address else "wp"
    if "/modules/content" in address:
        return "content"
    if "purl.org/dc/" in address:
        return "dc"
    if prefix in _PREFIXES or not prefix:
        return prefix
    return "other"
