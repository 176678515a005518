"""What changes a membership: joining, another name, another role, closing an account.

Always in this order: permission, transaction, change, log row, outbox row.
"""

from collections.abc import Collection

from allauth.account.models import EmailAddress
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction

from community.members.agreements.actions import agree
from community.members.models import Member, PseudonymChange
from community.members.naming.names import name_key
from community.members.naming.pseudonyms import TAKEN, clean_name, next_rename_at, refusal


class NameRefused(Exception):
    """The name cannot be had; the text says why, in words for the person."""


class NotAllowed(Exception):
    """The person may not do this; the text says why."""


def sign_up(*, email: str, pseudonym: str, agreed: Collection[int] = ()) -> Member:
    """Store a new member. Only for an address that has been proven by a code.

    `agreed` are the keys of the texts they agreed to.
    An address that has an account already gives that account, so that a double-click signs in.
    Raises `NameRefused`, also when somebody took the name a moment ago.
    """
    if known := Member.objects.filter(email=email.lower()).first():
        return known
    name = allowed_name(pseudonym)
    try:
        with transaction.atomic():
            member = Member.objects.create_user(email, name)
            keep_proven_address(member=member, address=email)
            agree(member=member, texts=agreed)
    except IntegrityError as error:
        if known := Member.objects.filter(email=email.lower()).first():
            return known
        raise NameRefused(TAKEN) from error
    return member


def keep_proven_address(*, member: Member, address: str) -> None:
    """Note that the member's address was proven; it is the only one they have."""
    with transaction.atomic():
        addresses = EmailAddress.objects.filter(user=member)
        addresses.exclude(email=address.lower()).delete()
        EmailAddress.objects.update_or_create(
            user=member, email=address.lower(), defaults={"verified": True, "primary": True}
        )


def rename_member(*, member: Member, name: str) -> PseudonymChange:
    """Give a member another public name, and keep the old one in the history.

    `community.threads.renaming.actions.rename_member` does this and signs their comments anew; call
    that one. Raises `NameRefused`.
    """
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        if next_rename_at(member):
            raise NameRefused("Your name was changed less than 30 days ago.")
        name = allowed_name(name, member=member)
        change = PseudonymChange.objects.create(member=member, old=member.pseudonym, new=name)
        member.pseudonym, member.pseudonym_key = name, name_key(name)
        store_name(member)
    return change


def allowed_name(name: str, *, member: Member | None = None) -> str:
    """The name as it is stored. Raises `NameRefused`."""
    name = clean_name(name)
    if member and name == member.pseudonym:
        raise NameRefused("That is your name already.")
    if why := refusal(name, member=member):
        raise NameRefused(why)
    return name


def store_name(member: Member) -> None:
    """Write the name; whoever comes second gets `NameRefused`."""
    try:
        with transaction.atomic():
            member.save(update_fields=["pseudonym", "pseudonym_key"])
    except IntegrityError as error:
        raise NameRefused(TAKEN) from error


def change_role(*, member: Member, role: str, by: Member) -> Member:
    """Make somebody a member, a moderator or staff. The change stands in the admin's log.

    `community.threads.renaming.actions.change_role` does this and renews the badges; call that one.
    Raises `NotAllowed`, and ValueError for a role that does not exist.
    """
    check_runs_the_site(member, by)
    label = Member.Role(role).label
    if role == Member.Role.MENTOR:
        raise NotAllowed("Members become mentors by saying yes. Moderators ask them.")
    with transaction.atomic():
        member = Member.objects.select_for_update().get(pk=member.pk)
        before, member.role = member.get_role_display(), role
        member.save(update_fields=["role"])
        log_change(member, by, f"Role: {before} → {label}")
    return member


def close_account(*, member: Member, by: Member) -> None:
    """Let nobody sign in to an account any more; its sessions end with their next request."""
    set_active(member, by, is_active=False, message="Account closed")


def reopen_account(*, member: Member, by: Member) -> None:
    """Let the member sign in again."""
    set_active(member, by, is_active=True, message="Account opened again")


def set_active(member: Member, by: Member, *, is_active: bool, message: str) -> None:
    """Open or close an account. The change stands in the admin's log. Raises `NotAllowed`."""
    check_runs_the_site(member, by)
    with transaction.atomic():
        member.is_active = is_active
        member.save(update_fields=["is_active"])
        log_change(member, by, message)


def log_change(member: Member, by: Member, message: str) -> None:
    """Write the row that Django's admin shows as the history of a member."""
    LogEntry.objects.create(
        user=by,
        content_type=ContentType.objects.get_for_model(Member),
        object_id=str(member.pk),
        object_repr=str(member),
        action_flag=CHANGE,
        change_message=message,
    )


def check_runs_the_site(member: Member, by: Member) -> None:
    """Only who runs the site, and never for oneself: nobody should lock the last door."""
    if not (by.is_active and by.is_superuser):
        raise NotAllowed("Only the people who run this site change accounts.")
    if by.pk == member.pk:
        raise NotAllowed("Somebody else must change your own account.")
