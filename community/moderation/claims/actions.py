"""Claims: one moderator at a time reads a comment, a notice or an appeal, for ten minutes.

Nobody has to remember to give a claim back: it ends by itself. Deciding ends it too.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community.members.models import Member
from community.moderation.appeals.models import Appeal
from community.moderation.claims.models import Claim, Note
from community.moderation.notices.models import Notice
from community.moderation.team.querysets import is_alone
from community.threads.models import Comment

# Long enough to read a hard post twice and to look at the thread; short enough that a closed
# laptop holds nobody up for long.
CLAIM_TIME = timedelta(minutes=10)


# What can be claimed.
Thing = Comment | Notice | Appeal


class NotAllowed(Exception):
    """The person may not do this; the text says why."""


class NoLongerWaits(NotAllowed):
    """Somebody decided meanwhile, or the author took it back."""

    def __init__(self) -> None:
        super().__init__(
            "It waits no longer: somebody decided on it meanwhile, or its author took it back."
        )


class ClaimedByOther(Exception):
    """Somebody else reads the comment at the moment."""

    def __init__(self, claim: Claim | None) -> None:
        super().__init__("claimed by somebody else")
        self.claim = claim


def claim_comment(*, comment: Comment, moderator: Member) -> Claim:
    """Claim a waiting comment, or go on with one's own claim.

    Raises `ClaimedByOther`, `NotAllowed` and `NoLongerWaits`. Whoever decides locks the row, too:
    either the decision meets the claim, or the claim finds that nothing waits.
    """
    check_may_claim(comment, moderator)
    with transaction.atomic():
        waiting = Comment.objects.waiting().select_for_update(no_key=True)
        if not waiting.filter(pk=comment.pk).values_list("pk"):
            raise NoLongerWaits
        return claim_thing(comment, moderator)


def claim_thing(thing: Thing, moderator: Member) -> Claim:
    """Claim it, or go on with one's own claim. Raises `NotAllowed` and `ClaimedByOther`."""
    check_may_claim(thing, moderator)
    known: Claim | None = getattr(thing, "claim", None)
    if known is None:
        begin_claim(thing, moderator)
    elif not is_held_by_other(known, moderator):
        go_on(known, moderator)
    claim = stored_claim(thing)
    if claim is None:  # what was known is gone
        begin_claim(thing, moderator)
        claim = stored_claim(thing)
    if claim is None or is_held_by_other(claim, moderator):
        raise ClaimedByOther(claim)
    return claim


def of(thing: Thing) -> dict[str, Any]:
    """The field of a claim that names the thing."""
    return {thing._meta.model_name or "": thing}


def begin_claim(thing: Thing, moderator: Member) -> None:
    """The first claim on a thing; whoever comes second finds the row there."""
    row = Claim(**of(thing), **fresh(moderator))
    Claim.objects.bulk_create([row], ignore_conflicts=True)


def go_on(known: Claim, moderator: Member) -> None:
    """More time for one's own claim; a new one where a claim has ended.

    Only if the claim is as it was known: of two who take over an ended one, one succeeds.
    """
    same = Claim.objects.filter(pk=known.pk, expires_at=known.expires_at)
    if known.moderator_id == moderator.pk and known.expires_at > timezone.now():
        same.update(expires_at=timezone.now() + CLAIM_TIME)
    else:
        same.update(**fresh(moderator))


def stored_claim(thing: Thing) -> Claim | None:
    """The claim as it is now, also kept at the thing."""
    claims = Claim.objects.select_related("moderator", "passed_by").filter(**of(thing))
    claim = claims.first()
    if claim is not None:
        thing.claim = claim
    return claim


def is_held_by_other(claim: Claim, moderator: Member) -> bool:
    """Whether somebody else reads the comment at the moment."""
    return claim.moderator_id != moderator.pk and claim.expires_at > timezone.now()


def fresh(moderator: Member, *, passed_by: Member | None = None) -> dict[str, Any]:
    """Fields of a claim that begins now."""
    now = timezone.now()
    times = {"claimed_at": now, "expires_at": now + CLAIM_TIME}
    return {"moderator": moderator, "passed_by": passed_by, **times}


def claim_first(*, comments: Iterable[Comment], moderator: Member) -> Comment | None:
    """Claim the first of these that nobody else reads; None when all are being read."""
    for comment in comments:
        try:
            claim_comment(comment=comment, moderator=moderator)
        except (ClaimedByOther, NoLongerWaits):
            continue
        return comment
    return None


