"""Why a decision was not taken, besides `claims.actions.NotAllowed` and `ClaimedByOther`."""

from community.moderation.decisions.models import Decision
from community.threads.models import Comment


class AlreadyDecided(Exception):
    """Somebody else was first, or the author took the comment back meanwhile.

    `decision` is the newest one on the comment, None when there is none. `comment` is as it is
    now: whether the author or a moderator was first, its state says.
    """

    def __init__(self, comment: Comment, decision: Decision | None) -> None:
        super().__init__("already decided")
        self.comment = comment
        self.decision = decision


class WordsChanged(Exception):
    """The author edited the comment after the moderator opened it."""

    def __init__(self, comment: Comment) -> None:
        super().__init__("the words changed")
        self.comment = comment
