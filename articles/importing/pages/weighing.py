"""Whether a block belongs to the article: what other readings of the page say about it."""

from html import unescape

from lxml import etree

from articles.importing.pages.blocks import drop, key, linked_share, text_of_block
from articles.importing.pages.structured import plain

# The strict reading is no judge of a page of which it misses most.
_JUDGING_SHARE = 0.3
# Two lines on a screen: paragraphs have more, furniture less.
_PROSE = 140
_PROSE_LINKED_SHARE = 0.4

# In letters; fewer stand in any long text by chance.
_TELLING = 20

# A description of the page that holds this much of the article holds all of it; one that holds
# less is an excerpt.
_WHOLE_SHARE = 0.85
# Where the found text has less than this share of what the description holds, or nearly none of
# its words, the wrong part of the page was taken.
_MISSED_SHARE = 0.5
_STRANGE_SHARE = 0.1
# In letters: shorter descriptions say what the article is about.
_DESCRIBED_MIN = 800

# Blocks that are looked for in another reading one by one; an article has a tenth.
MAX_WEIGHED = 3_000


def leave_out(body: etree._Element, strict: etree._Element) -> None:
    """Take out what a strict reading does not have, unless it reads like prose.

    What goes is short or mostly links: buttons, times of comments, titles of other articles.
    """
    known = key(text_of_block(strict))
    if len(body) > MAX_WEIGHED or len(known) < _JUDGING_SHARE * len(key(text_of_block(body))):
        return
    pieces = {key(text_of_block(each)) for each in strict.iter()}
    below = None
    for block in reversed(list(body)):
        letters = key(text_of_block(block))
        kept = (
            letters in pieces or (len(letters) >= _TELLING and letters in known) or _is_prose(block)
        )
        kept = kept or (block.tag == "head" and below is not None and below.tag != "head")
        below = block if kept else None
        if not kept:
            drop(block)


def cut_to(body: etree._Element, described: str) -> etree._Element:
    """Cut off what stands before and behind the article as the page itself describes it.

    `described` is the `articleBody` of the page. Where the reading missed most of it, it is the
    article.
    """
    known = key(unescape(plain(described)))
    if len(known) < _DESCRIBED_MIN or len(body) > MAX_WEIGHED:
        return body
    blocks = list(body)
    letters = [key(text_of_block(block)) for block in blocks]
    shared = [number for number, text in enumerate(letters) if text and text in known]
    covered = sum(len(letters[number]) for number in shared)
    found = sum(map(len, letters))
    if covered < _STRANGE_SHARE * len(known) or found < _MISSED_SHARE * len(known):
        return _as_body(described)
    if covered >= _WHOLE_SHARE * len(known):
        for block in (*blocks[: shared[0]], *blocks[shared[-1] + 1 :]):
            drop(block)
    return body


def _as_body(described: str) -> etree._Element:
    body = etree.Element("body")
    for part in unescape(plain(described.replace("</p>", "\n").replace("<br", "\n<br"))).split(
        "\n"
    ):
        if part.strip():
            etree.SubElement(body, "p").text = part.strip()
    return body


def _is_prose(block: etree._Element) -> bool:
    text = text_of_block(block)
    wide = sum(
        1 for sign in text if sign > "\u2e7f"
    )  # Chinese, Japanese, Korean: two or three in one
    return len(text) + wide >= _PROSE and linked_share(block) < _PROSE_LINKED_SHARE
