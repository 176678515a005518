"""Staff write the next version, look at it and publish it."""

import pytest
from django.test import Client

from community.desk.agreements.forms import BODY_MAX, CHANGES_MAX
from community.members.agreements.models import AgreementText

PAGE = "/desk/agreements/guidelines/"
FORM = {"body": "## Be kind\n\nAlways.", "changes": "Kindness first.", "asks": "on"}


def test_the_form_begins_with_the_words_that_hold(at_desk: Client) -> None:
    assert "Believe each other" in at_desk.get(PAGE).content.decode()


def test_a_draft_is_kept_seen_and_thrown_away(at_desk: Client) -> None:
    at_desk.post(PAGE, FORM | {"do": "save"})
    page = at_desk.get(PAGE).content.decode()
    assert "The draft as it is kept" in page and "<ins>" in page
    assert "Be kind" not in Client().get("/guidelines/").content.decode()
    at_desk.post(PAGE, {"do": "discard"})
    assert not AgreementText.objects.filter(published_at=None).exists()


def test_a_version_is_published_once_however_often_the_button_is_pressed(at_desk: Client) -> None:
    assert at_desk.post(PAGE, FORM | {"do": "publish"}).status_code == 302
    again = at_desk.post(PAGE, FORM | {"do": "publish"})
    assert "These are the words that hold already." in again.content.decode()
    assert AgreementText.objects.filter(kind="guidelines").count() == 2
    listed = at_desk.get("/desk/agreements/").content.decode()
    assert "Version 2" in listed and "Stefan" in listed


def test_a_version_without_a_summary_comes_back_whole(at_desk: Client) -> None:
    page = at_desk.post(PAGE, FORM | {"changes": "", "do": "publish"}).content.decode()
    assert "Please say in plain words what changed." in page and "## Be kind" in page


@pytest.mark.parametrize(("field", "most"), [("body", BODY_MAX), ("changes", CHANGES_MAX)])
def test_a_text_that_is_too_long_comes_back_whole(at_desk: Client, field: str, most: int) -> None:
    long = "x" * (most + 1)
    page = at_desk.post(PAGE, FORM | {field: long, "do": "save"}).content.decode()
    assert long in page and f"Up to {most:,} characters" in page
    assert at_desk.post(PAGE, FORM | {field: long[1:], "do": "save"}).status_code == 302
