"""What to read next. Pure: terms of articles in, keys of the articles nearest to one out."""

from articles.stories.relating.choosing import Known, choose, nearest
from articles.stories.relating.index import Index
from articles.stories.relating.terms import read_terms

__all__ = ["Index", "Known", "choose", "nearest", "read_terms"]
