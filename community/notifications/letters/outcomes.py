"""What news of a decision, an appeal or a flag says: what came of it, and of which words.

News names its subject by a key only; all of it is read where it stands now, in one look for each kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from community.moderation.models import Appeal, Decision, Flag
from community.moderation.statements.wording import MEANINGS
from community.notifications.decision_words import LATER, OF_MEMBERS, told_of
from community.notifications.news.models import Notification
from community.threads.models import Comment

Subject = Decision | Appeal | Flag
Kind = Notification.Kind

# How the title goes on after what is said, in a letter.
UNDER, APPEALED, BESIDE = " under", ": your comment under", ", under"

OF_APPEALS: dict[str, str] = {
    Appeal.State.REVERSED: "You appealed, and the decision was reversed",
    Appeal.State.KEPT: "You appealed, and the decision stands",
}
OF_FLAGS: dict[str, str] = {
    Flag.Outcome.OPEN: "The comment you flagged waits to be read again",
    Flag.Outcome.UPHELD: "A moderator agreed with you about the comment you flagged",
    Flag.Outcome.DECLINED: "A moderator read the comment you flagged and left it as it is",
    Flag.Outcome.GONE: "The comment you flagged was taken back by the person who wrote it",
}
# Worry is about a person: whether the comment stays says nothing about who worried.
WORRY_READ = "A moderator has read the comment you were worried about"
# Of what can no longer be found.
UNKNOWN = {
    Kind.DECISION: "A moderator decided about your comment or your account",
    Kind.ANSWER: "A moderator answered your appeal",
    Kind.FLAG: "A moderator answered your flag",
}


@dataclass(frozen=True)
class Outcome:
    """What came of something; the title under which the words stand, and how it follows in a letter."""

    said: str
    about: str = ""
    joint: str = ""


def outcomes_of(rows: Iterable[Notification]) -> dict[int, Outcome]:
    """What the news of decisions, appeals and flags says, by key."""
    told = [row for row in rows if row.kind in UNKNOWN]
    found = {kind: subjects(kind, told) for kind in UNKNOWN}
    return {row.pk: outcome(row, found[Kind(row.kind)].get(row.subject_id or 0)) for row in told}


def subjects(kind: str, rows: Iterable[Notification]) -> Mapping[int, Subject]:
    """The decisions, appeals or flags that news of a kind names, with the comments they are about."""
    keys = {row.subject_id for row in rows if row.kind == kind and row.subject_id}
    if not keys:
        return {}
    if kind == Kind.DECISION:
        decisions = Decision.objects.select_related("comment__thread__article", "reverses")
        return decisions.in_bulk(keys)
    if kind == Kind.ANSWER:
        appeals = Appeal.objects.select_related("decision__comment__thread__article")
        return appeals.in_bulk(keys)
    return Flag.objects.select_related("comment__thread__article").in_bulk(keys)


def outcome(row: Notification, subject: Subject | None) -> Outcome:
    """One of them in words."""
    match subject:
        case Decision():
            return of_decision(subject)
        case Appeal():
            comment = subject.decision.comment
            return under(OF_APPEALS.get(subject.state, UNKNOWN[Kind.ANSWER]), comment, APPEALED)
        case Flag():
            return under(of_flag(subject), subject.comment, BESIDE)
    return Outcome(UNKNOWN[Kind(row.kind)])


def under(said: str, comment: Comment | None, joint: str) -> Outcome:
    """What is said, with the title under which the comment stands; without one where it is about no comment."""
    return Outcome(said, comment.heading, joint) if comment is not None else Outcome(said)


def of_decision(decision: Decision) -> Outcome:
    """What was decided about a comment, or about a member."""
    comment = decision.comment
    if comment is None:
        if decision.kind in MEANINGS:
            return Outcome(MEANINGS[decision.kind].title)
        known = OF_MEMBERS.get(decision.kind)
        return Outcome(known.news if known is not None else UNKNOWN[Kind.DECISION])
    told = told_of(decision, is_later=comment.appears_at is not None)
    said = told.news if told is not None else UNKNOWN[Kind.DECISION]
    return under(said, comment, BESIDE if told is LATER else UNDER)


def of_flag(flag: Flag) -> str:
    """What came of a flag. Never who decided, nor who else flagged."""
    is_read = flag.outcome in (Flag.Outcome.UPHELD, Flag.Outcome.DECLINED)
    if flag.reason == Flag.Reason.WORRIED and is_read:
        return WORRY_READ
    return OF_FLAGS.get(flag.outcome, UNKNOWN[Kind.FLAG])
