"""What a page says about its article: title, standfirst, author, address, site, topics, picture."""

from collections.abc import Callable

import pytest

from articles.importing.pages import about, metas, structured, titles
from articles.importing.records import ParsedArticle

Read = Callable[..., ParsedArticle]


def meta(name: str, value: str) -> str:
    """Give a meta element."""
    return f'<meta property="{name}" content="{value}">'


@pytest.mark.parametrize(
    ("title", "site", "wanted"),
    [
        ("Warm water helps | Example News", "Example News", "Warm water helps"),
        (
            "Example News: warm | Warm water helps many people",
            "",
            "Example News: warm | Warm water helps many people",
        ),
        (
            "Example News - Warm water helps many people",
            "Example News",
            "Warm water helps many people",
        ),
        ("Warm water – a long story about hands", "", "Warm water – a long story about hands"),
        ("Warm water and its many uses – Example", "", "Warm water and its many uses"),
        ("Warm water", "Warm water", "Warm water"),
    ],
)
def test_a_title_loses_the_name_of_its_site(title: str, site: str, wanted: str) -> None:
    assert titles.without_site(title, site) == wanted


def test_the_heading_that_the_head_names_is_the_title(read_page: Read) -> None:
    assert read_page("<title>Warm water - Some Site of Samples</title>").title == "Warm water"
    assert (
        read_page(meta("og:title", "Quite another title of this page")).title
        == "Quite another title of this page"
    )


def test_references_in_descriptions_are_read(read_page: Read) -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": "It&#8217;s Q&amp;A time"}</script>'
    assert read_page(head).title == "It’s Q&A time"
    assert read_page(meta("og:title", "It&amp;#8217;s Q&amp;amp;A time")).title == "It’s Q&A time"


def test_max_title_chars_cuts_what_is_no_title(read_page: Read) -> None:
    assert len(read_page(meta("og:title", "word " * 200)).title) == titles.MAX_TITLE_CHARS - 1


def test_a_description_is_the_standfirst_unless_the_text_says_it_again(read_page: Read) -> None:
    said = "A short look at basins, and at those who use them."
    assert read_page(meta("og:description", said)).standfirst == said
    assert (
        read_page(meta("description", "This sample paragraph has enough words in it...")).standfirst
        == ""
    )
    assert read_page(meta("description", "Warm water")).standfirst == ""


def test_min_and_max_standfirst_chars_tell_a_sentence_from_a_label(read_page: Read) -> None:
    for length, kept in (
        (about.MIN_STANDFIRST_CHARS - 1, False), (about.MIN_STANDFIRST_CHARS, True),
        (about.MAX_STANDFIRST_CHARS, True), (about.MAX_STANDFIRST_CHARS + 1, False),
    ):  # fmt: skip
        assert bool(read_page(meta("description", "q" * length)).standfirst) == kept


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (meta("author", "By Jane Sample"), ""),
        ('<script type="application/ld+json">{"@type": "Article", "author": "Jane Sample"}</script>', ""),
        ('<script type="application/ld+json">[{"@type": ["NewsArticle"], "author": [{"name": "Jane Sample"}]}]</script>', ""),
        ("", '<p>By <a rel="author" href="/j">Jane Sample</a></p>'),
        ("", '<p itemprop="author" itemscope><span itemprop="name">Jane Sample</span>, MD</p>'),
        ("", '<p class="byline">By Jane Sample</p>'),
        (meta("article:author", "https://sample.example/jane") + meta("author", "Jane Sample"), ""),
    ],
)  # fmt: skip
def test_the_author_is_found_where_pages_name_one(head: str, body: str, read_page: Read) -> None:
    assert read_page(head, body).author == "Jane Sample"


def test_max_author_chars_keeps_the_first_of_many_names(read_page: Read) -> None:
    names = "".join(meta("citation_author", f"Sample Author {number}") for number in range(40))
    author = read_page(names).author
    assert author.startswith("Sample Author 0, Sample Author 1")
    assert about.MAX_AUTHOR_CHARS - 20 < len(author) <= about.MAX_AUTHOR_CHARS
    assert read_page(meta("author", "x" * (about.MAX_AUTHOR_CHARS + 1))).author == ""


