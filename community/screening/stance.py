"""How something is said: as a question, or as a quotation."""

import re

from community.screening.crisis.reading import Sentence
from community.screening.folded import Folded

SIGNS = 6  # between a sentence and its question mark: quotes, brackets, a smile
ASKS = re.compile(r"[^\w.!;\n]*\?")
QUOTE = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
QUOTED_LINE = re.compile(r"^\s*>")
QUOTE_REACH = 400  # characters in which the two marks of a quotation are looked for, each way


def is_asked(sentence: Sentence, folded: Folded) -> bool:
    """Say whether a question mark ends the sentence."""
    end = sentence.pieces[-1][1]
    return ASKS.match(folded.text[end : end + SIGNS]) is not None


def is_quoted(place: int, folded: Folded) -> bool:
    """Say whether a place of the folded text is between quotation marks, or in a line after ">".

    A mark that is never closed, or stands for inches, makes no quotation of the rest of the line.
    """
    before = folded.text[max(0, place - QUOTE_REACH) : place].rpartition("\n")[2]
    after = folded.text[place : place + QUOTE_REACH].partition("\n")[0]
    is_open = len(QUOTE.findall(before)) % 2 == 1
    return (is_open and QUOTE.search(after) is not None) or QUOTED_LINE.match(before) is not None
