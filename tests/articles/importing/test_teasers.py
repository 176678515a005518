"""What a feed gives of a text may be its beginning only; then readers are led on."""

import pytest

from articles.importing.feeds.teasers import WORDS_OF_A_TEXT, is_teaser
from articles.importing.formats import feed

LINK = "https://sample.example/a"
WHOLE = "<p>" + "word " * WORDS_OF_A_TEXT + "</p>"


@pytest.mark.parametrize(
    ("body", "is_summary", "expected"),
    [
        ("<p>Warm water helps some.</p>", True, True),
        ("<p>Warm water helps some.</p>", False, False),
        (WHOLE, True, False),
        (WHOLE.replace("</p>", " […]</p>"), False, True),
        (WHOLE + '<p><a href="https://sample.example/a">Continue reading →</a></p>', False, True),
        (WHOLE + "<p>Read more »</p>", True, True),
        (WHOLE + "<p>We want to read more of you.</p>", False, False),
        ("", True, False),
    ],
)
def test_a_text_that_goes_on_elsewhere_is_known(
    body: str, is_summary: bool, expected: bool
) -> None:
    assert is_teaser(body, LINK, is_summary=is_summary) is expected
    assert not is_teaser(body, "", is_summary=is_summary), "nowhere to go on"


def test_an_entry_with_a_summary_alone_is_an_excerpt() -> None:
    rss = (
        '<rss version="2.0"><channel><title>Sample</title><item><title>A</title>'
        f"<link>{LINK}</link><description>Warm water helps some.</description></item></channel></rss>"
    )
    [entry] = feed.parse(rss.encode())
    assert entry.is_excerpt
