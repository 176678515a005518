"""Reading the files of the sample community.

An article's file has these parts; a part that has nothing to say is left out:

    title, standfirst, author, source_url, topics (keys of topics.toml)
    published         how long ago it was published here ("3 weeks", "8 months 10 days")
    first_published   the same for where it comes from
    state             "draft" for one that waits at the desk
    body              paragraphs parted by blank lines; a line that begins with "## " is a heading

    [[imported]]      readers' comments from where the article comes from
    id, to            `to` is the id of the comment that this one answers
    name, ago         both may be unknown
    text

    [[comments]]      comments written here, a reply anywhere after the comment it answers
    id, to, text
    by                a key of people.toml, or
    guest             the name that a guest gave
    ago               how long ago ("3 days 4 hours")
    held_for          codes of the reasons for which screening holds it
    acts              what was done later: do (approve, reject, remove, restore, edit,
                      withdraw, flag), ago, by (the key of a moderator, or of who flagged),
                      ground, words, text (of an edit)

A word in a file that is not in this list is an error (TypeError), so that a slip is seen.
"""

import re
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from community.desk.sample.records import (
    Act,
    BlockedWords,
    Company,
    Person,
    Said,
    SaidElsewhere,
    SampleArticle,
    SampleConversation,
    SamplePage,
    SampleSupport,
    TopicWords,
)

FOLDER = Path(__file__).parent

UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    # A little more than a twelfth of a year, so that "8 months" still reads "8 months ago".
    "month": timedelta(days=30, hours=12),
}
PART = re.compile(r"(\d+) (minute|hour|day|week|month)s?")


def parse_ago(words: str) -> timedelta:
    """A stretch of time in words. Raises ValueError for anything else.

    >>> parse_ago("3 days 4 hours")
    datetime.timedelta(days=3, seconds=14400)
    """
    if not re.fullmatch(rf"{PART.pattern}(?: {PART.pattern})*", words):
        raise ValueError(f"not a stretch of time: {words!r}")
    return sum((int(count) * UNITS[unit] for count, unit in PART.findall(words)), timedelta())


def read_people() -> list[Person]:
    """Everybody with an account."""
    return [Person(**timed(row)) for row in read("people.toml")["people"]]


def read_topics() -> list[TopicWords]:
    """The topics, in the order of their file."""
    return [TopicWords(**row) for row in read("topics.toml")["topics"]]


def read_blocked_words() -> BlockedWords:
    """The words on the staff's list."""
    rows = read("blocked_words.toml")
    return BlockedWords(hold=tuple(rows["hold"]), refuse=tuple(rows["refuse"]))


def read_company() -> Company:
    """What people say of themselves, and about each other with a button."""
    rows = read("company.toml")
    pages = tuple(SamplePage(**row) for row in rows["pages"])
    support = tuple(
        SampleSupport(article=row.pop("article"), comment=row.pop("comment"), said=row)
        for row in rows["support"]
    )
    return Company(pages, support)


def read_articles() -> list[SampleArticle]:
    """Every article, the oldest first."""
    files = sorted((FOLDER / "articles").glob("*.toml"))
    return sorted(map(read_article, files), key=lambda article: -article.published)


def read_article(file: Path) -> SampleArticle:
    """One article with its comments."""
    row = tomllib.loads(file.read_text(encoding="utf-8"))
    imported = [SaidElsewhere(**named(timed(r), i)) for i, r in enumerate(row.pop("imported", []))]
    comments = [read_comment(named(r, i)) for i, r in enumerate(row.pop("comments", []))]
    return SampleArticle(
        key=file.stem,
        topics=tuple(row.pop("topics")),
        imported=tuple(imported),
        comments=tuple(comments),
        **timed(row),
    )


def read_conversations() -> list[SampleConversation]:
    """Every conversation, the oldest first."""
    rows = read("conversations.toml")["conversations"]
    return sorted(map(read_conversation, rows), key=lambda conversation: -conversation.ago)


def read_conversation(row: dict[str, Any]) -> SampleConversation:
    """One conversation with its comments."""
    comments = [read_comment(named(r, i)) for i, r in enumerate(row.pop("comments", []))]
    return SampleConversation(comments=tuple(comments), **timed(row))


def read_comment(row: dict[str, Any]) -> Said:
    """One comment written here."""
    acts = tuple(Act(**timed(act)) for act in row.pop("acts", []))
    held_for = tuple(row.pop("held_for", []))
    return Said(acts=acts, held_for=held_for, **timed(row))


def read(name: str) -> dict[str, Any]:
    """A file of the folder as it stands."""
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def timed(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its stretches of time read."""
    times = {key: parse_ago(row[key]) for key in TIMES if key in row}
    return row | times


TIMES = ("ago", "joined", "published", "first_published")


def named(row: dict[str, Any], index: int) -> dict[str, Any]:
    """The row with an id: its own, or its place, which nobody else can have."""
    return {"id": f"#{index}"} | row
