"""Taking from the text what belongs to the page around it: its title, its byline, its buttons."""

import re

from lxml import etree

from articles.importing.pages.blocks import drop, key, linked_share, text_of_block
from articles.importing.plaintext.bylines import is_label, read_byline
from articles.importing.plaintext.furniture import ENDINGS, Role, is_reference_heading, recognise
from common.urls import host_of

# Title, section, byline, date and buttons stand above the first paragraph.
_OPENING_BLOCKS = 8
# A block with this many characters is a paragraph.
_PARAGRAPH = 120
# What comes behind this part of the text may be its end.
_END_SHARE = 0.6
# A line that leads to another article is a title with a word before it.
_POINTER = 200
_POINTER_LINKED_SHARE = 0.45
_ARTICLES_LISTED = 3
_POINTERS = re.compile(
    r"(?:read|see|watch|hear|listen|learn)\s+(?:more|also|next|now|too|on)\b|(?:also|now)\s+(?:read|see|on)\b"
    r"|(?:related|recommended|more)\s*(?:stories|articles|reading|coverage|content|news|links|topics|posts)?\s*(?=:|$)"
    r"|more\s+(?:from|on|about|in)\b|you\s+(?:may|might)\s+also\b|don.t\s+miss\b|must[- ]reads?\b|see\s+also\b"
    r"|(?:mehr\s+(?:zum\s+thema|dazu|lesen)|lesen\s+sie\s+(?:auch|mehr)|lesetipps?|das\s+könnte\s+sie)\b"
    r"|(?:à\s+lire|lire\s+(?:aussi|également)|sur\s+le\s+même\s+sujet|voir\s+aussi)\b"
    r"|(?:lea|lee|leer|ver)\s+(?:también|además|más)\b|te\s+puede\s+interesar\b|noticias\s+relacionadas\b"
    r"|(?:leia|veja|saiba)\s+(?:também|mais)\b|leggi\s+anche\b|lees\s+(?:ook|meer)\b|läs\s+(?:också|mer|även)\b"
    r"|les\s+også\b|læs\s+(?:også|mere)\b|lue\s+(?:myös|lisää)\b|(?:czytaj|zobacz|przeczytaj)\s+(?:też|także|również|więcej)\b"
    r"|читайте\s+(?:также|ещё|еще)\b|по\s+теме\b|читайте\s+також\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:\S{1,40}\s){0,3}(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+)", re.IGNORECASE
)
# Of a list of links to other articles, nearly all is link.
_LINKED_SHARE = 0.85


def trim(body: etree._Element, title: str, author: str, site: str = "") -> None:
    """Take furniture out of the tree of an article; `site` is the host of the page, or ""."""
    _trim_opening(body, {key(title), key(author)} - {""})
    _trim_furniture(body)
    _trim_pointers(body)
    _trim_end(body, site)


def _trim_opening(body: etree._Element, known: set[str]) -> None:
    for block in list(body)[:_OPENING_BLOCKS]:
        text = text_of_block(block)
        if key(text) in known or (len(text) < _PARAGRAPH and _is_credit(text)):
            drop(block)
        elif len(text) >= _PARAGRAPH:
            break


def _is_credit(text: str) -> bool:
    return read_byline(text) is not None or is_label(text)


def _trim_furniture(body: etree._Element) -> None:
    blocks = list(body)
    total = sum(len(text_of_block(block)) for block in blocks) or 1
    passed = 0
    for number, block in enumerate(blocks):
        text = text_of_block(block)
        passed += len(text)
        found = recognise(text) if text and block.tag in ("p", "head", "quote", "list") else None
        if block.getparent() is None or found is None:
            continue
        if found.role in ENDINGS and passed > _END_SHARE * total:
            for rest in blocks[number:]:
                drop(rest)
            return
        drop(block)
        if found.role in (Role.RELATED, Role.TITLES):
            _drop_links(blocks[number + 1 :])


def _drop_links(blocks: list[etree._Element]) -> None:
    for block in blocks:
        if linked_share(block) < _LINKED_SHARE:
            return
        drop(block)


def _trim_pointers(body: etree._Element) -> None:
    """Take out lines that lead to other articles, and the lists that they announce."""
    blocks = list(body)
    for number, block in enumerate(blocks):
        text = text_of_block(block)
        if len(text) > _POINTER or block.getparent() is None or not _POINTERS.match(text):
            continue
        if linked_share(block) >= _POINTER_LINKED_SHARE:
            drop(block)
        elif _POINTERS.fullmatch(text.rstrip(" :.…")) and _leads_away(
            blocks[number + 1 : number + 2]
        ):
            drop(block)
            _drop_links(blocks[number + 1 :])


def _leads_away(blocks: list[etree._Element]) -> bool:
    return any(linked_share(block) >= _LINKED_SHARE for block in blocks)


def _trim_end(body: etree._Element, site: str) -> None:
    """Take headings without text, lists of other articles and bare addresses off the end."""
    while len(body):
        last, before = body[-1], body[-2] if len(body) > 1 else None
        announced = before is not None and is_reference_heading(text_of_block(before))
        if (last.tail or "").strip() or not (
            last.tag == "head"
            or _ADDRESS.fullmatch(text_of_block(last))
            or (len(body) > 2 and not announced and _lists_articles(last, site))
        ):
            return
        drop(last)


def _lists_articles(block: etree._Element, site: str) -> bool:
    """Say whether a block is a list of other articles: all links, or each item a link into the site."""
    if block.tag != "list":
        return False
    inside = [
        item
        for item in block
        if any(host_of(link.get("target") or "") == site for link in item.iter("ref"))
    ]
    return linked_share(block) >= _LINKED_SHARE or (
        bool(site)
        and len(block) == len(inside) >= _ARTICLES_LISTED
        and linked_share(block) >= _POINTER_LINKED_SHARE
    )
