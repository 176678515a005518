"""What a patient typed, as HTML: paragraphs, line breaks, links and a few safe tags."""

import re

from common.html.elements import INLINE
from common.html.linkify import find_links
from common.html.policies import COMMENT_POLICY
from common.html.sanitizing import sanitize
from common.html.tokens import End, Start, Token, tokens
from common.html.writer import Writer
from common.text import normalise

# More addresses than this in one comment are no help to a reader, and each makes it grow.
MAX_LINKS = 100

_BREAKS = re.compile("(\n+)")
_VOID = "br"

# In these, loose words get a paragraph of their own.
_PAGE_LIKE = {None, "blockquote"}


def comment_html(text: str) -> str:
    """The comment as HTML that went through `sanitize(..., COMMENT_POLICY)`.

    A blank line begins a paragraph, a single line break stays one, web and e-mail addresses
    become links. Tags of `COMMENT_POLICY` count where they are complete and closed in order;
    every other "<" and "&" is shown as it was typed. May raise `TooLong` for text of far
    more than 10,000 characters.

    >>> comment_html("<b>Thank you</b> <3")
    '<p><b>Thank you</b> &lt;3</p>'
    """
    return sanitize(_Composer(list(tokens(normalise(text)))).compose(), COMMENT_POLICY)


class _Composer:
    def __init__(self, stream: list[Token]) -> None:
        self.stream = stream
        self.partners = _partners(stream)
        self.writer = Writer(styles_last=True)
        self.newlines = 0
        # Nothing was written yet in the block that is open, so a break would be an empty line.
        self.is_fresh = True
        # How many links and codes are open: addresses in them stay as they are.
        self.verbatim = 0
        self.links_left = MAX_LINKS

    def compose(self) -> str:
        for index, token in enumerate(self.stream):
            if index not in self.partners or not self._tag(index, token):
                self._text(token.raw)
        return self.writer.result()

    def _tag(self, index: int, token: Token) -> bool:
        """Writes a tag that counts; False if it has to be shown as text after all."""
        if isinstance(token, Start):
            is_open = self._start(token)
            if not is_open:
                self.partners.pop(self.partners[index], None)
            return is_open
        return isinstance(token, End) and self._end(token)

    def _start(self, token: Start) -> bool:
        start = COMMENT_POLICY.start_tag(token.name, token.attributes) or ""
        if token.name in INLINE:
            self._begin_words()
            self.verbatim += token.name in {"a", "code"}
        elif token.name == _VOID:
            self.newlines = 0 if self.newlines == 1 else self.newlines
            self._begin_words()
        is_open = self.writer.open(token.name, start)
        if token.name not in INLINE:
            self.newlines, self.is_fresh = 0, True
        return is_open

    def _end(self, token: End) -> bool:
        self.verbatim -= token.name in {"a", "code"}
        self.writer.close(token.name)
        if token.name not in INLINE:
            self.newlines, self.is_fresh = 0, True
        return True

    def _text(self, raw: str) -> None:
        for part in _BREAKS.split(raw):
            if part.startswith("\n"):
                self.newlines = max(self.newlines, len(part))
            elif part.strip() or (part and not self.newlines):
                self._words(part)

    def _words(self, words: str) -> None:
        if words.strip():
            self._begin_words()
            self.is_fresh = False
        for piece, address in (
            [(words, None)] if self.verbatim else find_links(words, self.links_left)
        ):
            if address is None:
                self.writer.text(piece)
            else:
                self._link(piece, address)

    def _link(self, label: str, address: str) -> None:
        self.links_left -= 1
        start = COMMENT_POLICY.start_tag("a", {"href": address}) or ""
        self.writer.open("a", start)
        self.writer.text(label)
        self.writer.close("a")

    def _begin_words(self) -> None:
        """Writes the line breaks or the paragraph that is due before the next words."""
        newlines, self.newlines = self.newlines, 0
        if newlines > 1 and not self.is_fresh:
            self.writer.close("p")
            self.writer.open("p", "<p>")
        elif self.writer.words_go_to in _PAGE_LIKE:
            self.writer.open("p", "<p>")
        elif newlines and not self.is_fresh:
            self.writer.open("br", "<br>")


def _partners(stream: list[Token]) -> dict[int, int]:
    """For each tag that counts, the index of the one that closes or opens it.

    A tag without a partner in order is only text. Each tag is looked at twice at most.
    """
    partners: dict[int, int] = {}
    waiting: list[int] = []
    count = dict.fromkeys(COMMENT_POLICY.tags, 0)
    for index, token in enumerate(stream):
        if isinstance(token, Start) and _may_count(token):
            if token.name == _VOID:
                partners[index] = index
            else:
                waiting.append(index)
                count[token.name] += 1
        elif isinstance(token, End) and count.get(token.name):
            opening = _take_opening(stream, waiting, count, token.name)
            partners[index], partners[opening] = opening, index
    return partners


def _take_opening(stream: list[Token], waiting: list[int], count: dict[str, int], name: str) -> int:
    """The last waiting tag of that name; those after it lose their chance of a partner."""
    while True:
        opening = waiting.pop()
        token = stream[opening]
        if isinstance(token, Start):
            count[token.name] -= 1
            if token.name == name:
                return opening


def _may_count(token: Start) -> bool:
    is_known = token.name in COMMENT_POLICY.tags
    return is_known and COMMENT_POLICY.start_tag(token.name, token.attributes) is not None
