"""Which names can be had, and when."""

from datetime import timedelta

import time_machine
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from community.members.actions import rename_member
from community.members.models import Member
from community.members.naming.pseudonyms import (
    CONTACT,
    HELD_BACK,
    LONG,
    RENAME_EVERY,
    RESERVED,
    TAKEN,
    UNSEEN,
    clean_name,
    is_taken,
    next_rename_at,
    refusal,
)


def test_a_free_name_is_not_refused(db: None) -> None:
    assert refusal("Slow Otter") == ""


def test_a_taken_name_and_its_twins_are_refused(alice: Member) -> None:
    assert {refusal(name) for name in ("Alice", "aIice", "Аlice", "A-lice")} == {TAKEN}


def test_ones_own_name_in_another_spelling_is_not_taken(alice: Member) -> None:
    assert refusal("ALICE", member=alice) == ""


def test_a_reserved_name_is_refused(db: None) -> None:
    assert refusal("Mοderator") == RESERVED  # with a Greek letter


def test_the_name_of_the_site_is_refused(db: None, settings: Settings) -> None:
    settings.SITE_NAME = "Otter Talk"
    assert refusal("Otter Talk Team") == RESERVED


def test_an_address_is_refused_as_a_name(db: None) -> None:
    assert refusal("alice@example.org") == CONTACT


def test_a_name_that_cannot_be_seen_is_refused(db: None) -> None:
    assert refusal(clean_name("\u200b\u2060 ")) == UNSEEN


def test_a_name_of_signs_that_grow_when_folded_is_refused_rather_than_cut(db: None) -> None:
    assert refusal("\ufdfa" * 40) == LONG


def test_a_name_given_up_lately_stays_with_who_had_it(alice: Member, bob: Member) -> None:
    rename_member(member=alice, name="Slow Otter")
    assert refusal("Alice", member=bob) == TAKEN
    assert refusal("AIice") == TAKEN
    assert not is_taken("Alice", except_for=alice)


def test_a_name_given_up_long_ago_is_free(alice: Member, bob: Member) -> None:
    rename_member(member=alice, name="Slow Otter")
    with time_machine.travel(timezone.now() + HELD_BACK + timedelta(minutes=1)):
        assert refusal("Alice", member=bob) == ""


def test_the_first_change_of_name_is_free(alice: Member) -> None:
    assert next_rename_at(alice) is None


def test_the_next_change_of_name_waits_a_month(alice: Member) -> None:
    change = rename_member(member=alice, name="Slow Otter")
    assert next_rename_at(alice) == change.changed_at + RENAME_EVERY
    with time_machine.travel(change.changed_at + RENAME_EVERY + timedelta(minutes=1)):
        assert next_rename_at(alice) is None


def test_the_questions_do_not_grow_with_the_names_given_up(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        member = Member.objects.create_user(f"m{number}@example.org", f"Heron {number}")
        rename_member(member=member, name=f"Stork {number}")
    with django_assert_num_queries(2):
        is_taken("Somebody else")
