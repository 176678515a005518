"""Disqus exports: a discussion for each page, with what was deleted keeping its place."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing import formats
from articles.importing.formats import disqus
from articles.importing.records import ParsedArticle, ParseError

Exported = Callable[[str], bytes]
SPACES = 'xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"'


def export(inner: str, spaces: str = SPACES) -> bytes:
    """An export with this in it."""
    return f"<disqus {spaces}>{inner}</disqus>".encode()


def thread(number: int = 1, own: str = "", link: str = "https://sample.example/a/") -> str:
    """A thread of an export."""
    return f'<thread dsq:id="{number}"><id>{own}</id><link>{link}</link><title>A</title></thread>'


def post(
    number: int, parent: int = 0, *, where: int = 1, marks: str = "", words: str = "Hi"
) -> str:
    """A post of an export."""
    above = f'<parent dsq:id="{parent}"/>' if parent else ""
    return (
        f'<post dsq:id="{number}"><message>{words}</message>{marks}'
        f'<thread dsq:id="{where}"/>{above}</post>'
    )


DELETED = "<isDeleted>true</isDeleted>"
SPAM = "<isSpam>true</isSpam>"


def read(data: bytes) -> list[ParsedArticle]:
    """All discussions of an export."""
    assert disqus.detect(data, "export")
    return list(disqus.parse(data))


def tree(*posts: str) -> list[tuple[str, str | None, str]]:
    """Who answers whom, and in which state."""
    (article,) = read(export(thread() + "".join(posts)))
    return [(one.external_id, one.parent_id, one.state) for one in article.comments]


def test_a_discussion_becomes_an_article_without_text(exported: Exported) -> None:
    article, other = read(exported("disqus.xml"))
    assert (article.title, article.body_html) == ("Warm water & rest", "")
    assert (article.external_id, article.source_name) == ("101", "sample.example")
    assert article.source_url == "https://www.sample.example/warm-water/"
    assert article.published_at == datetime(2024, 3, 12, 9, 30, tzinfo=UTC)
    assert (other.title, other.external_id) == ("https://www.sample.example/cold-air/", "102")


def test_comments_come_with_names_dates_and_words(exported: Exported) -> None:
    first, gone, answer, last = read(exported("disqus.xml"))[0].comments
    assert (first.external_id, first.author_name, first.body_html) == (
        "201", "reader1", "<p>First.</p>",
    )  # fmt: skip
    assert (gone.author_name, gone.author_email, gone.body_html) == ("", "", "")
    assert (gone.parent_id, gone.state) == ("201", "removed")
    assert (answer.parent_id, answer.author_email) == ("202", "two@readers.example")
    assert answer.created_at == datetime(2024, 3, 12, 11, tzinfo=UTC)
    assert (last.external_id, last.parent_id) == ("own-206", "203")
    assert last.body_html == "<p>Words without an id of Disqus, in an answer to spam.</p>"


def test_what_was_left_out_is_told_also_where_it_has_no_discussion(exported: Exported) -> None:
    article, other = read(exported("disqus.xml"))
    assert article.comments_dropped == 4
    assert [dropped.text for dropped in article.dropped] == [
        "1 comment marked as spam",
        "1 comment deleted",
        "1 comment of discussions that are not in the export",
        "1 comment of discussions that were deleted",
    ]
    assert (other.comments_dropped, other.comments[0].parent_id) == (0, None)


def test_networks_and_deleted_words_are_never_read(exported: Exported) -> None:
    told = repr(read(exported("disqus.xml")))
    assert "192.0.2" not in told and "gone@" not in told and "were deleted.<" not in told


def test_a_deleted_post_keeps_its_place_for_answers_at_any_depth() -> None:
    deleted = [post(n, n - 1, marks=DELETED) for n in range(1, 20)]
    assert tree(post(50), *deleted) == [("50", None, "visible")]
    kept = tree(post(50), *deleted, post(20, 19))
    assert [one[2] for one in kept] == ["visible", *["removed"] * 19, "visible"]


def test_spam_that_was_deleted_is_spam() -> None:
    assert tree(post(1), post(2, 1, marks=SPAM + DELETED), post(3, 2)) == [
        ("1", None, "visible"), ("3", "1", "visible"),
    ]  # fmt: skip


def test_posts_that_wait_there_wait_here() -> None:
    assert tree(post(1, marks="<isApproved>false</isApproved>")) == [("1", None, "pending")]


@pytest.mark.parametrize(
    ("second", "articles"),
    [
        (thread(2), 2),
        (thread(2, "same"), 1),
        (thread(2, "same", "https://sample.example/b/"), 2),
        (thread(1, "same"), 1),
    ],
)
def test_threads_are_one_only_where_link_and_id_are_the_same(second: str, articles: int) -> None:
    found = read(export(thread(1, "same") + second + post(1) + post(2, where=2) + post(3)))
    assert len(found) == articles
    assert found[0].external_id == "1"


def test_posts_may_stand_before_their_thread() -> None:
    (article,) = read(export(post(1) + thread()))
    assert len(article.comments) == 1


def test_a_message_of_the_thread_is_its_text() -> None:
    opened = thread().replace("<title>", "<message><![CDATA[<p>Hello</p>]]></message><title>")
    assert read(export(opened + post(1)))[0].body_html == "<p>Hello</p>"


def test_only_discussions_with_words_count() -> None:
    with pytest.raises(ParseError, match="no comments in this Disqus export"):
        read(export(thread() + post(1, marks=DELETED) + post(2, words=" ")))


@pytest.mark.parametrize(
    "spaces", [SPACES, SPACES.replace("http:", "https:"), 'xmlns:dsq="http://disqus.com"']
)
def test_namespaces_are_known_in_every_way(spaces: str) -> None:
    assert len(read(export(thread() + post(1), spaces))) == 1


def test_an_export_is_known_by_its_root() -> None:
    assert formats.choose(export(thread()), "page.txt") is disqus
    assert formats.choose(b"\n<!-- x -->" + export(thread()), "page.txt") is disqus
    assert formats.choose(export(thread()).decode().encode("utf-16"), "page.txt") is disqus
    assert not disqus.detect(b"<disqus>", "a.xml")
    assert not disqus.detect(b"<html><a href='http://disqus.com'>", "a.xml")
