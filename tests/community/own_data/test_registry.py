"""No column that can hold something about a person is without a line in the registry."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.test.utils import isolate_apps

from common.retention import RULE_OF
from community.members.models import Member
from community.own_data.gathering import gather
from community.own_data.keeping import COUNTED, until_words
from community.own_data.registry.fields import FIELDS, GONE, registered
from community.own_data.registry.impersonal import IMPERSONAL, impersonal
from community.own_data.registry.topics import TOPICS

# Anything that somebody can have typed, or that can have come from them.
WORDS = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.BinaryField,
    models.FileField,
    models.GenericIPAddressField,
    models.UUIDField,
)


def open_columns(model: Any) -> Iterator[str]:
    """Columns of a table that lead to a member, or hold words that are not chosen from a list of ours."""
    for field in model._meta.concrete_fields:
        leads = field.is_relation and field.related_model is Member
        says = isinstance(field, WORDS) and not field.choices
        if leads or says:
            yield f"{model._meta.label}.{field.name}"


def all_columns() -> set[str]:
    tables = apps.get_models(include_auto_created=True)
    return {column for model in tables for column in open_columns(model)}


def test_every_column_that_can_hold_something_about_a_person_is_in_the_registry() -> None:
    unknown = all_columns() - set(registered()) - set(impersonal())
    assert unknown == set(), "tell community/own_data/registry what they are"


def test_what_the_registry_names_is_there() -> None:
    for model, columns in (*FIELDS.items(), *IMPERSONAL.items()):
        for name in " ".join(columns).split():
            try:
                apps.get_model(model)._meta.get_field(name)
            except FieldDoesNotExist:
                pytest.fail(f"{model}.{name} is no longer there")
    assert not set(registered()) & set(impersonal())


@isolate_apps("community")
def test_a_column_that_nobody_thought_of_is_found() -> None:
    class Diary(models.Model):
        writer = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
        reader = models.EmailField()
        words = models.TextField()
        mood = models.CharField(max_length=4, choices=[("good", "Good")])
        pages = models.IntegerField()

        class Meta:
            app_label = "community"

    found = {column.rpartition(".")[2] for column in open_columns(Diary)}
    assert found == {"writer", "reader", "words"}


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_says_what_why_until_when_and_where_the_download_has_it(
    name: str, alice: Member
) -> None:
    topic = TOPICS[name]
    assert name in {known for known, _ in registered().values()}
    assert topic.why.endswith(".") and not topic.until.endswith(".")
    assert bool(topic.download) != bool(topic.not_in_download)
    assert not topic.download or topic.download in gather(alice)
    for rule in re.findall(r"\{(\w+)\}", topic.until):
        assert rule in RULE_OF
    assert "{" not in until_words(topic.until)


def test_every_fate_and_topic_of_a_column_is_known() -> None:
    for column, (topic, fate) in registered().items():
        assert topic in TOPICS, column
        assert fate, column


def test_the_page_of_ones_data_counts_topics_that_are_known() -> None:
    assert {topic for topic, _, _ in COUNTED} <= set(TOPICS)


def test_columns_that_lead_to_a_member_and_go_are_named_as_such() -> None:
    gone = {column for column, (_, fate) in registered().items() if fate == GONE}
    assert {"community.Session.member", "community.Mute.muted", "mfa.Authenticator.user"} <= gone
