"""What a person wants to post, and what screening needs to know about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from common.times import exact_time
from community.help_lines.reading import public_numbers
from community.members.models import Member
from community.members.restraints import is_trust_paused
from community.members.statements import fetch, known_time, stored_time
from community.screening.records import Context, Outcome, Submission, Term
from community.threads.models import Comment, Thread
from community.threads.reading.statements import (
    BLOCKED_TERMS,
    RECENT_OF_MEMBER,
    RECENT_OF_NETWORK,
)
from community.yardsticks.learned import spam_model

# How far back "the same text again" looks. A day covers a person who tries again after work.
REPEAT_WINDOW = timedelta(hours=24)
PACE_WINDOW = timedelta(minutes=10)
# A lively exchange stays below one post a minute, a flood does not.
POSTS_IN_PACE = 10
RECENT_TEXTS = 20  # more from one person in a day is caught by pace


@dataclass(frozen=True, slots=True)
class Recent:
    """Something that the same person posted lately, or the same network."""

    text: str
    posted_at: datetime
    thread_id: int


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
    recent: Sequence[Recent],
    *,
    replaced: str | None = None,
    reads_first: bool = False,
) -> tuple[Submission, Context]:
    """What the screening steps look at. An edit is no repeat of the words it replaces."""
    texts = [each.text for each in recent]
    if replaced in texts:
        texts.remove(replaced)
    just_now = timezone.now() - PACE_WINDOW
    is_member = isinstance(author, Member)
    context = Context(
        approved_posts=author.approved_posts if isinstance(author, Member) else 0,
        posts_that_earn_trust=settings.TRUST_APPROVED_POSTS,
        trust_paused_until=trust_paused_until(author),
        reads_first=reads_first,
        recent_texts=tuple(texts),
        posts_last_10_minutes=sum(each.posted_at >= just_now for each in recent),
        posts_per_10_minutes=POSTS_IN_PACE,
        blocked_terms=blocked_terms(),
        own_hosts=(settings.SITE_HOST,),
        public_numbers=public_numbers(),
        spam_model=spam_model(),
    )
    return Submission(text=text, author_name=author_name(author), is_guest=not is_member), context


def trust_paused_until(author: Author) -> str:
    """Until when a member's posts are read first because of rejections; "" when they are not."""
    if not isinstance(author, Member) or not is_trust_paused(author):
        return ""
    assert author.trust_paused_until is not None
    return exact_time(author.trust_paused_until)


def blocked_terms() -> tuple[Term, ...]:
    """The words that staff keep a list of."""
    return tuple(Term(term, Outcome(outcome)) for term, outcome in fetch(BLOCKED_TERMS))


def recent_comments(author: Author, network: str) -> list[Recent]:
    """What this person (or this network) posted lately, the newest first."""
    lately = stored_time(timezone.now() - REPEAT_WINDOW)
    if isinstance(author, Member):
        rows = fetch(RECENT_OF_MEMBER, author.pk, lately, RECENT_TEXTS)
    elif network:
        rows = fetch(RECENT_OF_NETWORK, network, lately, RECENT_TEXTS)
    else:
        rows = []
    return [Recent(text, known_time(posted_at), thread_id) for text, posted_at, thread_id in rows]
