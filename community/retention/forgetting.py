"""The one task of the worker that forgets, once an hour."""

import logging

from django.utils import timezone

from articles.keeping.limits import kept_for
from common.retention import RULES, Rule
from community.notifications.erasure import forget_what_was_erased
from community.retention.rules import BEFORE, ENDED

logger = logging.getLogger(__name__)


def forget_what_is_over() -> dict[str, int]:
    """Delete what has served its purpose; returns how many of each rule.

    A rule that fails does not keep the others from being carried out; the next hour tries again.
    """
    forgotten = {rule.name: attempt(rule) for rule in RULES}
    return {**forgotten, "snapshots of erased words": forget_what_was_erased()}


def attempt(rule: Rule) -> int:
    """Carry a rule out, or write down why it could not be."""
    try:
        return carry_out(rule)
    except Exception:
        logger.exception("%s were not forgotten; it is tried again.", rule.name)
        return 0


def carry_out(rule: Rule) -> int:
    """One rule; returns how many things are gone."""
    now = timezone.now()
    if rule.name in ENDED:
        return ENDED[rule.name](now)
    return BEFORE[rule.name](before=now - kept_for(rule.name))
