"""How often members who flagged were right."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag

Outcome, Reason = Flag.Outcome, Flag.Reason


@dataclass(frozen=True)
class Record:
    """What became of somebody's flags."""

    upheld: int = 0
    declined: int = 0

    @property
    def total(self) -> int:
        return self.upheld + self.declined


def records_of(members: Iterable[int]) -> dict[int, Record]:
    """The records of members by their keys, in one query; who has none is not in it.

    Worry counts neither way, or people would be taught not to say it; nor does a flag whose
    decision was reversed.
    """
    reversed_ = Exists(Decision.objects.filter(reverses=OuterRef("decision")))
    flags = Flag.objects.filter(flagger__in=members).exclude(reason=Reason.WORRIED)
    counted = flags.exclude(reversed_).order_by().values_list("flagger")
    rows = counted.annotate(
        upheld=Count("pk", filter=Q(outcome=Outcome.UPHELD)),
        declined=Count("pk", filter=Q(outcome=Outcome.DECLINED)),
    )
    return {key: Record(upheld, declined) for key, upheld, declined in rows}


def record_of(member: int) -> Record:
    """The record of one member."""
    return records_of([member]).get(member, Record())
