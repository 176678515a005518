"""Who wrote something, as far as a moderator needs to know."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from community.members.models import Member
from community.moderation.flags.querysets import Received, received_by
from community.moderation.models import Decision, Note
from community.moderation.queue.standing import measures_in_words, trust_in_words
from community.moderation.sanctions.noting import may_take_away
from community.moderation.team.reading import read_by, reads_of
from community.threads.models import Comment

NAMES_SHOWN = 10  # a member who had more names than this is known by the newest ones
OLDER_NAMES = "and older ones"
DECIDED_SHOWN = 5  # decisions on comments: enough to see what it is usually about
NOTES_ABOUT_SHOWN = 5  # beside a case; the page of the person has more


@dataclass(frozen=True)
class NoteAbout:
    """A note of the team about somebody, and whether who reads it may take it away."""

    note: Note
    can_be_taken_away: bool


@dataclass(frozen=True)
class Author:
    """A writer. `record` counts comments by state, `decided` is what was decided on other comments
    of theirs and about them. `from_network` is how many other comments came from the network of a
    guest on the same day; None when that is not known any more.
    """

    member: Member | None
    kind: str
    left_email: bool
    record: dict[str, int] = field(default_factory=dict)
    earlier_names: list[str] = field(default_factory=list)
    trust: str = ""
    measures: list[str] = field(default_factory=list)
    flags: Received = field(default_factory=Received)
    decided: list[Decision] = field(default_factory=list)
    notes: list[NoteAbout] = field(default_factory=list)
    from_network: int | None = None


def read_author(comment: Comment, moderator: Member) -> Author:
    """The writer and their record; of a guest hardly anything is known, and that is meant so."""
    member, left_email = comment.author, bool(comment.author_email)
    if member is None:
        kind = "imported" if comment.is_imported else "guest"
        return Author(None, kind, left_email, from_network=from_network(comment))
    decided = decided_lately(member, moderator, besides=comment)
    return Author(
        member=member,
        kind="imported" if comment.is_imported else "member",
        left_email=left_email,
        record=record_of(member),
        earlier_names=earlier_names(member),
        trust=trust_in_words(member),
        measures=measures_in_words(member),
        flags=received_by(member),
        decided=decided,
        notes=read_notes(member, moderator, NOTES_ABOUT_SHOWN),
    )


def record_of(member: Member) -> dict[str, int]:
    """How many of their comments are in which state."""
    counted: dict[str, int] = Comment.objects.filter(author=member).aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in Comment.State.values}
    )
    return counted


def decided_lately(
    member: Member, moderator: Member, *, besides: Comment | None = None
) -> list[Decision]:
    """The newest decisions with a reason, on comments of theirs and about the person."""
    about_them = with_reason().filter(member=member)
    return newest(on_comments(member, moderator, besides).union(about_them))


def decided_on_comments(member: Member, moderator: Member) -> list[Decision]:
    """The newest decisions with a reason on comments of theirs."""
    return newest(on_comments(member, moderator))


def on_comments(
    member: Member, moderator: Member, besides: Comment | None = None
) -> QuerySet[Decision, Any]:
    """Keys of the decisions on comments of theirs that this moderator may read."""
    theirs = Comment.objects.filter(read_by(moderator), author=member).order_by()
    theirs = theirs.exclude(pk=besides.pk) if besides else theirs
    return with_reason().filter(comment__in=theirs.values("pk"))


def with_reason() -> QuerySet[Decision, Any]:
    """Keys of decisions with a reason."""
    return Decision.objects.filter(ground__gt="").order_by().values("pk")


def newest(keys: QuerySet[Decision, Any]) -> list[Decision]:
    """The newest of these. By keys it costs the same however many decisions there are."""
    found = Decision.objects.filter(pk__in=keys).select_related("moderator", "comment")
    return list(found[:DECIDED_SHOWN])


def read_notes(member: Member, moderator: Member, most: int) -> list[NoteAbout]:
    """The newest of the team's notes about somebody, as far as this moderator reads them."""
    notes = notes_about(member, moderator)[:most]
    return [NoteAbout(note, may_take_away(note, moderator)) for note in notes]


def notes_about(member: Member, moderator: Member) -> QuerySet[Note]:
    """What the team wrote down about somebody, the newest first; nobody reads what is about them."""
    notes = member.notes_about.select_related("writer")
    if moderator.pk == member.pk:
        return notes.none()
    return notes if reads_of(moderator, member) else notes.filter(writer=moderator)


def from_network(comment: Comment) -> int | None:
    """How many other comments came from the same network on that day; we soon forget where from."""
    if not comment.network_hash:
        return None
    others = Comment.objects.filter(network_hash=comment.network_hash).exclude(pk=comment.pk)
    return others.count()


def earlier_names(author: Member) -> list[str]:
    """Names the member had before, the newest first; the last entry says when there are more."""
    names = list(author.pseudonym_changes.values_list("old", flat=True)[: NAMES_SHOWN + 1])
    return names if len(names) <= NAMES_SHOWN else [*names[:NAMES_SHOWN], OLDER_NAMES]
