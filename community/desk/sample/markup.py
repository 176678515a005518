"""The plain text of a sample article as HTML."""

from html import escape

HEADING = "## "

# Stands at the end of every sample article, so that none is ever taken for news or for advice.
NOTICE = (
    "This is a sample text, written to show how the site works. The study, the numbers and the "
    "people in it are invented. Nothing in it is medical advice."
)


def body_html(text: str) -> str:
    """Paragraphs and headings as HTML, everything else escaped, the notice at the end.

    >>> body_html("## Small & calm").partition("</h2>")[0]
    '<h2>Small &amp; calm'
    """
    return "\n".join(map(block_html, [*text.strip().split("\n\n"), NOTICE]))


def block_html(block: str) -> str:
    """One paragraph or heading."""
    if block.startswith(HEADING):
        return f"<h2>{escape(block.removeprefix(HEADING), quote=False)}</h2>"
    return f"<p>{escape(' '.join(block.split()), quote=False)}</p>"
