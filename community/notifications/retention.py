"""What is not kept: run by the worker once an hour."""

from datetime import timedelta

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from community.moderation.decisions.blanked_words import forget_blanked_words
from community.moderation.flags.settling import forget_flaggers, forget_snapshots
from community.moderation.notices.actions import forget_notifiers
from community.notifications.telling import forget_handled_events
from community.threads.models import Comment

# An author may ask about a decision for six months; until then we may have to write to them.
GUEST_EMAIL_KEPT = timedelta(days=183)
# The hash serves pace and repetition, which look back one day.
NETWORK_HASH_KEPT = timedelta(days=2)
EVENTS_KEPT = timedelta(days=30)
# A notice may be asked about as long as a decision; then who sent it no longer matters.
NOTIFIER_KEPT = timedelta(days=183)
# Who flagged as a guest was told by then; the flag itself stays in the numbers.
FLAG_CONTACT_KEPT = timedelta(days=30)


def forget_what_is_over() -> dict[str, int]:
    """Delete what has served its purpose; returns how many of each."""
    now = timezone.now()
    old_guests = Comment.objects.filter(created_at__lt=now - GUEST_EMAIL_KEPT)
    old_posts = Comment.objects.filter(created_at__lt=now - NETWORK_HASH_KEPT)
    SessionStore.clear_expired()
    return {
        "guest addresses": old_guests.exclude(author_email="").update(author_email=""),
        "network hashes": old_posts.exclude(network_hash="").update(network_hash=""),
        "blanked words": forget_blanked_words(now=now),
        "snapshots of erased words": forget_snapshots(),
        "contacts of guests who flagged": forget_flaggers(before=now - FLAG_CONTACT_KEPT),
        "senders of notices": forget_notifiers(before=now - NOTIFIER_KEPT),
        "events": forget_handled_events(before=now - EVENTS_KEPT),
    }
