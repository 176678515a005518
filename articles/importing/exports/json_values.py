"""Values of JSON exports and of database rows, whatever their type turns out to be."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from articles.importing.exports.limits import check_text
from articles.importing.exports.moments import epoch_moment, first_moment
from common.text import storable

Row = Mapping[str, Any]

# Seconds since 1970 have ten digits, milliseconds thirteen.
_DIGITS = 16


def row_of(value: object) -> Row:
    """Give an object; anything else is an empty one."""
    return value if isinstance(value, dict) else {}


def text_of(row: Row, *names: str) -> str:
    """Give the first of these fields that has text, fit to be stored; a number is its digits."""
    return next((text for name in names if (text := _text(row.get(name)).strip())), "")


def _text(value: object) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, str):
        check_text(len(value))
        return storable(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else ""


def is_true(row: Row, name: str) -> bool:
    """Say whether a field is true, or 1."""
    return row.get(name) in (True, "true", 1)


def moment_of(row: Row, *names: str) -> datetime | None:
    """Give the first of these fields that is a moment: a date, or seconds since 1970."""
    return next((found for name in names if (found := _moment(row.get(name)))), None)


def _moment(value: object) -> datetime | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return epoch_moment(value) if abs(value) < 10**_DIGITS else None
    if isinstance(value, float):
        return epoch_moment(value)
    text = _text(value).strip()
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
        return epoch_moment(int(text))
    return first_moment(text)
