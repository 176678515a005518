"""Publishing a comment with words blanked."""

from collections.abc import Sequence

from django.db import transaction

from community.members.models import Member
from community.moderation.claims.actions import NotAllowed, check_is_free
from community.moderation.decisions.actions import (
    Kind,
    check_is_open,
    check_may_decide,
    check_reason,
    end_waiting,
    unsaved,
)
from community.moderation.decisions.blanked_words import replace_words, show_changed
from community.moderation.decisions.blanking import Blanked, blank
from community.moderation.decisions.models import Decision
from community.moderation.flags.settling import settle_flags
from community.moderation.sanctions.trust import renew_trust
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.screening.marking import places
from community.screening.reasons import NUDGES
from community.threads.actions import locked
from community.threads.models import Comment

NOTHING_CHOSEN = "Please choose the words to blank."
NOTHING_LEFT = "Nothing would be left to read. Please do not publish it, or remove it, instead."
REPEATED = (
    "Please leave the blanked words out of your own words: these stay in the log, which nobody can "
    "change."
)


def redact_comment(
    *,
    comment: Comment,
    moderator: Member,
    version: int,
    ground: str,
    wordings: Sequence[str],
    words: str = "",
) -> Decision:
    """Publish a comment, or leave it visible, with these words of it blanked.

    Raises what every decision raises; `NotAllowed` also where the words do not stand in it.
    """
    check_may_decide(comment, moderator, Kind.REDACT, ground)
    check_reason(ground, words)
    with transaction.atomic():
        comment = locked(comment)
        check_is_open(comment, Kind.REDACT, version)
        if comment.waiting_since:
            check_is_free(comment, moderator)
        blanked = checked(blank(comment.words, wordings), words)
        decision = unsaved(
            Kind.REDACT, comment, moderator=moderator, ground=ground, words=words.strip()
        )
        decision.facts = facts(comment, blanked)
        replace_words(comment, blanked, wordings)
        show_changed(comment)
        end_waiting(comment)
        decision.save()
        settle_flags(comment=comment, decision=decision)
        renew_trust(comment.author_id)
        record_event(kind=OutboxEvent.Kind.COMMENT_DECIDED, subject_id=decision.pk)
    return decision


def checked(blanked: Blanked, words: str) -> Blanked:
    """What may be published. Raises `NotAllowed` with what is wrong."""
    if trouble := what_is_wrong(blanked, words):
        raise NotAllowed(trouble)
    return blanked


def what_is_wrong(blanked: Blanked, words: str = "") -> str:
    """A sentence, or "": at least one hit, none missed, something left, nothing repeated."""
    if blanked.missing:
        listed = ", ".join(f"“{wording}”" for wording in blanked.missing)
        return f"This does not stand in the comment: {listed}."
    if not blanked.spans:
        return NOTHING_CHOSEN
    if blanked.leaves_nothing:
        return NOTHING_LEFT
    gone = (blanked.original[start:end] for start, end in blanked.spans)
    return REPEATED if any(blank(words, [wording]).spans for wording in gone) else ""


def facts(comment: Comment, blanked: Blanked) -> str:
    """How much was blanked and of which kind; never the words."""
    count, words = len(blanked.spans), blanked.words
    spots = "One place was" if count == 1 else f"{count} places were"
    whole = "1 word" if words == 1 else f"{words} words"
    kinds = kinds_seen(comment, blanked)
    seen = f" Our rules had seen there: {', '.join(kinds)}." if kinds else ""
    return f"{spots} blanked, {whole} in all.{seen}"


def kinds_seen(comment: Comment, blanked: Blanked) -> list[str]:
    """What screening had seen at the places that are blanked, in plain words."""
    kinds = []
    for reason in comment.reasons:
        seen = places(comment.words, reason)
        touches = any(a < d and c < b for a, b in seen for c, d in blanked.spans)
        if touches and reason["code"] in NUDGES:
            kinds.append(NUDGES[reason["code"]])
    return kinds