@pytest.mark.parametrize(
    ("head", "address", "wanted"),
    [
        (
            '<link rel="canonical" href="https://a.example/one">',
            "https://a.example/one?x=1",
            "https://a.example/one",
        ),
        ('<link rel="canonical" href="/one">', "https://a.example/two", "https://a.example/one"),
        (
            '<link rel="canonical" href="https://a.example/">',
            "https://a.example/two",
            "https://a.example/two",
        ),
        (meta("og:url", "https://a.example/three"), None, "https://a.example/three"),
        ('<link rel="canonical" href="javascript:1">', "ftp://a.example/x", ""),
        ('<link rel="canonical" href="http://[">', None, ""),
        ("", "https://a.example/two", "https://a.example/two"),
    ],
)
def test_a_page_is_known_by_its_canonical_address(
    head: str, address: str | None, wanted: str, read_page: Read
) -> None:
    assert read_page(head, address=address).source_url == wanted


def test_the_site_is_named_by_itself_or_by_its_host(read_page: Read) -> None:
    assert read_page(meta("og:site_name", "Sample Site")).source_name == "Sample Site"
    assert read_page(address="https://www.sample.example/x").source_name == "sample.example"
    long = meta("og:site_name", "s" * (about.MAX_SITE_CHARS + 1))
    assert read_page(long, address="https://sample.example/x").source_name == "sample.example"


def test_max_site_chars_lets_a_long_name_pass(read_page: Read) -> None:
    assert (
        len(read_page(meta("og:site_name", "s" * about.MAX_SITE_CHARS)).source_name)
        == about.MAX_SITE_CHARS
    )


def test_max_topics_and_max_topic_chars_keep_what_is_a_topic(read_page: Read) -> None:
    tags = "".join(meta("article:tag", f"Tag {number}") for number in range(20))
    long = meta("article:section", "x" * (about.MAX_TOPIC_CHARS + 1))
    assert read_page(long + meta("article:section", "Health") + tags).topics == [
        "Health", *(f"Tag {number}" for number in range(about.MAX_TOPICS - 1)),
    ]  # fmt: skip


def test_the_picture_is_an_address_and_nothing_else(read_page: Read) -> None:
    assert (
        read_page(meta("og:image", "/p.jpg"), address="https://a.example/x/").lead_image
        == "https://a.example/p.jpg"
    )
    assert read_page(meta("og:image", "data:image/png;base64,xx")).lead_image == ""


def test_links_are_made_absolute_against_the_base_of_the_page(read_page: Read) -> None:
    body = '<p>A paragraph with <a href="next">a link to the next page</a> and enough words around it to stay.</p>'
    article = read_page('<base href="/deep/down/">', body, address="https://a.example/x")
    assert 'href="https://a.example/deep/down/next"' in article.body_html


def test_max_metas_and_max_meta_chars_end_the_reading(read_page: Read) -> None:
    filler = "<meta name=x content=y>" * (metas.MAX_METAS - 1)
    assert read_page(filler + meta("og:site_name", "Site")).source_name == "Site"
    assert read_page(filler + "<meta>" + meta("og:site_name", "Site")).source_name == ""
    assert read_page(meta("og:title", "x " * metas.MAX_META_CHARS)).title == "Warm water"


def test_max_brackets_max_script_chars_and_max_nodes_bound_what_is_described(
    read_page: Read,
) -> None:
    levels = structured.MAX_BRACKETS
    assert structured.load("[" * levels + "]" * levels) is not None
    assert structured.load("[" * (levels + 1) + "]" * (levels + 1)) is None
    assert structured.load("[" * 100_000) is None
    assert structured.load(f'"{"x" * structured.MAX_SCRIPT_CHARS}"') is None
    script = "[" + ",".join(['{"@type":"A"}'] * (structured.MAX_NODES + 5)) + "]"
    page = f'<script type="application/ld+json">{script}</script>'
    assert read_page(page).title == "Warm water"
    tree = structured.html.fromstring(page)
    assert len(structured.read_nodes(tree)) == structured.MAX_NODES
