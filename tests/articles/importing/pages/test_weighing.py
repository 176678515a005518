"""What other readings of a page say about the blocks that were found."""

import pytest
from lxml import etree

from articles.importing.pages import weighing
from articles.importing.pages.weighing import cut_to, leave_out

PROSE = (
    "Words that go on for more than two lines on a screen are taken for a paragraph of the article, wherever they stand. "
    * 2
)
DESCRIBED = [
    f"Paragraph {number} of the article as its own page describes it. {PROSE}"
    for number in range(4)
]


def tree(*blocks: str) -> etree._Element:
    """Give a found tree of these blocks."""
    return etree.fromstring(f"<body>{''.join(blocks)}</body>")


def texts(body: etree._Element) -> list[str]:
    """Give the beginning of every block."""
    return ["".join(block.itertext())[:12] for block in body]


def test_what_only_the_balanced_reading_has_stays_if_it_reads_like_prose() -> None:
    body = tree(f"<p>One. {PROSE * 4}</p>", "<p>3 hours ago</p>", f"<p>Two. {PROSE}</p>", "<head>Log in</head>",
                f"<p><ref>Links. {PROSE}</ref></p>", "<p>温かい水は朝の手を助けます。" + "温" * 80 + "</p>")  # fmt: skip
    leave_out(body, tree(f"<p>One. {PROSE * 4}</p>"))
    assert texts(body) == ["One. Words t", "Two. Words t", "温かい水は朝の手を助けます。"[:12]]


def test_a_heading_stays_with_the_text_below_it() -> None:
    body = tree(
        f"<p>One. {PROSE * 4}</p>",
        "<head>Step two</head>",
        f"<p>Two. {PROSE}</p>",
        "<head>More</head>",
    )
    leave_out(body, tree(f"<p>One. {PROSE * 4}</p>"))
    assert texts(body) == ["One. Words t", "Step two", "Two. Words t"]


def test_a_strict_reading_that_misses_most_is_no_judge() -> None:
    body = tree(*[f"<p>Line {number} of a short poem</p>" for number in range(9)])
    leave_out(body, tree("<p>Line 1 of a short poem</p>"))
    assert len(body) == 9


def test_the_page_knows_where_its_article_begins_and_ends() -> None:
    inner = [f"<p>{text}</p>" for text in DESCRIBED]
    body = tree(
        f"<p>Before. {PROSE}</p>",
        *inner[:2],
        "<head>Between</head>",
        *inner[2:],
        f"<p>Behind. {PROSE}</p>",
    )
    assert texts(cut_to(body, " ".join(DESCRIBED))) == [
        "Paragraph 0 ", "Paragraph 1 ", "Between", "Paragraph 2 ", "Paragraph 3 ",
    ]  # fmt: skip


def test_an_excerpt_cuts_nothing_off() -> None:
    body = tree(*[f"<p>{text}</p>" for text in DESCRIBED])
    assert len(cut_to(body, DESCRIBED[0])) == 4
    assert len(cut_to(body, f"{' '.join(DESCRIBED)} And {PROSE * 3} more")) == 4


def test_where_the_wrong_part_was_found_the_description_is_the_article() -> None:
    body = cut_to(tree("<p>Cookies</p>"), "<p>" + "</p><p>".join(DESCRIBED) + " &amp; so on</p>")
    assert [block.tag for block in body] == ["p"] * 4
    assert (body[3].text or "").endswith("& so on")


def test_max_weighed_leaves_very_many_blocks_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing, "MAX_WEIGHED", 1)
    body = tree(f"<p>One. {PROSE * 4}</p>", "<p>3 hours ago</p>")
    leave_out(body, tree(f"<p>One. {PROSE * 4}</p>"))
    assert len(cut_to(body, " ".join(DESCRIBED))) == 2
