"""What is not kept: run by the worker once an hour."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from articles.ask.actions import QUESTION_KEPT, forget_old_questions
from articles.newsletter import actions as newsletter
from community.members.sessions.actions import forget_expired_sessions
from community.moderation.appeals.actions import forget_appeals
from community.moderation.decisions.blanked_words import forget_blanked_words
from community.moderation.flags.settling import forget_flaggers, forget_words
from community.moderation.models import Appeal
from community.moderation.notices.actions import forget_notices
from community.notifications.erasure import forget_what_was_erased
from community.notifications.follows.actions import forget_unconfirmed
from community.notifications.letters.returned import RETURNED_KEPT, forget_returned
from community.notifications.news.actions import forget_news
from community.notifications.telling import forget_handled_events
from community.threads.models import Comment

# An author may ask about a decision for six months; until then we may have to write to them.
GUEST_EMAIL_KEPT = timedelta(days=183)
# The hash serves pace and repetition, which look back one day.
NETWORK_HASH_KEPT = timedelta(days=2)
EVENTS_KEPT = timedelta(days=30)
# Who comes back after a season finds what is new in the threads themselves.
NEWS_KEPT = timedelta(days=90)
# An answer to a notice can be appealed against for six months (Article 20(1) of Regulation (EU)
# 2022/2065); then who sent it and what they wrote no longer matters.
NOTICE_KEPT = timedelta(days=190)
# Who goes on to a body for settling disputes, or to a court, mostly does so within a year.
APPEAL_WORDS_KEPT = timedelta(days=365)
# Who flagged as a guest was told by then; the flag itself stays in the numbers.
FLAG_CONTACT_KEPT = timedelta(days=30)
# A decision can be appealed against for six months, and what readers said belongs to it.
FLAG_WORDS_KEPT = timedelta(days=183)


def forget_what_is_over() -> dict[str, int]:
    """Delete what has served its purpose; returns how many of each."""
    now = timezone.now()
    old_guests = Comment.objects.filter(created_at__lt=now - GUEST_EMAIL_KEPT)
    old_posts = Comment.objects.filter(created_at__lt=now - NETWORK_HASH_KEPT)
    return {
        "sessions": forget_expired_sessions(),
        "guest addresses": forget_guests(old_guests),
        "network hashes": old_posts.exclude(network_hash="").update(network_hash=""),
        "blanked words": forget_blanked_words(now=now),
        "snapshots of erased words": forget_what_was_erased(),
        "contacts of guests who flagged": forget_flaggers(before=now - FLAG_CONTACT_KEPT),
        "words of flags": forget_words(before=now - FLAG_WORDS_KEPT),
        "notices": forget_notices(before=now - NOTICE_KEPT),
        "words of appeals": forget_appeals(before=now - APPEAL_WORDS_KEPT),
        "news": forget_news(before=now - NEWS_KEPT),
        "letters that came back": forget_returned(before=now - RETURNED_KEPT),
        "unconfirmed follows": forget_unconfirmed(),
        "unconfirmed subscribers": newsletter.forget_unconfirmed(),
        "questions": forget_old_questions(before=now - QUESTION_KEPT),
        "events": forget_handled_events(before=now - EVENTS_KEPT),
    }


def forget_guests(comments: QuerySet[Comment]) -> int:
    """Forget how to reach guests; who waits for the answer to an appeal is still written to."""
    waiting = Appeal.objects.filter(decision__comment=OuterRef("pk"), state=Appeal.State.OPEN)
    known = comments.exclude(author_email="").exclude(Exists(waiting))
    return known.update(author_email="")