def release_claim(*, comment: Comment, moderator: Member) -> None:
    """Give one's own claim back, so that others may begin at once."""
    release_thing(comment, moderator)


def release_thing(thing: Thing, moderator: Member) -> None:
    """End one's own claim on it."""
    Claim.objects.filter(moderator=moderator, **of(thing)).delete()


def pass_claim(*, comment: Comment, moderator: Member, to: Member) -> Claim:
    """Hand one's claim on to another moderator, who then has the full time.

    Raises `ClaimedByOther` when the claim is not one's own any more, `NotAllowed` and
    `NoLongerWaits`.
    """
    check_may_claim(comment, moderator)
    check_may_claim(comment, to)
    with transaction.atomic():
        claim_comment(comment=comment, moderator=moderator)
        own = Claim.objects.filter(comment=comment, moderator=moderator)
        own.update(**fresh(to, passed_by=moderator))
    return Claim.objects.select_related("moderator", "passed_by").get(comment=comment)


def take_over(*, comment: Comment, moderator: Member) -> Claim:
    """Take a comment from somebody who reads it: for when they cannot go on and it must not wait.

    Raises `NotAllowed` and `NoLongerWaits`.
    """
    check_may_claim(comment, moderator)
    with transaction.atomic():
        Claim.objects.filter(comment=comment).exclude(moderator=moderator).update(
            **fresh(moderator)
        )
        stored_claim(comment)
        return claim_comment(comment=comment, moderator=moderator)


def add_note(*, comment: Comment, moderator: Member, words: str) -> Note:
    """Write something down for the other moderators."""
    return write_note(comment, moderator, words, asks_second_opinion=False)


def ask_second_opinion(*, comment: Comment, moderator: Member, words: str) -> Note:
    """Leave a waiting comment to another moderator, and say what one is not sure about.

    Raises `ClaimedByOther`, `NotAllowed` and `NoLongerWaits`.
    """
    with transaction.atomic():
        claim_comment(comment=comment, moderator=moderator)
        note = write_note(comment, moderator, words, asks_second_opinion=True)
        release_claim(comment=comment, moderator=moderator)
    return note


def write_note(
    comment: Comment, moderator: Member, words: str, *, asks_second_opinion: bool
) -> Note:
    """Store a note."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators write notes.")
    if not words.strip():
        raise NotAllowed("Please write down what the others should know.")
    return Note.objects.create(
        comment=comment,
        writer=moderator,
        words=words.strip(),
        asks_second_opinion=asks_second_opinion,
    )


def check_may_claim(thing: Thing, moderator: Member) -> None:
    """Moderators only, and nobody is judge in their own cause."""
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators work here.")
    if moderator.pk in concerned_by(thing):
        raise NotAllowed(OWN_CAUSE[type(thing)])


def concerned_by(thing: Thing) -> set[int | None]:
    """Keys of the members who cannot decide on a thing, because it is about themselves."""
    if isinstance(thing, Comment):
        return {thing.author_id}
    if isinstance(thing, Notice):
        return {thing.notifier_id, author_of(thing.comment)}
    return {thing.appellant_id, author_of(thing.decision.comment), *first_decider(thing)}


def author_of(comment: Comment | None) -> int | None:
    """Key of the member who wrote it."""
    return comment.author_id if comment else None


def first_decider(appeal: Appeal) -> set[int | None]:
    """Who took the decision, and does not take it again.

    A team of one has nobody else: then the one who runs the site decides anew, and the answer says
    so (docs/decisions/appeals-in-a-team-of-one.md).
    """
    first = appeal.decision.moderator
    return set() if first is None or (first.is_superuser and is_alone(first)) else {first.pk}


OWN_CAUSE: dict[type, str] = {
    Comment: "Somebody else decides on their own comments.",
    Notice: "Somebody else decides on a notice that is yours, or about your own words.",
    Appeal: "An appeal is decided by somebody who did not take the decision, and whose words it is "
    "not about.",
}


def check_is_free(thing: Thing, moderator: Member) -> None:
    """Raise `ClaimedByOther` when somebody else reads it now."""
    claim = stored_claim(thing)
    if claim is not None and is_held_by_other(claim, moderator):
        raise ClaimedByOther(claim)


def being_read_by_others(moderator: Member) -> Q:
    """A condition on comments: somebody else has a claim that has not ended."""
    return Q(claim__expires_at__gt=timezone.now()) & ~Q(claim__moderator=moderator)


def left_by(moderator: Member) -> Q:
    """A condition on notes: this moderator asked for a second opinion."""
    return Q(asks_second_opinion=True, writer=moderator)
