"""What is decided about people while it lasts.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.sanctions.ends import check_end
from community.moderation.sanctions.models import Sanction
from community.moderation.sanctions.reading import current, newest_about
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent

Kind, Ground = Sanction.Kind, Decision.Ground

# Between two comments of a slowed person: long enough to breathe, short enough to stay in a
# conversation.
GAP = timedelta(minutes=10)
FREE = "You can write here as before."


class DecidedMeanwhile(NotAllowed):
    """Somebody else decided about the person after the moderator had looked."""


def sanction_member(
    *,
    member: Member,
    moderator: Member,
    kind: str,
    ground: str,
    words: str,
    until: datetime | None = None,
    seen: int | None = None,
) -> Sanction:
    """Warn, slow down, read first, pause or ban somebody; they are told why.

    A pause needs an end, a warning and a ban have none. `seen` is the newest decision about the
    person that the moderator knows of (0: none). Raises `NotAllowed` and `DecidedMeanwhile`.
    """
    check_may_judge(member, moderator)
    check_is_complete(kind, ground, words, until)
    with transaction.atomic():
        member = locked(member, seen)
        check_is_new(member, kind)
        decision = Decision.objects.create(
            member=member,
            kind=kind,
            ground=ground,
            words=words.strip(),
            moderator=moderator,
            until=until,
        )
        sanction = Sanction.objects.create(
            member=member, kind=kind, decision=decision, began_at=timezone.now(), ends_at=until
        )
        write_restraints(member)
        record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)
    return sanction


def lift_sanctions(
    *,
    member: Member,
    moderator: Member,
    words: str,
    kinds: Collection[str] = Kind.values,
    seen: int | None = None,
) -> Decision:
    """End what holds about somebody, or these kinds of it. Raises as `sanction_member`."""
    check_may_judge(member, moderator)
    with transaction.atomic():
        member = locked(member, seen)
        held = list(current(member))
        over = [each for each in held if each.kind in kinds]
        if not over:
            raise NotAllowed("Nothing of this holds about this person any more.")
        decision = Decision.objects.create(
            member=member,
            kind=Decision.Kind.LIFT,
            words=words.strip(),
            facts=lifted_in_words(over, [each for each in held if each not in over]),
            moderator=moderator,
        )
        end(Sanction.objects.filter(pk__in=[each.pk for each in over]), decision)
        record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)
    return decision


def lifted_in_words(over: list[Sanction], left: list[Sanction]) -> str:
    """What is over, and what still holds."""
    rest = f"Still there: {in_words(left)}." if left else FREE
    return f"It is over: {in_words(over)}. {rest}"


def in_words(sanctions: list[Sanction]) -> str:
    """ "paused, slowed down" """
    return ", ".join(dict.fromkeys(each.get_kind_display().lower() for each in sanctions))


def check_may_judge(member: Member, moderator: Member) -> None:
    """Nobody judges themselves, and the team is judged by who runs the site."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide about people.")
    if member.pk == moderator.pk:
        raise NotAllowed("Somebody else decides about you.")
    if (member.is_moderator or member.is_superuser) and not moderator.is_superuser:
        raise NotAllowed("About somebody of the team only those decide who run the site.")


def check_is_complete(kind: str, ground: str, words: str, until: datetime | None) -> None:
    """With a reason in a list and in own words, and with an end where there must be one."""
    if kind not in Kind.values:
        raise NotAllowed("Please choose what to do.")
    if ground not in Ground.values[1:] or not words.strip():
        raise NotAllowed("Please choose a reason, and say it in your own words.")
    if kind == Kind.PAUSE and until is None:
        raise NotAllowed("A pause needs an end.")
    if kind in (Kind.WARN, Kind.BAN) and until is not None:
        raise NotAllowed("A warning and a ban have no end.")
    check_end(until)


def locked(member: Member, seen: int | None) -> Member:
    """The member as they are now, locked; of two moderators the second is told who was first."""
    member = Member.objects.select_for_update().get(pk=member.pk)
    newest = newest_about(member)
    if seen is not None and newest is not None and newest.pk > seen:
        name = newest.moderator.pseudonym if newest.moderator else "A rule"
        raise DecidedMeanwhile(
            f"{name} decided about this person while you were writing: "
            f"{newest.get_kind_display().lower()}. Nothing of yours was done. Please look at it, "
            "and decide again if it is still needed."
        )
    return member


def check_is_new(member: Member, kind: str) -> None:
    """What holds already is not decided again, nor a warning that nobody has read yet."""
    first = current(member).filter(kind=kind).select_related("decision__moderator").first()
    if first is not None:
        by = first.decision.moderator
        name = by.pseudonym if by else "Somebody"
        raise NotAllowed(f"{name} decided this already: {first.get_kind_display().lower()}.")


def write_restraints(member: Member) -> None:
    """Write what holds now into the columns of the member, where every post looks."""
    ends = dict(current(member).values_list("kind", "ends_at"))
    slowed = int(GAP.total_seconds()) if Kind.SLOW in ends else 0
    Member.objects.filter(pk=member.pk).update(
        is_banned=Kind.BAN in ends,
        paused_until=ends.get(Kind.PAUSE),
        is_read_first=Kind.READ_FIRST in ends,
        read_first_until=ends.get(Kind.READ_FIRST),
        gap_seconds=slowed,
        slowed_until=ends.get(Kind.SLOW),
        is_warned=Kind.WARN in ends,
    )
    member.refresh_from_db()


def end_by_appeal(*, first: Decision, outcome: Decision) -> None:
    """What a reversed decision had begun is over. Call inside the transaction of the appeal."""
    end(Sanction.objects.filter(decision=first, lifted_by=None), outcome)


def end(sanctions: QuerySet[Sanction], decision: Decision) -> None:
    """Note by what they ended, and let the person write as before."""
    members = list(Member.objects.filter(sanctions__in=sanctions).distinct())
    sanctions.update(lifted_by=decision)
    for member in members:
        write_restraints(member)
