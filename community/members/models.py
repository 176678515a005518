"""Members: a pseudonym everybody sees, an address nobody sees."""

import secrets
from functools import partial
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.urls import reverse

from community.members.naming.names import name_key

PUBLIC_ID_LENGTH = 12  # signs of 16: nobody finds a page by trying
PSEUDONYM_MAX = 40  # longer names push the time and the badge off a small screen
PSEUDONYM_KEY_MAX = 120  # a sign that stands for a whole phrase grows when it is folded


class MemberManager(BaseUserManager["Member"]):
    """Makes members; nobody has a password, people sign in by code or passkey."""

    def create_user(self, email: str, pseudonym: str, **fields: Any) -> "Member":
        """Store a member. Addresses are kept in lower case, so that one person is one account."""
        member = self.model(
            email=email.strip().lower(),
            pseudonym=pseudonym,
            pseudonym_key=name_key(pseudonym),
            **fields,
        )
        member.set_unusable_password()
        member.save(using=self._db)
        return member

    def create_superuser(self, email: str, pseudonym: str, **fields: Any) -> "Member":
        """Store the operator's own account."""
        fields.pop("password", None)
        return self.create_user(
            email, pseudonym, role=Member.Role.STAFF, is_superuser=True, **fields
        )


class Member(AbstractBaseUser, PermissionsMixin):
    """A person with an account.

    `approved_posts` counts posts that a moderator approved: it earns direct posting, except until
    `trust_paused_until`, when too many were rejected lately. What moderators decided about the
    person and what holds now stands here too, where every post looks: `paused_until` (a ban has no
    end and `is_banned`), `is_read_first` until `read_first_until`, `gap_seconds` between two posts
    until `slowed_until` (both None: until somebody lifts it), and `is_warned` while a warning is not
    acknowledged. `has_interest` says that the member's page discloses one, which their comments tell.
    With `must_agree` they are asked to agree to something before they write again (see
    `members.agreements`). What is over by its time may still stand here: ask `members.restraints`.
    """

    class Role(models.TextChoices):
        MEMBER = "member", "Member"
        MENTOR = "mentor", "Mentor"
        MODERATOR = "moderator", "Moderator"
        STAFF = "staff", "Staff"

    email = models.EmailField(unique=True)
    # Names the member's page, whatever they are called, and does not tell when they joined.
    public_id = models.CharField(
        max_length=PUBLIC_ID_LENGTH,
        unique=True,
        editable=False,
        default=partial(secrets.token_hex, PUBLIC_ID_LENGTH // 2),
    )
    pseudonym = models.CharField(max_length=PSEUDONYM_MAX)
    # Names that look alike have the same key, so nobody can pass for somebody else.
    pseudonym_key = models.CharField(max_length=PSEUDONYM_KEY_MAX, unique=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    is_active = models.BooleanField(default=True)
    approved_posts = models.PositiveIntegerField(default=0)
    trust_paused_until = models.DateTimeField(null=True, blank=True)
    paused_until = models.DateTimeField(null=True, blank=True)
    is_banned = models.BooleanField(default=False)
    is_read_first = models.BooleanField(default=False)
    read_first_until = models.DateTimeField(null=True, blank=True)
    gap_seconds = models.PositiveIntegerField(default=0)
    slowed_until = models.DateTimeField(null=True, blank=True)
    is_warned = models.BooleanField(default=False)
    has_interest = models.BooleanField(default=False)
    must_agree = models.BooleanField(default=True)
    # Minutes for second thoughts: so long what they wrote and may appear stays with them.
    second_thoughts = models.PositiveSmallIntegerField(default=0)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["pseudonym"]

    objects = MemberManager()

    def __str__(self) -> str:
        return self.pseudonym

    def get_short_name(self) -> str:
        """What Django's admin calls the member."""
        return self.pseudonym

    def get_absolute_url(self) -> str:
        """The member's page."""
        return reverse("member_page", args=[self.public_id])

    @property
    def is_staff(self) -> bool:
        """Staff work at the desk and in the admin."""
        return self.is_active and self.role == self.Role.STAFF

    @property
    def is_moderator(self) -> bool:
        """Moderators and staff may decide on posts."""
        return self.is_active and self.role in (self.Role.MODERATOR, self.Role.STAFF)


class PseudonymChange(models.Model):
    """An earlier name of a member: who, when, from what to what."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="pseudonym_changes")
    old = models.CharField(max_length=PSEUDONYM_MAX)
    new = models.CharField(max_length=PSEUDONYM_MAX)
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-changed_at"]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
