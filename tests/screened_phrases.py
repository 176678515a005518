"""Own-written phrases that screening is measured on, and how many of them a rule sees.

In the files a sign that cannot be seen, or that looks like another, is written as an escape
("\\u200b"). The "held out" halves were written before the rules and are for measuring only: new
phrases to learn from go into the "tuned" files.
"""

import re
from collections.abc import Callable
from pathlib import Path

PHRASES = Path(__file__).parent / "community" / "screening" / "phrases"
HALVES = ("tuned", "held_out")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})")


def phrases(name: str) -> list[str]:
    """The lines of `phrases/<name>.txt`, with what the escapes stand for."""
    lines = (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), line) for line in lines]


def pairs(name: str) -> list[tuple[str, str]]:
    """The lines of a file that has an earlier and a later text on each."""
    return [(line.partition(" || ")[0], line.partition(" || ")[2]) for line in phrases(name)]


def share_seen(name: str, items: list, is_seen: Callable) -> float:
    """The share of the items that are seen. Prints it, for `pytest -s`."""
    seen = sum(map(is_seen, items))
    print(f"{name}: {seen} of {len(items)} seen, {seen / len(items):.1%}")
    return seen / len(items)
