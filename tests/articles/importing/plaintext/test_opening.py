"""The title comes first; the lines under it may say who and when."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from articles.importing.plaintext.opening import (
    MAX_MENU_CHARS,
    MAX_OPENING_UNITS,
    MAX_TITLE_CHARS,
)
from articles.importing.records import ParsedArticle, ParseError

Read = Callable[[str], ParsedArticle]
TEXT = "\n\nIt helps, they say.\n\nIt helps others too.\n"


def test_max_title_chars_is_kept_to(article_of: Read) -> None:
    # The second is a letter that becomes two when it is stored.
    for title in ("x" * MAX_TITLE_CHARS, "\u0958" * (MAX_TITLE_CHARS // 2)):
        assert article_of(title + TEXT).title == title
        with pytest.raises(
            ParseError, match="line 1: The document begins with more than 300 characters"
        ):
            article_of(title + "x" + TEXT)


@pytest.mark.parametrize(
    "title",
    [
        "Warm water",
        "Does warm water help?",
        "Warm water helps.",
        "“Warm water,” they say",
        "WARM WATER",
        "Warm water helps Dr. Roe's patients.",
        "10 ways to warm water",
        "Comments",
        "Latest news on water",
    ],
)
def test_a_first_line_is_the_title(article_of: Read, title: str) -> None:
    assert article_of(title + TEXT).title == title


@pytest.mark.parametrize("marked", ["# Warm water", "Title: Warm water", "  Warm water"])
def test_what_marks_a_title_is_not_part_of_it(article_of: Read, marked: str) -> None:
    assert article_of(marked + TEXT).title == "Warm water"


@pytest.mark.parametrize(
    "above",
    [
        "Skip to content",
        "Home > News > Pain",
        "• Home\n• Conditions and treatments",
        "-----",
        "We use cookies to make this site work.",
        "Advertisement\n\nMenu",
    ],
)
def test_what_a_site_puts_above_the_title_is_left_out(article_of: Read, above: str) -> None:
    article = article_of(f"{above}\n\nWarm water{TEXT}")
    assert article.title == "Warm water"
    assert {one.line for one in article.dropped} <= {1, 2, 3}


def test_max_menu_chars_tells_a_menu_from_a_list(article_of: Read) -> None:
    assert article_of(f"• {'x' * MAX_MENU_CHARS}\n\nWarm water{TEXT}").title == "Warm water"
    with pytest.raises(ParseError, match="begins with a list"):
        article_of(f"• {'x' * (MAX_MENU_CHARS + 1)}\n\nWarm water{TEXT}")


def test_the_title_again_is_left_out_and_gives_its_clean_form(article_of: Read) -> None:
    article = article_of("Warm water helps | Example News\n\nWarm water helps" + TEXT)
    assert article.title == "Warm water helps"
    assert [one.reason for one in article.dropped] == ["the title again"]


def test_author_and_dates_are_taken_and_are_no_text(article_of: Read) -> None:
    article = article_of(
        "Warm water\n\nBy Jane Roe\n\nPublished: 12 March 2024\n\nUpdated 13 March 2024" + TEXT
    )
    assert article.author == "Jane Roe"
    assert article.published_at == datetime(2024, 3, 12, tzinfo=UTC)
    assert article.updated_at == datetime(2024, 3, 13, tzinfo=UTC)
    assert article.body_html == "<p>It helps, they say.</p><p>It helps others too.</p>"
    assert [one.meaning for one in article.recognised] == ["title", "author", "date", "date"]


def test_a_label_and_its_line_are_read_together(article_of: Read) -> None:
    article = article_of("Warm water\n\nBy\nJane Roe\n\nDate:\n\n12 March 2024" + TEXT)
    assert (article.author, article.published_at) == ("Jane Roe", datetime(2024, 3, 12, tzinfo=UTC))


def test_a_summary_is_the_standfirst(article_of: Read) -> None:
    article = article_of("Warm water\n\nSummary:\n\nIt helps many." + TEXT)
    assert article.standfirst == "It helps many."
    assert "It helps many" not in article.body_html


def test_a_first_paragraph_is_no_standfirst(article_of: Read) -> None:
    assert article_of("Warm water" + TEXT).standfirst == ""


def test_a_byline_under_the_first_paragraph_is_seen(article_of: Read) -> None:
    article = article_of("Warm water\n\nIt helps.\n\nBy Jane Roe\n\n12 March 2024" + TEXT)
    assert (article.author, article.published_at) == ("Jane Roe", datetime(2024, 3, 12, tzinfo=UTC))


def test_a_date_deep_in_the_text_is_a_sub_heading(article_of: Read) -> None:
    article = article_of(f"Warm water{TEXT}\n12 March 2024{TEXT}")
    assert article.published_at is None
    assert "<h2>12 March 2024</h2>" in article.body_html


def test_max_opening_units_ends_the_search_for_facts(article_of: Read) -> None:
    headings = "\n\n".join(f"Heading {number}" for number in range(MAX_OPENING_UNITS))
    article = article_of(f"Warm water\n\n{headings}\n\nBy Jane Roe{TEXT}")
    assert article.author == ""


def test_a_date_that_may_be_two_is_reported_and_not_guessed(article_of: Read) -> None:
    article = article_of("Warm water\n\n03/04/2024" + TEXT)
    assert article.published_at is None
    assert [(one.line, one.text, one.reason) for one in article.dropped] == [
        (3, "03/04/2024", "a date that cannot be read with certainty")
    ]


def test_a_date_above_the_title_is_read(article_of: Read) -> None:
    article = article_of("12 March 2024\n\nWarm water" + TEXT)
    assert (article.title, article.published_at) == (
        "Warm water",
        datetime(2024, 3, 12, tzinfo=UTC),
    )


def test_a_line_that_only_looks_like_a_byline_stays(article_of: Read) -> None:
    article = article_of("Warm water\n\nBy Monday all had recovered." + TEXT)
    assert article.author == ""
    assert "By Monday all had recovered." in article.body_html
