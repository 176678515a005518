"""An article cut into parts that the encoder reads whole. Pure."""

from collections.abc import Iterable, Iterator

from articles.ask.passages import Sentence

PART_WORDS = 120  # of a part; the encoder reads about 180
PARTS_MAX = 60  # of an article, from its beginning: as many words as are on twenty pages


def cut(sentences: Iterable[Sentence]) -> list[str]:
    """Whole sentences in a row, about `PART_WORDS` words each; at most `PARTS_MAX`."""
    return [part for part, _ in zip(_parts(sentences), range(PARTS_MAX), strict=False)]


def _parts(sentences: Iterable[Sentence]) -> Iterator[str]:
    part: list[str] = []
    words = 0
    for sentence in sentences:
        long = sentence.text.count(" ") + 1
        if part and words + long > PART_WORDS:
            yield " ".join(part)
            part, words = [], 0
        part.append(sentence.text)
        words += long
    if part:
        yield " ".join(part)
