"""What a name is besides somebody's, by what the site itself says with it.

Decided once, before anything is taken away: afterwards neither the index nor the comments tell. Why so, see
`docs/decisions/erasing.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, Q

from articles.index import entries
from articles.index.tokens import AUTHOR, named, tokens
from articles.models import Article
from articles.search.holding import keys_holding
from common.html import html_to_text
from common.text import fold
from community.members.models import Member, PseudonymChange
from community.own_data.names import Kind, Name, Names, is_listed, spellings, ways_of, with_s
from community.threads.models import Comment, joined_words

# People who never met the person and write a word in small letters: one of them may have read of the person.
STRANGERS_MIN = 2
# How much is looked at for one name: who has to look at more looks at a word of every day.
ARTICLES_MAX, COMMENTS_MAX, SIGNED_MAX = 50, 2_000, 2_000

Writer = int | str  # the key of a member, or the folded name of somebody without an account


OF_USE = ("thread", "author", "author_name", "created_at", "title", "body")


@dataclass(frozen=True)
class Use:
    """A comment that has the name in its words."""

    thread: int
    writer: Writer
    at: datetime
    text: str


def kinds_of(names: Iterable[str], own: Q) -> dict[str, str]:
    """Each spelling of the names with what it is besides; `own` are the comments that the person signed."""
    found = {text: kind_of(text, own) for text in spellings(names)}
    for text in [text for text, kind in found.items() if kind == Kind.ONLY]:
        longer = with_s(text)
        if longer and longer not in found and kind_of(longer, own, called=text) == Kind.ONLY:
            found[longer] = Kind.ONLY
    return {text: kind.value for text, kind in found.items()}


def every_name(member: Member) -> list[str]:
    """The names somebody has and had."""
    changes = PseudonymChange.objects.filter(member=member).values_list("old", "new")
    return [member.pseudonym, *(name for pair in changes for name in pair)]


def names_besides(member: Member) -> list[Name]:
    """Those that are something besides, and so do not go wherever they stand."""
    names = Names.of(kinds_of(every_name(member), Q(author=member)))
    return [name for name in names.all if name.kind != Kind.ONLY]


def kind_of(name: str, own: Q, called: str = "") -> Kind:
    """What one spelling is besides the name of whose comments these are; `called`: the name without an ending."""
    if is_listed(name):
        return Kind.WORD
    said = tuple(tokens(name))
    signed = signed_threads(name, said, own)
    ways = ways_in_articles(said) | ways_of_strangers(called or name, said, own, signed.threads)
    if Kind.WORD in ways:
        return Kind.WORD
    return Kind.OTHERS if ways or signed.by_others else Kind.ONLY


@dataclass
class Signed:
    """Threads with comments that have the name above them, and whether any of these is somebody else's."""

    threads: set[int]
    by_others: bool = False


def signed_threads(name: str, said: tuple[str, ...], own: Q) -> Signed:
    """Where somebody of that name wrote, as far as it can be found."""
    signed, looked = Signed(set()), 0
    for keys in keys_holding(tuple(named(AUTHOR, list(said))), entries.Kind.COMMENT):
        looked += len(keys)
        theirs = set(Comment.objects.filter(own, pk__in=keys).values_list("pk", flat=True))
        rows = Comment.objects.filter(pk__in=keys).values_list("pk", "thread", "author_name")
        for key, thread, above in rows:
            if fold(above) == fold(name):
                signed.threads.add(thread)
                signed.by_others |= key not in theirs
        if looked >= SIGNED_MAX:
            break
    return signed


def ways_in_articles(said: tuple[str, ...]) -> set[Kind]:
    """How the newest articles with these words use them. Who wrote an article does not count."""
    ways: set[Kind] = set()
    for keys in keys_holding(said, entries.Kind.ARTICLE):
        rows = Article.objects.filter(pk__in=keys[:ARTICLES_MAX])
        for title, standfirst, body in rows.values_list("title", "standfirst", "body_html"):
            ways |= ways_of("\n".join([title, standfirst, html_to_text(body)]), said)
            if Kind.WORD in ways:
                return ways
        break
    return ways


def ways_of_strangers(name: str, said: tuple[str, ...], own: Q, signed: Iterable[int]) -> set[Kind]:
    """How people use these words who cannot mean the person, where the person took no part.

    That is what was written before the person came; and later, in small letters, by people who never met them.
    """
    met = Comment.objects.filter(own).values("thread")
    there = Q(thread__in=met) | Q(thread__in=sorted(signed))
    uses = list(uses_elsewhere(said, there))
    # Where somebody is called by the name, all who use it may mean them.
    called = {use.thread for use in uses if f"@{fold(name)}" in fold(use.text)}
    uses = [use for use in uses if use.thread not in called]
    came = Comment.objects.filter(own).aggregate(first=Min("created_at"))["first"]
    before = [use for use in uses if came is None or use.at < came]
    ways = set().union(*(ways_of(use.text, said) for use in before))
    later = {use.writer for use in uses if Kind.WORD in ways_of(use.text, said)}
    strangers = later - writers_of(there, later)
    return ways | ({Kind.WORD} if len(strangers) >= STRANGERS_MIN else set())


def uses_elsewhere(said: tuple[str, ...], there: Q) -> Iterator[Use]:
    """The newest comments with these words, but for those in threads of the person."""
    found = 0
    for keys in keys_holding(said, entries.Kind.COMMENT):
        rows = Comment.objects.filter(pk__in=keys).exclude(there)
        for thread, author, above, at, title, body in rows.values_list(*OF_USE):
            found += 1
            yield Use(thread, author or fold(above), at, joined_words(title, body))
        if found >= COMMENTS_MAX:
            return


def writers_of(there: Q, asked: set[Writer]) -> set[Writer]:
    """Which of these writers have met the person in a thread."""
    members = [each for each in asked if isinstance(each, int)]
    met: set[Writer] = set(
        Comment.objects.filter(there, author__in=members).values_list("author", flat=True)
    )
    if len(members) == len(asked):
        return met
    guests = Comment.objects.filter(there, author=None).values_list("author_name", flat=True)
    return met | ({fold(above) for above in guests.distinct().iterator()} & asked)
