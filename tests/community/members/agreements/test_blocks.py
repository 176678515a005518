"""The plain text of an agreement as blocks."""

import pytest

from community.members.agreements.blocks import Block, Piece, blocks


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    text = "## Be kind\nWe are all\ntired.\n\n- One\n- Two\nAfter."
    assert blocks(text) == [
        Block("heading", ((Piece("Be kind"),),)),
        Block("paragraph", ((Piece("We are all tired."),),)),
        Block("list", ((Piece("One"),), (Piece("Two"),))),
        Block("paragraph", ((Piece("After."),),)),
    ]


def test_a_link_leads_to_a_page_of_this_site() -> None:
    (found,) = blocks("Look at [the help lines](/help-lines/), too.")
    assert found.lines[0][1] == Piece("the help lines", "/help-lines/")


@pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example/", "javascript:1", "/a b"])
def test_a_link_elsewhere_stays_text(to: str) -> None:
    (found,) = blocks(f"[words]({to})")
    if to.startswith("//"):
        assert found.lines[0][0].path == ""
    assert all(not piece.path for piece in found.lines[0])
