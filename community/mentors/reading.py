"""Who is new here and was not welcomed yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from community.members.models import Member
from community.mentors.models import MentorOffer, Welcome
from community.moderation.models import Decision
from community.threads.models import Comment

# After that somebody has found their way, or left; a welcome would come too late.
NEW_FOR = timedelta(days=14)
NEWCOMERS_SHOWN = 20  # the newest: a short list one can work through, and no backlog
SHOWING = (Decision.Kind.APPROVE, Decision.Kind.REDACT)


@dataclass(frozen=True)
class Newcomer:
    """Somebody new, with the first comment of theirs that can be read."""

    member: Member
    comment: Comment


def open_offer(member: Member) -> MentorOffer | None:
    """What the member was asked and has not answered."""
    return MentorOffer.objects.filter(member=member, accepted=None).first()


def visible_before(moment: datetime) -> QuerySet[Comment]:
    """Visible comments that were visible before a moment: at once, or by an early enough decision."""
    decided = Decision.objects.filter(comment=OuterRef("pk"), kind__in=SHOWING)
    early = Exists(decided.filter(decided_at__lt=moment)) | ~Exists(decided)
    return Comment.objects.visible().filter(early, created_at__lt=moment)


def newcomers(mentor: Member) -> list[Newcomer]:
    """Members whose first comment became visible lately and whom nobody has welcomed, newest first."""
    own = Comment.objects.addressable_to(mentor).filter(author=OuterRef("pk"), is_imported=False)
    known = visible_before(timezone.now() - NEW_FOR).filter(author=OuterRef("pk"))
    welcomed = Welcome.objects.filter(member=OuterRef("pk"))
    found = Member.objects.filter(Exists(own), ~Exists(known), ~Exists(welcomed))
    found = found.filter(role=Member.Role.MEMBER, is_active=True, is_banned=False)
    members = {
        each.pk: each for each in found.exclude(pk=mentor.pk).order_by("-pk")[:NEWCOMERS_SHOWN]
    }
    firsts = first_comments(mentor, list(members))
    return [Newcomer(members[key], firsts[key]) for key in members if key in firsts]


def first_comments(reader: Member, members: list[int]) -> dict[int, Comment]:
    """The first readable comment of each member, by the key of the member; in one query."""
    earlier = Comment.objects.addressable_to(reader).filter(
        Q(created_at__lt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), pk__lt=OuterRef("pk")),
        author=OuterRef("author"),
        is_imported=False,
    )
    rows = Comment.objects.addressable_to(reader).filter(author__in=members, is_imported=False)
    first = rows.filter(~Exists(earlier)).select_related("thread__article", "author")
    return {each.author_id: each for each in first if each.author_id}


def is_new(member: Member) -> bool:
    """Whether the first comment of a member became visible lately."""
    known = visible_before(timezone.now() - NEW_FOR).filter(author=member)
    return member.role == Member.Role.MEMBER and not known.exists()


def mentoring(member: Member) -> list[dict[str, str]]:
    """What is kept of it about a member, as plain values, for the file they take away."""
    found = [
        {
            "what": "asked to be a mentor",
            "when": offer.offered_at.isoformat(),
            "answer": {True: "yes", False: "no", None: ""}[offer.accepted],
        }
        for offer in MentorOffer.objects.filter(member=member)
    ]
    for said, rows in (
        ("was welcomed", Welcome.objects.filter(member=member)),
        ("welcomed somebody", Welcome.objects.filter(mentor=member)),
    ):
        found += [{"what": said, "when": row.welcomed_at.isoformat(), "answer": ""} for row in rows]
    return found
