"""References of notices: to read out on the telephone, and the keys that open their pages."""

import secrets

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from community.moderation.notices.models import Notice

# Without the letters and digits that are taken for each other: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
PARTS, PART_LENGTH = 2, 4  # 23 to the eighth are 78 thousand million: guessing finds none
KEY_DIGITS = 16  # hexadecimal digits of the key, 64 bits


def new_reference() -> str:
    """For example `N-7KQ4-MWTX`."""
    parts = ("".join(secrets.choice(ALPHABET) for _ in range(PART_LENGTH)) for _ in range(PARTS))
    return "-".join(("N", *parts))


def notice_key(notice: Notice) -> str:
    """What opens the status page together with the reference."""
    made_from = f"{notice.reference}:{notice.salt}"
    return salted_hmac("community.notice", made_from).hexdigest()[:KEY_DIGITS]


def notice_url(notice: Notice) -> str:
    """Address of the status page, without the host."""
    return reverse("notice_status", args=[notice.reference, notice_key(notice)])


def notice_of(reference: str, key: str) -> Notice | None:
    """The notice that a reference and its key open, or None."""
    notices = Notice.objects.select_related("comment__thread__article", "article", "decision")
    notice = notices.filter(reference=reference.strip().upper()).first()
    return notice if notice and constant_time_compare(notice_key(notice), key.strip()) else None
