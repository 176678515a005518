"""A sample community to look at: own-written articles, invented people, and what they said.

The words are in TOML files: `people.toml`, `topics.toml`, `blocked_words.toml`, `conversations.toml`
and one file an article in `articles/`. `load()` lets the community live once more, in the order of its days,
through the same actions as everybody's.
"""

from community.desk.sample.loading import HoldsRealContent, load
from community.desk.sample.sign_in import sign_in_lines
from community.desk.sample.state import has_real_content, is_empty, is_loaded

__all__ = [
    "HoldsRealContent",
    "has_real_content",
    "is_empty",
    "is_loaded",
    "load",
    "sign_in_lines",
]
