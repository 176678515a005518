"""How often members who flagged were right, and what became of flags on somebody's comments."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from community.members.models import Member
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


@dataclass(frozen=True)
class Received:
    """What became of flags on somebody's comments; `waiting` nobody has looked at yet."""

    upheld: int = 0
    declined: int = 0
    waiting: int = 0

    @property
    def total(self) -> int:
        return self.upheld + self.declined + self.waiting


def received_by(member: Member) -> Received:
    """The flags on a member's comments. Worry about somebody is no fault of theirs, and not counted;
    nor is a flag whose decision was reversed.
    """
    flags = Flag.objects.filter(comment__author=member).exclude(reason=Reason.WORRIED)
    reversed_ = Exists(Decision.objects.filter(reverses=OuterRef("decision")))
    counted = flags.exclude(reversed_).aggregate(
        upheld=Count("pk", filter=Q(outcome=Outcome.UPHELD)),
        declined=Count("pk", filter=Q(outcome=Outcome.DECLINED)),
        waiting=Count("pk", filter=Q(outcome=Outcome.OPEN)),
    )
    return Received(**counted)


def record_of(member: int) -> Record:
    """The record of one member."""
    return records_of([member]).get(member, Record())
