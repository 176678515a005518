"""Small questions about one block of the tree that trafilatura gives."""

from lxml import etree

from articles.importing.pages.trees import one_line


def key(text: str) -> str:
    """Give the letters of a text, to compare it by."""
    return "".join(filter(str.isalnum, text.casefold()))


def text_of_block(block: etree._Element) -> str:
    """Give the words of a block on one line."""
    return one_line("".join(block.itertext()))


def linked_share(block: etree._Element) -> float:
    """Give the part of the words that leads elsewhere, from 0 to 1."""
    whole = len(text_of_block(block))
    return sum(len(text_of_block(link)) for link in block.iter("ref")) / whole if whole else 0.0


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; loose text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if tail.strip() and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail.strip():
        parent.text = (parent.text or "") + tail
    parent.remove(element)
