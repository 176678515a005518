"""Comments from the mark-up of a page, each with the one it answers."""

import re
from collections import Counter

from lxml import etree, html

from articles.importing.pages.comments.finding import find_comments
from articles.importing.pages.comments.parts import Parts
from articles.importing.pages.trees import classes
from articles.importing.records import ParsedComment

_NUMBER = re.compile(r"\d{1,20}")
_DEPTH = re.compile(r"(?:depth|level|indent|comment-depth|comment-level)-?(\d{1,2})")
_PARENTS = (
    "data-parent-id",
    "data-parent",
    "data-parent-comment-id",
    "data-in-reply-to",
    "data-reply-to",
)


def read_marked_up(tree: html.HtmlElement, base: str) -> list[ParsedComment]:
    """Give the comments that the page marks as such, parents before their replies."""
    elements = find_comments(tree)
    every = frozenset(elements)
    found = _Found()
    for element in elements:
        parts = Parts(element, every)
        text, author, moment = parts.text(base), parts.author(), parts.created_at()
        if text and (author or moment):
            found.add(element, ParsedComment(
                external_id=found.free_id(element), parent_id=found.parent_of(element),
                author_name=author, body_html=text, created_at=moment,
            ))  # fmt: skip
    return found.comments


class _Found:
    """The comments so far, and what is needed to tell which one the next answers."""

    def __init__(self) -> None:
        self.comments: list[ParsedComment] = []
        self.by_element: dict[etree._Element, str] = {}
        self.ids: set[str] = set()
        self.times: Counter[str] = Counter()
        # Depth and id of the comments that may still be answered in a list without nesting.
        self.branch: list[tuple[int, str]] = []

    def add(self, element: etree._Element, comment: ParsedComment) -> None:
        depth = _depth(element)
        self.branch = [each for each in self.branch if depth is not None and each[0] < depth]
        self.branch += [(depth, comment.external_id)] if depth is not None else []
        self.comments.append(comment)
        self.ids.add(comment.external_id)
        # A wrapper of the same comment stands for it, too.
        self.by_element[element] = comment.external_id

    def free_id(self, element: etree._Element) -> str:
        """Give the comment's own id where it has one that is free, else a number."""
        said = element.get("data-comment-id") or element.get("data-id") or element.get("id") or ""
        number = _NUMBER.search(said) or _NUMBER.search(_id_near(element))
        wanted = number[0] if number else said[:60] or f"n{len(self.comments) + 1}"
        self.times[wanted] += 1
        again = f"{wanted}-{self.times[wanted]}" if self.times[wanted] > 1 else wanted
        return again if again not in self.ids else f"{again}-n{len(self.comments) + 1}"

    def parent_of(self, element: etree._Element) -> str | None:
        for above in element.iterancestors():
            if above in self.by_element:
                return self.by_element[above]
        return (
            self._said_parent(element) or self._indented_parent(element) or self._shallower(element)
        )

    def _said_parent(self, element: etree._Element) -> str | None:
        said = next((element.get(name) for name in _PARENTS if element.get(name)), None)
        number = _NUMBER.search(said or "")
        return number[0] if number and number[0] in self.ids else None

    def _indented_parent(self, element: etree._Element) -> str | None:
        """Give the comment above the box in which a page indents the answers to it."""
        for above in element.iterancestors("div", "ul", "ol"):
            if not {"indented", "children", "replies", "comment-replies"}.isdisjoint(
                classes(above)
            ):
                before = above.getprevious()
                while before is not None and before not in self.by_element:
                    before = before.getprevious()
                return self.by_element.get(before) if before is not None else None
        return None

    def _shallower(self, element: etree._Element) -> str | None:
        depth = _depth(element)
        return next(
            (
                known
                for level, known in reversed(self.branch)
                if depth is not None and level < depth
            ),
            None,
        )


def _depth(element: etree._Element) -> int | None:
    found = next(
        (match for name in sorted(classes(element)) if (match := _DEPTH.fullmatch(name))), None
    )
    return int(found[1]) if found else None


def _id_near(element: etree._Element) -> str:
    """Give the id that stands in the comment's own box, or on an anchor just above it."""
    before = element.getprevious()
    above = [before] if before is not None and before.tag == "a" else []
    ids = (
        each.get("id") or each.get("name") or ""
        for each in (*above, *element.iter("article", "div", "a"))
    )
    return next((each for each in ids if each.lower().startswith(("comment", "c-"))), "")
