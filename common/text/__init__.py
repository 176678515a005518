"""Plain text: cleaning it, comparing it, counting its words, shortening it."""

from common.text.cleaning import normalise, one_line, storable
from common.text.folding import fold, fold_with_map
from common.text.slugs import slugify_title
from common.text.words import excerpt, word_count, word_spans, words

__all__ = [
    "excerpt",
    "fold",
    "fold_with_map",
    "normalise",
    "one_line",
    "slugify_title",
    "storable",
    "word_count",
    "word_spans",
    "words",
]
