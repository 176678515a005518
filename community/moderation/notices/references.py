"""References of notices: to read out on the telephone, and the keys that open their pages."""

import secrets

from django.urls import reverse

from articles.proofs.links import site_secrets
from common.proofs import is_proof, proof
from community.moderation.notices.models import Notice

# Without the letters and digits that are taken for each other: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "ACDEFGHJKMNPQRTWXY34679"
PARTS, PART_LENGTH = 2, 4  # 23 to the eighth are 78 thousand million: guessing finds none
KEY_DIGITS = 16  # hexadecimal digits of the key, 64 bits
PURPOSE = "community.notice"


def new_reference() -> str:
    """For example `N-7KQ4-MWTX`."""
    parts = ("".join(secrets.choice(ALPHABET) for _ in range(PART_LENGTH)) for _ in range(PARTS))
    return "-".join(("N", *parts))


def notice_key(notice: Notice) -> str:
    """What opens the status page together with the reference."""
    return proof(PURPOSE, made_from(notice), site_secrets(), length=KEY_DIGITS)


def made_from(notice: Notice) -> str:
    """What its key proves."""
    return f"{notice.reference}:{notice.salt}"


def spaced_key(notice: Notice) -> str:
    """The key as one reads it out or copies it from paper: `5f0c 9a1b 77e2 04dd`."""
    key = notice_key(notice)
    return " ".join(key[at : at + PART_LENGTH] for at in range(0, KEY_DIGITS, PART_LENGTH))


def tidy_reference(typed: str) -> str:
    """A reference as it is stored, however it was typed: `n 7kq4mwtx` is `N-7KQ4-MWTX`."""
    letters = "".join(typed.split()).replace("-", "").upper()
    return f"{letters[:1]}-{letters[1 : 1 + PART_LENGTH]}-{letters[1 + PART_LENGTH :]}"


def tidy_key(typed: str) -> str:
    """A key as it is compared. It holds no letter O, I or L, so these are meant as digits."""
    return "".join(typed.split()).replace("-", "").lower().translate(str.maketrans("oil", "011"))


def notice_url(notice: Notice) -> str:
    """Address of the status page, without the host."""
    return reverse("notice_status", args=[notice.reference, notice_key(notice)])


def notice_of(reference: str, key: str) -> Notice | None:
    """The notice that a reference and its key open, or None."""
    notices = Notice.objects.select_related(
        "comment__thread__article", "article", "decision__appeal__outcome"
    )
    notice = notices.filter(reference=tidy_reference(reference)).first()
    if notice is None:
        return None
    given, about = tidy_key(key), made_from(notice)
    is_true = is_proof(given, PURPOSE, about, site_secrets(), length=KEY_DIGITS)
    return notice if is_true else None
