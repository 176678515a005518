"""Joining, another name, another role."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from community.members.actions import (
    NameRefused,
    NotAllowed,
    change_role,
    close_account,
    rename_member,
    reopen_account,
    sign_up,
)
from community.members.models import Member, PseudonymChange
from community.members.naming.pseudonyms import RENAME_EVERY, TAKEN


def test_somebody_new_is_stored_with_a_proven_address(db: None) -> None:
    nadia = sign_up(email="Nadia@Example.org", pseudonym=" Nadia ")
    assert (nadia.email, nadia.pseudonym, nadia.role) == ("nadia@example.org", "Nadia", "member")
    assert not nadia.has_usable_password()
    address = EmailAddress.objects.get(user=nadia)
    assert (address.email, address.verified, address.primary) == ("nadia@example.org", True, True)


def test_joining_twice_gives_the_same_member(db: None) -> None:
    first = sign_up(email="nadia@example.org", pseudonym="Nadia")
    again = sign_up(email="NADIA@example.org", pseudonym="Nadia")
    assert first == again
    assert Member.objects.count() == 1


def test_nobody_joins_under_a_name_taken_meanwhile(alice: Member) -> None:
    with pytest.raises(NameRefused, match=TAKEN):
        sign_up(email="nadia@example.org", pseudonym="ALICE")
    assert Member.objects.count() == 1


def test_a_new_name_is_stored_with_its_history(alice: Member) -> None:
    rename_member(member=alice, name="Slow  Otter")
    alice.refresh_from_db()
    assert alice.pseudonym == "Slow Otter"
    change = PseudonymChange.objects.get()
    assert (change.member, change.old, change.new) == (alice, "Alice", "Slow Otter")


@pytest.mark.parametrize("name", ["Alice", "Bob", "B0B", "Moderator", "", "x" * 41])
def test_a_name_that_cannot_be_had_changes_nothing(alice: Member, bob: Member, name: str) -> None:
    with pytest.raises(NameRefused):
        rename_member(member=alice, name=name)
    alice.refresh_from_db()
    assert alice.pseudonym == "Alice"
    assert not PseudonymChange.objects.exists()


def test_a_second_change_within_a_month_is_refused(alice: Member) -> None:
    rename_member(member=alice, name="Slow Otter")
    with pytest.raises(NameRefused, match="30 days"):
        rename_member(member=alice, name="Quick Otter")
    with time_machine.travel(timezone.now() + RENAME_EVERY + timedelta(minutes=1)):
        rename_member(member=alice, name="Quick Otter")
    assert PseudonymChange.objects.count() == 2


def test_ones_old_name_can_be_taken_back_after_a_month(alice: Member) -> None:
    rename_member(member=alice, name="Slow Otter")
    with time_machine.travel(timezone.now() + RENAME_EVERY + timedelta(minutes=1)):
        assert rename_member(member=alice, name="Alice").new == "Alice"


def test_the_operator_gives_a_role_and_the_log_says_so(alice: Member, stefan: Member) -> None:
    stefan.is_superuser = True
    changed = change_role(member=alice, role="moderator", by=stefan)
    alice.refresh_from_db()
    assert alice.role == changed.role == "moderator"
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (stefan, str(alice.pk))
    assert entry.change_message == "Role: Member → Moderator"


def test_staff_who_do_not_run_the_site_give_no_roles(alice: Member, stefan: Member) -> None:
    with pytest.raises(NotAllowed):
        change_role(member=alice, role="moderator", by=stefan)
    alice.refresh_from_db()
    assert alice.role == "member"


def test_nobody_changes_their_own_role(stefan: Member) -> None:
    stefan.is_superuser = True
    with pytest.raises(NotAllowed):
        change_role(member=stefan, role="member", by=stefan)


def test_a_role_that_does_not_exist_is_an_error(alice: Member, stefan: Member) -> None:
    stefan.is_superuser = True
    with pytest.raises(ValueError, match="king"):
        change_role(member=alice, role="king", by=stefan)


def test_a_closed_account_ends_its_sessions_and_can_be_opened_again(
    alice: Member, stefan: Member
) -> None:
    stefan.is_superuser = True
    client = Client()
    client.force_login(alice)
    close_account(member=alice, by=stefan)
    assert client.get("/account/").status_code == 302
    reopen_account(member=alice, by=stefan)
    assert client.get("/account/").status_code == 200
    written = LogEntry.objects.order_by("pk").values_list("change_message", flat=True)
    assert list(written) == ["Account closed", "Account opened again"]


def test_only_who_runs_the_site_closes_accounts_and_never_their_own(
    alice: Member, stefan: Member
) -> None:
    with pytest.raises(NotAllowed):
        close_account(member=alice, by=stefan)
    stefan.is_superuser = True
    with pytest.raises(NotAllowed):
        close_account(member=stefan, by=stefan)
    assert not LogEntry.objects.exists()
