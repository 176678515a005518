"""Flagging a comment, and taking a flag back.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.flags.guest_keys import browser_part, network_part
from community.moderation.flags.models import Flag
from community.moderation.flags.querysets import record_of
from community.moderation.flags.settling import open_flags
from community.moderation.flags.weighing import GUEST_WEIGHT, add_up, heaviest, hides, weight
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.reasons import (
    URGENCY_CRISIS,
    URGENCY_FLAGGED,
    URGENCY_MENTOR_FLAGGED,
    Code,
)
from community.screening.records import Outcome as Verdict
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import hide

# Somebody who flags more in a day is upset about a person or a topic, and should write to the team.
FLAGS_IN_WINDOW = 20
# All guests of one network together: a ward, or the phones of one company, have more to say.
NETWORK_FLAGS_IN_WINDOW = 60
WINDOW = timedelta(days=1)
# A second click, or a page that is sent again, comes before the cookie of the first one is there.
RESEND_TIME = timedelta(minutes=1)

Reason, Outcome, Kind, Ground = Flag.Reason, Flag.Outcome, Decision.Kind, Decision.Ground

# Why a comment is hidden when its flags are heavy enough. Worry about a person hides nothing: it
# puts their words first.
GROUNDS: dict[str, Decision.Ground] = {
    Reason.ADVICE: Ground.MEDICAL_ADVICE,
    Reason.ATTACK: Ground.ATTACK,
    Reason.DETAILS: Ground.PERSONAL_DETAILS,
    Reason.SELLING: Ground.SELLING,
    Reason.OTHER: Ground.OTHER,
}


@dataclass(frozen=True)
class Flagger:
    """Who flags: a member, or a guest known by a key (see `guest_keys`).

    `email` is where a guest is told, `wrote` the keys of comments this browser posted as a guest.
    """

    member: Member | None = None
    guest_key: str = ""
    email: str = ""
    wrote: tuple[int, ...] = ()

    def fields(self) -> dict[str, Any]:
        """The fields of a flag that say who sent it."""
        if self.member:
            return {"flagger": self.member}
        return {"guest_key": self.guest_key, "email": self.email}

    def own(self) -> Q:
        """A condition on flags: sent by this person, from whatever network."""
        if self.member:
            return Q(flagger=self.member)
        browser = browser_part(self.guest_key)
        elsewhere = Q(guest_key__endswith=browser) if browser else Q()
        return Q(guest_key=self.guest_key) | elsewhere

    def beside(self) -> Q:
        """A condition on flags: sent by this member, or by any guest of this network."""
        if self.member:
            return Q(flagger=self.member)
        return Q(guest_key__startswith=network_part(self.guest_key))


@dataclass(frozen=True)
class Flagged:
    """What came of flagging: the flag, and whether it was there already."""

    flag: Flag
    is_repeated: bool = False


def flag_comment(*, comment: Comment, flagger: Flagger, reason: str, words: str = "") -> Flagged:
    """Point at a comment. One person has one flag on it; a second one gives back the first.

    What a moderator looked at already is answered at once, and the comment does not wait again.

    Raises `NotAllowed` where there is nothing to flag, or too much was flagged already.
    """
    check_may_flag(comment, flagger)
    with transaction.atomic():
        comment = locked(comment)
        if earlier := earlier_flag(comment, flagger, reason=reason, words=words.strip()):
            return Flagged(earlier, is_repeated=True)
        if not comment.is_visible:
            raise NotAllowed("This comment can no longer be read, so there is nothing to flag.")
        flag = Flag.objects.create(
            comment=comment,
            reason=reason,
            words=words.strip(),
            snapshot=comment.words,
            version=comment.version,
            weight=weight_of(flagger),
            **flagger.fields(),
        )
        if answered := answer_before(comment, flag):
            settle_at_once(flag, answered)
        else:
            put_into_queue(comment)
            hide_where_heavy(comment)
    return Flagged(flag)


def check_may_flag(comment: Comment, flagger: Flagger) -> None:
    """Not one's own words, and not everything one sees."""
    is_own = flagger.member is not None and comment.author_id == flagger.member.pk
    if is_own or (comment.author_id is None and comment.pk in flagger.wrote):
        raise NotAllowed("These are your own words. You can change them or take them back.")
    sent = Flag.objects.filter(flagger.beside(), flagged_at__gte=timezone.now() - WINDOW)
    if flagger.member and sent.count() >= FLAGS_IN_WINDOW:
        raise NotAllowed(
            "You flagged many comments today. Moderators are looking at them; please go on "
            "tomorrow. What you wrote is kept below."
        )
    if not flagger.member and sent.count() >= NETWORK_FLAGS_IN_WINDOW:
        raise NotAllowed(
            "Many flags came from your network today. Moderators are looking at them; please go on "
            "tomorrow, or with an account. What you wrote is kept below."
        )


def earlier_flag(comment: Comment, flagger: Flagger, **sent: str) -> Flag | None:
    """The flag of this person on the comment, or the same one that was sent a moment ago."""
    flags = Flag.objects.filter(comment=comment)
    own = flags.filter(flagger.own()).first()
    if own or flagger.member:
        return own
    just_now = timezone.now() - RESEND_TIME
    same = flags.filter(flagger.beside(), email=flagger.email, flagged_at__gte=just_now, **sent)
    return same.first()


def weight_of(flagger: Flagger) -> float:
    """What this person's flag counts, by how often moderators agreed with them."""
    if flagger.member is None:
        return GUEST_WEIGHT
    record = record_of(flagger.member.pk)
    return weight(record.upheld, record.declined)


