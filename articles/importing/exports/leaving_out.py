"""What was left out of an article and its comments, told in one entry a kind."""

from articles.importing.records import Dropped


class LeftOut:
    """Counts what is left out of one article, by kind, in the order in which it is met."""

    def __init__(self) -> None:
        self._comments: dict[tuple[str, str], int] = {}
        self._things: dict[tuple[str, str], int] = {}

    def comments(self, which: str, reason: str, times: int = 1) -> None:
        """Count comments: `which` goes on behind "12 comments", such as "marked as spam"."""
        if times:
            kind = (which, reason)
            self._comments[kind] = self._comments.get(kind, 0) + times

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
