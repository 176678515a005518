"""What one comment says: who wrote it, when, and the text, wherever its mark-up has them."""

import re
from datetime import datetime

from lxml import etree

from articles.importing.pages.moments import moment_of
from articles.importing.pages.snippets import Elements, render_piece, words_of
from articles.importing.pages.trees import classes

# A public name with a title and a place.
MAX_NAME_CHARS = 100

_AUTHORS = (
    "comment-author comment__author comment_author commentauthor comment-author-name author"
    " fn commenter comment-user comment-username username user-name user p-author comment-by"
    " comment-meta-author author-name comment-name comment__name byline name"
).split()
_TEXTS = (
    "comment-content comment-text comment_text commenttext comment__text comment__content"
    " comment_content comment-message comment-body-text comment__body comment-body commentbody"
    " comment_body e-content field-name-comment-body content message text body"
).split()
_DATES = (
    "comment-date comment__date comment_date comment-time comment-timestamp comment-metadata"
    " commentmetadata comment-meta dt-published published timestamp date datetime time datestamp"
).split()
_REST = frozenset(
    "reply comment-reply comment-reply-link comment-actions comment-footer comment-tools"
    " comment-edit-link edit-link says comment-awaiting-moderation avatar vote votes likes"
    " comment-meta comment-metadata commentmetadata comment-author comment-header links"
    " comment-permalink flag share".split()
)
_SAYS = re.compile(
    r"\s*(?:\(.{0,40}\)\s*)?(?:says|said|wrote|writes|schreibt|sagt|meint|dit|dice|comments?|commented)?"
    r"\s*(?:on\s+.{4,40})?(?:\.\.\.|…|:)?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:(?:posted|written|submitted|comment)\s+)?(?:by|von|par)\s+", re.IGNORECASE)


class Parts:
    """The content of one comment, without the comments that are nested in it."""

    def __init__(self, element: etree._Element, nested: Elements) -> None:
        self.element = element
        self.own = [each for each in _own(element, nested) if isinstance(each.tag, str)]
        self.nested = nested

    def author(self) -> str:
        """Give the name that is marked as the author's, or ""."""
        marked = self._marked(("author", "creator"), _AUTHORS)
        marked = self._tagged("cite", "address") if marked is None else marked
        if marked is None:
            return ""
        inner = next((each for each in marked.iter("*") if each is not marked and (
            each.get("itemprop") == "name" or "fn" in classes(each))), marked)  # fmt: skip
        name = _BY.sub("", _SAYS.sub("", words_of(inner), count=1)).strip(" ,:|·-")
        return name if len(name) <= MAX_NAME_CHARS else ""

    def created_at(self) -> datetime | None:
        """Give when it was written, in UTC, or None where that is not said without doubt."""
        for each in self.own:
            moment = (
                moment_of(each.get("datetime") or "")
                if each.tag in ("time", "abbr", "meta")
                else None
            )
            if moment:
                return moment
        marked = self._marked(("dateCreated", "datePublished", "commentTime"), _DATES)
        if marked is None:
            return None
        said = marked.get("content") or marked.get("title") or words_of(marked)
        return moment_of(
            _BY.sub("", re.sub(r"^(?:posted\s+)?on\s+|\s+at(?=\s+\d)", " ", said.strip())).strip()
        )

    def text(self, base: str) -> str:
        """Give the text as simple HTML, or ""."""
        marked = self._marked(("text", "commentText"), _TEXTS)
        if marked is not None:
            return render_piece(marked, base, self.nested | self._rest(marked))
        if not any(each.tag in ("p", "blockquote") for each in self.own):
            return ""
        return render_piece(self.element, base, self.nested | self._rest(None))

    def _rest(self, marked: etree._Element | None) -> Elements:
        """Give the elements that are no text: name, date, buttons."""
        names = _REST if marked is not None else _REST.union(_AUTHORS, _DATES)
        return {each for each in self.own if each is not marked and not names.isdisjoint(classes(each))
                or (each.tag in ("cite", "address") and marked is None)}  # fmt: skip

    def _marked(self, properties: tuple[str, ...], names: list[str]) -> etree._Element | None:
        for each in self.own:
            if not set(properties).isdisjoint((each.get("itemprop") or "").split()):
                return each
        for name in names:
            for each in self.own:
                if name in classes(each):
                    return each
        return None

    def _tagged(self, *tags: str) -> etree._Element | None:
        return next((each for each in self.own if each.tag in tags), None)


def _own(element: etree._Element, nested: Elements) -> list[etree._Element]:
    """Give the elements in an element in order, but not those of nested comments."""
    found = []
    waiting = list(reversed(element))
    while waiting:
        each = waiting.pop()
        if each not in nested:
            found.append(each)
            waiting += reversed(each)
    return found
