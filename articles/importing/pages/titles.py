"""The title of an article, without the name of the site that stands behind it in the head."""

import re

from lxml import html

from articles.importing.pages.trees import one_line, text_of

# The longest titles of studies have 300 characters.
MAX_TITLE_CHARS = 300

_PARTS = re.compile(r"\s+(?:[|·•»«–—-]|::|//)\s+|\s*[|»]\s*")


def choose_title(tree: html.HtmlElement, said: list[str], site: str) -> str:
    """Give the heading of the page that its head names, else what the head says, else a heading.

    `said` are titles from the head and from structured data, the best first.
    """
    headings = [
        text for each in tree.iter("h1") if 1 < len(text := text_of(each)) <= MAX_TITLE_CHARS
    ]
    in_head = one_line(next((each.text_content() for each in tree.iter("title")), ""))
    named = [one_line(each) for each in (*said, in_head) if each]
    for title in named:
        for heading in headings:
            if _same(heading, title) or (len(heading) > 15 and _key(heading) in _key(title)):
                return heading
    if said:
        return without_site(one_line(said[0]), site)[:MAX_TITLE_CHARS].strip()
    if len(headings) == 1:
        return headings[0]
    return (without_site(in_head, site) or next(iter(headings), ""))[:MAX_TITLE_CHARS].strip()


def without_site(title: str, site: str) -> str:
    """Give a title without the name of its site at the end or the beginning.

    >>> without_site("Warm water helps | Example News", "Example News")
    'Warm water helps'
    """
    parts = [part for part in _PARTS.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    separators = list(_PARTS.finditer(title))
    if _key(parts[-1]) == _key(site) or _is_site(parts[-1], title):
        return title[: separators[-1].start()].strip()
    return title[separators[0].end() :].strip() if _key(parts[0]) == _key(site) else title


def _is_site(part: str, title: str) -> bool:
    """Say whether the last part is short beside the whole, as a site's name is."""
    return len(part) <= 40 and len(part.split()) <= 5 and len(title) >= 3 * len(part)


def _same(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
