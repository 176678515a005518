"""The statements of every visit and every post, written out.

Building such a statement from a queryset takes up to ten times as long as its answer. These are
asked by every reader and every writer, so they stand here as SQL that both databases read.
Whatever is asked less often is a queryset.
"""

from django.db import connection

from articles.models import Article, Surroundings
from community.members.statements import change, fetch
from community.threads.models import Comment, Thread
from community.yardsticks.models import BlockedTerm

ARTICLES, THREADS = Article._meta.db_table, Thread._meta.db_table
BESIDE = Surroundings._meta.db_table
COMMENTS, TERMS = Comment._meta.db_table, BlockedTerm._meta.db_table

# The names below are those of our own tables; every value is a parameter.
# ruff: noqa: S608

FIND_HEAD = f"""
    SELECT article.id, article.version + COALESCE(beside.version, 0), article.state, article.story_id,
           thread.id, thread.version, thread.comment_count,
           thread.mode, thread.mode_until, thread.gap_seconds
    FROM {ARTICLES} article
    LEFT JOIN {BESIDE} beside ON beside.article_id = article.id
    LEFT JOIN {THREADS} thread ON thread.article_id = article.id
    WHERE article.slug = %s AND article.state IN (%s, %s)
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

# Where a comment stands now: its branch may be moved while somebody answers it.
FIND_PLACE = f"SELECT thread_id, path FROM {COMMENTS} WHERE id = %s"

MOVE_COMMENT = f"""
    UPDATE {COMMENTS}
    SET thread_id = %s, number = %s, path = %s, depth = %s, root_number = %s, visible_below = %s,
        is_folded = %s, placement = %s, import_key = %s
    WHERE id = %s
"""
STORE_PIECE = f"UPDATE {COMMENTS} SET piece = %s WHERE id = %s"

RECENT = f"""
    SELECT body, created_at, thread_id
    FROM {COMMENTS}
    WHERE {{who}} AND created_at >= %s
    ORDER BY created_at DESC
    LIMIT %s
"""
RECENT_OF_MEMBER = RECENT.format(who="author_id = %s")
# Says that it is not empty, so that the index over those that are not can be used.
RECENT_OF_NETWORK = RECENT.format(who="network_hash = %s AND network_hash <> ''")

BLOCKED_TERMS = f"SELECT term, outcome FROM {TERMS} ORDER BY term"

WRITTEN = tuple(field for field in Comment._meta.concrete_fields if not field.primary_key)
INSERT_COMMENT = f"""
    INSERT INTO {COMMENTS} ({", ".join(str(field.column) for field in WRITTEN)})
    VALUES ({", ".join(["%s"] * len(WRITTEN))})
"""
FIND_KEY = f"SELECT id FROM {COMMENTS} WHERE thread_id = %s AND number = %s"


def insert_comment(comment: Comment) -> None:
    """Store a new comment and give it its key; call inside a transaction.

    Raises IntegrityError where its number or its submission key is there already.
    """
    values = (
        field.get_db_prep_save(getattr(comment, field.attname), connection) for field in WRITTEN
    )
    change(INSERT_COMMENT, *values)
    comment.pk = fetch(FIND_KEY, comment.thread_id, comment.number)[0][0]
    comment._state.adding, comment._state.db = False, connection.alias
