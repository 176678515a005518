"""What who sent a notice is told about the answer."""

from datetime import datetime

from community.moderation.decisions.models import Decision
from community.moderation.notices.models import Notice
from community.moderation.statements.building import APPEAL_TIME

Kind = Decision.Kind
DONE = {
    Kind.REMOVE: "the comment was removed.",
    Kind.REJECT: "the comment is not published.",
}


def what_was_done(notice: Notice) -> str:
    """How we acted, in the words after "We acted on it:"; "" where it was in another way."""
    decision = notice.decision
    return DONE.get(Kind(decision.kind), "") if decision else ""


def appeal_until(notice: Notice) -> datetime | None:
    """Until when a declined notice can be appealed against (Article 20(1)); None for others."""
    decision = notice.decision
    if decision is None or decision.kind != Kind.NOTICE_DECLINED:
        return None
    return decision.decided_at + APPEAL_TIME
