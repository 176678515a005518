"""Wrapped lines are put together; lines that are short on purpose stay lines."""

from articles.importing.plaintext.lines import split_lines
from articles.importing.plaintext.units import Unit, split_units

PROSE = """\
Wards are loud at night, and in this one somebody has counted how
often patients were woken up: alarms that concerned nobody led the
list. Doors came second.
"""


def units(page: str) -> list[Unit]:
    """The units of a page."""
    return split_units(split_lines(page))


def texts(page: str) -> list[str]:
    """The texts of the units of a page."""
    return [unit.text for unit in units(page)]


def test_wrapped_lines_become_one_with_single_spaces() -> None:
    (unit,) = units(PROSE)
    assert unit.text == " ".join(PROSE.splitlines())
    assert unit.raw == PROSE.rstrip("\n")
    assert unit.number == 1


def test_a_short_line_in_a_wrapped_text_stays_a_line() -> None:
    assert texts(PROSE + "\nThe rest\nis silence.\n")[1:] == ["The rest", "is silence."]


def test_a_poem_stays_lines() -> None:
    poem = "Roses are red\nviolets are blue\nwater is warm\nand so are you"
    assert texts(poem) == poem.splitlines()


def test_long_lines_are_not_put_together_with_what_follows() -> None:
    page = "The opinions expressed here are those of their writers, says the site. " * 2
    assert texts(f"{page}\nPost a new comment\nPost") == [
        page.strip(),
        "Post a new comment",
        "Post",
    ]


def test_two_lines_alone_belong_together_when_the_second_goes_on() -> None:
    page = "A quieter ward helps patients sleep, and the staff as well,\nsays a year of listening"
    assert len(texts(page)) == 1
    assert len(texts(page.replace("says", "Says"))) == 2
    assert len(texts(page.replace("well,", "well."))) == 2


def test_a_long_line_opens_a_paragraph_and_so_do_its_neighbours() -> None:
    line = (
        "Patients leave their rooms twice as often since there is a garden on the roof, they say, "
    )
    page = f"A garden\n{line}and so on and on.\nWhat grows there\n- thyme\n- mint"
    assert [unit.opens for unit in units(page)] == [True] * 5


def test_short_lines_of_a_block_do_not_open_paragraphs() -> None:
    assert [unit.opens for unit in units("One\nTwo\n\nThree")] == [True, False, True]


def test_items_begin_units_of_their_own() -> None:
    found = units("The nurses advise:\n1. Move.\n2. Sit up, and stay.\n   - for long\n")
    assert [unit.full_text for unit in found[1:]] == [
        "1. Move.",
        "2. Sit up, and stay.",
        "- for long",
    ]
    assert [unit.indent for unit in found] == [0, 0, 0, 3]


def test_a_wrapped_item_is_put_together_without_its_indent() -> None:
    page = (
        PROSE + "\n- alarms now ring at the desk first, and only then in the room,\n  more softly\n"
    )
    assert (
        texts(page)[1]
        == "alarms now ring at the desk first, and only then in the room, more softly"
    )


def test_a_number_out_of_sequence_in_the_middle_of_a_block_is_text() -> None:
    page = "Nobody knew what would come in\n2012. The next trial will tell."
    assert texts(page) == ["Nobody knew what would come in", "2012. The next trial will tell."]
    assert [unit.marker for unit in units(page)] == [None, None]


def test_a_year_at_the_head_of_a_paragraph_is_text() -> None:
    page = "2012. That was the year.\n\n1. One\n\n999. Last\n\n1000. Next"
    assert [unit.marker is not None for unit in units(page)] == [False, True, True, True]


def test_numbers_set_to_the_right_go_on_in_sequence() -> None:
    page = "\n".join(f"{number:2}. item" for number in range(1, 13))
    assert all(unit.marker for unit in units(page))


def test_a_rule_stands_alone() -> None:
    assert texts(PROSE + "-----\nHow it was done") == [
        " ".join(PROSE.splitlines()), "-----", "How it was done"
    ]  # fmt: skip


def test_a_heading_with_hashes_stands_alone() -> None:
    heading, text = units("## What was changed\nNothing that cost much.")
    assert (heading.text, heading.hashed, text.text) == (
        "What was changed", True, "Nothing that cost much."
    )  # fmt: skip


def test_one_long_address_does_not_hide_that_a_text_was_wrapped() -> None:
    page = PROSE + "\nSource: https://example.org/" + "a" * 120 + "\n"
    assert texts(page)[0] == " ".join(PROSE.splitlines())
