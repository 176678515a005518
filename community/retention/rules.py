"""What carries out each rule of `common.retention`. The page about privacy reads the same rules."""

from collections.abc import Callable
from datetime import datetime

from articles.ask.actions import forget_old_questions
from articles.newsletter.actions import forget_deliveries
from articles.newsletter.actions import forget_unconfirmed as forget_unconfirmed_newsletter
from community.desk.runs.working import forget_old_runs
from community.members.sessions.actions import forget_expired_sessions
from community.moderation.appeals.actions import forget_appeals
from community.moderation.decisions.blanked_words import forget_blanked_words
from community.moderation.flags.settling import forget_flaggers, forget_words
from community.moderation.notices.actions import forget_notices
from community.notifications.follows.actions import forget_unconfirmed
from community.notifications.guests import forget_guests
from community.notifications.letters.returned import forget_returned
from community.notifications.news.actions import forget_news
from community.notifications.telling import forget_handled_events
from community.old_words.actions import forget_proofs
from community.own_data.actions import forget_asked, forget_receipts
from community.own_data.downloading import forget_downloads
from community.own_data.storage import forget_letter_files
from community.threads.holding.actions import forget_held
from community.threads.posting.network_marks import forget_network_marks
from community.threads.reading.visits import forget_visits

Forget = Callable[..., int]

# What is gone that happened before a moment.
BEFORE: dict[str, Forget] = {
    "network_marks": forget_network_marks,
    "guest_addresses": forget_guests,
    "held_words": forget_held,
    "flag_contacts": forget_flaggers,
    "flag_words": forget_words,
    "notices": forget_notices,
    "appeal_words": forget_appeals,
    "questions": forget_old_questions,
    "news": forget_news,
    "visits": forget_visits,
    "unconfirmed_follows": forget_unconfirmed,
    "unconfirmed_newsletter": forget_unconfirmed_newsletter,
    "newsletter_deliveries": forget_deliveries,
    "returned_letters": forget_returned,
    "letter_files": forget_letter_files,
    "address_proofs": forget_proofs,
    "erasure_links": forget_asked,
    "erasure_receipts": forget_receipts,
    "import_copies": forget_old_runs,
    "events": forget_handled_events,
}
# What had its end written down when it began, because somebody was told of it.
ENDED: dict[str, Callable[[datetime], int]] = {
    "blanked_words": lambda now: forget_blanked_words(now=now),
    "sessions": lambda now: forget_expired_sessions(now=now),
    "downloads": lambda now: forget_downloads(now=now),
}
