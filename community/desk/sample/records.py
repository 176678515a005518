"""What the files of the sample community hold. Plain values; `ago` counts back from loading."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Doing = Literal["approve", "reject", "remove", "restore", "edit", "withdraw", "flag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account. `was` is an earlier pseudonym, "" when there is none."""

    key: str
    pseudonym: str
    address: str
    joined: timedelta
    role: str = "member"
    was: str = ""
    approved_posts: int = 0
    sign_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    """A topic and the sentence on its page."""

    key: str
    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What was done with a comment later: by a moderator (`by`), or by its author (by is "").

    A flag is by any member. `words` and `ground` belong to a decision or a flag, `text` to an edit.
    """

    do: Doing
    ago: timedelta
    by: str = ""
    ground: str = ""
    words: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment written here, by a member (`by`) or under a guest's name (`guest`).

    `held_for` are the codes for which screening must hold it: the files say what they mean to
    show, and a test compares. What is held, and everything by guests, is posted through
    screening; the rest was read long ago and is stored as visible.
    """

    id: str
    text: str
    ago: timedelta
    to: str = ""
    by: str = ""
    guest: str = ""
    held_for: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()

    @property
    def is_screened(self) -> bool:
        return bool(self.guest or self.held_for)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidElsewhere:
    """A comment from where the article was first published; name and time may be unknown."""

    id: str
    text: str
    to: str = ""
    name: str = ""
    ago: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleArticle:
    """An article with everything that was said under it. `key` is the name of its file."""

    key: str
    title: str
    standfirst: str
    author: str
    topics: tuple[str, ...]
    published: timedelta
    body: str
    source_url: str = ""
    first_published: timedelta | None = None
    state: Literal["published", "draft"] = "published"
    imported: tuple[SaidElsewhere, ...] = field(default=(), repr=False)
    comments: tuple[Said, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleConversation:
    """A conversation that somebody began, with everything that was said in it."""

    key: str
    topic: str
    by: str
    title: str
    text: str
    ago: timedelta
    audience: Literal["everyone", "members"] = "everyone"
    pinned: bool = False
    comments: tuple[Said, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """What somebody says of themself on their page."""

    by: str
    relation: str
    audience: str
    lists_comments: bool
    journey: str
    interest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleSupport:
    """Who said what with a button about one comment: keys of people under each kind."""

    article: str
    comment: str
    said: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Company:
    """What people say of themselves, and about each other with a button."""

    pages: tuple[SamplePage, ...]
    support: tuple[SampleSupport, ...]


@dataclass(frozen=True, slots=True)
class BlockedWords:
    """Words that staff want held, and words that go back to the writer."""

    hold: tuple[str, ...]
    refuse: tuple[str, ...]
