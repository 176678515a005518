"""No column that can hold something about a person is without a line in the registry."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.test.utils import isolate_apps

from community.members.models import Member
from community.own_data.registry.fields import FIELDS, registered
from community.own_data.registry.impersonal import IMPERSONAL, impersonal

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
