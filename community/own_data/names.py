"""Somebody's names in what others wrote. Pure.

What a name may be besides decides where it goes; see `community.own_data.deciding`. Capitals and accents do
not count, and neither does whether its words are joined by blanks, hyphens or underscores.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from articles.ask.thesaurus import FAINT_TERMS, LEVELS, NO_TERMS, SAME
from articles.index.tokens import SPACELESS, token_spans, tokens
from common.text import fold, fold_with_map
from common.text.words import SIGNS
from community.own_data.quotes import TAKEN, joined

SOMEBODY = "a former member"
# Letters from which on a name has a form with "s" that is looked for: "Anns" is nobody's.
S_MIN = 4


class Kind(StrEnum):
    """What a name is besides somebody's."""

    ONLY = "only"  # nothing: it goes wherever it stands
    OTHERS = "others"  # somebody else's name, too: it goes where the person took part
    WORD = "word"  # a word of every day: it goes where it plainly names somebody


@dataclass(frozen=True)
class Name:
    """One spelling of a name, and what it is besides."""

    text: str
    kind: Kind = Kind.ONLY


_LETTER = rf"(?:[^\W_]|[{SIGNS}])"
# A blank line parts two thoughts, an underscore may only emphasise.
_PARTING = re.compile(r"[\s_\u2010\u2011-]+")
_BETWEEN = r"[\s_\u2010\u2011-]+"
_BEFORE = rf"(?<![^\W_])(?<![^\W_]_)(?<![{SIGNS}])"
_AFTER = rf"(?!_*{_LETTER})"
_APOSTROPHE = re.compile("['\u2019\u02bc]")
_EDGES = re.compile(rf"\A(?:(?!{_LETTER}).)+|(?:(?!{_LETTER}).)+\Z")

# Where a text names somebody. A tag or a mark of emphasis may stand between.
_SEP = r"(?:<[^<>]*>|[\s*_])+"
_START = r"(?:^|>|&gt;)[\s*_]*"
_END = r"(?=[\s*_]*(?:[,.!?:;<\u2013\u2014]|$))"
_SAID = "wrote|writes|said|says|posted|replied|answered|asked"
_PLAINLY = (
    r"@(?P<name>{name})",
    rf"(?P<name>{{name}}){_SEP}(?:also )?(?:{_SAID})\b[^\n:<]{{{{0,60}}}}:",
)
# And where only a name has a capital.
_PLAINLY_WITH_CAPITAL = (
    rf"{_START}(?:in (?:reply|answer) to|repl(?:y|ies) to|answers? to|comments by|note by){_SEP}(?P<name>{{name}})",
    rf"(?:{_START}|[.!?] )(?:dear|hello|hi|hey|thanks|thank you),?{_SEP}(?P<name>{{name}}){_END}",
    r"(?:\u2014|\u2013|--|~)[ ]?(?P<name>{name})[\s.*_]*(?:$|<)",
)
_BEGINS = re.compile(r"(?:\A|[.!?\u2026][\"\u201d\u2019)]*\s+|\n)[\s>*_#\"\u201c\u2018(]*\Z")


