"""Which names people may choose."""

from django.conf import settings

from common.text import fold
from community.members.models import Member

# Names that would let somebody speak for the house.
RESERVED = (
    "admin administrator anonymous commonthread editor guest help member moderator moderators mod "
    "newsdesk official operator reader root staff support system team webmaster"
).split()


def is_reserved(name: str) -> bool:
    """Whether a name would pass for the house, however it is spelt."""
    key = fold(name).replace(" ", "").strip("._-")
    return key in {*RESERVED, fold(settings.SITE_NAME).replace(" ", "")}


def is_taken(name: str, *, except_for: Member | None = None) -> bool:
    """Whether a member has that name or one that looks like it."""
    members = Member.objects.filter(pseudonym_key=fold(name))
    return members.exclude(pk=except_for.pk if except_for else None).exists()
