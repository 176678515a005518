"""News that was told before news named its subject finds it by its key, while the event is kept."""

from importlib import import_module

import pytest
from django.apps import apps

from community.members.models import Member
from community.notifications.follows.actions import follower_for
from community.notifications.news.models import Notification
from community.outbox.models import OutboxEvent

naming = import_module("community.migrations.0038_news_of_outcomes")


@pytest.fixture
def decided(db: None) -> int:
    """The event of a decision, whose key is not that of the event."""
    return OutboxEvent.objects.create(kind="comment_decided", subject_id=4001).pk


@pytest.fixture
def settled(decided: int) -> int:
    return OutboxEvent.objects.create(kind="flag_settled", subject_id=4002).pk


def told(member: Member, kind: str, key: str) -> int:
    """News as it was stored before."""
    row = Notification(follower=follower_for(member), kind=kind, key=key, subject_id=None)
    row.save()
    return row.pk


def of(pk: int) -> tuple[str, int | None]:
    row = Notification.objects.get(pk=pk)
    return row.kind, row.subject_id


def test_older_news_of_outcomes_finds_its_subject(
    alice: Member, decided: int, settled: int
) -> None:
    decision = told(alice, "decision", f"event-{decided}")
    answer = told(alice, "answer", f"event-{settled}")
    flag = told(alice, "answer", f"flag-{settled}")
    again = told(alice, "answer", f"flag-{decided}-flag-77")
    for _ in range(2):  # done again it changes nothing
        naming.name_subjects(apps, None)
        assert of(decision) == ("decision", 4001)
        assert of(answer) == ("answer", 4002)
        assert of(flag) == ("flag", 4002)
        assert of(again) == ("flag", 77)


def test_news_whose_event_is_forgotten_stays_and_names_nothing(alice: Member, decided: int) -> None:
    OutboxEvent.objects.all().delete()
    row = told(alice, "decision", f"event-{decided}")
    naming.name_subjects(apps, None)
    assert of(row) == ("decision", None)


def test_other_news_is_left_alone(alice: Member, decided: int) -> None:
    row = told(alice, "reply", f"comment-{decided}")
    article = told(alice, "correction", f"event-{decided}")
    naming.name_subjects(apps, None)
    assert of(row) == ("reply", None) and of(article) == ("correction", None)
