"""Characters that HTML writes in another way, read and written."""

import html
import re

from common.text import storable

# The highest character has seven digits (&#1114111;). Python refuses to read numbers of some
# thousand digits, and there is nothing behind them.
_ENDLESS_NUMBER = re.compile(r"&#[0-9]{8,};?")

# In an attribute "&copy=1" is part of an address, so only references with their ";" count.
_REFERENCE = re.compile("&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,31});")

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\u00a0": "&nbsp;"}
)


def decode(raw: str) -> str:
    """The characters that a piece of HTML text stands for, as browsers read it."""
    if "&" not in raw:
        return raw
    return storable(html.unescape(_ENDLESS_NUMBER.sub("\ufffd", raw)))


def decode_attribute(raw: str) -> str:
    """The characters that the value of an attribute stands for."""
    if "&" not in raw:
        return raw
    return _REFERENCE.sub(lambda match: decode(match[0]), raw)


def escape(text: str) -> str:
    """Text as HTML, in exactly the form in which nh3 writes it."""
    return text.translate(_TEXT)


def escape_attribute(text: str) -> str:
    """The value of an attribute in double quotes, in exactly the form in which nh3 writes it."""
    return text.translate(_ATTRIBUTE)
