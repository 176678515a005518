"""Corrections, earlier words, and what becomes of changes at the source."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Article, SourceChange
from community.desk.actions import NotAllowed, edit_article
from community.desk.history import views
from community.desk.history.actions import accept_change, correct_article
from community.members.models import Member
from community.outbox.models import OutboxEvent

NEWER = (b"Ten minutes", b"Twelve minutes")


@pytest.fixture
def brought(bring_in: Any, walks: bytes) -> Article:
    bring_in(walks, publish=True)
    return Article.objects.get()


@pytest.fixture
def change(brought: Article, bring_in: Any, walks: bytes) -> SourceChange:
    """The source says twelve minutes now; ours says ten."""
    result = bring_in(walks.replace(*NEWER), asks_first=True)
    assert (result.updated, result.skipped) == (0, 1)
    return SourceChange.objects.get()


def words(article: Article) -> str:
    article.refresh_from_db()
    return article.body_html


def test_a_correction_stands_dated_above_the_text(
    at_desk: Client, brought: Article, client: Client
) -> None:
    page = brought.get_absolute_url()
    client.get(page)  # a kept page must end
    given = {"do": "correct", "note": "It was twelve minutes, not ten."}
    at_desk.post(f"/desk/articles/{brought.pk}/", given)
    text = client.get(page).content.decode()
    assert "Corrected on" in text and text.index("It was twelve") < text.index('class="prose"')
    assert OutboxEvent.objects.filter(kind="article_corrected", subject_id=brought.pk).count() == 1
    assert brought.desk_log.latest("pk").act == "corrected"


@pytest.mark.parametrize("note", ["", "  ", "n" * 1001])
def test_a_note_that_cannot_be_comes_back_with_a_sentence(
    at_desk: Client, brought: Article, note: str
) -> None:
    answer = at_desk.post(f"/desk/articles/{brought.pk}/", {"do": "correct", "note": note})
    assert answer.status_code == 422 and not brought.corrections.exists()


def test_only_staff_correct(brought: Article, alice: Member) -> None:
    with pytest.raises(NotAllowed):
        correct_article(article=brought, editor=alice, note="Wrong.")


def test_a_change_at_the_source_is_shown_as_a_difference(
    at_desk: Client, change: SourceChange
) -> None:
    text = at_desk.get(f"/desk/changes/{change.pk}/").content.decode()
    assert "<del>Ten</del>" in text and "<ins>Twelve</ins>" in text
    assert "Short walks help" in at_desk.get("/desk/changes/").content.decode()
    page = at_desk.get(f"/desk/articles/{change.article_id}/").content.decode()
    assert "Compare the two and decide" in page


def test_accepted_it_replaces_ours_and_the_old_words_are_kept(
    at_desk: Client, brought: Article, change: SourceChange, bring_in: Any, walks: bytes
) -> None:
    given = {"do": "accept", "version": str(brought.version)}
    assert at_desk.post(f"/desk/changes/{change.pk}/", given).status_code == 302
    assert "Twelve" in words(brought)
    assert "Ten" in brought.versions.get().body_html
    assert bring_in(walks.replace(*NEWER)).unchanged == 1
    history = at_desk.get(f"/desk/articles/{brought.pk}/history/").content.decode()
    assert "Changed at the source" in history and "<ins>Twelve</ins>" in history


def test_refused_it_is_not_asked_about_again(
    at_desk: Client, brought: Article, change: SourceChange, bring_in: Any, walks: bytes
) -> None:
    at_desk.post(f"/desk/changes/{change.pk}/", {"do": "refuse"})
    assert "Ten" in words(brought)
    assert bring_in(walks.replace(*NEWER), asks_first=True).unchanged == 1
    assert SourceChange.objects.filter(state="waiting").count() == 0
    assert bring_in(walks.replace(b"Ten", b"Eleven"), asks_first=True).skipped == 1


def test_a_newer_change_takes_the_place_of_the_one_that_waits(
    change: SourceChange, bring_in: Any, walks: bytes
) -> None:
    bring_in(walks.replace(b"Ten", b"Eleven"), asks_first=True)
    assert "Eleven" in SourceChange.objects.get().body_html


def test_what_was_edited_meanwhile_is_compared_again(
    at_desk: Client, brought: Article, change: SourceChange, stefan: Member
) -> None:
    version = brought.version
    edit_article(article=brought, editor=stefan, title="Short walks")
    answer = at_desk.post(f"/desk/changes/{change.pk}/", {"do": "accept", "version": str(version)})
    assert answer.status_code == 409 and "Ten" in words(brought)


def test_an_edited_article_is_left_and_the_difference_waits(
    brought: Article, bring_in: Any, walks: bytes, stefan: Member
) -> None:
    edit_article(article=brought, editor=stefan, body_html="<p>Our own words.</p>")
    result = bring_in(walks.replace(*NEWER))
    assert (result.skipped, words(brought)) == (1, "<p>Our own words.</p>")
    change = SourceChange.objects.get()
    accept_change(change=change, editor=stefan, version=brought.version)
    assert "Twelve" in words(brought) and "Our own words." in brought.versions.first().body_html


def test_many_changes_are_shown_in_part_and_counted(
    at_desk: Client, change: SourceChange, bring_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "CHANGES_SHOWN", 1)
    bring_in(b"Hills\n\nUp and down.\n", "hills.txt", publish=True)
    hills = Article.objects.latest("pk")
    SourceChange.objects.create(
        article=hills, title="Hills", body_html="<p>Up.</p>", fingerprint="x"
    )
    text = at_desk.get("/desk/changes/").content.decode()
    assert "2 wait in all" in text and ">Hills</a>" not in text


def test_the_history_shows_the_newest_changes_and_says_that_there_are_more(
    at_desk: Client, brought: Article, stefan: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "VERSIONS_SHOWN", 2)
    for number in range(3):
        edit_article(article=brought, editor=stefan, body_html=f"<p>Edit {number}.</p>")
    text = at_desk.get(f"/desk/articles/{brought.pk}/history/").content.decode()
    assert text.count("Edited here") == 2 and "Older ones are kept as well." in text


def test_a_draft_is_set_to_be_published_and_taken_back(
    at_desk: Client, bring_in: Any, walks: bytes
) -> None:
    bring_in(walks)
    article = Article.objects.get()
    url = f"/desk/articles/{article.pk}/"
    at_desk.post(url, {"do": "schedule", "publish_at": "2099-01-01T08:00"})
    assert "It will be published on 1 January 2099" in at_desk.get(url).content.decode()
    at_desk.post(url, {"do": "unschedule"})
    article.refresh_from_db()
    assert article.publish_at is None
    assert [entry.act for entry in article.desk_log.all()][:2] == ["scheduled", "scheduled"]
