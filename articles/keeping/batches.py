"""Deleting and changing many rows a few at a time, so that nobody else waits long for the database."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

BATCH = 500  # rows in one transaction


def delete_in_batches(rows: QuerySet[Any]) -> int:
    """Delete all of the rows; returns how many, not counting what goes along."""
    gone = 0
    while keys := some_keys(rows):
        with transaction.atomic():
            rows.model._base_manager.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


def change_in_batches(rows: QuerySet[Any], **changes: Any) -> int:
    """Change all of the rows; returns how many. Once changed, a row must not be among them any more."""
    changed = 0
    while keys := some_keys(rows):
        rows.model._base_manager.filter(pk__in=keys).update(**changes)
        changed += len(keys)
    return changed


def some_keys(rows: QuerySet[Any]) -> list[Any]:
    """Keys of the next of the rows."""
    return list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
