"""Sending a form once more that was hindered."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict


def with_value(sent: Mapping[str, Any], name: str, value: object) -> QueryDict:
    """What was sent, with another value of one field.

    Not `{**sent}`: what browsers send holds lists, which would come back in brackets.
    """
    changed = QueryDict(mutable=True)
    changed.update(sent)
    changed[name] = str(value)
    return changed
