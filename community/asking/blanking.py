"""A question without the details that say who asks it. Pure of any storage.

What screening knows of contact details and personal details, and a name that is introduced as one.
"""

import re

from community.screening.marking import places
from community.screening.records import Context, Submission
from community.screening.rules import contact, personal

BLANK = "[left out]"

_NAMED = re.compile(
    r"(?:\b[Mm]y (?:full |first |last |sur)?name(?: is|'s|\u2019s)|\bI(?: am|'m|\u2019m) called)\s+"
    r"((?:[^\W\d_][\w'\u2019-]*\s?){1,3})(?=$|[\s.,;:!?])"
)
_SMALL = re.compile(
    r"\b(?:and|but|i|with|who|what|can|is|does|do|my)\b.*", re.IGNORECASE | re.DOTALL
)


def without_details(text: str) -> str:
    """The question with its details blanked.

    >>> without_details("Does heat help? Write to ann@example.org")
    'Does heat help? Write to [left out]'
    """
    submission, context = Submission(text), Context()
    reasons = (*contact.check(submission, context), *personal.check(submission, context))
    spans = [span for reason in reasons for span in places(text, reason.as_json())]
    spans += [span for match in _NAMED.finditer(text) for span in named(match)]
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + BLANK + text[end:]
    return re.sub(rf"{re.escape(BLANK)}(?:\S*{re.escape(BLANK)})+", BLANK, text)


def without_blanks(text: str) -> str:
    """What is left to look for: the blanks say nothing, and are no words of the question.

    >>> without_blanks("I am [left out], does heat help?")
    'I am , does heat help?'
    """
    return text.replace(BLANK, "")


def named(match: re.Match[str]) -> list[tuple[int, int]]:
    """Where the name itself stands, up to the word at which the sentence goes on."""
    name = _SMALL.sub("", match[1]).rstrip()
    return [(match.start(1), match.start(1) + len(name))] if name else []
