"""Comments as a tree: what is a comment, what a reply, and what somebody's own words."""

from collections.abc import Callable

import pytest

from articles.importing.plaintext import parsed_comments
from articles.importing.plaintext.comments import MAX_REPLY_DEPTH
from articles.importing.records import ParsedArticle, ParsedComment, ParseError

Read = Callable[[str], ParsedArticle]
ABOVE = "Warm water\n\nIt helps, they say.\n\nIt helps others too.\n\nComments\n\n"

# What is read, and what it gives: ids and words, with "/" between lines, "//" between paragraphs.
TREES = [
    ("1. One\n\n2. Two", "1 One | 2 Two"),
    ("1. One\n2. Two", "1 One | 2 Two"),
    ("1) One\n\n2) Two", "1 One | 2 Two"),
    ("11. One\n\n12. Two", "1 One | 2 Two"),
    ("1. One\n\n1. Two\n\n1. Three", "1 One | 2 Two | 3 Three"),
    # Replies, by indent; a bullet under a number answers it.
    ("  1. One\n\n    • Two\n\n  2. Three", "1 One | 1.1 Two | 2 Three"),
    ("1. One\n   - Two\n   - Three", "1 One | 1.1 Two | 1.2 Three"),
    (
        "1. One\n   - Two\n     * Three\n       ◦ Four\n   – Five",
        "1 One | 1.1 Two | 1.1.1 Three | 1.1.1.1 Four | 1.2 Five",
    ),
    ("1. One\n\t- Two\n\t\t- Three", "1 One | 1.1 Two | 1.1.1 Three"),
    ("1. One\n\n• Two\n\n2. Three", "1 One | 1.1 Two | 2 Three"),
    ("1. One\n- It is so.", "1 One | 1.1 It is so."),
    ("  1. One\n\n    1. Two\n\n    2. Three\n\n  2. Four", "1 One | 1.1 Two | 1.2 Three | 2 Four"),
    ("  1. One\n    Reply\n    1. Two", "1 One | 1.1 Two"),
    # The words of a comment: paragraphs, lines, lists of its own.
    ("1. One\n\n   Two\n   Three\n\n2. Four", "1 One//Two/Three | 2 Four"),
    ("1. One\n\nTwo\n\n2. Three\n\nFour", "1 One//Two | 2 Three//Four"),
    ("1.\n   One\n\n2.\n\n   Two", "1 One | 2 Two"),
    ("1.\n\nOne", "1 One"),
    ("1. I take:\n   1. rest\n   2. heat\n\n2. Two", "1 I take:/1. rest/2. heat | 2 Two"),
    ("1. I take:\n   - rest\n   - heat\n\n2. Two", "1 I take:/- rest/- heat | 2 Two"),
    ("1. One\n1. rest\n2. heat\n\n2. Two", "1 One/1. rest/2. heat | 2 Two"),
    ("1. In the year\n2012. That was it.\n\n2. Two", "1 In the year/2012. That was it. | 2 Two"),
    (
        "1. One\n\n    - Two\n\n      and more\n\n  and one again\n\n2. Three",
        "1 One//and one again | 1.1 Two//and more | 2 Three",
    ),
    # Comments whose parent was not saved, and ads between comments.
    ("      1. One\n\n  2. Two", "1 One | 2 Two"),
    ("    • One\n\n      • Two\n\n  2. Three", "1 One | 1.1 Two | 2 Three"),
    ("1. One\n\nAdvertisement\n\n2. Two", "1 One | 2 Two"),
    # Forms of the pages of some programs.
    (
        "  1. Alice says\n\n    May 3, 2020\n\n    One\n\n    ReplyDelete\n    Replies\n    1. Two",
        "1 One | 1.1 Two",
    ),
    ("    • Bob says\n\n      It helps me.", "1 Bob says//It helps me."),
    ("• Bob says:\n  One\n• Two\n• Facebook", "1 One | 2 Two"),
    ("1. One\n\nReply\n\n2. Two\n\nReply", "1 One | 2 Two"),
    # What is no comment.
    ("1. One\n\n2.\n\n3. Three", "1 One | 2 Three"),
    ("1. Pingback: a page\n\n  - Two\n\n2. Three", "1 Two | 2 Three"),
    ("  1. One\n\n  • Facebook\n  • Twitter", "1 One"),
    ("1. One\n\n- Home\n- News", "1 One"),
    ("1. One\n\nAbout us\n\n- Our story", "1 One"),
    ("1. One\n\nExample News is made in Example.", "1 One"),
    # Bullets are comments only under their heading, and only when somebody speaks.
    ("• It helps me.\n\n  • Me too\n\n• And me", "1 It helps me. | 1.1 Me too | 2 And me"),
    ("• Home\n• About us\n• Contact", ""),
    # Words that look like those of a site are somebody's words inside a comment.
    (
        "1. Comments\n\n2. Share\n   Subscribe to our newsletter",
        "1 Comments | 2 Share/Subscribe to our newsletter",
    ),
    ("1. Reply", "1 Reply"),
    ("1. One\n   👍\n   ***", "1 One/👍/***"),
]


def told(comments: list[ParsedComment]) -> str:
    """What the comments say, in the short form of `TREES`."""
    return " | ".join(f"{comment.external_id} {short(comment)}" for comment in comments)


def short(comment: ParsedComment) -> str:
    """The words of a comment in the short form."""
    inside = comment.body_html.removeprefix("<p>").removesuffix("</p>")
    return inside.replace("</p><p>", "//").replace("<br>", "/")


