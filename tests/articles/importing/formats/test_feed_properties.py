"""What holds for every feed: it is read or refused in words, and no whole entry before a cut is lost."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.formats import feed, json_feed
from articles.importing.records import ParseError
from common.html import ARTICLE_POLICY, sanitize

HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Sample Feed</title>'
ITEM = "<item><title>Entry {0}</title><guid>{0}</guid><description>&lt;p&gt;Text &amp;amp; {0}&lt;/p&gt;</description></item>"
ITEMS = [ITEM.format(number) for number in range(8)]
PARTS = st.sampled_from([
    HEAD, *ITEMS[:2], "</channel>", "</rss>", "<item>", "</item>", "<title>", "<![CDATA[", "]]>", "<!--", "-->", "&amp;",
    "&nbsp;", "&#0;", "&", "<", ">", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "<content type='xhtml'>",
    "<link href='http://['/>", "<updated>2024-01-01</updated>", "<pubDate>x</pubDate>", "\0", "\ufffe", "<!DOCTYPE x [", "<?xml ?>",
])  # fmt: skip


@given(st.lists(PARTS, max_size=14).map("".join), st.sampled_from(["utf-8", "utf-16", "utf-16-be"]))
def test_any_mixture_is_read_or_refused(document: str, codec: str) -> None:
    read_or_refuse(document.encode(codec, "surrogatepass"))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)
    read_or_refuse(HEAD.encode() + data + ITEMS[0].encode())


@pytest.mark.parametrize("count", range(1, 8))
def test_entries_before_a_cut_are_all_there(count: int) -> None:
    document = HEAD + "".join(ITEMS)
    cut = document.index(ITEMS[count])
    for more in (0, 20, 60):
        titles = [article.title for article in feed.parse(document[: cut + more].encode())]
        assert titles[:count] == [f"Entry {number}" for number in range(count)]


def test_bytes_that_are_disturbed_lose_at_most_the_entries_they_are_in() -> None:
    chance = random.Random(5)
    for _ in range(60):
        data = bytearray((HEAD + "".join(ITEMS) + "</channel></rss>").encode())
        place = chance.randrange(len(HEAD), len(data))
        data[place] = chance.choice(b"\x00\xff\x80x ")
        assert len(feed.parse(bytes(data))) >= len(ITEMS) - 2


def test_hostile_html_in_entries_does_no_harm(
    hostile_strings: Callable[[int, int], list[str]],
) -> None:
    for hostile in hostile_strings(11, 60):
        read_or_refuse(
            f"{HEAD}<item><description>{hostile}</description></item>".encode(
                "utf-8", "surrogatepass"
            )
        )
        read_or_refuse(
            f"{HEAD}<item><description><![CDATA[{hostile}]]></description></item></channel></rss>".encode(
                "utf-8", "replace"
            )
        )


def read_or_refuse(data: bytes) -> None:
    """Read a document as both kinds of feed; it may only fail with a sentence."""
    for kind in (feed, json_feed):
        kind.detect(data, "feed.xml")
        try:
            articles = kind.parse(data, address="https://sample.example/feed")
        except ParseError as error:
            assert error.reason.endswith(".")
            continue
        for article in articles:
            assert article.title
            sanitize(article.body_html, ARTICLE_POLICY)
