"""Kinds of words that say little alone and much together: "our survey", "ten minutes", "the link".

A `wordings/<name>.clues` file names kinds of words, and says which of them must stand in one
sentence, or in two neighbouring ones, for the sentence to count:

    goods: medicine, cbd oil, # sachets
    price: # euros, half price
    story: i bought, my pharmacy

    counts: goods + price - story, asked

A kind after "-" keeps the line from counting; "asked" is the kind of a question. "#" is any
number, "#mg" a dose in one word, "medicine" the name of any (`plain_words.py`). A line that ends
with a comma goes on in the next. Each phrase waits in a table under its rarest word, so that an
ordinary post costs little.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from community.screening.crisis.reading import Sentence, sentences
from community.screening.crisis.telling import EVERYWHERE, FREQUENT
from community.screening.folded import Folded, Span
from community.screening.plain_words import NUMBER, plain
from community.screening.stance import is_asked, is_quoted

FOLDER = Path(__file__).parent / "wordings"
WORDS_OF_A_PAIR_MAX = 40  # longer sentences stand for themselves
ASKED = "asked"
A_NUMBER = "0"
# Words that stand in every second post of patients, beside those that stand in every text.
FREQUENT_HERE = frozenset(
    "# medicine paracetamol doctor doctors pain help better without week weeks please stop".split()
)

Place = tuple[int, int]  # the first word and the one after the last
Kinds = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row; `key` is the place of the rarest among them."""

    words: tuple[str, ...]
    key: int
    kind: str

    @classmethod
    def of(cls, text: str, kind: str) -> "Phrase":
        """Read a line of a list like a post: "don't take your pills" is "do not take your medicine"."""
        read = sentences(Folded.of(text.replace(NUMBER, A_NUMBER)))
        words = tuple(word for sentence in read for word in plain(sentence).words)
        return cls(words, max(range(len(words)), key=lambda place: _rareness(words[place])), kind)


@dataclass(frozen=True, slots=True)
class Together:
    """Kinds that count together, and those that keep them from it."""

    needed: frozenset[str]
    without: frozenset[str]


@dataclass(frozen=True, slots=True)
class Read:
    """One or two sentences and the kinds of words that were seen in them."""

    words: tuple[str, ...] = ()
    pieces: tuple[Span, ...] = ()
    kinds: Kinds = field(default_factory=dict)

    def and_then(self, later: "Read") -> "Read":
        """Both as one; nothing where the earlier adds no kind, or where they are long."""
        count = len(self.words)
        adds = self.kinds.keys() - later.kinds.keys()
        if not adds or count + len(later.words) > WORDS_OF_A_PAIR_MAX:
            return Read()
        moved = {kind: (one + count, past + count) for kind, (one, past) in later.kinds.items()}
        return Read(self.words + later.words, self.pieces + later.pieces, {**moved, **self.kinds})

    def span(self, kinds: Iterable[str]) -> Span:
        """Where the kinds stand in the folded text, from the first to the last."""
        places = [self.kinds[kind] for kind in kinds]
        first, past = min(one for one, _ in places), max(two for _, two in places)
        return self.pieces[first][0], self.pieces[past - 1][1]


class Table:
    """Phrases, each under its rarest word."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            self._phrases.setdefault(phrase.words[phrase.key], []).append(phrase)
        self._words = self._phrases.keys()

    def kinds_in(self, words: tuple[str, ...]) -> dict[str, Place]:
        """The kinds among the words, each with its first place."""
        kinds: dict[str, Place] = {}
        if self._words.isdisjoint(words):
            return kinds
        for place in [place for place, word in enumerate(words) if word in self._words]:
            for phrase in self._phrases[words[place]]:
                start = place - phrase.key
                end = start + len(phrase.words)
                if phrase.kind not in kinds and words[max(start, 0) : end] == phrase.words:
                    kinds[phrase.kind] = start, end
        return kinds


class Clues:
    """What a `.clues` file says. Raises ValueError for a line that names an unknown kind."""

    def __init__(self, name: str, folder: Path = FOLDER) -> None:
        self.phrases: list[Phrase] = []
        self.together: list[Together] = []
        for head, _, rest in (line.partition(": ") for line in _lines(folder / f"{name}.clues")):
            if head == "counts":
                self.together.append(self._together(rest))
            else:
                self.phrases += [Phrase.of(text, head) for text in rest.split(",")]
        needed = frozenset().union(*(together.needed for together in self.together))
        self._telling = Table(each for each in self.phrases if each.kind in needed)
        self._others = Table(each for each in self.phrases if each.kind not in needed)

    def kinds_in(self, words: tuple[str, ...]) -> Kinds:
        """All the kinds among plain words, each with its first place."""
        return {**self._others.kinds_in(words), **self._telling.kinds_in(words)}

    def _together(self, rest: str) -> Together:
        needed, _, without = rest.partition(" - ")
        result = Together(_names(needed, "+"), _names(without, ","))
        known = {phrase.kind for phrase in self.phrases} | {ASKED}
        if unknown := (result.needed | result.without) - known:
            raise ValueError(f"These kinds of words are not there: {', '.join(sorted(unknown))}")
        return result

    def find(self, sentences: Iterable[Sentence], folded: Folded) -> Iterator[Span]:
        """Yield the places in the original of what counts, quotations left out."""
        before = Read()
        for sentence in sentences:
            kinds = self._telling.kinds_in(sentence.words)
            read = Read(sentence.words, sentence.pieces, kinds)
            for one in (read, before.and_then(read)) if kinds else ():
                place = self._counting(one, sentence, folded) if one.kinds else None
                if place and not is_quoted(place[0], folded):
                    yield folded.span(*place)
                    break
            before = read

    def _counting(self, read: Read, last: Sentence, folded: Folded) -> Span | None:
        """Where, in the folded text, the first kinds stand that count together."""
        seen = frozenset(read.kinds)
        fitting = [one for one in self.together if one.needed <= seen]
        if not fitting:
            return None
        others = {*self._others.kinds_in(read.words), *seen}
        if is_asked(last, folded):
            others.add(ASKED)
        counting = next((one for one in fitting if one.without.isdisjoint(others)), None)
        return read.span(counting.needed) if counting else None


def _rareness(word: str) -> tuple[bool, bool, bool, int]:
    return word not in EVERYWHERE, word not in FREQUENT, word not in FREQUENT_HERE, len(word)


def _lines(file: Path) -> Iterator[str]:
    line = ""
    for part in file.read_text(encoding="utf-8").splitlines():
        if part.strip() and not part.startswith("# "):
            line = f"{line} {part.strip()}".strip()
            if not line.endswith(","):
                yield line
                line = ""


def _names(text: str, mark: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(mark) if name.strip())
