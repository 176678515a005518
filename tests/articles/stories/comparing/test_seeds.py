"""The two founding documents are about one study."""

from pathlib import Path

import pytest

from articles.importing.formats import text
from articles.stories.comparing import PROPOSED, Document, Spread, compare, read_traits
from common.html import html_to_text

pytestmark = pytest.mark.seeds


def test_the_founding_documents_are_seen_to_be_about_one_study(seeds_folder: Path) -> None:
    found = []
    for path in sorted(seeds_folder.glob("*.txt")):
        (parsed,) = text.parse(path.read_bytes())
        words = html_to_text(parsed.body_html)
        found.append(read_traits(Document(parsed.title, parsed.standfirst, words)))
    score, signs = compare(found[0], found[1], Spread())
    assert score > PROPOSED
    assert sum(sign.startswith("Both quote") for sign in signs) >= 2
    assert any(sign.startswith("Both name") for sign in signs)
