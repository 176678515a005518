"""Comments of WordPress exports: which are taken, in which state, and in which place."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing.exports import limits
from tests.articles.importing.wordpress_exports import (
    comment,
    comments,
    export,
    item,
    one,
    read,
    tree,
)

Exported = Callable[[str], bytes]


def test_comments_come_as_a_tree_whatever_their_order(exported: Exported) -> None:
    first, second, third = read(exported("wordpress.xml"))[0].comments
    assert (first.external_id, first.parent_id, first.author_name) == (
        "2", None, "O'Sample & Co",
    )  # fmt: skip
    assert first.created_at == datetime(2024, 3, 12, 11, tzinfo=UTC)
    assert (second.external_id, second.parent_id, second.state) == ("3", "2", "visible")
    assert second.body_html.endswith("<p>Second paragraph<br>with a break.</p>")
    assert second.author_email == "two@readers.example"
    assert (third.parent_id, third.state, third.line) == ("3", "pending", 93)


def test_what_was_left_out_is_told_in_one_entry_a_kind(exported: Exported) -> None:
    article, draft = read(exported("wordpress.xml"))
    assert article.comments_dropped == 2
    assert [dropped.text for dropped in article.dropped] == [
        "1 comment marked as spam", "1 comment that no reader wrote", "[gallery]",
    ]  # fmt: skip
    assert [dropped.text for dropped in draft.dropped] == ["wp:latest-posts"]
    many = one(export(item("".join(comment(n, approved="spam") for n in range(1, 13)))))
    assert [dropped.text for dropped in many.dropped] == ["12 comments marked as spam"]


def test_networks_and_web_addresses_of_commenters_are_never_read(exported: Exported) -> None:
    told = repr(read(exported("wordpress.xml")))
    assert "192.0.2" not in told and "198.51" not in told and "two.example" not in told


def test_what_was_thrown_away_is_no_article() -> None:
    assert read(export(item(status="trash"))) == []
    assert tree(comment(1), comment(2, approved="trash"), comment(3, approved="post-trashed")) == [
        ("1", None)
    ]


@pytest.mark.parametrize("kind", ["pingback", "trackback", "order_note", "webmention", "review"])
def test_what_no_reader_wrote_is_no_comment(kind: str) -> None:
    assert tree(comment(1, kind=kind), comment(2, kind="comment")) == [("2", None)]


@pytest.mark.parametrize(
    ("approved", "state"),
    [("1", "visible"), ("0", "pending"), ("hold", "pending"), ("", "pending"), ("2", "pending")],
)
def test_only_approved_comments_are_visible(approved: str, state: str) -> None:
    assert [found.state for found in comments(comment(1, approved=approved))] == [state]


def test_answers_of_any_depth_keep_their_place() -> None:
    told = [comment(number, number - 1) for number in range(60, 0, -1)]
    assert tree(*told) == [(str(n), str(n - 1) if n > 1 else None) for n in range(1, 61)]


def test_an_answer_to_nobody_stands_at_the_top_and_circles_are_opened() -> None:
    assert tree(comment(1, 99), comment(2, 3), comment(3, 2), comment(4, 4)) == [
        ("1", None), ("2", None), ("3", "2"), ("4", None),
    ]  # fmt: skip


def test_a_comment_that_is_told_twice_is_taken_once() -> None:
    article = one(export(item(comment(1) + comment(1) + comment(1, words="Other"))))
    assert [found.external_id for found in article.comments] == ["1", "1-2"]
    assert article.comments_dropped == 1


def test_max_comment_chars_leaves_out_what_no_system_took() -> None:
    most = limits.MAX_COMMENT_CHARS
    article = one(export(item(comment(1, words="x" * most) + comment(2, words="x" * (most + 1)))))
    assert [found.external_id for found in article.comments] == ["1"]
    assert article.dropped[0].text == "1 comment longer than 70,000 characters"
