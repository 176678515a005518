"""The ids of pages: drawn by chance, also for members who were here before there were any."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError

from community.members.models import Member

ids = import_module("community.migrations.0026_public_ids")


def test_who_was_here_before_gets_an_id_and_the_others_keep_theirs(
    alice: Member, bob: Member
) -> None:
    Member.objects.filter(pk=alice.pk).update(public_id="")
    for _ in range(2):
        ids.draw(apps, None)
    alice.refresh_from_db()
    assert len(alice.public_id) == 12 and alice.public_id != bob.public_id
    assert Member.objects.get(pk=bob.pk).public_id == bob.public_id


def test_no_two_members_have_one_id(alice: Member, bob: Member) -> None:
    with pytest.raises(IntegrityError):
        Member.objects.filter(pk=alice.pk).update(public_id=bob.public_id)
