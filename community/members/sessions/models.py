"""Sessions, with what finds those of a member without reading what they hold."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from community.members.models import Member

DEVICE_MAX = 60  # our own words; the longest are "Samsung Internet on an iPhone or iPad"


class Session(AbstractBaseSession):
    """A session, as Django keeps it, and whose it is.

    `member` is who is signed in, or who is about to be and still owes a code; None for a guest. What a member
    is shown about it is coarse: `started_at`, the day of `used_on` (UTC), and the `device` in plain words. No
    network address is kept.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+", null=True)
    started_at = models.DateTimeField(null=True)
    used_on = models.DateField(null=True)
    device = models.CharField(max_length=DEVICE_MAX, default="")