class Names:
    """All names that somebody has and had."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self.all = tuple(name for name in names if fold(name.text).strip())

    @classmethod
    def of(cls, kinds: Mapping[str, str]) -> "Names":
        """From spellings and what each of them is besides, as an erasure keeps them."""
        return cls(Name(text, Kind(kind)) for text, kind in kinds.items())

    def of_nobody_else(self) -> "Names":
        """Those that are nothing besides."""
        return Names(name for name in self.all if name.kind == Kind.ONLY)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """What has to stand in a text that has one of them: quickly looked for."""
        return tuple(_needle(fold(name.text)) for name in self.all)

    @cached_property
    def always(self) -> re.Pattern[str] | None:
        """Those that go wherever they stand."""
        return _one_of(name.text for name in self.all if name.kind == Kind.ONLY)

    @cached_property
    def among_theirs(self) -> re.Pattern[str] | None:
        """Those that go where the person took part."""
        return _one_of(name.text for name in self.all if name.kind != Kind.WORD)

    @cached_property
    def plainly(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """Where the others plainly name somebody; and whether a capital has to say so, too."""
        found = []
        for name in (name for name in self.all if name.kind != Kind.ONLY):
            has_capital = name.text[:1].isupper()
            ways = [(way, False) for way in _PLAINLY]
            ways += [(way, has_capital) for way in _PLAINLY_WITH_CAPITAL]
            found += [(_compiled(way.format(name=_pattern(name.text))), it) for way, it in ways]
        return tuple(found)

    def are_in(self, text: str, *, theirs: bool = True) -> bool:
        """Whether there is anything of them to take out."""
        return bool(self.places(text, theirs=theirs))

    def places(self, text: str, *, theirs: bool = True) -> list[tuple[int, int]]:
        """Where they stand and go. `theirs`: whether the person took part in what the text is of."""
        if not self.all or not any(needle in fold(text) for needle in self.needles):
            return []
        folded, origins = fold_with_map(text)
        origins.append(len(text))
        found = [*self.by_themselves(folded, theirs)]
        for way, needs_capital in self.plainly:
            for match in way.finditer(folded):
                start, end = match.span("name")
                if not needs_capital or text[origins[start]].isupper():
                    found.append((start, end))
        return joined([(origins[start], origins[end]) for start, end in found])

    def by_themselves(self, folded: str, theirs: bool) -> Iterator[tuple[int, int]]:
        """Where they stand in a folded text and go, whatever stands around them."""
        wanted = self.among_theirs if theirs else self.always
        return (match.span() for match in wanted.finditer(folded)) if wanted else iter(())

    def without(self, text: str, *, theirs: bool = True) -> str:
        """The text without them.

        >>> Names([Name("Zephyrquill")]).without("Zephyrquill's way. I thank ZEPHYRQUILL.")
        "A former member's way. I thank a former member."
        >>> Names([Name("Hope", Kind.WORD)]).without("@Hope, I hope so. Hope wrote: Rest.")
        '@a former member, I hope so. A former member wrote: Rest.'
        """
        for start, end in reversed(self.places(text, theirs=theirs)):
            begins = _BEGINS.search(text, max(0, start - 12), start)
            said = SOMEBODY[0].upper() + SOMEBODY[1:] if begins else SOMEBODY
            text = text[:start] + said + text[end:]
        return text


def spellings(names: Iterable[str]) -> list[str]:
    """The names, and how others write those that have something besides letters at their ends; each once.

    >>> spellings(["Otter 🦦", "otter"])
    ['Otter 🦦', 'Otter']
    """
    found: dict[str, str] = {}
    for name in names:
        for text in (name, _EDGES.sub("", name)):
            if text:
                found.setdefault(fold(text), text)
    return list(found.values())


def with_s(name: str) -> str:
    """The form that stands for "of them" where somebody left out the apostrophe; "" where there is none."""
    is_plain = len(name) >= S_MIN and name[-1].isascii() and name[-1].isalpha()
    return f"{name}s" if is_plain and name[-1] not in "sS" else ""


def is_listed(name: str) -> bool:
    """Whether it is a word that the product knows: of every day, or of medicine. So is what has no letter.

    >>> is_listed("Hope"), is_listed("Brain Fog"), is_listed("Zephyrquill")
    (True, True, False)
    """
    said = tuple(tokens(name))
    if len(said) > 1:
        return any(said == phrase.tokens for phrase in SAME.phrases.get(said[:2], ()))
    return not said or any(said[0] in known for known in _KNOWN)


def ways_of(text: str, said: tuple[str, ...]) -> set[Kind]:
    """How a text has these tokens: as a word, in small letters or in a script without capitals, or as a name.

    >>> sorted(ways_of("Maria knows that lavender helps.", ("maria",)))
    [<Kind.OTHERS: 'others'>]
    """
    spans = list(token_spans(text))
    found = [token for _, _, token in spans]
    starts = (
        spans[at][0]
        for at, token in enumerate(found)
        if token == said[0] and tuple(found[at : at + len(said)]) == said
    )
    return {Kind.OTHERS if text[start].isupper() else Kind.WORD for start in starts}


# What we put in the place of words would otherwise be taken out by the next erasure.
_OURS = frozenset(tokens(f"{SOMEBODY} {TAKEN}"))
_KNOWN = (LEVELS, NO_TERMS, FAINT_TERMS, SAME.words, _OURS)


def _needle(folded: str) -> str:
    """The longest run of letters of a name."""
    return max(re.findall(r"[^\W_]+", folded), key=len, default=folded)


def _parts(name: str) -> list[str]:
    folded = fold(name)
    return [part for part in _PARTING.split(folded) if part] or [folded]


def _pattern(name: str) -> str:
    """A name as a whole word of a folded text; scripts without spaces have no bounds."""
    parts = _parts(name)
    inner = _BETWEEN.join(map(_escaped, parts))
    return f"{_bound(_BEFORE, parts[0][0])}{inner}{_bound(_AFTER, parts[-1][-1])}"


def _escaped(part: str) -> str:
    """In HTML an ampersand is spelled out, and apostrophes have several shapes."""
    signs = re.escape(part).replace("\\&", "&").replace("&", "&(?:amp;)?")
    return _APOSTROPHE.sub("['\u2019\u02bc]", signs)


def _bound(bound: str, sign: str) -> str:
    return bound if re.match(_LETTER, sign) and not SPACELESS.match(sign) else ""


def _one_of(names: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(map(_pattern, names), key=len, reverse=True)
    return _compiled("|".join(longest_first)) if longest_first else None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)
