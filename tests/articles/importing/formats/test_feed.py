"""Feeds as a format: every kind of them, one article an entry, whatever is wrong with the document."""

from datetime import UTC, datetime

import pytest

from articles.importing import formats
from articles.importing.feeds import limits
from articles.importing.feeds.entries import (
    MAX_AUTHOR_CHARS,
    MAX_TITLE_CHARS,
    MAX_TOPIC_CHARS,
    MAX_TOPICS,
)
from articles.importing.formats import feed, html_page
from articles.importing.records import ParsedArticle, ParseError

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Sample Feed</title><link>https://sample.example/</link>{}</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://sample.example/deep/">
<title>Sample Feed</title>{}</feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Sample Feed</title></channel>{}</rdf:RDF>"""


def read(document: str | bytes, address: str | None = None) -> list[ParsedArticle]:
    """Read a feed."""
    return feed.parse(
        document if isinstance(document, bytes) else document.encode(), address=address
    )


def test_an_entry_of_rss_gives_all_that_it_says() -> None:
    (article,) = read(RSS.format("""<item><title>Warm &amp;amp; cold</title><link>/one</link>
        <guid isPermaLink="false">id-1</guid><pubDate>Tue, 12 Mar 2024 13:00:00 +0100</pubDate>
        <dc:creator>Jane Sample</dc:creator><category>Hands</category><category>hands</category>
        <enclosure url="https://sample.example/p.jpg" type="image/jpeg"/>
        <description>A summary.</description>
        <content:encoded><![CDATA[<p>The <a href="two">text</a>.</p><script>no()</script>]]></content:encoded></item>"""),
        "https://sample.example/feed")  # fmt: skip
    assert article == ParsedArticle(
        title="Warm & cold", author="Jane Sample", source_name="Sample Feed",
        body_html='<p>The <a href="https://sample.example/two">text</a>.</p>',
        source_url="https://sample.example/one", external_id="id-1", topics=["Hands"],
        published_at=datetime(2024, 3, 12, 12, tzinfo=UTC), lead_image="https://sample.example/p.jpg",
    )  # fmt: skip


def test_an_entry_of_atom_gives_all_that_it_says() -> None:
    (article,) = read(
        ATOM.format("""<entry><title type="text">3 &lt; 5 &amp;amp; more</title><id>tag:sample,1</id>
        <link rel="self" href="self"/><link rel="alternate" href="one"/><author><name>Jane Sample</name></author>
        <published>2024-03-12T12:00:00Z</published><updated>2024-03-13T12:00:00Z</updated>
        <category term="h" label="Hands"/><summary>Short</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <a href="../two">text</a></p></div></content></entry>""")
    )
    assert (article.title, article.source_url) == (
        "3 < 5 &amp; more",
        "https://sample.example/deep/one",
    )
    assert '<a href="https://sample.example/two">text</a>' in article.body_html
    assert article.updated_at == datetime(2024, 3, 13, 12, tzinfo=UTC)
    assert (article.author, article.topics, article.external_id) == (
        "Jane Sample",
        ["Hands"],
        "tag:sample,1",
    )


def test_entries_of_rdf_stand_beside_the_channel() -> None:
    items = "".join(
        f'<item rdf:about="https://sample.example/{n}"><title>Entry {n}</title></item>'
        for n in range(3)
    )
    assert [article.title for article in read(RDF.format(items))] == [
        "Entry 0",
        "Entry 1",
        "Entry 2",
    ]


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("<title>A &lt;b&gt;bold&lt;/b&gt; title</title>", "A bold title"),
        ("<description>Some words stand here without any heading, and go on, and on, and on, and on.</description>",
         "Some words stand here without any heading, and go on, and on, and on, and on."),
        ("<link>https://sample.example/one</link>", "https://sample.example/one"),
        ('<guid isPermaLink="false">id-1</guid>', "id-1"),
        ("<author>nobody@sample.example</author>", "Untitled"),
    ],
)  # fmt: skip
def test_an_entry_without_a_title_is_called_by_what_it_has(entry: str, title: str) -> None:
    (article,) = read(RSS.format(f"<item>{entry}</item>"))
    assert article.title == title


def test_a_feed_without_entries_is_fine_and_empty_entries_are_none() -> None:
    assert read(RSS.format("")) == []
    assert read(RSS.format("<item/><item></item>")) == []


def test_plain_text_becomes_paragraphs_and_its_signs_stay() -> None:
    (article,) = read(
        ATOM.format(
            "<entry><content type='text'>1 &lt; 2\n\nSecond &lt;b&gt;\nline</content></entry>"
        )
    )
    assert article.body_html == "<p>1 &lt; 2</p>\n<p>Second &lt;b&gt;<br>line</p>"


@pytest.mark.parametrize(
    "document",
    [
        "\n\n  " + RSS, "<br /><b>Warning</b>: something on line 3\n" + RSS, "\ufeff" + RSS, RSS[40:],
        RSS.replace("</item>", ""), RSS[:-8], RSS.replace("</channel>", "<b>never closed & broken"),
        RSS.replace("<channel>", "<channel>&nbsp;&undefined;"), RSS.replace("<rss", "<!-- <html> --><rss"),
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://x.example/rss.dtd">' + RSS[39:],
    ],
)  # fmt: skip
def test_no_entry_is_lost_to_broken_markup(document: str) -> None:
    document = document.replace(
        "{}", "<item><title>One</title></item><item><title>Two</title></item>"
    )
    assert [article.title for article in read(document)] == ["One", "Two"]
    assert formats.choose(document.encode(), "download") is feed


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-16", "utf-32", "iso-8859-5", "cp866"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(codec: str) -> None:
    document = RSS.replace('"utf-8"', f'"{codec}"').format(
        "<item><title>Тёплая вода</title></item>"
    )
    (article,) = read(document.encode(codec))
    assert article.title == "Тёплая вода"


def test_wrong_encodings_lose_nothing() -> None:
    item = "<item><title>Für Wärme</title></item>"
    for declared, real in (("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("nonsense", "utf-8")):
        (article,) = read(RSS.replace('"utf-8"', f'"{declared}"').format(item).encode(real))
        assert article.title == "Für Wärme"
    (article,) = read(RSS.format(item).encode().replace(b"W", b"W\x00\x0b"))
    assert article.title == "Für Wärme"


def test_impossible_and_future_dates_are_none() -> None:
    for said in ("yesterday", "Tue, 99 Foo 2024", "2999-01-01", "0001-01-01T00:00:00Z", ""):
        (article,) = read(RSS.format(f"<item><title>A</title><pubDate>{said}</pubDate></item>"))
        assert (article.published_at, article.updated_at) == (None, None)


def test_max_title_author_and_topic_chars_bound_what_is_said() -> None:
    tags = "".join(
        f"<category>{tag}</category>"
        for tag in ["x" * (MAX_TOPIC_CHARS + 1), *map(str, range(10, 30))]
    )
    (article,) = read(
        RSS.format(
            f"<item><title>{'t ' * 900}</title><dc:creator>{'a' * (MAX_AUTHOR_CHARS + 1)}</dc:creator>{tags}</item>"
        )
    )
    assert len(article.title) <= MAX_TITLE_CHARS
    assert article.author == ""
    assert article.topics == [str(number) for number in range(10, 10 + MAX_TOPICS)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Warm water",
        b"<html><body><p>The element <rss> is old",
        b"<!doctype html><feed>",
        b'{"version": 1}',
        b"<rssx>",
    ],
)
def test_other_documents_are_no_feeds(data: bytes) -> None:
    assert not feed.detect(data, "feed.xml")


def test_what_is_no_feed_is_refused_in_words() -> None:
    for data in (b"", b"Warm water", b"<html><p>x", b"\xff\xfe\x00", b"<item>"):
        with pytest.raises(ParseError, match="no feed in this document"):
            feed.parse(data)


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY a "aa"><!ENTITY b "&a;&a;">', '<!ENTITY % p "x"> %p; <!ENTITY a "%p;">',
     "".join(f'<!ENTITY a{number} "x">' for number in range(limits.MAX_ENTITIES + 1)),
     f'<!ENTITY a "{"x" * limits.MAX_ENTITY_CHARS}">'],
)  # fmt: skip
def test_max_entities_and_max_entity_chars_refuse_bombs(declared: str) -> None:
    document = f"<!DOCTYPE rss [{declared}]>" + RSS.format("<item><title>&b;</title></item>")[39:]
    for codec in ("utf-8", "utf-16"):
        with pytest.raises(ParseError, match="declares entities"):
            feed.parse(document.encode(codec))


def test_no_file_and_no_address_is_read_for_a_feed(tmp_path: object) -> None:
    document = (
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
        + RSS.format("<item><title>[&a;]</title></item>")[39:]
    )
    with pytest.raises(ParseError, match="lead elsewhere"):
        read(document)
    with pytest.raises(ParseError):
        feed.parse(b"https://sample.example/feed")


def test_max_feed_bytes_is_the_largest_feed() -> None:
    document = RSS.format("<item><title>A</title></item>").encode()
    assert feed.parse(document + b" " * (limits.MAX_FEED_BYTES - len(document)))
    with pytest.raises(ParseError, match="larger than 10 MB"):
        feed.parse(document + b" " * limits.MAX_FEED_BYTES)
    assert feed.MAX_BYTES == limits.MAX_FEED_BYTES


def test_max_entries_signs_and_open_elements_are_refused_before_parsing() -> None:
    for many, reason in (("<item/>" * (limits.MAX_ENTRIES + 1), "entries"), ("&" * (limits.MAX_SIGNS + 1), "markup"),
                         ("<b>" * (limits.MAX_OPEN + 1), "markup")):  # fmt: skip
        with pytest.raises(ParseError, match=reason):
            read(RSS.format(many))
    assert (
        len(read(RSS.format("<item><title>a</title>" + "<br>" * 900 + "</item>") + "<b>" * 99)) == 1
    )


def test_max_entry_chars_is_the_longest_text_of_an_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    item = f"<item><description>{'w ' * (limits.MAX_ENTRY_CHARS // 2)}</description></item>"
    assert read(RSS.format(item))
    with pytest.raises(ParseError, match="One entry of this feed"):
        read(
            RSS.format(item.replace("<desc", "<title>a</title><desc", 1).replace("w w", "www wwww"))
        )


def test_an_entry_with_far_too_much_markup_keeps_its_words() -> None:
    (article,) = read(
        RSS.format(f"<item><description><![CDATA[{'<i>x</i>' * 31_000}]]></description></item>")
    )
    assert article.body_html.startswith("<p>xxx")


def test_a_page_is_still_a_page() -> None:
    assert (
        formats.choose(b"<html><head><title>RSS</title></head><body>&lt;rss&gt;", "a.xml")
        is html_page
    )


def test_an_entity_that_leads_to_a_file_is_refused_and_a_list_of_names_is_not() -> None:
    def document(declared: str) -> bytes:
        rest = RSS.format("<item><title>A</title></item>")[39:]
        return f"<!DOCTYPE rss [{declared}]>{rest}".encode()

    with pytest.raises(ParseError, match="declares entities"):
        feed.parse(document('<!ENTITY x SYSTEM "file:///etc/passwd">'))
    names = '<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin1//EN" "x.ent"> %HTMLlat1;'
    [entry] = feed.parse(document(names))
    assert entry.title == "A"
