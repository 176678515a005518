"""What kind of words a line holds: a sub-heading, a paragraph, the title of something else."""

import re

# Sub-headings and titles of news pages stay under 100 characters; a longer line is a paragraph.
MAX_HEADING_CHARS = 100
# Titles in lists of other articles, with the odd subtitle.
MAX_OTHER_TITLE_CHARS = 200

_QUOTES = "\"'“”‘’«»„‚‹›"
_CLOSERS = _QUOTES + ")]} "
_STOPS = tuple(".!…:;,。！、।۔։።")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
# "Journal information: Brain" is short and has no full stop, and yet it opens nothing.
_LABELLED = re.compile(
    r"(?:journal(?: reference| information)?|references?|doi|citation|more information|funding|"
    r"contact|note|correction|editor['’]s note|disclosures?)s?: ?\S",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[.!?][\"”’')]*\s+[\"“‘(]?[A-Z0-9]")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|[Dd]rs?|[Pp]rof|Mr|Mrs|Ms|St|vs|[Nn]o|Inc|U\.S|U\.K|e\.g|i\.e)\.\s+"
)


def ends_like_sentence(text: str) -> bool:
    """Say whether a line ends the way a sentence does, or leads on to the next line.

    A question mark alone says nothing: questions are favourite sub-headings.
    """
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def is_heading(text: str) -> bool:
    """Say whether a line, standing alone, is a sub-heading: short and without a full stop.

    Quoted words, lines in brackets, addresses and lines with a label are not.
    """
    if not text or len(text) > MAX_HEADING_CHARS or ends_like_sentence(text):
        return False
    if text[0] in _QUOTES or text[0] in "([{@" or _ADDRESS.search(text):
        return False
    if _LABELLED.match(text):
        return False
    return any(character.isalpha() for character in text)


def is_prose(text: str) -> bool:
    """Say whether a line reads as a paragraph of its own."""
    return not is_heading(text) and any(character.isalpha() for character in text)


def is_other_title(text: str) -> bool:
    """Say whether a line can be the title of another article in a list."""
    return len(text) <= MAX_OTHER_TITLE_CHARS and not text.rstrip(_CLOSERS).endswith(
        (".", ";", ",")
    )


def has_several_sentences(text: str) -> bool:
    """Say whether a line holds more than one sentence; abbreviations do not count."""
    return _SEVERAL.search(_ABBREVIATION.sub("", text)) is not None
