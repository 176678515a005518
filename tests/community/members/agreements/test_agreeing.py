"""Agreeing to the guidelines and to words about health being shown, when joining and later."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from community.members.actions import sign_up
from community.members.agreements.actions import (
    NotAllowed,
    agree,
    publish_text,
    save_draft,
    withdraw_consent,
)
from community.members.agreements.models import Agreement, AgreementText
from community.members.agreements.reading import current, current_texts, lacking
from community.members.models import Member

pytestmark = pytest.mark.django_db
FORM = {"email": "nadia@example.org", "pseudonym": "Nadia"}


def all_keys() -> list[int]:
    return [text.pk for text in current_texts()]


def publish(stefan: Member, *, asks: bool = True, body: str = "## Be kind\n\nAlways.") -> None:
    publish_text(kind="guidelines", editor=stefan, body=body, changes="One more rule.", asks=asks)


def test_the_boxes_stand_apart_and_none_is_ticked(client: Client) -> None:
    page = client.get("/account/signup/").content.decode()
    assert page.count('type="checkbox"') == 2
    assert not re.search(r"checkbox\"[^>]* checked", page)


def test_nobody_joins_without_accepting_the_guidelines(client: Client) -> None:
    page = client.post("/account/signup/", FORM).content.decode()
    assert "Please read the guidelines and tick the box." in page
    assert 'value="Nadia"' in page


@pytest.mark.parametrize("also", [{}, {"agree-health": "on"}])
def test_what_was_ticked_is_stored_with_the_account(
    client: Client, newest_code: Callable[[], str], also: dict[str, str]
) -> None:
    client.post("/account/signup/", FORM | {"agree-guidelines": "on"} | also)
    client.post("/account/signup/code/", {"code": newest_code()})
    nadia = Member.objects.get()
    kinds = {row.text.kind for row in nadia.agreements.all()}
    assert kinds == ({"guidelines", "health"} if also else {"guidelines"})
    assert nadia.must_agree == (not also)


def test_a_box_for_words_that_changed_meanwhile_is_asked_again(
    client: Client, stefan: Member
) -> None:
    seen = current("guidelines")
    assert seen
    publish(stefan)
    page = client.post("/account/signup/", FORM | {"agree-guidelines": str(seen.pk)})
    assert "These words changed a moment ago." in page.content.decode()


def test_a_version_that_was_published_between_form_and_code_is_asked_for(stefan: Member) -> None:
    agreed = all_keys()
    publish(stefan)
    nadia = sign_up(email="nadia@example.org", pseudonym="Nadia", agreed=agreed)
    assert nadia.must_agree


def test_only_a_version_that_has_to_be_accepted_asks_members_again(
    alice: Member, stefan: Member
) -> None:
    agree(member=alice, texts=all_keys())
    publish(stefan, asks=False, body="## Be kind\n\nAlways, please.")
    alice.refresh_from_db()
    assert not alice.must_agree and lacking(alice) == []
    publish(stefan)
    alice.refresh_from_db()
    (asked,) = lacking(alice)
    assert alice.must_agree
    assert (asked.text.number, asked.before.number) == (3, 1)
    assert any(change.kind == "added" for change in asked.difference)


def test_a_second_click_agrees_once(alice: Member) -> None:
    for _ in range(2):
        agree(member=alice, texts=all_keys())
    assert Agreement.objects.count() == 2


def test_a_draft_holds_for_nobody(alice: Member, stefan: Member) -> None:
    draft = save_draft(kind="guidelines", editor=stefan, body="New.", asks=True)
    agree(member=alice, texts=[draft.pk])
    assert not Agreement.objects.exists()
    assert current("guidelines").number == 1  # type: ignore[union-attr]
    assert Client().get("/agreements/guidelines/2/").status_code == 404


def test_a_version_needs_a_summary_and_other_words(stefan: Member) -> None:
    text = AgreementText.objects.get(kind="guidelines")
    for body, changes in ((text.body, "Nothing."), ("Other words.", " ")):
        with pytest.raises(NotAllowed):
            publish_text(kind="guidelines", editor=stefan, body=body, changes=changes, asks=True)
    assert AgreementText.objects.filter(kind="guidelines").count() == 1


def test_only_staff_publish(mo: Member) -> None:
    with pytest.raises(NotAllowed):
        publish(mo)


def test_a_consent_is_taken_back_on_the_account_page_and_given_again(
    client: Client, alice: Member
) -> None:
    agree(member=alice, texts=all_keys())
    client.force_login(alice)
    page = client.get("/account/agreements/withdraw/").content.decode()
    assert "cannot write new comments" in page and "/account/erase/" in page
    client.post("/account/agreements/withdraw/")
    alice.refresh_from_db()
    row = Agreement.objects.get(text__kind="health")
    assert alice.must_agree and row.withdrawn_at
    page = client.get("/account/agreements/").content.decode()
    assert "taken back" in page
    client.post("/account/agreements/", {"agree-health": "on"})
    alice.refresh_from_db()
    assert not alice.must_agree
    assert Agreement.objects.filter(text__kind="health").count() == 2


def test_nothing_is_hidden_when_a_consent_is_taken_back(alice: Member, grow: Callable) -> None:
    (comment,) = grow(1)
    withdraw_consent(member=alice)
    comment.refresh_from_db()
    assert comment.is_visible


def test_earlier_versions_stay_readable_with_what_changed(client: Client, stefan: Member) -> None:
    publish(stefan)
    listed = client.get("/agreements/guidelines/").content.decode()
    assert "Version 1" in listed and "One more rule." in listed
    newest = client.get("/agreements/guidelines/2/").content.decode()
    assert "<ins>" in newest and "<del>" in newest
    first = client.get("/agreements/guidelines/1/").content.decode()
    assert "Believe each other" in first and "The version that holds now" in first
    assert "Be kind" in client.get("/guidelines/").content.decode()
