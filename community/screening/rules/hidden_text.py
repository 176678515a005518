"""Text that is not what it seems: invisible letters, turned direction, letters of another alphabet.

People who want to pass a rule write so, and people who only copy, draw, greet with emoji or write
their own language do not: each kind below says what it leaves alone. The scripts and their
look-alikes follow Unicode's own reports on security (UTS #39) and on direction (UAX #9).
"""

import re
from collections.abc import Iterator

from common.text import fold
from community.screening.folded import Span
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for

# Everything that this rule looks at lies in these ranges. Most posts have none of it.
ANY = re.compile(
    "[\u00ad\u0300-\u03ff\u0400-\u04ff\u115f\u1160\u180b-\u180e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20d0-\u20ff\u24b6-\u24e9\u3164\ufe00-\ufe0f"
    "\ufe20-\ufe2f\uff21-\uff5a\uffa0\U0001d400-\U0001d7ff\U0001f130-\U0001f189"
    "\U000e0001-\U000e01ef]"
)

# Nothing to see, between two letters or digits. Joiners belong into words of the scripts that
# need them (Arabic, Indic and others), so both neighbours must be of a script that does not.
PLAIN = "0-9A-Za-z\u00c0-\u024f\u0370-\u04ff"
BLANK = "\u180e\u200b-\u200f\u2060-\u2064\u3164\u115f\u1160\uffa0"
INSIDE_A_WORD = re.compile(f"(?<=[{PLAIN}])[{BLANK}]+(?=[{PLAIN}])")
# A page that is copied brings its soft hyphens along, one between syllables. Around single
# letters they hide a word.
SOFT = re.compile(f"(?<![{PLAIN}])[{PLAIN}](?:\u00ad[{PLAIN}]){{2,}}")
# Tags draw some flags, after a black flag. Elsewhere they are a text that only machines read.
TAGS = re.compile("[\U000e0001-\U000e007f]+")
BLACK_FLAG = "\U0001f3f4"
# One selector chooses how a sign looks. Several in a row choose nothing.
SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}")

OVERRIDE = re.compile("[\u202d\u202e]")
EMBEDDING = re.compile("[\u202a-\u202c\u2066-\u2069]")
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

# Vietnamese and pointed Hebrew need two or three marks on a letter, nobody needs this many.
MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
MARKS_MAX = 4
PILED = re.compile(f"\\S?[{MARKS}]{{{MARKS_MAX + 1},}}")

# Letters that are there for formulas and lists. The p of a paper's "p < 0.05" is a single one.
FANCY = (
    "\uff21-\uff3a\uff41-\uff5a"  # full-width
    "\U0001d400-\U0001d7cb"  # mathematical
    "\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189"  # enclosed
)
FANCY_MIN = 4
FANCY_WORD = re.compile(f"[{FANCY}]{{{FANCY_MIN},}}(?:\\s[{FANCY}]+)*")
EAST_ASIAN = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")

NEAR = 30  # characters of a word around an invisible sign that are marked with it

WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
SMALL = "a-z\u00df-\u00ff"
CYRILLIC = re.compile("[\u0400-\u04ff]")
OTHER = re.compile("[\u0370-\u04ff]")
# Medicine uses Greek letters as signs, at the edge of a word or between capitals: TNF-alpha is
# written in one word. Between small Latin letters they stand for a Latin one.
GREEK_SIGN_INSIDE = re.compile(f"(?<=[{SMALL}])[\u03b1-\u03c9](?=[{SMALL}])")
# Iota, nu, omicron, upsilon, and the capitals that have the shape of a Latin one.
GREEK_NEVER_A_SIGN = re.compile(
    "[\u03b9\u03bd\u03bf\u03c5"
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7]"
)
# Rho is a sign as well, but "rho" before small letters reads as "price" and "pain".
RHO_IN_FRONT = re.compile(f"^\u03c1[{SMALL}]{{3}}")
MU = "\u03bc"


def check(submission: Submission, context: Context) -> tuple[Reason, ...]:
    """Hold text with something hidden in it, and such names of guests.

    A member's name was looked at when it was chosen, and must not hold every post.
    """
    names = find_hidden(submission.author_name) if submission.is_guest else []
    return reason_for(Code.HIDDEN_TEXT, submission, find_hidden(submission.text), names)


def may_hide_something(text: str) -> bool:
    """Whether a search is worth its time. True for every text in which something is hidden."""
    return not text.isascii() and ANY.search(text) is not None


def find_hidden(text: str) -> list[Span]:
    """Return the places of what hides, each widened so that there is something to see."""
    return everything_hidden(text) if may_hide_something(text) else []


def everything_hidden(text: str) -> list[Span]:
    """`find_hidden` without the look at whether it is worth its time."""
    return [
        *_widened(text, [*_invisible(text), *_directions(text)]),
        *(match.span() for match in PILED.finditer(text)),
        *_fancy(text),
        *_mixed(text),
    ]


def _invisible(text: str) -> Iterator[Span]:
    for pattern in (INSIDE_A_WORD, SOFT, SELECTORS):
        yield from (match.span() for match in pattern.finditer(text))
    for match in TAGS.finditer(text):
        if text[match.start() - 1 : match.start()] != BLACK_FLAG:
            yield match.span()


def _directions(text: str) -> Iterator[Span]:
    """An override always; other turns only in a text that has nothing to turn."""
    yield from (match.span() for match in OVERRIDE.finditer(text))
    if not RIGHT_TO_LEFT.search(text):
        yield from (match.span() for match in EMBEDDING.finditer(text))


def _widened(text: str, spans: list[Span]) -> Iterator[Span]:
    """Take in the letters around an invisible sign, up to a space, at most a word's length."""
    for start, end in spans:
        before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        yield start - len(before.rpartition(" ")[2]), end + len(after.partition(" ")[0])


def _fancy(text: str) -> Iterator[Span]:
    """Full-width letters are usual among Chinese, Japanese and Korean ones."""
    if not EAST_ASIAN.search(text):
        yield from (match.span() for match in FANCY_WORD.finditer(text))


def _mixed(text: str) -> Iterator[Span]:
    """Words of two alphabets, unless most of the text is plainly in the other one."""
    if not OTHER.search(text):
        return
    words = list(WORD.finditer(text))
    others = sum(len(m.group()) for m in words if not LATIN.search(m.group()))
    if others <= len(LATIN.findall(text)):
        yield from (match.span() for match in words if is_mixed(match.group()))


def is_mixed(word: str) -> bool:
    """Say whether look-alikes stand for Latin letters in a word.

    >>> is_mixed("d\\u043ector"), is_mixed("TNF\\u03b1")
    (True, False)
    """
    if word.isascii() or not LATIN.search(word):
        return False
    cyrillic = CYRILLIC.findall(word)
    if cyrillic:
        return fold("".join(cyrillic)).isascii()
    inside = GREEK_SIGN_INSIDE.findall(word)
    return (
        any(letter != MU for letter in inside)
        or (len(LATIN.findall(word)) > 1 and GREEK_NEVER_A_SIGN.search(word) is not None)
        or RHO_IN_FRONT.match(word) is not None
    )
