"""What is done with conversations: begin one, keep one among members.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.models import Topic
from common.html import comment_html
from common.text import normalise, one_line
from community.members.models import Member
from community.screening.records import Verdict
from community.threads.actions import Posted, find_posted
from community.threads.indexing import forget_comments
from community.threads.models import Comment, Thread, joined_words
from community.threads.placing import touch_thread
from community.threads.posting.restraints import NotAllowed, check_restraints
from community.threads.posting.storing import put_in_place, unplaced
from community.threads.posting.submissions import recent_comments
from community.threads.posting.verdicts import screened
from community.threads.rendering import PIECES_VERSION

# Whoever has more to say in a day says it in the conversations that are there; others want to be
# heard as well.
STARTS_IN_A_DAY = 5
DAY = timedelta(days=1)
BATCH = 1_000  # comments taken out of the index in one statement

Audience = Thread.Audience


def start_conversation(
    *,
    topic: Topic,
    author: Member,
    title: str,
    text: str,
    audience: str = Audience.EVERYONE,
    network: str = "",
    asks: bool = False,
) -> Posted:
    """Begin a conversation: its title and first words are screened together, and stored as its opening.

    Of new members a moderator reads them before anybody else does, as their first comments. The same
    words by the same person in the same topic make one. Raises `NotAllowed`, `Refused`, and `Asked`
    when the writer should be asked first (only where `asks` is set).
    """
    title, text = one_line(title), normalise(text)
    key = start_key(topic, author, title, text)
    if earlier := find_posted(key):
        return earlier
    thread = Thread(
        topic=topic, started_by=author, audience=Audience(audience), pieces_version=PIECES_VERSION
    )
    recent = recent_comments(author, network)
    reads_first = check_restraints(thread, author, recent)
    check_few(author)
    verdict = screened(
        author, joined_words(title, text), recent, asks=asks, reads_first=reads_first
    )
    written = {"title": title, "body": text, "body_html": comment_html(text)}
    try:
        return Posted(stored(thread, author, verdict, submission_key=key, **written))
    except IntegrityError:
        # The key is there already: a second click, a resend, the back button.
        if earlier := find_posted(key):
            return earlier
        raise


def stored(thread: Thread, author: Member, verdict: Verdict, **written: Any) -> Comment:
    """The opening with its thread, in one transaction."""
    with transaction.atomic():
        thread.save()
        opening = unplaced(thread, None, author, verdict, is_opening=True, **written)
        put_in_place(opening)
    return opening


def start_key(topic: Topic, author: Member, title: str, text: str) -> str:
    """The same words by the same person in the same topic have the same key."""
    begun = f"{topic.pk}:{author.pk}:{title}\n{text}"
    return salted_hmac("community.conversation", begun).hexdigest()


def check_few(author: Member) -> None:
    """Raise `NotAllowed` where somebody began many today."""
    since = timezone.now() - DAY
    begun = Thread.objects.filter(started_by=author, created_at__gte=since).count()
    if begun >= STARTS_IN_A_DAY:
        raise NotAllowed(
            f"You began {begun} conversations in the last day. Please wait until tomorrow with the "
            "next one. Your words are kept below."
        )


def keep_among_members(*, thread: Thread, person: Member) -> bool:
    """Let only members read a conversation from now on; returns whether that is new.

    By who began it, or by a moderator. There is no way back: people write to those who can read.
    Raises `NotAllowed`.
    """
    if not thread.is_conversation or not may_keep_among_members(thread, person):
        raise NotAllowed("Only who began a conversation, or a moderator, decides who can read it.")
    with transaction.atomic():
        thread = Thread.objects.select_for_update().get(pk=thread.pk)
        if thread.is_for_members:
            return False
        Thread.objects.filter(pk=thread.pk).update(audience=Audience.MEMBERS)
        touch_thread(thread)
        forget_all(thread)
    return True


def may_keep_among_members(thread: Thread, person: Member) -> bool:
    """Whether this person decides who can read a conversation."""
    return person.is_moderator or thread.started_by_id == person.pk


def forget_all(thread: Thread) -> None:
    """Let search find nothing of a conversation any more."""
    keys = list(Comment.objects.filter(thread=thread).values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        forget_comments(keys[start : start + BATCH])
