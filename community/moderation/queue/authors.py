"""Who wrote something, as far as a moderator needs to know."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from community.members.models import Member
from community.moderation.flags.models import Flag
from community.moderation.models import Decision, Note
from community.threads.models import Comment

NAMES_SHOWN = 10  # a member who had more names than this is known by the newest ones
OLDER_NAMES = "and older ones"
DECIDED_SHOWN = 5  # decisions on comments: enough to see what it is usually about
NOTES_ABOUT_SHOWN = 5  # beside a case; the page of the person has more


@dataclass(frozen=True)
class Author:
    """A writer. `record` counts comments by state, `flags_upheld` flags in which others were right."""

    member: Member | None
    kind: str
    left_email: bool
    record: dict[str, int] = field(default_factory=dict)
    earlier_names: list[str] = field(default_factory=list)
    flags_upheld: int = 0
    decided: list[Decision] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_author(comment: Comment) -> Author:
    """The writer and their record; of a guest hardly anything is known, and that is meant so."""
    member = comment.author
    if member is None:
        kind = "imported" if comment.is_imported else "guest"
        return Author(None, kind, bool(comment.author_email))
    return Author(
        member=member,
        kind="imported" if comment.is_imported else "member",
        left_email=bool(comment.author_email),
        record=record_of(member),
        earlier_names=earlier_names(member),
        flags_upheld=flags_upheld(member),
        decided=[row for row in decided_lately(member) if row.comment_id != comment.pk],
        notes=list(member.notes_about.select_related("writer")[:NOTES_ABOUT_SHOWN]),
    )


def record_of(member: Member) -> dict[str, int]:
    """How many of their comments are in which state."""
    counted: dict[str, int] = Comment.objects.filter(author=member).aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in Comment.State.values}
    )
    return counted


def flags_upheld(member: Member) -> int:
    """How many flags against their comments a moderator found right."""
    return Flag.objects.filter(comment__author=member, outcome=Flag.Outcome.UPHELD).count()


def decided_lately(member: Member) -> list[Decision]:
    """The newest decisions against comments of theirs, with the comments."""
    restricting = Decision.objects.filter(comment__author=member, ground__gt="")
    return list(restricting.select_related("moderator", "comment")[:DECIDED_SHOWN])


def earlier_names(author: Member) -> list[str]:
    """Names the member had before, the newest first; the last entry says when there are more."""
    names = list(author.pseudonym_changes.values_list("old", flat=True)[: NAMES_SHOWN + 1])
    return names if len(names) <= NAMES_SHOWN else [*names[:NAMES_SHOWN], OLDER_NAMES]
