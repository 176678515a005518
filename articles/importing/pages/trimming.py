"""Taking from the text what belongs to the page around it: its title, its byline, its buttons."""

from lxml import etree

from articles.importing.pages.trees import one_line
from articles.importing.plaintext.bylines import is_label, read_byline
from articles.importing.plaintext.furniture import ENDINGS, Role, is_reference_heading, recognise

# Title, section, byline, date and buttons stand above the first paragraph.
_OPENING_BLOCKS = 8
# A block with this many characters is a paragraph.
_PARAGRAPH = 120
# What comes behind this part of the text may be its end.
_END_SHARE = 0.6
# Of a list of links to other articles, nearly all is link.
_LINKED_SHARE = 0.85


def trim(body: etree._Element, title: str, author: str) -> None:
    """Take furniture out of the tree of an article."""
    _trim_opening(body, {key(title), key(author)} - {""})
    _trim_furniture(body)
    _trim_end(body)


def key(text: str) -> str:
    """Give the letters of a text, to compare it by."""
    return "".join(filter(str.isalnum, text.casefold()))


def _trim_opening(body: etree._Element, known: set[str]) -> None:
    for block in list(body)[:_OPENING_BLOCKS]:
        text = _text(block)
        if key(text) in known or (len(text) < _PARAGRAPH and _is_credit(text)):
            _drop(block)
        elif len(text) >= _PARAGRAPH:
            break


def _is_credit(text: str) -> bool:
    return read_byline(text) is not None or is_label(text)


def _trim_furniture(body: etree._Element) -> None:
    blocks = list(body)
    total = sum(len(_text(block)) for block in blocks) or 1
    passed = 0
    for number, block in enumerate(blocks):
        text = _text(block)
        passed += len(text)
        found = recognise(text) if text and block.tag in ("p", "head", "quote", "list") else None
        if block.getparent() is None or found is None:
            continue
        if found.role in ENDINGS and passed > _END_SHARE * total:
            for rest in blocks[number:]:
                _drop(rest)
            return
        _drop(block)
        if found.role in (Role.RELATED, Role.TITLES):
            _drop_links(blocks[number + 1 :])


def _drop_links(blocks: list[etree._Element]) -> None:
    for block in blocks:
        if _linked_share(block) < _LINKED_SHARE:
            return
        _drop(block)


def _trim_end(body: etree._Element) -> None:
    """Take headings without text and lists of other articles off the end."""
    while len(body):
        last, before = body[-1], body[-2] if len(body) > 1 else None
        announced = before is not None and is_reference_heading(_text(before))
        if (
            last.tag == "head"
            and not (last.tail or "").strip()
            or (
                last.tag == "list"
                and len(body) > 2
                and not announced
                and _linked_share(last) >= _LINKED_SHARE
            )
        ):
            _drop(last)
        else:
            return


def _linked_share(block: etree._Element) -> float:
    whole = len(_text(block))
    return sum(len(_text(link)) for link in block.iter("ref")) / whole if whole else 0.0


def _text(element: etree._Element) -> str:
    return one_line("".join(element.itertext()))


def _drop(element: etree._Element) -> None:
    """Take an element out; loose text behind it stays."""
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
