"""A number that may be that of a house, and what stands around it."""

import re
from collections.abc import Iterator

from community.screening.contact_details.not_phones import is_measured
from community.screening.folded import Folded

# The digit comes first, so that a text is searched for digits, which is quick.
HOUSE = re.compile(
    r"\d(?<![\w.,:/%+$\u20ac\u00a3-]\d)\d{0,4}(?:[/-]\d{1,4})?(?P<letter>[a-z])?"
    r"(?![\w%]|[.,:/]\d|-\w)"
)
REACH = 60  # characters before or behind a number in which its street stands
SIGNS = ".,;:!?()\"'"

# "I live at", "send it to", "my address is": then small letters are a street as well.
CUE = re.compile(
    r"(?<!\w)(?:liv(?:e|es|ed|ing) (?:at|on|in)|my (?:address|house|home|place|flat|door|street)|"
    r"add?ress(?: is|:)|house number is|moved to|(?:send|post|mail|write|come|parcel)(?: \w+){0,3} to|"
    r"find (?:me|us) at|visit (?:me|us)|i'?m at|i am at|we are at|adress(?:en)?(?: ar|:)|bor pa|"
    r"wohne? (?:in|jetzt)|woon (?:op|in|aan)|habite|vivo en|abito in)(?!\w)[^.!?\n]{0,25}$"
)

HOME = re.compile(
    r"(?<!\w)(?:live at|living at|(?:my|our|the|home) address(?: is|:)|send it to)\s$"
)


class House:
    """The number is `folded.text[start:end]`; `letter` is that of "221b"."""

    __slots__ = (
        "after",
        "before",
        "end",
        "folded",
        "letter",
        "start",
        "words_after",
        "words_before",
    )

    def __init__(self, folded: Folded, match: re.Match[str], after: str) -> None:
        self.folded, self.letter = folded, match["letter"] or ""
        self.start, self.end = match.span()
        self.before = folded.text[max(0, self.start - REACH) : self.start]
        self.after = after
        self.words_before = self.before.split()
        self.words_after = [word.strip(SIGNS) for word in after.replace(",", " ").split()]

    @property
    def is_home(self) -> bool:
        """Whether the words before it say that somebody lives there, or that something goes there."""
        return CUE.search(self.before) is not None

    def place(self, found: int) -> int:
        """The place in the folded text of a place in `before`."""
        return self.start - len(self.before) + found

    def is_capital(self, place: int) -> bool:
        """Whether what stands at a place in the folded text was typed as a capital (or is a digit)."""
        letter = self.folded.original[self.folded.places[place]]
        return letter.isupper() or letter.isdigit()


def houses(folded: Folded) -> Iterator[House]:
    """Yield every number that could be one of a house: nothing is measured or counted with it."""
    text = folded.text
    for match in HOUSE.finditer(text):
        after = text[match.end() : match.end() + REACH]
        if not is_measured(after):
            yield House(folded, match, after)
