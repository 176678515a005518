"""Saved pages as they come: the article, its comments, and what was left out."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing.formats import text
from articles.importing.records import ParsedArticle, ParsedComment, ParseError

Saved = Callable[[str], bytes]
Words = Callable[[str], list[str]]
Read = Callable[[str], ParsedArticle]

OPENING = "Warm water\n\nIt helps, they say.\n\nIt helps others too.\n\n"


def read(data: bytes) -> ParsedArticle:
    """The one article of a document."""
    (article,) = text.parse(data)
    return article


def tree(comments: list[ParsedComment]) -> list[tuple[str, str | None]]:
    """Who answers whom."""
    return [(comment.external_id, comment.parent_id) for comment in comments]


def test_a_page_without_comments_gives_its_text_and_its_source(saved: Saved) -> None:
    article = read(saved("warm-baths"))
    assert article.title == "Warm baths ease pain for hours in a small trial"
    assert article.body_html.count("<p>") == 6
    assert "<h2>" not in article.body_html
    assert article.source_name == "news.example.org"
    assert article.source_url == (
        "https://news.example.org/northfield/warm-baths-ease-pain?lang=en"
    )
    assert article.comments == []


def test_all_that_belongs_to_the_site_is_left_out_and_reported(saved: Saved) -> None:
    article = read(saved("warm-baths"))
    assert [dropped.line for dropped in article.dropped] == [17, 19, 20, 21, 23, 25, 27, 29, 31, 32]
    assert all(f">{dropped.text}<" not in article.body_html for dropped in article.dropped)
    assert all(dropped.reason for dropped in article.dropped)
    assert article.dropped[0].text == "Comments"


def test_a_page_with_comments_gives_them_as_a_tree(saved: Saved, words: Words) -> None:
    article = read(saved("walking-group"))
    assert article.body_html.count("<p>") == 7
    assert article.body_html.count("<h2>") == 2
    assert tree(article.comments) == [("1", None), ("1.1", "1"), ("2", None), ("3", None)]
    assert {comment.author_name for comment in article.comments} == {""}
    assert {comment.state for comment in article.comments} == {"visible"}
    assert [comment.line for comment in article.comments] == [24, 26, 28, 30]


def test_words_are_kept_letter_for_letter(saved: Saved, words: Words) -> None:
    data = saved("walking-group")
    article = read(data)
    page = data.decode()
    for comment in article.comments:
        (line,) = words(comment.body_html)
        assert f" {line}" in page.splitlines()[(comment.line or 0) - 1]
    assert "<p>“The company may matter more than the walk,” says" in article.body_html
    assert "&lt;walk&gt;" in article.comments[-1].body_html


def test_reading_again_gives_the_same(saved: Saved) -> None:
    for name in ("warm-baths", "walking-group", "wrapped", "names-and-dates", "tips"):
        assert read(saved(name)) == read(saved(name))


def test_wrapped_text_is_put_together_again(saved: Saved, words: Words) -> None:
    article = read(saved("wrapped"))
    assert article.title == (
        "A quieter ward helps patients sleep, and the staff as well, says a year of listening"
    )
    assert (article.author, article.published_at) == ("Jane Roe", datetime(2024, 3, 12, tzinfo=UTC))
    assert "alarms that concerned nobody led the list.</p>" in article.body_html
    assert (
        "<li>alarms now ring at the desk first, and only then in the room, and they ring more"
        in (article.body_html)
    )
    assert "<p>Those who sleep worst<br>were asked first.</p>" in article.body_html


def test_wrapped_comments_are_put_together_and_deep_replies_hang_on_replies(saved: Saved) -> None:
    comments = read(saved("wrapped")).comments
    assert tree(comments) == [("1", None), ("2", None), ("2.1", "2"), ("2.1.1", "2.1")]
    assert comments[0].body_html == (
        "<p>I was there last spring and could not believe how quiet it was,you hear nothing at "
        "all... not even the doors.</p><p>Tell the other wards!</p>"
    )
    assert comments[1].body_html == "<p>no change on ours<br>sadly</p>"


def test_names_and_dates_are_taken_where_the_page_says_them(saved: Saved) -> None:
    article = read(saved("names-and-dates"))
    assert article.author == "Jane Roe, MD"
    assert article.published_at == datetime(2024, 3, 12, 10, 30, tzinfo=UTC)
    assert article.updated_at == datetime(2024, 3, 13, tzinfo=UTC)
    assert [(c.external_id, c.author_name, c.created_at) for c in article.comments] == [
        ("1", "Alice", datetime(2024, 3, 14, 17, 0, tzinfo=UTC)),
        ("1.1", "Bob", datetime(2024, 3, 15, 9, 12, tzinfo=UTC)),
        ("1.1.1", "", None),
        ("2", "Gus", None),
    ]
    assert article.comments[0].body_html == (
        "<p>I nap every day.<br>Always at two.</p><p>It keeps me going.</p>"
    )
    assert article.comments[3].body_html == (
        "<p>Two things help me:<br>1. a dark room<br>2. no phone</p>"
    )


def test_a_doubtful_date_a_button_and_a_pingback_are_reported(saved: Saved) -> None:
    reasons = {d.line: d.reason for d in read(saved("names-and-dates")).dropped}
    assert reasons[37] == "a date that cannot be read with certainty"
    assert reasons[26] == "a button of the comment's page"
    assert reasons[45] == "a note from another site"
    assert reasons[56] == "the title of another article"


def test_numbers_inside_the_article_are_its_own(saved: Saved) -> None:
    article = read(saved("tips"))
    assert "<h2>1. Lay out clothes</h2>" in article.body_html
    assert "<ol><li>Move the fingers.</li><li>Move the arms.</li>" in article.body_html
    assert "<h2>References</h2><ol><li>Roe J, Doe A." in article.body_html
    assert tree(article.comments) == [("1", None), ("2", None)]


def test_a_page_with_one_line_a_paragraph_is_read(saved: Saved) -> None:
    article = read(saved("one-line-a-paragraph"))
    assert article.title == "A garden on the roof brings patients out of their rooms"
    assert article.body_html.count("<p>") == 4
    assert "<h2>What grows there</h2>" in article.body_html
    assert "<ul><li>thyme</li><li>mint</li></ul>" in article.body_html
    assert tree(article.comments) == [("1", None), ("2", None), ("2.1", "2")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_ends_of_lines_of_other_systems_change_nothing(saved: Saved, end: str) -> None:
    data = saved("walking-group")
    assert read(data.replace(b"\n", end.encode())) == read(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_changes_nothing(saved: Saved, encoding: str) -> None:
    data = saved("walking-group")
    assert read(data.decode().encode(encoding)) == read(data)


def test_an_indent_that_all_lines_share_changes_nothing(saved: Saved, words: Words) -> None:
    page = saved("walking-group").decode()
    indented = "\n".join(f"    {line}" if line else line for line in page.split("\n"))
    assert read(indented.encode()).comments == read(page.encode()).comments


def test_the_address_of_the_page_is_its_source_unless_it_names_another(saved: Saved) -> None:
    (article,) = text.parse(OPENING.encode(), address="https://www.example.org/warm")
    assert (article.source_name, article.source_url) == (
        "example.org",
        "https://www.example.org/warm",
    )
    (named,) = text.parse(saved("warm-baths"), address="https://mirror.example.org/warm")
    assert named.source_name == "news.example.org"


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"", None, "There is no text"),
        (b" \r\n\t\n\xc2\xa0\n\xef\xbb\xbf", None, "There is no text"),
        (b"Warm water\n\ncaf\xe9 au lait\n", 3, "The text is not in UTF-8; save it as UTF-8"),
        (b"\xff\xfeW\x00a", 1, "The text is not in UTF-16; save it as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", 1, "This is not plain text"),
        (b"Warm water\n\nIt\x00helps.", 3, "This is not plain text"),
        (b"Warm water\n\nIt \x1b[1mhelps.", 3, "This is not plain text"),
        (
            b"\n\n1. I tried it.\n\n2. Me too",
            3,
            "The document begins with a list instead of a title",
        ),
        (b"They say it helps. It does.\n\nMore.", 1, "The document begins with a paragraph"),
        (b"Warm water\n\n", 1, "There is a title but no text below it"),
        (b"Warm water\n\nComments\n\n1. Me too", 1, "There is a title but no text below it"),
        (b"Share\n\nSubscribe\n", None, "There is no article here, only parts of a web page"),
    ],
)
def test_bad_input_gets_one_clear_sentence(data: bytes, line: int | None, reason: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(data)
    assert caught.value.reason.startswith(reason)
    assert caught.value.reason.endswith(".")
    assert caught.value.line == line


def test_max_body_chars_is_kept_to() -> None:
    paragraphs = ["It helps. " * 9 + "Many tell."] * (text.MAX_BODY_CHARS // 100)
    longest = "\n\n".join(["Warm water", *paragraphs])
    assert read(longest.encode()).body_html.count("<p>") == len(paragraphs)
    with pytest.raises(ParseError, match="line 1: The article has more than 400,000 characters"):
        read(f"{longest}.".encode())


@pytest.mark.parametrize(
    "piece",
    ["1. \n", "- x\n", "1. a\n\n", "x ", "\n", " ", "Comments\n", "Reply\n", "Source:\n", "\u2028"],
)
def test_five_megabytes_of_anything_are_read_or_refused(piece: str) -> None:
    data = (OPENING + piece * (4 * 1024 * 1024 // len(piece.encode()))).encode()
    try:
        read(data)
    except ParseError as error:
        assert error.reason
