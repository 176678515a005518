"""Asking somebody to be a mentor, their answer, its end, and a welcome.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from community.members.models import Member
from community.members.restraints import is_restrained
from community.mentors.models import MentorOffer, Welcome
from community.mentors.reading import is_new, open_offer
from community.moderation.claims.actions import NotAllowed
from community.moderation.models import Decision
from community.outbox.actions import record_event
from community.outbox.models import OutboxEvent
from community.threads.actions import Posted, post_comment
from community.threads.models import Comment
from community.threads.posting import restraints
from community.threads.renaming.actions import give_role

Kind, Role = Decision.Kind, Member.Role
ASKED = "They asked you to be a mentor: to welcome people who are new here."
BECAME = "Said yes to being a mentor."
GAVE_BACK = "Gave it back themselves."
ENDED = "You are no longer a mentor. Everything else stays as it is."


def offer_mentor(*, member: Member, moderator: Member, words: str) -> MentorOffer:
    """Ask a member to be a mentor. A second click asks nothing again. Raises `NotAllowed`."""
    check_is_team(member, moderator)
    if member.role != Role.MEMBER or not member.is_active or is_restrained(member):
        raise NotAllowed("Only a member about whom nothing holds can be asked.")
    try:
        with transaction.atomic():
            offer = MentorOffer.objects.create(member=member, offered_by=moderator)
            decide(Kind.MENTOR_ASKED, member, moderator, words=words.strip(), facts=ASKED)
    except IntegrityError as error:
        raise NotAllowed("They were asked already, and have not answered yet.") from error
    return offer


def answer_offer(*, member: Member, accept: bool) -> None:
    """Say yes or no to it. After a yes the word "Mentor" stands beside the name, everywhere."""
    with transaction.atomic():
        Member.objects.select_for_update().get(pk=member.pk)
        offer = open_offer(member)
        if offer is None:
            raise NotAllowed("Nobody asks you at the moment.")
        offer.accepted, offer.answered_at = accept, timezone.now()
        offer.save(update_fields=["accepted", "answered_at"])
        if accept:
            give_role(member=member, role=Role.MENTOR)
            Decision.objects.create(
                member=member, kind=Kind.MENTOR, moderator=offer.offered_by, facts=BECAME
            )


def end_mentor(*, member: Member, moderator: Member, words: str) -> None:
    """Take the role back, or the question; the person is told. Raises `NotAllowed`."""
    check_is_team(member, moderator)
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        taken_back = MentorOffer.objects.filter(member=member, accepted=None)
        if member.role != Role.MENTOR and not taken_back.update(
            accepted=False, answered_at=timezone.now()
        ):
            raise NotAllowed("This person is no mentor.")
        leave(member)
        decide(Kind.MENTOR_END, member, moderator, words=words.strip(), facts=ENDED)


def resign_mentor(*, member: Member) -> None:
    """Give the role back; nobody asks why. Raises `NotAllowed`."""
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        if member.role != Role.MENTOR:
            raise NotAllowed("You are no mentor.")
        leave(member)
        Decision.objects.create(member=member, kind=Kind.MENTOR_END, facts=GAVE_BACK)


def leave(member: Member) -> None:
    """Back to being a member, where somebody is a mentor."""
    if member.role == Role.MENTOR:
        give_role(member=member, role=Role.MEMBER)


def check_is_team(member: Member, moderator: Member) -> None:
    if not moderator.is_moderator:
        raise NotAllowed("Only moderators decide who is a mentor.")
    if member.pk == moderator.pk:
        raise NotAllowed("Somebody else decides about you.")


def decide(kind: Decision.Kind, member: Member, moderator: Member, **said: str) -> None:
    """The log row, and the event by which the person is told."""
    decision = Decision.objects.create(member=member, kind=kind, moderator=moderator, **said)
    record_event(kind=OutboxEvent.Kind.MEMBER_DECIDED, subject_id=decision.pk)


def welcome_newcomer(*, newcomer: Comment, author: Member, **written: Any) -> Posted:
    """Answer the first words of somebody new, and note that they were welcomed.

    Nobody is welcomed twice, also when two mentors send at once. Raises what `post_comment` raises.
    """
    if author.role != Role.MENTOR or newcomer.author is None or newcomer.author_id == author.pk:
        raise restraints.NotAllowed("Only mentors welcome somebody, and not themselves.")
    if not is_new(newcomer.author):
        raise restraints.NotAllowed(f"{newcomer.author_name} is not new any more.")
    written["parent"] = None if newcomer.is_opening else newcomer
    with transaction.atomic():
        welcome = welcome_of(newcomer.author, author)
        posted = post_comment(author=author, **written)
        if welcome.comment_id is None:
            welcome.comment = posted.comment
            welcome.save(update_fields=["comment"])
    return posted


def welcome_of(member: Member, mentor: Member) -> Welcome:
    """The welcome by this mentor, new or from their first click. Raises `NotAllowed` for another's."""
    try:
        with transaction.atomic():
            return Welcome.objects.create(member=member, mentor=mentor)
    except IntegrityError:
        known = Welcome.objects.select_related("mentor").get(member=member)
    if known.mentor_id != mentor.pk:
        by = known.mentor.pseudonym if known.mentor else "Somebody"
        raise restraints.NotAllowed(
            f"{by} welcomed {member.pseudonym} a moment ago. Nothing was posted; your words are kept below."
        )
    return known


def forget_mentoring(*, member: Member) -> None:
    """Nothing says any more that this person was asked or welcomed; for the erasure of an account."""
    MentorOffer.objects.filter(member=member).delete()
    Welcome.objects.filter(member=member).delete()
