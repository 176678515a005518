"""The sitemap (sitemaps.org): an index, and lists of addresses that search engines may look at.

A list covers a range of keys, so an address never moves from one list to another, and none is
found by counting.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from io import StringIO
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.db.models import DateTimeField, F, Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator

from articles.models import Article, Issue, Story, Topic
from articles.syndication.records import site_address
from community.conversations.reading import shown_conversations

# Addresses of one list. The protocol allows 50,000; so many are made in about a tenth of a second.
LIST_LENGTH = 5_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Pages that always stand at the same address.
HOUSE = (
    "front_page",
    "article_list",
    "conversation_list",
    "topic_list",
    "ask",
    "newsletter",
    "newsletter_issues",
    "feeds",
    "guidelines",
    "help_lines",
    "privacy",
    "kept_how_long",
    "accessibility",
    "transparency",
    "public_log",
)

MARK = 123456789  # a slug as well as a key
UNKNOWN = Value(None, output_field=DateTimeField())

Line = tuple[str, datetime | None]


def articles() -> QuerySet[Any]:
    """Published articles; `changed` is when the text or its discussion last did."""
    began = F("published_at")
    last = Greatest(began, Coalesce("edited_at", began), Coalesce("thread__last_comment_at", began))
    return Article.objects.published().annotate(changed=last)


def topics() -> QuerySet[Any]:
    """Topics under which there is something to read. When they changed is not known."""
    written = Q(pk__in=Article.objects.published().values("topics"))
    read = Topic.objects.filter(written | Q(pk__in=shown_conversations(None).values("topic")))
    return read.annotate(changed=UNKNOWN)


def stories() -> QuerySet[Any]:
    """Stories of which there is something to read."""
    read = Story.objects.filter(pk__in=Article.objects.published().values("story"))
    return read.annotate(changed=UNKNOWN)


def issues() -> QuerySet[Any]:
    """Issues of the newsletter that went out."""
    return Issue.objects.exclude(started_at=None).annotate(changed=F("started_at"))


def conversations() -> QuerySet[Any]:
    """Conversations that everyone may read. Their addresses hold their keys."""
    return shown_conversations(None).annotate(changed=F("last_comment_at"))


# The lists by name: what they hold, the name of its page, and the field in its address.
LISTS: dict[str, tuple[Callable[[], QuerySet[Any]], str, str]] = {
    "articles": (articles, "article_page", "slug"),
    "conversations": (conversations, "conversation", "pk"),
    "topics": (topics, "topic_page", "slug"),
    "stories": (stories, "story_page", "slug"),
    "issues": (issues, "newsletter_issue", "slug"),
}


def index() -> str:
    """Addresses of all lists that hold something, with when each last changed."""
    lines: list[Line] = [(reverse("sitemap_house"), None)]
    for name, (rows, *_) in LISTS.items():
        numbered = rows().annotate(list=(F("pk") - 1) / LIST_LENGTH + 1).values("list")
        found = numbered.annotate(last=Max("changed")).order_by("list").values_list("list", "last")
        lines += [(reverse("sitemap_list", args=[name, number]), last) for number, last in found]
    return written("sitemapindex", "sitemap", lines)


def house() -> str:
    """The pages about the house, and those that lead on."""
    return written("urlset", "url", [(reverse(name), None) for name in HOUSE])


def one_list(name: str, number: int) -> str:
    """A list by its name and number; "" where it holds nothing."""
    rows, page, named = LISTS[name]
    ends = number * LIST_LENGTH
    found = rows().filter(pk__gt=ends - LIST_LENGTH, pk__lte=ends).order_by("pk")
    lines = list(addresses(page, found.values_list(named, "changed")))
    return written("urlset", "url", lines) if lines else ""


def addresses(page: str, rows: Iterable[tuple[str | int, datetime | None]]) -> Iterator[Line]:
    """A line for each slug or key. The address is looked up once: the rest differs by that only."""
    before, after = reverse(page, args=[MARK]).rsplit(str(MARK), 1)
    return ((f"{before}{named}{after}", changed) for named, changed in rows)


def written(root: str, element: str, lines: Iterable[Line]) -> str:
    """The XML of an index or a list."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": NAMESPACE}))
    for path, changed in lines:
        xml.startElement(element, AttributesImpl({}))
        xml.addQuickElement("loc", site_address(path))
        if changed:
            xml.addQuickElement("lastmod", changed.isoformat(timespec="seconds"))
        xml.endElement(element)
    xml.endElement(root)
    return out.getvalue()
