"""Feeds as XML: what was put in is read back, whatever it is."""

from collections.abc import Callable
from datetime import UTC, datetime

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as some

from articles.syndication.records import BEGINNING, Entry, Feed
from articles.syndication.writing import KINDS, write_feed
from common.text import storable

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
RIGHTS = "{http://purl.org/dc/elements/1.1/}rights"
MOMENT = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
PAGE = "https://thread.example/articles/rest/"


def feed_of(*entries: Entry, title: str = "Rest") -> Feed:
    return Feed(title=title, subtitle=title, url=PAGE, own_url=PAGE + "x.atom", entries=entries)


def entry(words: str, **fields: object) -> Entry:
    given: dict = {
        "id": "tag:thread.example,2031-05-04:/articles/rest/",
        "title": words,
        "url": PAGE,
        "summary": words,
        "html": words,
        "author": words,
        "published": MOMENT,
        "updated": MOMENT,
        "rights": words,
        "topics": (words,),
    }
    return Entry(**given | fields)


def check(words: str) -> None:
    """Both formats give back the words, but for what XML cannot hold."""
    feed, kept = feed_of(entry(words), title=words), storable(words)
    atom = fromstring(write_feed(feed, "atom"))
    first = atom.find(f"{ATOM}entry")
    assert text(first, f"{ATOM}title") == kept == text(atom, f"{ATOM}title")
    assert text(first, f"{ATOM}content") == text(first, f"{ATOM}rights") == kept
    rss = fromstring(write_feed(feed, "rss"))
    item = rss.find("channel/item")
    assert text(item, "title") == text(item, CONTENT) == text(item, RIGHTS) == kept
    assert text(item, CREATOR) == kept or not kept
    for kind in KINDS:
        assert feedparser.parse(write_feed(feed, kind).encode()).bozo is False


def text(node, path: str) -> str:
    return (node.findtext(path) if node is not None else None) or ""


@given(some.text(some.characters(codec=None), max_size=60))
def test_whatever_is_put_in_is_read_back(words: str) -> None:
    check(words)


def test_hostile_words_stay_words(hostile_strings: Callable[[int, int], list[str]]) -> None:
    for words in hostile_strings(7, 60):
        check(words[:5000])


@pytest.mark.parametrize(
    "words",
    ["]]><item><title>x</title></item>", "&lt;b&gt;", "\x00a\x0bb\ud800c\ufffe", "<!--", ""],
)
def test_known_tricks_stay_words(words: str) -> None:
    check(words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_feed_reader_finds_everything(kind: str) -> None:
    later = MOMENT.replace(hour=9)
    full = entry(
        "Rest & walk",
        html="<p>Rest <em>early</em>.</p>",
        author="Ann Lee",
        updated=later,
        talk=PAGE + "#thread",
    )
    read = feedparser.parse(write_feed(feed_of(full), kind).encode())
    found = read.entries[0]
    assert found.title == "Rest & walk"
    assert found.link == PAGE and found.id == full.id and found.author == "Ann Lee"
    assert found.content[0].value == "<p>Rest <em>early</em>.</p>"
    assert found.summary == "Rest &amp; walk" and found.rights == "Rest & walk"
    assert found.tags[0].term == "Rest & walk"
    assert found.published_parsed[:6] == MOMENT.timetuple()[:6]
    assert read.feed.updated_parsed[:6] == later.timetuple()[:6]
    links = {(link.rel, link.href) for link in read.feed.links}
    assert {("alternate", PAGE), ("self", PAGE + "x.atom")} <= links


def test_atom_says_where_a_text_is_from_where_it_is_talked_about_and_what_it_answers() -> None:
    links = {"via": "https://source.example/1", "talk_feed": PAGE + "comments.atom"}
    answers = ("tag:thread.example,2031-05-04:/comments/1/", "https://thread.example/comments/1/")
    xml = fromstring(write_feed(feed_of(entry("Rest", **links, answers=answers)), "atom"))
    found = {link.get("rel"): link.get("href") for link in xml.iter(f"{ATOM}link")}
    assert found["via"] == links["via"] and found["replies"] == links["talk_feed"]
    reply = xml.find(f"{ATOM}entry/{{http://purl.org/syndication/thread/1.0}}in-reply-to")
    assert reply is not None and (reply.get("ref"), reply.get("href")) == answers


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_feed_is_whole_and_always_the_same(kind: str) -> None:
    feed = feed_of()
    assert feed.updated == BEGINNING
    assert write_feed(feed, kind) == write_feed(feed, kind)
    assert feedparser.parse(write_feed(feed, kind).encode()).bozo is False


def test_where_nobody_is_named_the_author_is_the_site() -> None:
    xml = fromstring(write_feed(feed_of(entry("Rest", author="")), "atom"))
    assert xml.find(f"{ATOM}entry/{ATOM}author") is None
    assert text(xml, f"{ATOM}author/{ATOM}name") == "Common Thread"
