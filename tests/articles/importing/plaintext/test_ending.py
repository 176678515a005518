"""Where the article stops: what is still its own, and what are readers' comments."""

from collections.abc import Callable

import pytest

from articles.importing.records import ParsedArticle

Read = Callable[[str], ParsedArticle]
ONE, TWO, THREE = "It helps, they say.", "It helps others too.", "Nobody knows why it does."
LIST = "1. Keep cool.\n\n2. Move a little."


def read(article_of: Read, *parts: str) -> ParsedArticle:
    """An article made of these blocks."""
    return article_of("\n\n".join(["Warm water", ONE, TWO, *parts]))


def own(article: ParsedArticle) -> bool:
    """Whether the list is the article's own."""
    assert ("<ol>" in article.body_html) != bool(article.comments)
    return "<ol>" in article.body_html


def test_numbers_at_the_end_are_comments(article_of: Read) -> None:
    assert not own(read(article_of, LIST))


@pytest.mark.parametrize(
    "line",
    [
        "Comments",
        "2 Comments",
        "Leave a Reply",
        "Subscribe to our newsletter",
        "Share this article",
        "You might also like...\nCold water",
        "Tags: water",
        "About the author\n\nJane Roe is a nurse.",
    ],
)
def test_numbers_behind_a_line_of_the_site_are_comments(article_of: Read, line: str) -> None:
    assert not own(read(article_of, line, LIST))


@pytest.mark.parametrize("line", ["Leave a Reply", "Please enter your comment!", "© 2024 Example"])
def test_numbers_before_the_form_are_comments(article_of: Read, line: str) -> None:
    assert not own(read(article_of, LIST, line))


@pytest.mark.parametrize(
    "line", ["The nurses advise:", "References", "Sources:", "What you can do"]
)
def test_numbers_that_are_announced_are_the_articles_own(article_of: Read, line: str) -> None:
    assert own(read(article_of, line, LIST))
    assert own(read(article_of, line, LIST, "Tags: water"))


def test_numbers_with_paragraphs_behind_are_the_articles_own(article_of: Read) -> None:
    assert own(read(article_of, LIST, THREE))


def test_numbers_above_the_heading_of_the_comments_are_the_articles_own(article_of: Read) -> None:
    article = read(article_of, LIST, "Comments", "1. Me too")
    assert "<li>Keep cool.</li>" in article.body_html
    assert [comment.body_html for comment in article.comments] == ["<p>Me too</p>"]


def test_a_list_inside_and_comments_behind_are_told_apart(article_of: Read) -> None:
    article = read(article_of, LIST, THREE, "1. Me too\n\n2. Me three")
    assert "<li>Keep cool.</li>" in article.body_html
    assert len(article.comments) == 2


def test_headings_with_numbers_go_on_behind_a_newsletter_line(article_of: Read) -> None:
    parts = ["1. Keep cool", ONE, "Subscribe to our newsletter", "2. Move", TWO, "Leave a Reply"]
    article = read(article_of, *parts)
    assert "<h2>2. Move</h2>" in article.body_html
    assert article.comments == []


@pytest.mark.parametrize("said", ["I keep cool.", "Thank you!", "Is it new?", "so good... so good"])
def test_people_speaking_under_an_unknown_heading_are_comments(article_of: Read, said: str) -> None:
    article = read(article_of, "Voices", f"1. {said}\n\n2. {said}")
    assert len(article.comments) == 2


def test_numbers_that_say_who_speaks_are_comments_wherever(article_of: Read) -> None:
    article = read(
        article_of, "What you can do", "1. Alice says:\n   Move.\n\n2. Bob says:\n   Rest."
    )
    assert [comment.author_name for comment in article.comments] == ["Alice", "Bob"]


def test_a_newsletter_line_parts_comments_although_the_site_goes_on(article_of: Read) -> None:
    article = read(
        article_of, "Subscribe to our newsletter", LIST, "Example News is made in Example."
    )
    assert not own(article)
    assert article.dropped[-1].reason == "text behind the article that is not a numbered comment"


def test_links_to_the_comments_above_the_text_do_not_end_it(article_of: Read) -> None:
    article = article_of(
        f"Warm water\n\n12 Comments\n\nLeave a comment\n\n{ONE}\n\n{TWO}\n\n{LIST}"
    )
    assert article.body_html == f"<p>{ONE}</p><p>{TWO}</p>"
    assert len(article.comments) == 2


def test_text_behind_the_heading_of_the_comments_is_no_article(article_of: Read) -> None:
    article = read(article_of, "Comments", "Mary: It never helped me.", THREE)
    assert THREE not in article.body_html
    assert [one.line for one in article.dropped] == [7, 9, 11]
    assert article.comments == []


def test_titles_with_excerpts_at_the_end_are_not_the_article(article_of: Read) -> None:
    parts = [
        "Related articles",
        "Cold water",
        "Cold helps too.",
        "Hot water",
        "Hot does not.",
        LIST,
    ]
    article = read(article_of, *parts)
    assert article.body_html == f"<p>{ONE}</p><p>{TWO}</p>"
    assert len(article.comments) == 2


def test_a_numbered_list_of_other_titles_is_not_of_comments(article_of: Read) -> None:
    article = read(
        article_of, "Most read", "1. Cold water\n2. Hot water", "3 Comments", "1. Me too."
    )
    assert [comment.body_html for comment in article.comments] == ["<p>Me too.</p>"]


@pytest.mark.parametrize("line", ["Trackbacks", "2 Pingbacks"])
def test_notes_of_other_sites_are_not_comments(article_of: Read, line: str) -> None:
    article = read(article_of, "Comments", "1. Me too.", line, "1. A page about water")
    assert len(article.comments) == 1
    assert article.dropped[-1].reason == "a note from another site"
