"""What every process knows of the learned model."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from community.screening.learned.model import Model
from community.yardsticks.learned import KEY, forget_model, read_model, spam_model
from community.yardsticks.models import SpamModel

ROOT = Path(__file__).resolve().parents[3]
OTHERS_MODEL = """
from django.utils import timezone
from community.moderation.learning.actions import store
from community.screening.learned.model import Model
store(Model(7, 7), 2)
"""


def stored(texts: int) -> SpamModel:
    model = Model(texts, texts)
    return SpamModel.objects.create(
        model=model.as_json(), texts=model.texts, last_decision=1, learned_at=timezone.now()
    )


def in_another_process(program: str) -> None:
    """Run a program over the same database, with a cache of its own."""
    settings = connection.settings_dict
    address = f"sqlite:///{settings['NAME']}"
    if connection.vendor == "postgresql":
        host, port = settings["HOST"], settings["PORT"] or 5432
        person = f"{settings['USER']}:{settings['PASSWORD']}" if settings["PASSWORD"] else ""
        address = f"postgres://{person or settings['USER']}@{host}:{port}/{settings['NAME']}"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", program]
    environ = {**os.environ, "DATABASE_URL": address}
    subprocess.run(command, cwd=ROOT, env=environ, check=True)


def spam_texts_known() -> int | None:
    model = spam_model()
    return model and model.spam_texts


@pytest.fixture(autouse=True)
def nothing_known(db: None) -> None:
    forget_model()


def test_before_anything_was_learned_there_is_none() -> None:
    assert spam_model() is None


def test_it_is_read_once(django_assert_num_queries: object) -> None:
    stored(3)
    assert spam_texts_known() == 3
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert spam_texts_known() == 3


@pytest.mark.django_db(transaction=True)
def test_another_process_learns_and_this_one_knows_when_the_key_is_read_again() -> None:
    stored(3)
    assert spam_texts_known() == 3
    in_another_process(OTHERS_MODEL)
    assert spam_texts_known() == 3  # for half a minute
    cache.delete(KEY)  # which is over
    assert spam_texts_known() == 7


@pytest.mark.django_db(transaction=True)
def test_who_meets_a_model_that_was_replaced_just_now_reads_the_new_one() -> None:
    cache.set(KEY, stored(3).pk)  # the process before it had read the key, and not yet the model
    in_another_process(OTHERS_MODEL)
    assert spam_texts_known() == 7
    assert read_model.cache_info().currsize == 1
