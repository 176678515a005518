"""A statement of reasons, made from the log row of a decision.

The row can never change, so neither can the statement. It holds none of the author's words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from community.moderation.decisions.models import RESTRICTIONS, Decision
from community.moderation.statements.wording import GROUNDS, ILLEGAL, MEANINGS, READ_FIRST, SEEN
from community.screening.reasons import Code

# Article 20(1) and (2): at least six months from the day on which somebody is told. The longest six
# months have 184 days; two more are for mail that has to wait.
APPEAL_TIME = timedelta(days=186)
SCOPE = "everywhere on this site"
FLAGGED = "Readers had flagged it. Who they are is never told."
OWN_INITIATIVE = "Neither a flag nor a notice led to it: a moderator read it and saw it."

Kind, Ground = Decision.Kind, Decision.Ground


@dataclass(frozen=True)
class Statement:
    """What Article 17(3) of Regulation (EU) 2022/2065 asks for, in plain words.

    `ground` is a whole sentence; `is_legal` says that it is the law and not our guidelines.
    `lasts` says how long it holds, where `until` is None.
    """

    decision: Decision
    title: str
    meaning: str
    since: datetime
    until: datetime | None
    lasts: str
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
        lasts=restriction.lasts,
        scope=SCOPE,
        facts=facts(decision),
        means=means(decision),
        ground=ground(decision),
        is_legal=decision.ground == Ground.ILLEGAL,
        appeal_until=decision.decided_at + APPEAL_TIME,
    )


def facts(decision: Decision) -> list[str]:
    """How it came to the decision: what was looked at, and who or what pointed at it.

    Article 17(3)(b). That a notice led to it stands in the facts of the row.
    """
    found = [about(decision), *filter(None, [decision.facts]), *what_led_to_it(decision)]
    is_own_initiative = decision.comment_id is not None and len(found) == 1
    return [*found, OWN_INITIATIVE] if is_own_initiative else found


def what_led_to_it(decision: Decision) -> list[str]:
    """Flags, the custom of reading first, or our rules; nothing where the comment did not wait."""
    codes = decision.screening_codes if decision.lane or decision.is_automated else []
    led = [FLAGGED] if Code.FLAGGED in codes else []
    led += dict.fromkeys(READ_FIRST[code] for code in codes if code in READ_FIRST)
    if seen := [SEEN[code] for code in rules_of(decision) if code in SEEN]:
        led.append(f"Our rules had pointed at: {', '.join(seen)}.")
    return led


def rules_of(decision: Decision) -> list[str]:
    """The rules that had seen something in the words while they waited for this decision."""
    if not decision.lane:
        return []
    no_rules = {Code.FLAGGED, *READ_FIRST}
    return [code for code in decision.screening_codes if code not in no_rules]


def about(decision: Decision) -> str:
    """Which words, or whom."""
    if decision.comment_id is None:
        return "It is about your account here. What led to it stands in the moderator's words."
    if changes := decision.version - 1:
        often = "one change" if changes == 1 else f"{changes} changes"
        return f"It is about your comment as it stood after {often}."
    return "It is about your comment as you sent it."


def means(decision: Decision) -> str:
    """Whether machines found it, and whether one decided (Article 17(3)(c))."""
    if decision.is_automated:
        return "A rule did this by itself, because of the flags. A person decides next."
    if rules_of(decision):
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
