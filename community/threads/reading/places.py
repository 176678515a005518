"""Which page of a thread an address asks for."""

from django.http import HttpRequest

from community.threads.reading.pages import OLDEST, ORDERS
from community.threads.tree import NUMBER_MAX

MAX_DIGITS = 9  # more digits than a number within a thread has


def asked_order(request: HttpRequest) -> str:
    """Oldest first unless the address says newest."""
    order = request.GET.get("order", OLDEST)
    return order if order in ORDERS else OLDEST


def asked_start(request: HttpRequest) -> int:
    """The number of the comment at which the page begins; 0 when the address names none."""
    asked = request.GET.get("from", "")
    return min(int(asked), NUMBER_MAX) if asked.isdecimal() and len(asked) <= MAX_DIGITS else 0
