"""What a person wants to post, and what screening needs to know about them."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from community.help_lines.reading import public_numbers
from community.members.models import Member
from community.members.statements import fetch, stored_time
from community.screening.records import Context, Outcome, Submission, Term
from community.threads.learned import spam_model
from community.threads.models import Comment, Thread
from community.threads.statements import (
    BLOCKED_TERMS,
    RECENT_OF_MEMBER,
    RECENT_OF_NETWORK,
)

# How far back "the same text again" looks. A day covers a person who tries again after work.
REPEAT_WINDOW = timedelta(hours=24)
PACE_WINDOW = timedelta(minutes=10)
# A lively exchange stays below one post a minute, a flood does not.
POSTS_IN_PACE = 10
RECENT_TEXTS = 20  # more from one person in a day is caught by pace


@dataclass(frozen=True)
class Guest:
    """Somebody without an account: a name to show, an address to write to if they gave one."""

    name: str
    email: str = ""


Author = Member | Guest


def author_name(author: Author) -> str:
    """The name that stands above the comment."""
    return author.pseudonym if isinstance(author, Member) else author.name


def submission_key(
    *, thread: Thread, parent: Comment | None, author: Author, text: str, network: str
) -> str:
    """The same words by the same person in the same place have the same key.

    A double-click, a resend and the back button therefore meet the first comment again. Guests
    count as the same person by name, address and network of the day.
    """
    if isinstance(author, Member):
        person = f"member:{author.pk}"
    else:
        person = f"guest:{author.name}:{author.email}:{network}"
    place = f"{thread.pk}:{parent.pk if parent else ''}"
    return salted_hmac("community.submission", f"{place}:{person}:{text}").hexdigest()


def screening_input(
    author: Author,
    text: str,
    network: str,
    *,
    replaced: str | None = None,
    reads_first: bool = False,
) -> tuple[Submission, Context]:
    """What the screening steps look at. An edit is no repeat of the words it replaces."""
    recent = recent_comments(author, network)
    texts = [text for text, _ in recent]
    if replaced in texts:
        texts.remove(replaced)
    is_member = isinstance(author, Member)
    context = Context(
        approved_posts=author.approved_posts if isinstance(author, Member) else 0,
        posts_that_earn_trust=settings.TRUST_APPROVED_POSTS,
        trust_paused=isinstance(author, Member) and is_trust_paused(author),
        reads_first=reads_first,
        recent_texts=tuple(texts),
        posts_last_10_minutes=sum(is_just_now for _, is_just_now in recent),
        posts_per_10_minutes=POSTS_IN_PACE,
        blocked_terms=blocked_terms(),
        own_hosts=(settings.SITE_HOST,),
        public_numbers=public_numbers(),
        spam_model=spam_model(),
    )
    return Submission(text=text, author_name=author_name(author), is_guest=not is_member), context


def is_trust_paused(member: Member) -> bool:
    """Whether the member's posts are read first, because too many were rejected lately."""
    until = member.trust_paused_until
    return until is not None and until > timezone.now()


def blocked_terms() -> tuple[Term, ...]:
    """The words that staff keep a list of."""
    return tuple(Term(term, Outcome(outcome)) for term, outcome in fetch(BLOCKED_TERMS))


def recent_comments(author: Author, network: str) -> list[tuple[str, bool]]:
    """What this person (or this network) posted lately, and whether within `PACE_WINDOW`."""
    now = timezone.now()
    just_now, lately = stored_time(now - PACE_WINDOW), stored_time(now - REPEAT_WINDOW)
    if isinstance(author, Member):
        rows = fetch(RECENT_OF_MEMBER, just_now, author.pk, lately, RECENT_TEXTS)
    elif network:
        rows = fetch(RECENT_OF_NETWORK, just_now, network, lately, RECENT_TEXTS)
    else:
        rows = []
    return [(text, bool(is_just_now)) for text, is_just_now in rows]
