"""Conversations, and the comments in one, as entries of a feed. Only what everyone may read."""

from articles.syndication.articles import FEED_LENGTH
from articles.syndication.records import Entry, lasting_id, site_address
from common.text import excerpt
from community.conversations.reading import shown_conversations
from community.syndication.comments import SUMMARY_LENGTH
from community.threads.models import Comment, Thread
from community.threads.querysets import ThreadQuerySet


def newest() -> ThreadQuerySet:
    """The conversations that everyone may read, the newest first."""
    return shown_conversations(None).order_by("-created_at", "-pk")[:FEED_LENGTH]


def versions() -> list[tuple[int, int]]:
    """Keys and versions of those, to see whether anything changed."""
    return list(newest().values_list("pk", "version"))


def entries() -> tuple[Entry, ...]:
    """The newest conversations as entries: two queries, however many there are."""
    threads = list(newest().select_related("topic"))
    openings = Comment.objects.open_to(None).filter(thread__in=threads, is_opening=True)
    known = {each.thread_id: each for each in openings.defer("piece")}
    return tuple(entry(each, known[each.pk]) for each in threads if each.pk in known)


def entry(thread: Thread, opening: Comment) -> Entry:
    """One conversation by its first words."""
    url = site_address(thread.get_absolute_url())
    return Entry(
        id=lasting_id(thread.get_absolute_url(), thread.created_at),
        title=thread.shown_title,
        url=url,
        summary=excerpt(opening.body, SUMMARY_LENGTH),
        html=opening.body_html,
        author=opening.author_name,
        published=opening.created_at,
        updated=opening.edited_at or opening.created_at,
        topics=(thread.topic.name,) if thread.topic else (),
        talk=f"{url}#thread",
    )
