"""Lists inside the article: numbered and bulleted, one in another as far as they are indented."""

from dataclasses import dataclass, field

from articles.importing.plaintext.rendering import lines_html
from articles.importing.plaintext.units import Unit

# Deeper lists are set on this level: nobody can read more on a phone.
MAX_LIST_DEPTH = 5


@dataclass
class _Item:
    unit: Unit
    lines: list[str]
    children: list["_Item"] = field(default_factory=list)


def list_html(units: list[Unit]) -> str:
    """Give the lists that a run of items, with the lines that continue them, stands for."""
    return _html(_tree(units))


def _tree(units: list[Unit]) -> list[_Item]:
    roots: list[_Item] = []
    open_items: list[_Item] = []
    for unit in units:
        if unit.marker is None and open_items:
            open_items[-1].lines.append(unit.text)
            continue
        while open_items and (
            open_items[-1].unit.indent >= unit.indent or len(open_items) >= MAX_LIST_DEPTH
        ):
            open_items.pop()
        item = _Item(unit, [unit.text] if unit.text else [])
        (open_items[-1].children if open_items else roots).append(item)
        open_items.append(item)
    return roots


def _html(items: list[_Item]) -> str:
    parts: list[str] = []
    tag = ""
    for item in items:
        marker = item.unit.marker
        wanted = "ol" if marker and marker.is_number else "ul"
        if wanted != tag:
            parts += [f"</{tag}>"] if tag else []
            parts.append(_opening(wanted, marker.value if marker else 0))
            tag = wanted
        parts.append(f"<li>{lines_html(item.lines)}{_html(item.children)}</li>")
    return "".join(parts) + (f"</{tag}>" if tag else "")


def _opening(tag: str, first: int) -> str:
    return f'<ol start="{first}">' if tag == "ol" and first != 1 else f"<{tag}>"
