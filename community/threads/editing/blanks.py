"""What stands in a comment where a moderator blanked words."""

from community.screening.reasons import Code
from community.screening.records import Outcome, Reason, Verdict

# Words, and not only a black bar: they are read aloud, searched, and kept in e-mail.
BLANK = "[blanked by a moderator]"


def has_blanks(body: str) -> bool:
    """Whether words of it were blanked."""
    return BLANK in body


def read_first(verdict: Verdict, replaced: str) -> Verdict:
    """The verdict on edited words: where words had been blanked, a moderator reads the new ones.

    Otherwise an edit could bring back, unseen, what a moderator took out.
    """
    if not has_blanks(replaced):
        return verdict
    return Verdict(Outcome.HOLD, (*verdict.reasons, Reason(Code.BLANKED)))
