"""Page furniture: lines of a saved page that belong to the site and not to the article.

A line is furniture only when the whole of it has the shape; an article that speaks about
newsletters, cookies or comments keeps its paragraphs. The shapes are in `comment_shapes`,
`promotion_shapes` and `site_shapes`.
"""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from articles.importing.plaintext import comment_shapes, promotion_shapes, site_shapes

# The longest notice seen (about answers made by a machine) has about 330 characters.
MAX_FURNITURE_CHARS = 600
# Saved pages repeat their furniture; so many distinct lines are remembered.
_REMEMBERED = 2048

_DECORATION = " \t\xa0-–—_*|•·›»«‹<>→←↓↑▼▲►▶+#=~[]"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "\xa0": " "})


class Role(Enum):
    """What a piece of furniture says about the text that follows it."""

    LINE = "line"  # nothing
    PROMO = "promo"  # it often parts the article from its comments
    RELATED = "related"  # titles of other articles follow, perhaps in the middle of this one
    TITLES = "titles"  # titles of other articles follow, and this one is over
    COMMENTS = "comments"  # readers' comments follow, and the article is over
    FORM = "form"  # the form to write one; the article is over
    TAIL = "tail"  # more of the site's own text; the article is over
    PINGBACKS = "pingbacks"  # notes of other sites follow, which are no comments


ENDINGS = frozenset({Role.TITLES, Role.COMMENTS, Role.FORM, Role.TAIL, Role.PINGBACKS})


@dataclass(frozen=True, slots=True)
class Furniture:
    """A recognised piece: what it means for what follows, and why it is left out."""

    role: Role
    reason: str


def _family(role: Role, reason: str, patterns: list[str]) -> tuple[re.Pattern[str], Furniture]:
    return re.compile("|".join(f"(?:{one})" for one in patterns)), Furniture(role, reason)


_FAMILIES = [
    _family(Role.COMMENTS, "the heading of the comments", comment_shapes.COMMENTS),
    _family(Role.FORM, "the comment form", comment_shapes.FORM),
    _family(Role.PINGBACKS, "notes from other sites", comment_shapes.PINGBACKS),
    _family(Role.TITLES, "titles of other articles", site_shapes.TITLES),
    _family(Role.RELATED, "titles of other articles", site_shapes.RELATED),
    _family(Role.TAIL, "about the author or the site", site_shapes.ABOUT),
    _family(Role.LINE, "the comment form", comment_shapes.FIELDS),
    _family(Role.LINE, "a link to another article", site_shapes.LINKS),
    _family(Role.PROMO, "the newsletter", promotion_shapes.NEWSLETTER),
    _family(Role.PROMO, "buttons for sharing", promotion_shapes.SHARING),
    _family(Role.LINE, "an advertisement", promotion_shapes.ADVERTISEMENT),
    _family(Role.LINE, "a notice about cookies", promotion_shapes.COOKIES),
    _family(Role.LINE, "the site's notice about opinions", comment_shapes.OPINIONS),
    _family(Role.LINE, "the site's medical disclaimer", site_shapes.MEDICAL),
    _family(Role.LINE, "the notice of a question box", comment_shapes.QUESTION_BOX),
    _family(Role.LINE, "tags of the site", site_shapes.TAGS),
    _family(Role.LINE, "a copyright line", site_shapes.COPYRIGHT),
    _family(Role.LINE, "a credit for a picture that is not here", site_shapes.PICTURE),
    _family(Role.LINE, "a credit that has no place of its own", site_shapes.CREDITS),
    _family(Role.LINE, "navigation of the site", site_shapes.NAVIGATION),
]
_WIDGET = re.compile("|".join(f"(?:{one})" for one in comment_shapes.WIDGET))
_REFERENCES = re.compile("|".join(f"(?:{one})" for one in site_shapes.REFERENCES))


def recognise(text: str) -> Furniture | None:
    """Give what kind of furniture the whole line is, or None for anybody's words."""
    return _recognise(text) if len(text) <= MAX_FURNITURE_CHARS else None


def is_widget(text: str) -> bool:
    """Say whether a line is a button or counter that a site puts under a comment."""
    return len(text) <= 60 and _WIDGET.fullmatch(_plain(text)) is not None


def is_reference_heading(text: str) -> bool:
    """Say whether a line announces references, which are numbered and belong to the article."""
    return len(text) <= 60 and _REFERENCES.fullmatch(_plain(text)) is not None


@lru_cache(maxsize=_REMEMBERED)
def _recognise(text: str) -> Furniture | None:
    plain = _plain(text)
    return next((piece for shape, piece in _FAMILIES if shape.fullmatch(plain)), None)


def _plain(text: str) -> str:
    """Give the text as the shapes are written: small letters, straight quotes, no decoration."""
    straight = " ".join(text.translate(_PLAIN).split())
    return straight.strip(_DECORATION).casefold()
