"""A feed as XML: Atom (RFC 4287) or RSS 2.0, by Django's generators.

They escape. What XML 1.0 cannot hold at all (section 2.2: control characters, half characters)
is taken out here first, from every text: one such character would make the feed unreadable.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape

from articles.syndication.answering import answer, mark_of
from articles.syndication.records import Entry, Feed
from common.text import storable

ATOM, RSS = "atom", "rss"
KINDS = (ATOM, RSS)

# Which comment answers which, and where an entry is talked about: RFC 4685.
THREADING = "http://purl.org/syndication/thread/1.0"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"


class AtomWriter(Atom1Feed):
    """Atom with the whole text, the original's address, and the comments."""

    def root_attributes(self) -> dict[str, str]:
        return {"xmlns": self.ns, "xmlns:thr": THREADING}

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["html"], {"type": "html"})
        if item["via"]:
            handler.addQuickElement("link", None, {"rel": "via", "href": item["via"]})
        if item["talk_feed"]:
            link = {"rel": "replies", "type": "application/atom+xml", "href": item["talk_feed"]}
            handler.addQuickElement("link", None, link)
        ref, href = item["answers"]
        if ref:
            handler.addQuickElement("thr:in-reply-to", None, {"ref": ref, "href": href})


class RssWriter(Rss201rev2Feed):
    """RSS with the whole text and the terms. Django writes `dc:creator` and the link to itself."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xmlns:content": CONTENT, "xmlns:dc": DUBLIN_CORE}

    def latest_post_date(self) -> datetime:
        updated: datetime = self.feed["updated"]
        return updated

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["html"])
        if item["item_copyright"]:
            handler.addQuickElement("dc:rights", item["item_copyright"])


WRITERS: dict[str, type[AtomWriter | RssWriter]] = {ATOM: AtomWriter, RSS: RssWriter}


def answer_feed(
    request: HttpRequest, kind: str, make: Callable[[], Feed], shown: object
) -> HttpResponse:
    """A feed for whoever asks, or 304; `shown` are the versions of what is in it."""
    mark = mark_of(kind, request.path, shown)
    content_type = WRITERS[kind].content_type
    return answer(request, mark, lambda: write_feed(make(), kind), content_type)


def write_feed(feed: Feed, kind: str) -> str:
    """The XML of a feed."""
    writer = WRITERS[kind](
        title=storable(feed.title),
        link=feed.url,
        description=storable(feed.subtitle),
        subtitle=storable(feed.subtitle),
        author_name=storable(settings.SITE_NAME),
        feed_url=feed.own_url,
        feed_guid=feed.own_url,
        updated=feed.updated,
    )
    for entry in feed.entries:
        writer.add_item(**item_fields(entry))
    return writer.writeString("utf-8")


def item_fields(entry: Entry) -> dict[str, Any]:
    """An entry in the words of Django's generators. Summaries are read as HTML, so they are."""
    return {
        "title": storable(entry.title),
        "link": entry.url,
        "description": escape(storable(entry.summary)),
        "author_name": storable(entry.author) or None,
        "pubdate": entry.published,
        "updateddate": entry.updated,
        "unique_id": entry.id,
        "unique_id_is_permalink": False,
        "categories": [storable(topic) for topic in entry.topics],
        "comments": entry.talk or None,
        "item_copyright": storable(entry.rights) or None,
        "html": storable(entry.html),
        "via": storable(entry.via),
        "talk_feed": entry.talk_feed,
        "answers": entry.answers,
    }
