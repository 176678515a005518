"""Everything about one text that can show that another one is about the same study. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime

from articles.stories.comparing.documents import Document, key_of, plain_words
from articles.stories.comparing.naming import Name, names
from articles.stories.comparing.numbers import Number, numbers
from articles.stories.comparing.passages import looked_up, runs
from articles.stories.comparing.quotations import Quotation, quotations

# A longer text is compared by its beginning: the study is told there.
LENGTH_COMPARED = 60_000  # characters, about twenty pages
# Names and numbers that say less are not looked up in the archive; they count once a pair is known.
WEIGHT_LOOKED_UP = 0.4
KEYS_MAX = 400  # of one text; the least telling passages are left out

# Crossref, "DOIs and matching regular expressions" (2015), without marks that end a sentence.
_DOI = re.compile(r"\b10\.\d{4,9}/[\w.;()/:-]*[\w/)]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Traits:
    """What two texts are compared by."""

    dated_at: datetime | None
    passages: frozenset[int]
    quotations: list[Quotation]
    names: dict[str, Name]
    numbers: dict[str, Number]
    dois: frozenset[str]

    def lookup_keys(self) -> list[int]:
        """By what the archive is searched for texts that may be about the same study."""
        quoted = set[int]().union(*(runs(list(each.words)) for each in self.quotations))
        found = {key_of("doi", doi) for doi in self.dois} | quoted
        for kind, named in (("name", self.names), ("number", self.numbers)):
            telling = (text for text, each in named.items() if each.weight >= WEIGHT_LOOKED_UP)
            found |= {key_of(kind, text) for text in telling}
        passages = sorted(looked_up(self.passages) - found)
        return [*sorted(found), *passages][:KEYS_MAX]


def read_traits(document: Document) -> Traits:
    """The traits of a text."""
    body = document.body[:LENGTH_COMPARED]
    dois = {found.lower() for found in _DOI.findall(body)}
    prose = _DOI.sub(" ", body)
    return Traits(
        dated_at=document.dated_at,
        passages=runs(plain_words(prose)),
        quotations=quotations(prose),
        names=names(prose),
        numbers=numbers(prose),
        dois=frozenset(dois),
    )
