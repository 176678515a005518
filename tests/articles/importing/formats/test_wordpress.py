"""WordPress exports as they come: every article with its text and its state."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing import formats
from articles.importing.formats import wordpress
from articles.importing.records import ParseError
from tests.articles.importing.wordpress_exports import (
    SPACES,
    WP,
    body,
    comment,
    export,
    item,
    one,
    read,
)

Exported = Callable[[str], bytes]


def test_an_article_comes_with_all_that_is_known_of_it(exported: Exported) -> None:
    article = read(exported("wordpress.xml"))[0]
    assert (article.title, article.standfirst) == (
        "Warm water & rest",
        "A small sample of warm water.",
    )
    assert (article.author, article.source_name) == ("Sample Editor", "Sample Health & Rest")
    assert article.source_url == "https://sample.example/2024/03/warm-water/"
    assert article.external_id == "https://sample.example/?p=12"
    assert article.published_at == datetime(2024, 3, 12, 9, 30, tzinfo=UTC)
    assert article.updated_at == datetime(2024, 3, 14, 8, tzinfo=UTC)
    assert (article.topics, article.state) == (["Sleep", "Heat & cold"], "published")


def test_the_text_is_set_in_paragraphs_as_on_the_old_site(exported: Exported) -> None:
    html = read(exported("wordpress.xml"))[0].body_html
    assert html.startswith("<p>Warm baths help, a sample says.<br>They help for hours [1].</p>")
    assert "<h2>How it worked</h2><p>It was simple [sic].</p><ul>" in html
    assert 'alt="A bath" /> A warm bath</p>' in html
    assert html.endswith("<pre>kept\n\nas it is</pre>")
    assert "[caption" not in html and "[gallery" not in html


def test_pages_and_what_belongs_to_them_are_passed_over(exported: Exported) -> None:
    articles = read(exported("wordpress.xml"))
    assert [article.state for article in articles] == ["published", "draft"]
    assert articles[1].comments == []


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("publish", "published"), ("draft", "draft"), ("pending", "draft"), ("inherit", "draft"),
        ("auto-draft", "draft"), ("own-made", "draft"), ("", "draft"), ("private", "private"),
        ("future", "scheduled"),
    ],
)  # fmt: skip
def test_every_status_has_its_state(status: str, state: str) -> None:
    assert one(export(item(status=status))).state == state


def test_a_password_makes_an_article_protected() -> None:
    locked = "<wp:post_password>open</wp:post_password>"
    assert one(export(item(locked))).state == "protected"
    assert one(export(item(locked, "private"))).state == "private"


@pytest.mark.parametrize(
    "spaces",
    [
        SPACES.replace("http:", "https:"),
        SPACES.replace("1.2", "1.0"),
        SPACES.replace("1.2", "1.1"),
        SPACES.replace("excerpt/1.2", "x").replace("dc/elements/1.1", "dc/terms"),
        "",
    ],
)
def test_namespaces_are_known_in_every_version_and_also_when_not_declared(spaces: str) -> None:
    inner = (
        "<dc:creator>sample</dc:creator><content:encoded>Text</content:encoded>"
        "<excerpt:encoded>Short</excerpt:encoded>"
    )
    article = one(export(item(inner + comment(1)), spaces))
    assert (article.author, article.body_html) == ("sample", "<p>Text</p>")
    assert (article.standfirst, len(article.comments)) == ("Short", 1)


def test_namespaces_are_known_under_other_prefixes() -> None:
    data = export(item("<content:encoded>Text</content:encoded>" + comment(1)))
    for old, new in [(b"wp:", b"w:"), (b"content:encoded", b"c:encoded"),
                     (b"xmlns:content", b"xmlns:c"), (b"xmlns:wp", b"xmlns:w")]:  # fmt: skip
        data = data.replace(old, new)
    article = one(data)
    assert (article.body_html, article.external_id) == ("<p>Text</p>", "post 9")
    assert len(article.comments) == 1


def test_elements_of_other_namespaces_are_not_mistaken_for_those_of_the_item() -> None:
    other = '<media:title xmlns:media="http://media.example/">Picture</media:title>'
    assert one(export(item().replace("<title>", other + "<title>"))).title == "Warm water"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ("<wp:post_date_gmt>2024-03-12 10:00:00</wp:post_date_gmt>", (2024, 3, 12, 10)),
        (("<wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt>"
         "<pubDate>Tue, 12 Mar 2024 11:00:00 +0100</pubDate>"), (2024, 3, 12, 10)),
        (("<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>"
         "<wp:post_date>2024-03-12 12:00:00</wp:post_date>"), (2024, 3, 12, 12)),
    ],
)  # fmt: skip
def test_the_first_date_that_is_one_counts(dates: str, expected: tuple[int, int, int, int]) -> None:
    assert one(export(item(dates))).published_at == datetime(*expected, tzinfo=UTC)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://a.example/", "mailto:a@b.example"])
def test_only_web_addresses_become_the_source(link: str) -> None:
    assert one(export(item(f"<link>{link}</link>"))).source_url == ""


def test_an_article_without_a_title_is_called_by_its_address() -> None:
    untitled = item("<link>https://sample.example/a/</link>").replace("Warm water", " ")
    assert one(export(untitled)).title == "https://sample.example/a/"
    assert one(export(item().replace("Warm water", ""))).title == "Untitled"


def test_an_author_without_an_entry_keeps_the_name_that_is_told() -> None:
    assert one(export(item("<dc:creator>sample</dc:creator>"))).author == "sample"


def test_tags_are_no_topics_and_a_topic_counts_once() -> None:
    topics = (
        '<category domain="post_tag">heat</category><category domain="category">Sleep</category>'
        '<category domain="category">Sleep</category><category>Sleep well</category>'
    )
    assert one(export(item(topics))).topics == ["Sleep"]


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("[caption id='a'] Words[/caption]", "<p>Words</p>"),
        ('[caption width="3" caption="Old [words]"]<img>[/caption]', "<p><img> Old [words]</p>"),
        ("[embed]https://a.example/[/embed]", "<p>https://a.example/</p>"),
        (
            "See [1], [sic], [...] and [gallery-walk]",
            "<p>See [1], [sic], [...] and [gallery-walk]</p>",
        ),
        ("[[gallery]] is how to write it", "<p>[gallery] is how to write it</p>"),
        ("[/caption]Words", "<p>Words</p>"),
        ('A[video src="a.mp4"][/video]', "<p>A</p>"),
        ("<!--more-->A", "<p>A</p>"),
    ],
)
def test_shortcodes_give_their_words_and_brackets_stay(content: str, html: str) -> None:
    assert body(content) == html


def test_an_export_without_articles_says_so() -> None:
    with pytest.raises(ParseError, match="no articles in this WordPress export"):
        read(export(""))


@pytest.mark.parametrize(
    "head",
    ["", "\n \n", "\ufeff", '\n<?xml version="1.0"?>\n', "<!-- a > b --><!-- c -->",
     '<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet href="a.css"?>'],
)  # fmt: skip
def test_an_export_is_known_by_its_content(head: str) -> None:
    data = export(item(), head=head)
    assert formats.choose(data, "page.txt") is wordpress
    assert one(data).title == "Warm water"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "utf-32"])
def test_an_export_is_known_in_every_encoding(encoding: str) -> None:
    text = export(item(), head=f'<?xml version="1.0" encoding="{encoding}"?>').decode()
    assert one(text.replace("Warm", "Wärm").encode(encoding)).title == "Wärm water"


@pytest.mark.parametrize(
    "data",
    [
        b"<rss><channel><title>A feed</title></channel></rss>",
        b"<html>" + WP.encode(),
        b"{}",
        b"",
        b"<!-- " + WP.encode() + b" --><feed/>",
    ],
)
def test_other_documents_are_not_taken(data: bytes) -> None:
    assert not wordpress.detect(data, "export.xml")


def test_bare_signs_of_old_exports_are_read() -> None:
    old = "<link>https://sample.example/?a=1&b=2</link>"
    assert one(export(item(old))).source_url == "https://sample.example/?a=1&b=2"


def test_what_was_mended_is_told() -> None:
    damaged = export(item("<content:encoded><![CDATA[A\x01 caf\xe9]]></content:encoded>"))
    article = one(damaged.replace("\xe9".encode(), b"\xe9"))
    assert article.body_html == "<p>A café</p>"
    assert [told.text for told in article.dropped] == [
        "1 control character",
        "1 byte outside UTF-8",
    ]
