"""Flagging a comment, and taking a flag back.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed
from community.moderation.decisions.models import Decision
from community.moderation.flags.models import Flag
from community.moderation.flags.settling import open_flags
from community.moderation.flags.weighing import GUEST_WEIGHT, heaviest, hides, weight
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.reasons import URGENCY_CRISIS, URGENCY_FLAGGED, Code
from community.screening.records import Outcome as Verdict
from community.threads.actions import locked, write
from community.threads.models import Comment
from community.threads.placing import hide

# Somebody who flags more in a day is upset about a person or a topic, and should write to the team.
FLAGS_IN_WINDOW = 20
WINDOW = timedelta(days=1)

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
    """Who flags: a member, or a guest known by a keyed hash. `email` is where a guest is told."""

    member: Member | None = None
    guest_key: str = ""
    email: str = ""

    def fields(self) -> dict[str, Any]:
        """The fields of a flag that say who sent it."""
        if self.member:
            return {"flagger": self.member}
        return {"guest_key": self.guest_key, "email": self.email}

    def own(self) -> Q:
        """A condition on flags: sent by this person."""
        return Q(flagger=self.member) if self.member else Q(guest_key=self.guest_key)


@dataclass(frozen=True)
class Flagged:
    """What came of flagging: the flag, and whether it was there already."""

    flag: Flag
    is_repeated: bool = False


def flag_comment(*, comment: Comment, flagger: Flagger, reason: str, words: str = "") -> Flagged:
    """Point at a comment. One person has one flag on it; a second one gives back the first.

    Raises `NotAllowed` where there is nothing to flag, or too much was flagged already.
    """
    check_may_flag(comment, flagger)
    with transaction.atomic():
        comment = locked(comment)
        if earlier := Flag.objects.filter(flagger.own(), comment=comment).first():
            return Flagged(earlier, is_repeated=True)
        if not comment.is_visible:
            raise NotAllowed("This comment can no longer be read, so there is nothing to flag.")
        flag = Flag.objects.create(
            comment=comment,
            reason=reason,
            words=words.strip(),
            snapshot=comment.body,
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
    if flagger.member and comment.author_id == flagger.member.pk:
        raise NotAllowed("These are your own words. You can change them or take them back.")
    sent = Flag.objects.filter(flagger.own(), flagged_at__gte=timezone.now() - WINDOW)
    if sent.count() >= FLAGS_IN_WINDOW:
        raise NotAllowed(
            "You flagged many comments today. Moderators are looking at them; please go on tomorrow."
        )


def weight_of(flagger: Flagger) -> float:
    """What this person's flag counts, by how often moderators agreed with them."""
    if flagger.member is None:
        return GUEST_WEIGHT
    counted = Flag.objects.filter(flagger=flagger.member).aggregate(
        upheld=Count("pk", filter=Q(outcome=Outcome.UPHELD)),
        declined=Count("pk", filter=Q(outcome=Outcome.DECLINED)),
    )
    return weight(**counted)


def answer_before(comment: Comment, flag: Flag) -> Decision | None:
    """The decision that left these very words as they are although they were flagged for this."""
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
    flags = list(open_flags(comment))
    worried = any(flag.reason == Reason.WORRIED for flag in flags)
    urgency = URGENCY_CRISIS if worried else URGENCY_FLAGGED
    others = [reason for reason in comment.reasons if reason["code"] != Code.FLAGGED]
    waits = comment.waiting_since is not None
    write(
        comment,
        reasons=[flagged_reason(flags), *(others if waits else [])],
        urgency=max(urgency, comment.urgency if waits else 0),
        waiting_since=comment.waiting_since or timezone.now(),
    )


def flagged_reason(flags: list[Flag]) -> dict[str, Any]:
    """What is stored with the comment, as a reason of screening is. Nobody is named."""
    counted = Counter(flag.get_reason_display() for flag in flags)
    parts = [label if n == 1 else f"{label} ({n})" for label, n in counted.items()]
    readers = "1 reader" if len(flags) == 1 else f"{len(flags)} readers"
    return {
        "code": str(Code.FLAGGED),
        "words": [],
        "spans": [],
        "outcome": str(Verdict.HOLD),
        "detail": f"{readers}: {'; '.join(parts)}",
    }


def hide_where_heavy(comment: Comment) -> None:
    """Hide the comment until a moderator has read it, where its flags weigh enough.

    What the team writes, and words that a moderator has read and left, are not hidden by flags.
    """
    weights: dict[str, float] = defaultdict(float)
    for flag in open_flags(comment).filter(version=comment.version):
        if flag.reason in GROUNDS:
            weights[flag.reason] += flag.weight
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
        if open_flags(comment).exists():
            put_into_queue(comment)
        elif comment.is_visible and comment.waiting_since:
            write(comment, reasons=[], urgency=0, waiting_since=None)
