"""What a page says of itself in its head (`meta`) and in microdata (`itemprop`)."""

from html import unescape

from lxml import etree, html

from articles.importing.pages.trees import one_line, text_of

# In characters; a description that is longer is the article itself.
MAX_META_CHARS = 3_000
# No page has more of its own; the rest is somebody's filler.
MAX_METAS = 500

Metas = dict[str, list[str]]


def read_metas(tree: html.HtmlElement) -> Metas:
    """Give the values of every name in `meta` elements, names in small letters, in order."""
    found: Metas = {}
    for number, meta in enumerate(tree.iter("meta")):
        if number >= MAX_METAS:
            break
        # Some pages escape twice.
        value = one_line(unescape(meta.get("content") or ""))
        names = (
            f"{meta.get('property') or ''} {meta.get('name') or ''} {meta.get('itemprop') or ''}"
        )
        for name in names.lower().split() if 0 < len(value) <= MAX_META_CHARS else []:
            found.setdefault(name, []).append(value)
    return found


def first(metas: Metas, names: str) -> str:
    """Give the first value of the first of these names that has one, or ""."""
    return next((metas[name][0] for name in names.split() if name in metas), "")


def item(tree: html.HtmlElement, names: str, within: str = "") -> str:
    """Give the value of the first element with one of these microdata properties, or "".

    An element inside a comment speaks of the comment.
    """
    for name in names.split():
        for element in tree.xpath(".//*[@itemprop=$name]", name=name):
            value = value_of(element)
            if value and not _in_comment(element):
                return value
    return ""


def value_of(element: etree._Element) -> str:
    """Give the value of a microdata property."""
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return one_line(element.get(attribute) or "")
    name = next(iter(element.xpath(".//*[@itemprop='name']")), None)
    return text_of(name if name is not None else element)


def _in_comment(element: etree._Element) -> bool:
    return any("comment" in (above.get("itemtype") or above.get("class") or "").lower()
               for above in element.iterancestors("div", "li", "article", "section"))  # fmt: skip
