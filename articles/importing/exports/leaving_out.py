"""What was left out of an article and its comments, told in one entry a kind."""

from articles.importing.exports.limits import MAX_COMMENT_CHARS
from articles.importing.records import Dropped

# Which comments, as it goes on behind "12 comments", and why they are left out.
Reason = tuple[str, str]

SPAM: Reason = ("marked as spam", "Spam is not taken over.")
TRASH: Reason = ("in the trash", "What was thrown away there is not brought back here.")
DELETED: Reason = ("deleted", "Nobody answered them, so nothing needs their place.")
EMPTY: Reason = ("without words", "There is nothing to show.")
TWICE: Reason = ("told twice in the export", "One of them is taken.")
REJECTED: Reason = ("rejected by a moderator", "What was decided there is not brought back here.")
NO_PAGE: Reason = (
    "of discussions that are not in the export",
    "It is not known which page they belong to; export the whole site.",
)
LONG: Reason = (
    f"longer than {MAX_COMMENT_CHARS:,} characters",
    "Shorten them there and export again.",
)


class LeftOut:
    """Counts what is left out of one article, by kind, in the order in which it is met."""

    def __init__(self) -> None:
        self._comments: dict[Reason, int] = {}
        self._things: dict[tuple[str, str], int] = {}

    def comments(self, reason: Reason, times: int = 1) -> None:
        """Count comments that are left out for this reason."""
        if times:
            self._comments[reason] = self._comments.get(reason, 0) + times

    def thing(self, name: str, reason: str, times: int = 1) -> None:
        """Count something else by its name, such as "[gallery]"."""
        if times:
            self._things[name, reason] = self._things.get((name, reason), 0) + times

    @property
    def comments_dropped(self) -> int:
        """How many comments were left out."""
        return sum(self._comments.values())

    def dropped(self, line: int | None = None) -> list[Dropped]:
        """Give one entry for each kind; `line` is where the article begins."""
        comments = [
            Dropped(line, f"{times:,} {'comment' if times == 1 else 'comments'} {which}", reason)
            for (which, reason), times in self._comments.items()
        ]
        things = [
            Dropped(line, name if times == 1 else f"{name}, {times:,} times", reason)
            for (name, reason), times in self._things.items()
        ]
        return comments + things
