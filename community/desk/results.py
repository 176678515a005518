"""How documents are to be brought in, and what came of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from articles.importing import formats
from articles.importing.records import ParseError
from articles.importing.storing import Stored
from articles.models import Article
from community.desk.old_comments import StoredComments, ignore
from community.members.models import Member

MIXED = "mixed"  # what an import of several formats is said to be in


@dataclass(frozen=True)
class Options:
    """How to bring documents in. With `asks_first`, what changed at the source since readers can
    see it waits for staff. With `for_answers`, what is published may be quoted in answers: a person
    chose it.
    """

    format: str = formats.AUTO
    publish: bool = False
    dry_run: bool = False
    asks_first: bool = False
    editor: Member | None = None
    for_answers: bool = True
    on_progress: "Callable[[ImportResult], None]" = ignore


@dataclass(frozen=True)
class BroughtIn:
    """One article of a document: what became of it and of its comments."""

    stored: Stored
    comments: StoredComments


# Of a result, what is for whoever waits for it and not for whoever reads it.
NOT_TOLD = ("articles", "last_run", "failed", "source", "pieces", "pieces_done")


@dataclass
class ImportResult:
    """What came of an import. `problems` holds source, line (or None) and reason of each; a
    column that is known begins the reason. `pieces` counts the articles and comments of the
    documents begun so far, the last of them `source`; `pieces_done` how many were looked at;
    `last_run` is the key of the last run that brought something.
    """

    format: str = formats.AUTO
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    comments_created: int = 0
    comments_unchanged: int = 0
    comments_skipped: int = 0
    problems: list[dict[str, Any]] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    last_run: int | None = None
    failed: bool = False
    source: str = ""
    pieces: int = 0
    pieces_done: int = 0

    def as_json(self) -> str:
        """The object that `--json` prints."""
        return json.dumps({k: v for k, v in vars(self).items() if k not in NOT_TOLD})

    def begin(self, source: str, pieces: int) -> None:
        """The articles and comments of one more document are known."""
        self.source = source
        self.pieces += pieces

    def add(self, source: str, brought: BroughtIn) -> None:
        """Count one article that is stored for good."""
        outcome, reason = brought.stored.outcome.value, brought.stored.reason
        setattr(self, outcome, getattr(self, outcome) + 1)
        self.comments_created += brought.comments.created
        self.comments_unchanged += brought.comments.unchanged
        self.articles.append(brought.stored.article)
        if reason:
            self.add_problem(source, None, reason)

    def add_problem(
        self, source: str, line: int | None, reason: str, column: int | None = None
    ) -> None:
        if column is not None:
            reason = f"Column {column}: {reason}"
        self.problems.append({"source": source, "line": line, "reason": reason})

    def add_format(self, name: str) -> None:
        """Say which format was read; several in one import are "mixed"."""
        known = self.format in (formats.AUTO, name)
        self.format = name if known else MIXED

    def fail_at(self, source: str, error: ParseError) -> None:
        """Note what could not be read, and where."""
        self.fail(source, error.line, error.reason, error.column)

    def fail(self, source: str, line: int | None, reason: str, column: int | None = None) -> None:
        """Note a document of which nothing was stored."""
        self.failed = True
        self.add_problem(source, line, reason, column)
