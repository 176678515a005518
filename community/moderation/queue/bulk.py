"""The same decision on several comments. Each is taken by itself, on the version that was read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from community.members.models import Member
from community.moderation.claims.actions import ClaimedByOther, NotAllowed
from community.moderation.decisions.actions import approve_comment, keep_comment, reject_comment
from community.moderation.decisions.models import Decision
from community.moderation.decisions.refusals import AlreadyDecided, WordsChanged
from community.moderation.lanes import URGENT, lane_of
from community.moderation.team.reading import read_by
from community.threads.models import Comment

CHOSEN_MAX = 50  # what one can have read before deciding; more is no reading any more
Kind = Decision.Kind

ACTIONS: dict[str, Callable[..., Decision]] = {
    Kind.APPROVE: approve_comment,
    Kind.KEEP: keep_comment,
    Kind.REJECT: reject_comment,
}
URGENT_ALONE = "It may be about somebody in danger. Please open it and decide on it alone."


@dataclass(frozen=True)
class Outcome:
    """What became of one comment: done, or why not."""

    comment: Comment
    is_done: bool
    words: str


def chosen_comments(chosen: Iterable[str], moderator: Member) -> list[tuple[Comment, int]]:
    """The comments of "key:version" texts with the versions that were read; others are left out."""
    versions: dict[int, int] = {}
    for text in chosen:
        key, _, version = text.partition(":")
        if key.isascii() and key.isdecimal() and version.isascii() and version.isdecimal():
            versions[int(key[:18])] = int(version[:9])
    keys = list(versions)[:CHOSEN_MAX]
    found = Comment.objects.filter(read_by(moderator), pk__in=keys).select_related("author")
    return [(comment, versions[comment.pk]) for comment in found.order_by("-urgency", "pk")]


def decide_all(
    *,
    chosen: Iterable[tuple[Comment, int]],
    moderator: Member,
    kind: str,
    ground: str = "",
    words: str = "",
) -> list[Outcome]:
    """Decide on each; one that fails hinders none of the others."""
    given = {"ground": ground, "words": words} if kind == Kind.REJECT else {}
    return [
        decide_one(comment, version, moderator, ACTIONS[kind], given) for comment, version in chosen
    ]


def decide_one(
    comment: Comment,
    version: int,
    moderator: Member,
    act: Callable[..., Decision],
    given: dict[str, str],
) -> Outcome:
    """Decide, or say what was in the way."""
    if comment.waiting_since and lane_of(comment.urgency).key in URGENT:
        return Outcome(comment, False, URGENT_ALONE)
    try:
        decision = act(comment=comment, moderator=moderator, version=version, **given)
    except AlreadyDecided as error:
        return Outcome(comment, False, who_was_first(error))
    except WordsChanged:
        return Outcome(comment, False, "The author changed the words after you read them.")
    except ClaimedByOther as error:
        name = error.claim.moderator.pseudonym if error.claim else "Somebody else"
        return Outcome(comment, False, f"{name} is reading it just now.")
    except NotAllowed as error:
        return Outcome(comment, False, str(error))
    return Outcome(comment, True, decision.get_kind_display())


def who_was_first(error: AlreadyDecided) -> str:
    """Who decided before, or that there is nothing to decide any more."""
    first = error.decision
    if error.comment.state == Comment.State.WITHDRAWN or first is None:
        return "There is nothing to decide: its author took it back, or it does not wait."
    by = first.moderator.pseudonym if first.moderator else "A rule"
    return f"{by} was first: {first.get_kind_display().lower()}."
