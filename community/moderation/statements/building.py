"""A statement of reasons, made from the log row of a decision.

The row can never change, so neither can the statement. It holds none of the author's words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from community.moderation.decisions.models import RESTRICTIONS, Decision
from community.moderation.statements.wording import GROUNDS, ILLEGAL, MEANINGS
from community.screening.reasons import Code

# Article 20(1): at least six months from the day on which somebody is told.
APPEAL_TIME = timedelta(days=183)
SCOPE = "everywhere on this site"

Kind, Ground = Decision.Kind, Decision.Ground


@dataclass(frozen=True)
class Statement:
    """What Article 17(3) of Regulation (EU) 2022/2065 asks for, in plain words.

    `ground` is a whole sentence; `is_legal` says that it is the law and not our guidelines.
    """

    decision: Decision
    title: str
    meaning: str
    since: datetime
    until: datetime | None
    scope: str
    facts: list[str]
    means: str
    ground: str
    is_legal: bool
    appeal_until: datetime

    @property
    def may_appeal(self) -> bool:
        return timezone.now() <= self.appeal_until


# What a person is shown about their comment; notices and notes are answered elsewhere.
SHOWN = RESTRICTIONS | {Kind.APPROVE, Kind.KEEP, Kind.RESTORE, Kind.UNDO, Kind.APPEAL_REVERSED}


def newest_shown(decisions: Iterable[Decision]) -> Decision | None:
    """Of decisions, the newest first, the one that says what became of a comment.

    That a note was taken away says nothing about it.
    """
    rows = list(decisions)
    notes = {row.pk for row in rows if row.kind == Kind.ANNOTATE}
    shown = (row for row in rows if row.kind in SHOWN)
    return next((row for row in shown if not (row.reverses_id and row.reverses_id in notes)), None)


def statement_of(decision: Decision) -> Statement:
    """The statement of a restriction. Raises KeyError for any other decision."""
    restriction = MEANINGS[decision.kind]
    return Statement(
        decision=decision,
        title=restriction.title,
        meaning=restriction.meaning,
        since=decision.decided_at,
        until=decision.until,
        scope=SCOPE,
        facts=facts(decision),
        means=means(decision),
        ground=ground(decision),
        is_legal=decision.ground == Ground.ILLEGAL,
        appeal_until=decision.decided_at + APPEAL_TIME,
    )


def facts(decision: Decision) -> list[str]:
    """How it came to the decision: what was looked at, and who or what pointed at it."""
    codes = set(decision.screening_codes)
    found = [about(decision)]
    if Code.FLAGGED in codes:
        found.append("Readers had flagged it. Who they are is never told.")
    if decision.notices.exists():
        found.append("Somebody had sent a notice that it is illegal.")
    if codes - {Code.FLAGGED}:
        found.append("Our own rules had put it into the queue.")
    return [*found, *filter(None, [decision.facts])]


def about(decision: Decision) -> str:
    """Which words, or whom."""
    if decision.comment_id is None:
        return "It is about your account here."
    if decision.version > 1:
        return f"It is about your comment as it stood after {decision.version - 1} of your changes."
    return "It is about your comment as you sent it."


def means(decision: Decision) -> str:
    """Whether machines found it, and whether one decided (Article 17(3)(c))."""
    if decision.is_automated:
        return "A rule did this by itself, because of the flags. A person decides next."
    if decision.screening_codes:
        return "A rule pointed at it; a person read it and decided."
    return "A person read it and decided. No machine took part."


def ground(decision: Decision) -> str:
    """The rule or the law (Article 17(3)(d) and (e))."""
    if decision.ground == Ground.ILLEGAL:
        return ILLEGAL
    if decision.is_automated:
        words = decision.get_ground_display()
        return f"Readers said that it breaks the guidelines: {words[0].lower()}{words[1:]}."
    reason = GROUNDS.get(decision.ground, GROUNDS[Ground.OTHER])
    return f"{decision.get_ground_display()}. It was found to break the guidelines: {reason}"