def answer_before(comment: Comment, flag: Flag) -> Decision | None:
    """The decision that left these very words as they are although they were flagged for this.

    Worry is about a person and not about their words, so it is always looked at again.
    """
    if flag.reason == Reason.WORRIED:
        return None
    same = Flag.objects.filter(
        comment=comment, version=comment.version, reason=flag.reason, outcome=Outcome.DECLINED
    )
    earlier = same.exclude(pk=flag.pk).select_related("decision").first()
    return earlier.decision if earlier else None


def settle_at_once(flag: Flag, decision: Decision) -> None:
    """A moderator has looked at this already: the flag is kept, and nobody is asked again."""
    changes = {"outcome": Outcome.DECLINED, "decision": decision, "settled_at": timezone.now()}
    Flag.objects.filter(pk=flag.pk).update(**changes)
    flag.refresh_from_db()


def put_into_queue(comment: Comment) -> None:
    """Let the comment wait for a moderator, with what its readers say."""
    flags = list(open_flags(comment).select_related("flagger"))
    worried = any(flag.reason == Reason.WORRIED for flag in flags)
    urgency = URGENCY_MENTOR_FLAGGED if by_mentor(flags) else URGENCY_FLAGGED
    if worried:
        urgency = URGENCY_CRISIS
    others = [reason for reason in comment.reasons if reason["code"] != Code.FLAGGED]
    waits = comment.waiting_since is not None
    write(
        comment,
        reasons=[flagged_reason(flags), *(others if waits else [])],
        urgency=max(urgency, comment.urgency if waits else 0),
        waiting_since=comment.waiting_since or timezone.now(),
    )


def by_mentor(flags: list[Flag]) -> bool:
    """Whether somebody flagged it whom the team trusts to welcome people."""
    return any(flag.flagger and flag.flagger.role == Member.Role.MENTOR for flag in flags)


def flagged_reason(flags: list[Flag]) -> dict[str, Any]:
    """What is stored with the comment, as a reason of screening is. Nobody is named."""
    return {
        "code": str(Code.FLAGGED),
        "words": [],
        "spans": [],
        "outcome": str(Verdict.HOLD),
        "detail": counted_reasons(flags),
    }


def counted_reasons(flags: list[Flag]) -> str:
    """How many readers said what, for example `2 readers: It attacks somebody (2)`."""
    if not flags:
        return "Readers flagged it, and took that back"
    counted = Counter(flag.get_reason_display() for flag in flags)
    parts = [label if n == 1 else f"{label} ({n})" for label, n in counted.items()]
    readers = "1 reader" if len(flags) == 1 else f"{len(flags)} readers"
    trusted = "; flagged by a mentor" if by_mentor(flags) else ""
    return f"{readers}: {'; '.join(parts)}{trusted}"


def hide_where_heavy(comment: Comment) -> None:
    """Hide the comment until a moderator has read it, where its flags weigh enough.

    What the team writes, and words that a moderator has read and left, are not hidden by flags.
    """
    weights = add_up(counting_flags(comment))
    if not weights or not hides(weights.values()) or was_read(comment):
        return
    decision = Decision.objects.create(
        comment=comment,
        kind=Kind.HIDE,
        version=comment.version,
        ground=GROUNDS[heaviest(weights)],
        state_before=comment.state,
        screening_codes=[str(Code.FLAGGED)],
        is_automated=True,
    )
    hide(comment, Comment.State.PENDING)
    record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)


def counting_flags(comment: Comment) -> list[tuple[str, str, float]]:
    """Sender, reason and weight of the open flags on the words as they stand, the oldest first."""
    flags: QuerySet[Flag] = open_flags(comment).filter(version=comment.version, reason__in=GROUNDS)
    return [(sender_of(flag), flag.reason, flag.weight) for flag in flags.order_by("pk")]


def sender_of(flag: Flag) -> str:
    """What counts once: a member, or all guests of one network."""
    if flag.flagger_id:
        return f"member {flag.flagger_id}"
    return network_part(flag.guest_key) if flag.guest_key else f"flag {flag.pk}"


# Somebody read it with these words and let readers see it.
READ = (Kind.KEEP, Kind.APPROVE, Kind.RESTORE, Kind.APPEAL_REVERSED)


def was_read(comment: Comment) -> bool:
    """Whether one of the team wrote it, or read it as it stands."""
    if comment.author is not None and comment.author.is_moderator:
        return True
    same = Q(kind__in=READ, version=comment.version)
    blanked = Q(kind=Kind.REDACT, version=comment.version - 1)  # what it left is one version on
    return comment.decisions.filter(same | blanked).exists()


def withdraw_flag(*, flag: Flag, flagger: Flagger) -> None:
    """Take one's own flag back, while nobody has answered it. Raises `NotAllowed`."""
    if not Flag.objects.filter(flagger.own(), pk=flag.pk).exists():
        raise NotAllowed("This flag is not yours.")
    with transaction.atomic():
        comment = locked(flag.comment)
        gone = Flag.objects.filter(pk=flag.pk, outcome=Outcome.OPEN).delete()[0]
        if not gone:
            raise NotAllowed("A moderator has answered this flag already.")
        if open_flags(comment).exists() or comment.is_hidden_by_flags:
            put_into_queue(comment)  # what was hidden stays so until a moderator has read it
        elif comment.is_visible and comment.waiting_since:
            write(comment, reasons=[], urgency=0, waiting_since=None)
