"""A document that can be read to its end, before anything of it is stored."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from articles.importing.formats import Format
from articles.importing.reading import Document
from articles.importing.records import ParsedArticle


@dataclass(frozen=True)
class Whole:
    """The articles of a document that was read to its end; `pieces` are they and their comments."""

    articles: Iterable[ParsedArticle]
    pieces: int


def read_whole(module: Format, document: Document) -> Whole:
    """The articles of a document that can be read to its end, or ParseError.

    What a format gives piece by piece is put aside in a file meanwhile, so that nothing of a
    document is stored whose end is broken, and a large one is never held whole.
    """
    given = module.parse(document.data, address=document.address)
    if isinstance(given, list):
        return Whole(given, sum(1 + len(each.comments) for each in given))
    file = TemporaryFile()  # noqa: SIM115 - it has no name, and goes with its reader
    try:
        count = pieces = 0
        for count, parsed in enumerate(given, 1):
            pickle.dump(parsed, file, pickle.HIGHEST_PROTOCOL)
            pieces += 1 + len(parsed.comments)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return Whole(taken_back(file, count), pieces)


def taken_back(file: IO[bytes], count: int) -> Iterator[ParsedArticle]:
    """What was put aside, in its order."""
    with file:
        for _ in range(count):
            yield pickle.load(file)  # noqa: S301 - nobody else can write to it
