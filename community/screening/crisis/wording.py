"""How wordings are written down in `wordings/*.txt`, and what they become.

A file is about one thing. Its notation, over the plain words of one sentence ("i do not want
to live"), is that of regular expressions with two shorter signs:

    ( | )     one of these
    <3> x     up to three words of any kind, but no "not" or "never", before x
    {name}    a group of words: one of `GROUPS`, or one that the file itself defines

    laughs = of laughing|of shame
    wording (own):
      + want {to} die     a line that counts; whole words only
      - {laughs}          unless this is found from there to the end of the sentence

"own" asks that nobody else is the one spoken of ("people who want to die"). "negation inside"
says that a "not" before it does not turn it round ("I do not want to live"). An indented line
goes on with the line above it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from community.screening.crisis.telling import telling_words

FOLDER = Path(__file__).parent / "wordings"

# Words that strengthen or soften and change nothing.
SOFT = (
    "just|really|so|honestly|actually|seriously|truly|still|also|only|now|often|always|"
    "sometimes|constantly|even|definitely|probably|literally|genuinely|simply|desperately|badly|"
    "maybe|currently|again|kind of|sort of|very|much|too|quite|completely|totally|utterly|"
    "all|ever|fucking|bloody|already|finally|secretly|almost|nearly|more|rather|sincerely|"
    "deeply|absolutely|silently|daily|not only"
)
GROUPS = {
    "soft": rf"(?:(?:{SOFT}) ){{0,4}}",
    "me": "(myself|my self)",
    "to": "(to|2|too)",
    "end": "($|(?= (and|i|please|but|because|goodbye|sorry|help|so|or|today|tonight)( |$)))",
    "anymore": "(any (more|longer)|no more|much longer)",
    "dead": "(dead|gone|six feet under|in (the ground|my grave|heaven))",
    "when": "(tonight|today|tomorrow|now|soon|this (evening|week|weekend|time|month))",
    "themself": "(himself|herself|themselves|themself|him self|her self)",
    "their": "(his|her|their)",
}
ANY_WORDS = re.compile(r"<(\d+)> ")
PLAIN_BRACKET = re.compile(r"(?<!\\)\((?!\?)")
NAME = re.compile(r"\{([a-z_]+)\}")
DEFINITION = re.compile(r"([a-z_]+) = (.*)", re.DOTALL)
GROUPS_IN_GROUPS_MAX = 4


@dataclass(frozen=True)
class Wording:
    """What counts, and what keeps it from counting. Both are searched in plain words."""

    pattern: str
    unless: str = ""
    own: bool = False
    negatable: bool = True

    @cached_property
    def seen(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def telling(self) -> frozenset[str] | None:
        """Words of which one is in every match; None when it must always be looked for."""
        return telling_words(self.pattern)

    @cached_property
    def harmless(self) -> re.Pattern[str] | None:
        return re.compile(self.unless) if self.unless else None


def load(name: str) -> tuple[Wording, ...]:
    """Read `wordings/<name>.txt`. Raises ValueError for a line that is not in the notation."""
    groups = dict(GROUPS)
    wordings: list[Wording] = []
    for block in _blocks((FOLDER / f"{name}.txt").read_text(encoding="utf-8")):
        head, *rest = block
        definition = DEFINITION.fullmatch(head)
        if head.startswith("wording"):
            wordings.append(_wording(head, rest, groups))
        elif definition and not rest:
            groups[definition[1]] = f"({definition[2]})"
        else:
            raise ValueError(f"{name}.txt: this line is not understood: {head}")
    return tuple(wordings)


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield each heading with the lines that belong to it, continued lines joined."""
    block: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if block:
                yield block
            block = [line]
        elif line.startswith(("  + ", "  - ")):
            block.append(line.strip(" "))
        else:
            block[-1] += ("" if block[-1].endswith(("|", "(")) else " ") + line.strip(" ")
    if block:
        yield block


def _wording(head: str, lines: list[str], groups: dict[str, str]) -> Wording:
    seen = "|".join(line[2:] for line in lines if line.startswith("+ "))
    unless = "|".join(line[2:] for line in lines if line.startswith("- "))
    return Wording(
        expanded(seen, groups),
        expanded(unless, groups) if unless else "",
        own="own" in head,
        negatable="negation inside" not in head,
    )


def expanded(notation: str, groups: dict[str, str]) -> str:
    """Turn the notation into a regular expression that matches whole words only."""
    for _ in range(GROUPS_IN_GROUPS_MAX):
        notation = NAME.sub(lambda match: groups[match[1]], notation)
    notation = ANY_WORDS.sub(r"(?:(?!not |never |no longer )\\S+ ){0,\1}?", notation)
    return rf"(?<!\S)(?:{PLAIN_BRACKET.sub('(?:', notation)})(?!\S)"
