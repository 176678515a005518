"""The statements of every visit and every post, written out.

Building such a statement from a queryset takes up to ten times as long as its answer. These are
asked by every reader and every writer, so they stand here as SQL that both databases read.
Whatever is asked less often is a queryset.
"""

from datetime import datetime
from typing import Any

from django.db import connection

from articles.models import Article
from community.threads.models import BlockedTerm, Comment, Thread

ARTICLES, THREADS = Article._meta.db_table, Thread._meta.db_table
COMMENTS, TERMS = Comment._meta.db_table, BlockedTerm._meta.db_table

# The names below are those of our own tables; every value is a parameter.
# ruff: noqa: S608

FIND_HEAD = f"""
    SELECT article.id, article.version, article.state,
           thread.id, thread.version, thread.comment_count
    FROM {ARTICLES} article
    LEFT JOIN {THREADS} thread ON thread.article_id = article.id
    WHERE article.slug = %s AND article.state <> %s
"""

TOUCH_THREAD = f"""
    UPDATE {THREADS}
    SET version = version + 1,
        last_number = last_number + %s,
        comment_count = comment_count + %s,
        last_comment_at = COALESCE(%s, last_comment_at)
    WHERE id = %s
"""
TAKE_NUMBERS = f"UPDATE {THREADS} SET last_number = last_number + %s WHERE id = %s"
LAST_NUMBER = f"SELECT last_number FROM {THREADS} WHERE id = %s"
COUNT_ON_ARTICLE = f"UPDATE {ARTICLES} SET comment_count = comment_count + %s WHERE id = %s"

RECENT = f"""
    SELECT body, created_at >= %s
    FROM {COMMENTS}
    WHERE {{who}} AND created_at >= %s
    ORDER BY created_at DESC
    LIMIT %s
"""
RECENT_OF_MEMBER = RECENT.format(who="author_id = %s")
# Says that it is not empty, so that the index over those that are not can be used.
RECENT_OF_NETWORK = RECENT.format(who="network_hash = %s AND network_hash <> ''")

BLOCKED_TERMS = f"SELECT term, outcome FROM {TERMS} ORDER BY term"


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


def change(statement: str, *values: Any) -> None:
    """Run a statement that changes rows."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def stored_time(when: datetime | None) -> Any:
    """A time as this database compares and keeps it."""
    return connection.ops.adapt_datetimefield_value(when)
