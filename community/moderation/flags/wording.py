"""What somebody who flagged a comment reads about what came of it."""

from dataclasses import dataclass

from common.times import exact_time
from community.moderation.flags.models import Flag

Outcome, Reason = Flag.Outcome, Flag.Reason
NO_BLAME = "That does not mean that you were wrong to ask."


@dataclass(frozen=True)
class Told:
    """What happened, and a sentence that goes with it."""

    what: str
    more: str = ""

    def __str__(self) -> str:
        return f"{self.what} {self.more}".strip()


def outcome_in_words(flag: Flag) -> Told:
    """What came of a flag. Never who decided, nor who else flagged."""
    if flag.reason == Reason.WORRIED and flag.outcome in (Outcome.UPHELD, Outcome.DECLINED):
        return worry_in_words(flag)
    match flag.outcome:
        case Outcome.UPHELD:
            return Told(
                "A moderator agreed with you.",
                "The comment was changed or is no longer shown. Thank you for looking after the "
                "others.",
            )
        case Outcome.DECLINED if is_answered_before(flag):
            assert flag.decision is not None
            return Told(
                f"A moderator looked at this on {exact_time(flag.decision.decided_at)}, flagged "
                "for the same reason, and left it as it is.",
                f"The words are the same still, so nobody is asked again. {NO_BLAME}",
            )
        case Outcome.DECLINED:
            return Told("A moderator read the comment and left it as it is.", NO_BLAME)
        case Outcome.GONE:
            return Told("The person who wrote the comment took it back.")
    return Told("A moderator has not read it yet.")


def worry_in_words(flag: Flag) -> Told:
    """Worry is about a person: whether their words stay says nothing about who worried."""
    stays = "stays where it is" if flag.outcome == Outcome.DECLINED else "is no longer as it was"
    return Told(
        "A moderator has read it, and knows that somebody is worried.",
        f"The comment {stays}. Thank you for looking out for somebody.",
    )


def is_answered_before(flag: Flag) -> bool:
    """Whether a moderator had looked at the same before it was flagged."""
    return flag.decision is not None and flag.decision.decided_at < flag.flagged_at
