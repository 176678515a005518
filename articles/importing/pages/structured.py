"""What a page says of itself in JSON-LD: a flat list of the things it describes.

Source: https://schema.org/ and https://www.w3.org/TR/json-ld11/, of which only the common part
is read: objects with an @type, wherever they are nested.
"""

import json
import re
from html import unescape
from typing import Any

from lxml import html

Node = dict[str, Any]

# In characters of one script; the largest with a whole article and its comments has 300,000.
MAX_SCRIPT_CHARS = 1_000_000
# Levels of brackets: a reply to a reply to a comment has 12, and reading deeper ones recurses.
MAX_BRACKETS = 60
# Objects of all scripts together.
MAX_NODES = 20_000

_ARTICLE = re.compile(
    r"(?:\w*Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting"
    r"|MedicalWebPage|Recipe|CreativeWork|HowTo|Review)"
)
_TAGS = re.compile(r"<[^<>]*>")


def read_nodes(tree: html.HtmlElement) -> list[Node]:
    """Give the objects of all JSON-LD scripts in order, the outer before those in them."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _walk(load(script.text or ""), MAX_NODES - len(nodes))
    return nodes


def load(text: str) -> Any:
    """Give what a JSON text holds, or None where it cannot be read or is too deep to."""
    text = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removesuffix("//]]>")
    if len(text) > MAX_SCRIPT_CHARS or _deepest(text) > MAX_BRACKETS:
        return None
    try:
        return json.loads(text.strip().removesuffix("-->").rstrip(" ;\n"), strict=False)
    except (ValueError, RecursionError):
        return None


def article_of(nodes: list[Node]) -> Node:
    """Give the object that is the article, or an empty one."""
    articles = [node for node in nodes if any(_ARTICLE.fullmatch(each) for each in types(node))]
    return next(
        (node for node in articles if node.get("headline")), articles[0] if articles else {}
    )


def types(node: Node) -> list[str]:
    """Give the types of an object by their short names."""
    return [str(each).rpartition("/")[2] for each in as_list(node.get("@type"))]


def as_list(value: Any) -> list[Any]:
    """Give a value that may be one thing, several, or none, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def words(value: Any) -> str:
    """Give the text of a value, of its name where it is an object, of the first of several.

    References to characters mean nothing in JSON, and are written there all the same.
    """
    for each in as_list(value):
        if isinstance(each, dict):
            each = next((each[key] for key in ("name", "@value", "url") if each.get(key)), "")
        if isinstance(each, str) and each.strip():
            return unescape(each).strip()
    return ""


def plain(text: str) -> str:
    """Give a text without tags, which some put into what should be plain."""
    return _TAGS.sub(" ", text) if "<" in text else text


def _walk(value: Any, most: int) -> list[Node]:
    nodes: list[Node] = []
    waiting = [value]
    while waiting and len(nodes) < most:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict):
            if "@type" in each:
                nodes.append(each)
            waiting += reversed(
                [inner for inner in each.values() if isinstance(inner, dict | list)]
            )
    return nodes


def _deepest(text: str) -> int:
    deepest = level = 0
    for found in re.finditer(r"[\[{]|[\]}]", text):
        level += 1 if found[0] in "[{" else -1
        deepest = max(deepest, level)
    return deepest
