"""What the short lines under a title say: who wrote it, when it appeared, when it was changed."""

import re
from dataclasses import dataclass
from datetime import datetime

from articles.importing.dates import looks_like_date, read_moment
from articles.importing.plaintext.furniture import recognise

# A byline with names, a title and two dates; a longer line is a standfirst.
MAX_BYLINE_CHARS = 200
# "Jane Roe, PhD, and John Doe, MD, Example News Staff" has ten.
MAX_NAME_WORDS = 12

_PARTS = re.compile(r"\s+[|·•–—/]\s+|\s*[|·•]\s*")
_AUTHOR = re.compile(
    r"(?:(?:written|story|words|text|article|posted|reported) )?by:?\s+(?P<name>\S.*)"
    r"|(?:authors?|writer):\s*(?P<named>\S.*)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?P<changed>(?:last )?(?:updated|modified|revised)|first published|published|posted|released|"
    r"date|publication date|release date|date published|created)"
    r"(?: on| online| at)?:?\s+(?P<date>\S.*)",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|revised)", re.IGNORECASE)
_LABEL = re.compile(
    r"by|(?:written|posted) by|authors?:|published(?: on)?:?|posted(?: on)?:?|date:|summary:|"
    r"(?:last )?updated(?: on)?:?|publication date:?|release date:?",
    re.IGNORECASE,
)
_NO_NAMES = frozenset("the a an this these our all any using contrast comparison numbers".split())
# A full stop behind a whole word ("Jane Roe, M.D." and "John Doe Jr." have none).
_SENTENCE = re.compile(r"[!?:;]|[^\W\d]{3,}\.(?:\s|$)")
_LINK_WORDS = re.compile(
    r"[\s,;–—-]+(?:(?P<verb>published|posted|updated)\b:?)?(?:\s*\bon)?:?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says. `unsure` is a date that could mean several days."""

    author: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    unsure: bool = False


def read_byline(text: str) -> Byline | None:
    """Read a line such as "By Jane Roe | 12 March 2024", or give None when it is anything else.

    A part that is furniture (a count of comments, a reading time) is passed over. A name without
    "By" is never taken for the author.
    """
    if len(text) > MAX_BYLINE_CHARS:
        return None
    parts = [_part(part) for part in _PARTS.split(text) if part and not recognise(part)]
    known = [part for part in parts if part]
    dated = any(part.published_at or part.updated_at or part.unsure for part in known)
    if not known or (len(known) < len(parts) and not dated):
        return None
    return Byline(
        author=next((part.author for part in known if part.author), ""),
        published_at=next((part.published_at for part in known if part.published_at), None),
        updated_at=next((part.updated_at for part in known if part.updated_at), None),
        unsure=any(part.unsure for part in known),
    )


def is_label(text: str) -> bool:
    """Say whether a line only announces the fact that the next line holds ("Published:")."""
    return len(text) <= 30 and _LABEL.fullmatch(text) is not None


def _part(text: str) -> Byline | None:
    return _date(text) or _author(text)


def _date(text: str) -> Byline | None:
    found = _DATED.fullmatch(text)
    if found and looks_like_date(found["date"]):
        moment = read_moment(found["date"])
        if _CHANGED.fullmatch(found["changed"]):
            return Byline(updated_at=moment, unsure=moment is None)
        return Byline(published_at=moment, unsure=moment is None)
    if looks_like_date(text):
        moment = read_moment(text)
        return Byline(published_at=moment, unsure=moment is None)
    return _dated_author(text)


def _dated_author(text: str) -> Byline | None:
    """Read "By Jane Roe on 12 March 2024" and "12 March 2024 by Jane Roe"."""
    for space in re.finditer(r"\s+", text):
        before, after = text[: space.start()], text[space.end() :]
        if looks_like_date(before) and (author := _author(after)):
            return Byline(author.author, read_moment(before), unsure=read_moment(before) is None)
        if looks_like_date(after):
            return _author_and_date(text[: space.end()], after)
    return None


def _author_and_date(before: str, date: str) -> Byline | None:
    link = _LINK_WORDS.search(before)
    author = _author(before[: link.start()] if link else before)
    if author is None:
        return None
    moment = read_moment(date)
    if link and (link["verb"] or "").lower() == "updated":
        return Byline(author.author, updated_at=moment, unsure=moment is None)
    return Byline(author.author, published_at=moment, unsure=moment is None)


def _author(text: str) -> Byline | None:
    found = _AUTHOR.fullmatch(text.strip())
    name = (found["name"] or found["named"]).strip(" ,;:") if found else ""
    return Byline(author=name) if is_name(name) else None


def is_name(text: str) -> bool:
    """Say whether a text can be somebody's name behind "By": capitals, few words, no sentence.

    "By Monday all had recovered." is a sentence; "By the numbers" is a heading.
    """
    words = text.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or words[0].lower().strip(",") in _NO_NAMES:
        return False
    capitals = sum(word[0].isupper() for word in words)
    return text[0].isupper() and 2 * capitals >= len(words) and not _SENTENCE.search(text)
