"""Lists that go on: the longest waiting first, page by page, from a row on."""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

LISTED = 50  # rows of a page: what one looks over
DIGITS_MAX = 18  # of a key; more fits into no column

Row = TypeVar("Row", bound=Model)


def page_of(rows: QuerySet[Row], asked: Mapping[str, str], since: str) -> tuple[list[Row], int]:
    """The rows of the page that an address asks for by `after`, and the key the next begins after.

    `since` names the column with the moment from which a row waits. The key is 0 on the last page. It
    stays a place when its row and those before it are answered, so nobody misses one on the way.
    """
    ordered = rows.order_by(since, "pk")
    after = row_of(rows.model, asked.get("after", ""), since)
    if after:
        moment, key = after
        ordered = ordered.filter(
            Q(**{f"{since}__gt": moment}) | Q(**{since: moment, "pk__gt": key})
        )
    found = list(ordered[: LISTED + 1])
    return found[:LISTED], found[LISTED - 1].pk if len(found) > LISTED else 0


def row_of(model: type[Row], text: str, since: str) -> tuple[object, int] | None:
    """Where the row stands that an address names; None when it names none."""
    if not (text.isascii() and text.isdecimal()) or len(text) > DIGITS_MAX:
        return None
    place: tuple[object, int] | None = (
        model._default_manager.filter(pk=int(text)).values_list(since, "pk").first()
    )
    return place
