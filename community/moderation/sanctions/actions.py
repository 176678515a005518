"""What is decided about people and threads while it lasts.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.sanctions.models import Sanction
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.models import Thread
from community.threads.placing import touch_thread

Kind, Ground, Mode = Sanction.Kind, Decision.Ground, Thread.Mode

MODE_KINDS = {
    Mode.OPEN: Decision.Kind.OPEN,
    Mode.SLOW: Decision.Kind.SLOW,
    Mode.READ_FIRST: Decision.Kind.READ_FIRST,
    Mode.CLOSED: Decision.Kind.CLOSE,
}
# A slowed person or thread: long enough to breathe, short enough to stay in a conversation.
GAP = timedelta(minutes=10)


def sanction_member(
    *,
    member: Member,
    moderator: Member,
    kind: str,
    ground: str,
    words: str,
    until: datetime | None = None,
) -> Sanction:
    """Warn, slow down, read first, pause or ban somebody; they are told why.

    A pause needs an end, a warning and a ban have none. Raises `NotAllowed`.
    """
    check_may_sanction(member, moderator, kind, ground, words, until)
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        check_is_new(member, kind)
        decision = Decision.objects.create(
            member=member,
            kind=kind,
            ground=ground,
            words=words.strip(),
            moderator=moderator,
            until=until,
        )
        now = timezone.now()
        sanction = Sanction.objects.create(
            member=member, kind=kind, decision=decision, began_at=now, ends_at=until
        )
        write_restraints(member)
        record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)
    return sanction


def check_may_sanction(
    member: Member, moderator: Member, kind: str, ground: str, words: str, until: datetime | None
) -> None:
    """Moderators, about others, with a reason in a list and in own words."""
    check_may_judge(member, moderator)
    if kind not in Kind.values:
        raise NotAllowed("Please choose what to do.")
    if ground not in Ground.values[1:] or not words.strip():
        raise NotAllowed("Please choose a reason, and say it in your own words.")
    if kind == Kind.PAUSE and until is None:
        raise NotAllowed("A pause needs an end.")
    if until is not None and until <= timezone.now():
        raise NotAllowed("The end lies in the past.")


def check_may_judge(member: Member, moderator: Member) -> None:
    """Nobody judges themselves, and the team is judged by who runs the site."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide about people.")
    if member.pk == moderator.pk:
        raise NotAllowed("Somebody else decides about you.")
    if member.is_moderator and not moderator.is_superuser:
        raise NotAllowed("About somebody of the team only those decide who run the site.")


def check_is_new(member: Member, kind: str) -> None:
    """Of two moderators the second is told who was first."""
    first = current(member).filter(kind=kind).select_related("decision__moderator").first()
    if first is not None and kind != Kind.WARN:
        by = first.decision.moderator
        name = by.pseudonym if by else "Somebody"
        raise NotAllowed(f"{name} decided this already: {first.get_kind_display().lower()}.")


def current(member: Member) -> QuerySet[Sanction]:
    """The sanctions that hold at this moment."""
    now = timezone.now()
    running = Sanction.objects.filter(member=member, lifted_by=None)
    running = running.filter(Q(ends_at=None) | Q(ends_at__gt=now))
    return running.exclude(kind=Kind.WARN, acknowledged_at__isnull=False)


def write_restraints(member: Member) -> None:
    """Write what holds now into the columns of the member, where every post looks."""
    running = current(member)
    kinds = set(running.values_list("kind", flat=True))
    pauses = running.filter(kind=Kind.PAUSE)
    Member.objects.filter(pk=member.pk).update(
        is_banned=Kind.BAN in kinds,
        paused_until=pauses.aggregate(until=Max("ends_at"))["until"],
        is_read_first=Kind.READ_FIRST in kinds,
        gap_seconds=int(GAP.total_seconds()) if Kind.SLOW in kinds else 0,
        is_warned=Kind.WARN in kinds,
    )
    member.refresh_from_db()


def lift_sanctions(*, member: Member, moderator: Member, words: str) -> Decision:
    """End everything that holds about somebody. Raises `NotAllowed`."""
    check_may_judge(member, moderator)
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        keys = list(current(member).values_list("pk", flat=True))
        if not keys:
            raise NotAllowed("Nothing holds about this person any more.")
        decision = Decision.objects.create(
            member=member, kind=Decision.Kind.LIFT, words=words.strip(), moderator=moderator
        )
        end(Sanction.objects.filter(pk__in=keys), decision)
        record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)
    return decision


def end_by_appeal(*, first: Decision, outcome: Decision) -> None:
    """What a reversed decision had begun is over. Call inside the transaction of the appeal."""
    end(Sanction.objects.filter(decision=first, lifted_by=None), outcome)


def end(sanctions: QuerySet[Sanction], decision: Decision) -> None:
    """Note by what they ended, and let the person write as before."""
    members = list(Member.objects.filter(sanctions__in=sanctions).distinct())
    sanctions.update(lifted_by=decision)
    for member in members:
        write_restraints(member)


def note_confirmed(*, member: Member) -> None:
    """The member has read the warnings that stand."""
    unread = Sanction.objects.filter(member=member, kind=Kind.WARN, acknowledged_at=None)
    unread.update(acknowledged_at=timezone.now())


def end_what_is_over() -> int:
    """Let people write as before whose sanctions have ended by themselves; for the worker."""
    restrained = Member.objects.filter(
        Q(is_banned=True) | Q(is_read_first=True) | Q(gap_seconds__gt=0) | Q(is_warned=True)
    )
    over = Sanction.objects.filter(ends_at__lte=timezone.now(), lifted_by=None)
    members = list(restrained.filter(sanctions__in=over).distinct())
    for member in members:
        with transaction.atomic():
            write_restraints(Member.objects.select_for_update().get(pk=member.pk))
    return len(members)


def set_mode(
    *,
    thread: Thread,
    moderator: Member,
    mode: str,
    words: str = "",
    until: datetime | None = None,
) -> Decision:
    """Close a thread, slow it down, read its comments first, or open it again.

    Readers see the mode, its end and the words. Raises `NotAllowed`.
    """
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide about threads.")
    if mode not in MODE_KINDS:
        raise NotAllowed("Please choose how the thread takes comments.")
    if until is not None and until <= timezone.now():
        raise NotAllowed("The end lies in the past.")
    is_open = mode == Mode.OPEN
    with transaction.atomic():
        thread = Thread.objects.select_for_update().get(pk=thread.pk)
        thread.mode = mode
        thread.mode_until = None if is_open else until
        thread.mode_words = "" if is_open else words.strip()
        thread.gap_seconds = int(GAP.total_seconds()) if mode == Mode.SLOW else 0
        thread.save(update_fields=["mode", "mode_until", "mode_words", "gap_seconds"])
        touch_thread(thread)
        return Decision.objects.create(
            thread=thread,
            kind=MODE_KINDS[Mode(mode)],
            words=words.strip(),
            moderator=moderator,
            until=thread.mode_until,
        )