@pytest.mark.parametrize(("lines", "tree"), TREES)
def test_comments_are_read_as_a_tree(article_of: Read, lines: str, tree: str) -> None:
    comments = article_of(f"{ABOVE}{lines}\n").comments
    assert told(comments) == tree
    for comment in comments:
        assert comment.parent_id == (comment.external_id.rpartition(".")[0] or None)


@pytest.mark.parametrize(
    "line",
    [
        "so,could it be",
        "it helps…. I say….. yes",
        "“it ain’t over”, she said",
        "a  b\u00a0 c",
        "<b>&amp;",
    ],
)
def test_words_are_kept_letter_for_letter(
    article_of: Read, words: Callable[[str], list[str]], line: str
) -> None:
    (comment,) = article_of(f"{ABOVE}1. {line}\n").comments
    assert words(comment.body_html) == [line]


@pytest.mark.parametrize(
    "button", ["Reply", "Reply to Alice", "Like · Reply · 3", "Log in to Reply"]
)
def test_buttons_behind_the_words_are_left_out(article_of: Read, button: str) -> None:
    article = article_of(f"{ABOVE}1. One\n\n   {button}\n\n2. Two\n   {button}\n")
    assert told(article.comments) == "1 One | 2 Two"
    assert [one.text for one in article.dropped[1:]] == [button, button]


def test_a_button_in_the_middle_of_words_is_one_of_them(article_of: Read) -> None:
    (comment,) = article_of(f"{ABOVE}1. One\n   Share\n   Two\n").comments
    assert comment.body_html == "<p>One<br>Share<br>Two</p>"


def test_the_form_behind_the_comments_is_left_out(article_of: Read) -> None:
    form = "Please enter your comment!\nPlease enter your name here"
    article = article_of(f"{ABOVE}1. One\n\n2. Two\n\n\n{form}")
    assert len(article.comments) == 2
    assert [one.text for one in article.dropped[1:]] == form.split("\n")


def test_a_reply_names_whom_it_answers_and_is_given_no_name(article_of: Read) -> None:
    comments = article_of(f"{ABOVE}1. One\n\n  - Michelle hello, why?\n").comments
    assert (comments[1].author_name, comments[1].parent_id) == ("", "1")
    assert comments[1].body_html == "<p>Michelle hello, why?</p>"


def test_where_all_comments_are_named_items_without_a_name_are_words(article_of: Read) -> None:
    alice = "1. Alice says:\n   One\n\n   - rest\n   - heat"
    bob = "2. Bob says:\n   Two\n\n   - Gus says:\n     No"
    comments = article_of(f"{ABOVE}{alice}\n\n{bob}\n").comments
    assert [(c.external_id, c.author_name) for c in comments] == [
        ("1", "Alice"), ("2", "Bob"), ("2.1", "Gus"),
    ]  # fmt: skip
    assert comments[0].body_html == "<p>One</p><p>- rest<br>- heat</p>"


def test_names_with_stamps_are_taken_when_all_comments_have_them(article_of: Read) -> None:
    lines = "1. Alice\n   3 May 2020 at 10:14\n\n   One\n\n2. Bob\n   4 May 2020 at 10:14\n\n   Two"
    comments = article_of(f"{ABOVE}{lines}\n").comments
    assert [(c.author_name, c.body_html) for c in comments] == [
        ("Alice", "<p>One</p>"), ("Bob", "<p>Two</p>"),
    ]  # fmt: skip


def test_a_name_with_a_stamp_in_one_comment_is_text(article_of: Read) -> None:
    lines = "1. Diagnosed\n   3 May 2020 at 10:14\n\n   One\n\n2. Two"
    comments = article_of(f"{ABOVE}{lines}\n").comments
    assert comments[0].author_name == ""
    assert comments[0].body_html == "<p>Diagnosed<br>3 May 2020 at 10:14</p><p>One</p>"


def test_a_comment_of_a_name_alone_has_no_words(article_of: Read) -> None:
    assert article_of(f"{ABOVE}1. Alice says:\n\n2. Bob says:\n   Two\n").comments[0].line == 11


def test_a_head_may_stand_apart_from_the_words(article_of: Read) -> None:
    (comment,) = article_of(f"{ABOVE}1. Alice says:\n\n3 May 2020\n\nOne\n\nTwo\n").comments
    assert (comment.author_name, comment.body_html) == ("Alice", "<p>One</p><p>Two</p>")
    assert comment.created_at is not None


def test_max_reply_depth_keeps_deeper_replies_on_the_last_level(article_of: Read) -> None:
    deep = "\n".join(" " * depth + "- reply" for depth in range(1, MAX_REPLY_DEPTH + 9))
    comments = article_of(f"{ABOVE}1. One\n{deep}\n").comments
    assert len(comments) == MAX_REPLY_DEPTH + 9
    assert max(comment.external_id.count(".") for comment in comments) == MAX_REPLY_DEPTH


def test_max_comment_chars_is_kept_to(article_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsed_comments, "MAX_COMMENT_CHARS", 10)
    assert len(article_of(f"{ABOVE}1. {'x' * 10}\n").comments) == 1
    with pytest.raises(ParseError, match="line 11: The comment that begins here has more than 10"):
        article_of(f"{ABOVE}1. One\n\n2. {'x' * 11}\n")


def test_max_comments_is_kept_to(article_of: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsed_comments, "MAX_COMMENTS", 2)
    assert len(article_of(f"{ABOVE}1. One\n2. Two\n").comments) == 2
    with pytest.raises(ParseError, match="line 11: There are more than 2 comments"):
        article_of(f"{ABOVE}1. One\n2. Two\n3. Three\n")
