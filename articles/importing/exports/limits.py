"""How much of an export is read, and the sentences for one that is larger."""

from articles.importing.records import ParseError

# The largest blogs known export about 60 MB; WordPress itself cuts larger ones into parts.
MAX_EXPORT_BYTES = 100 * 1024 * 1024
# Nobody moves a larger archive in one file.
MAX_ARTICLES = 100_000
# Five times the busiest patient blog known.
MAX_COMMENTS = 500_000
# A book of a thousand pages; in an article it is a picture written as text.
MAX_TEXT_CHARS = 2_000_000
# WordPress takes 65,525 characters in a comment, the others fewer.
MAX_COMMENT_CHARS = 70_000
# Exports have about six levels; a deeper one was made to do harm.
MAX_DEPTH = 200
# 500,000 comments of twenty values each, with room for the commas in their words.
MAX_JSON_PIECES = 20_000_000
# A database of the largest size is read in two; more is one that was made to do harm.
MAX_DATABASE_SECONDS = 20
# RFC 5321, section 4.5.3.1.3.
MAX_EMAIL_CHARS = 254


def check_size(data: bytes) -> None:
    """Raise ParseError for an export over `MAX_EXPORT_BYTES`."""
    if len(data) > MAX_EXPORT_BYTES:
        raise ParseError(
            f"This export is larger than {MAX_EXPORT_BYTES // 1024 // 1024} MB; "
            "export fewer articles at a time and try again."
        )


def check_articles(count: int) -> None:
    """Raise ParseError for more than `MAX_ARTICLES`."""
    if count > MAX_ARTICLES:
        raise ParseError(
            f"This export has more than {MAX_ARTICLES:,} articles; "
            "export fewer at a time and try again."
        )


def check_comments(count: int) -> None:
    """Raise ParseError for more than `MAX_COMMENTS` in the whole export."""
    if count > MAX_COMMENTS:
        raise ParseError(
            f"This export has more than {MAX_COMMENTS:,} comments; "
            "export fewer articles at a time and try again."
        )


def check_text(length: int, line: int | None = None) -> None:
    """Raise ParseError for one text of more than `MAX_TEXT_CHARS`."""
    if length > MAX_TEXT_CHARS:
        raise ParseError(
            f"One text in this export has more than {MAX_TEXT_CHARS:,} characters; "
            "shorten it or take it out and try again.",
            line,
        )


def check_pieces(data: bytes) -> None:
    """Raise ParseError for JSON of more than `MAX_JSON_PIECES` values; each takes memory."""
    if data.count(b",") + data.count(b"{") + data.count(b"[") > MAX_JSON_PIECES:
        raise ParseError(
            f"This export has more than {MAX_JSON_PIECES:,} values; "
            "export fewer articles at a time and try again."
        )
