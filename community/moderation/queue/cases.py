"""A case: one comment with everything that helps to decide on it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.models import Article
from common.text.changes import Change, changes
from community.members.models import Member
from community.moderation.claims.actions import (
    ClaimedByOther,
    NoLongerWaits,
    NotAllowed,
    Thing,
    claim_comment,
)
from community.moderation.decisions.moves import SENDING_BACK, open_kinds
from community.moderation.decisions.moving import can_be_moved
from community.moderation.flags.reading import ReadFlag, read_flags
from community.moderation.lanes import lane_of
from community.moderation.models import Claim, Decision, Note, Notice
from community.moderation.queue.authors import Author, read_author
from community.moderation.queue.beside import Beside, read_beside
from community.moderation.queue.labels import Explained, explained
from community.moderation.queue.similar import Similar, read_similar
from community.moderation.queue.waits import wait_in_words
from community.screening.marking import Piece, marked_paragraphs
from community.threads.editing.versions import CommentVersion
from community.threads.models import Comment

# Comparing two versions can take half a second when an author wants it to.
CHANGES_SHOWN = 3
NOTES_SHOWN = 20  # more is a conversation: the newest ones matter, the others are folded away
NOTICES_SHOWN = 5  # of one comment, the newest; the list of notices has all that wait
DECISIONS_SHOWN = 20  # more on one comment is a quarrel; the log holds them all


@dataclass(frozen=True)
class Edit:
    """One change: the version before it, when it ended, what became of its words, and whether a
    moderator made it by blanking words, or by taking that back.
    """

    version: int
    replaced_at: datetime
    changes: list[Change]
    is_by_moderator: bool = False


@dataclass(frozen=True)
class Case:
    """What the page of a case shows. Words that an author took back are not in it."""

    comment: Comment
    article: Article | None
    author: Author
    is_taken_back: bool
    paragraphs: list[list[Piece]]
    reasons: list[Explained]
    waited: str
    beside: Beside
    similar: list[Similar]
    edits: list[Edit]
    decisions: list[Decision]
    is_own: bool
    open_kinds: list[Decision.Kind]
    claim: Claim | None
    is_mine: bool
    notes: list[Note]
    flags: list[ReadFlag]
    notices: list[Notice]

    @property
    def is_read_by_other(self) -> bool:
        """Whether somebody else claimed it, who should not be overtaken unawares."""
        return self.claim is not None and not self.is_mine

    @property
    def asked(self) -> Note | None:
        """The newest note that asks for a second opinion, while it waits."""
        asking = (note for note in self.notes if note.asks_second_opinion)
        return next(asking, None) if self.waited else None

    @property
    def sent_back(self) -> Decision | None:
        """The decision after which the author changed the words and sent them again."""
        newest = self.decisions[0] if self.decisions and self.waited else None
        return newest if newest and newest.kind in SENDING_BACK else None

    @property
    def is_hard(self) -> bool:
        """Whether the words may be hard to read, and stay folded until they are wanted."""
        return bool(self.waited) and lane_of(self.comment.urgency).key == "crisis"

    @property
    def newest_notes(self) -> list[Note]:
        return self.notes[:NOTES_SHOWN]

    @property
    def older_notes(self) -> list[Note]:
        return self.notes[NOTES_SHOWN:]

    @property
    def newest_decisions(self) -> list[Decision]:
        return self.decisions[:DECISIONS_SHOWN]

    @property
    def has_older_decisions(self) -> bool:
        """Whether the log holds more than the case shows."""
        return len(self.decisions) > DECISIONS_SHOWN

    @property
    def parent(self) -> Comment | None:
        return self.comment.parent

    @property
    def can_be_moved(self) -> bool:
        """Whether the branch that it begins may be moved."""
        return can_be_moved(self.comment)

    @property
    def lane(self) -> str:
        """The lane it waits in, or waited in."""
        return lane_of(self.comment.urgency).key

    @property
    def edit_count(self) -> int:
        """How often the author changed the words."""
        return self.comment.version - 1

    @property
    def older_edits(self) -> int:
        """How many changes by the author are kept besides those shown."""
        return max(0, self.edit_count - len(self.edits))


def find_comment(pk: int) -> Comment | None:
    """The comment of a case, whatever its state."""
    comments = Comment.objects.select_related(
        "author",
        "thread__article",
        "thread__topic",
        "parent__author",
        "claim__moderator",
        "claim__passed_by",
    )
    return (
        comments.defer("piece", "parent__piece", "thread__article__body_html").filter(pk=pk).first()
    )


def claimed(comment: Comment, moderator: Member) -> Comment:
    """A waiting comment as it is after opening it claimed it, if that could be.

    Where it could not, because it is their own or somebody else reads it, the page says so.
    """
    try:
        claim_comment(comment=comment, moderator=moderator)
    except NoLongerWaits:
        return find_comment(comment.pk) or comment
    except (ClaimedByOther, NotAllowed):
        pass
    return comment


def read_case(comment: Comment, moderator: Member) -> Case:
    """Everything around a comment that `find_comment` gave."""
    is_taken_back = comment.state == Comment.State.WITHDRAWN
    is_guest = comment.author_id is None and not comment.is_imported
    claim = current_claim(comment)
    decisions = list(comment.decisions.select_related("moderator")[: DECISIONS_SHOWN + 1])
    return Case(
        comment=comment,
        article=comment.thread.article,
        author=read_author(comment, moderator),
        is_taken_back=is_taken_back,
        paragraphs=[] if is_taken_back else marked_paragraphs(comment.words, comment.reasons),
        reasons=[] if is_taken_back else explained(comment.reasons, is_guest=is_guest),
        waited=waited(comment),
        beside=read_beside(comment, moderator),
        similar=[] if is_taken_back else read_similar(comment, moderator),
        edits=[] if is_taken_back or comment.version == 1 else read_edits(comment, decisions),
        decisions=decisions,
        is_own=comment.author_id == moderator.pk,
        open_kinds=open_kinds(comment),
        claim=claim,
        is_mine=claim is not None and claim.moderator_id == moderator.pk,
        notes=list(comment.notes.select_related("writer")),
        flags=[] if is_taken_back else read_flags(comment),
        notices=list(comment.notices.order_by("-received_at")[:NOTICES_SHOWN]),
    )


def current_claim(thing: Thing) -> Claim | None:
    """Who reads it now."""
    claim: Claim | None = getattr(thing, "claim", None)
    return claim if claim and claim.expires_at > timezone.now() else None


def waited(comment: Comment) -> str:
    """How long it has been waiting; empty when it does not wait."""
    if comment.waiting_since is None:
        return ""
    return wait_in_words((timezone.now() - comment.waiting_since).total_seconds())


def read_edits(comment: Comment, decisions: list[Decision]) -> list[Edit]:
    """The newest changes of the words, the newest first."""
    edits: list[Edit] = []
    after, by_moderators = comment.words, blanked_versions(decisions)
    for earlier in comment.versions.all()[:CHANGES_SHOWN]:
        changed = changes(earlier.words, after)
        is_theirs = earlier.version in by_moderators
        edits.append(Edit(earlier.version, earlier.replaced_at, changed, is_theirs))
        after = earlier.words
    return edits


def blanked_versions(decisions: list[Decision]) -> set[int]:
    """The versions of the words that ended because a moderator blanked some, or took that back."""
    blankings = {row.pk for row in decisions if row.kind == Decision.Kind.REDACT}
    return {row.version for row in decisions if {row.pk, row.reverses_id} & blankings}


def changes_since(comment: Comment, version: int) -> list[Change]:
    """What the author changed after a version; empty when that version is no longer kept."""
    earlier = CommentVersion.objects.filter(comment=comment, version=version).first()
    return changes(earlier.words, comment.words) if earlier else []
