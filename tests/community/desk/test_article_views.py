"""One article at the desk: publishing, withdrawing, editing, and two editors at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.library.actions import create_article
from articles.models import Article, Topic
from community.desk.actions import edit_article
from community.desk.models import DeskLogEntry
from community.members.models import Member
from community.outbox.models import OutboxEvent


@pytest.fixture
def draft(db: None) -> Article:
    """An article that readers cannot see yet."""
    body = "<p>Ten minutes.</p><h2>Why</h2><p>Nobody &amp; nothing<br>knows.</p>"
    return create_article(title="Short walks", body_html=body)


def page_of(article: Article, name: str = "desk_article") -> str:
    return reverse(name, args=[article.pk])


def form_of(client: Client, article: Article, **changes: Any) -> dict[str, Any]:
    """What the edit form would send, with some of it changed."""
    initial = client.get(page_of(article, "desk_edit")).context["form"].initial
    return {"do": "save"} | {k: v or "" for k, v in initial.items()} | changes


def acts(article: Article) -> list[str]:
    return list(DeskLogEntry.objects.filter(article=article).values_list("act", flat=True))


def test_a_draft_is_published_once_however_often_it_is_clicked(
    at_desk: Client, draft: Article
) -> None:
    for _ in range(2):
        at_desk.post(page_of(draft), {"do": "publish"})
    draft.refresh_from_db()
    assert (draft.is_published, acts(draft)) == (True, ["published"])
    assert OutboxEvent.objects.count() == 1


def test_withdrawing_needs_a_note_for_readers(at_desk: Client, article: Article) -> None:
    response = at_desk.post(page_of(article), {"do": "withdraw", "note": "  "})
    article.refresh_from_db()
    assert (response.status_code, article.is_published) == (422, True)
    assert "Please say why." in response.content.decode()


def test_a_withdrawn_article_shows_its_note_and_can_come_back(
    at_desk: Client, article: Article, client: Client
) -> None:
    at_desk.post(page_of(article), {"do": "withdraw", "note": "The numbers were wrong."})
    page = client.get(article.get_absolute_url())
    assert page.status_code == 410
    assert "The numbers were wrong." in page.content.decode()
    assert "walk further" not in page.content.decode()
    at_desk.post(page_of(article), {"do": "publish"})
    assert "walk further" in client.get(article.get_absolute_url()).content.decode()
    assert acts(article) == ["published", "withdrawn"]


def test_drafts_are_not_withdrawn(at_desk: Client, draft: Article) -> None:
    at_desk.post(page_of(draft), {"do": "withdraw", "note": "No."})
    draft.refresh_from_db()
    assert (draft.state, acts(draft)) == ("draft", [])


def test_staff_read_a_draft_as_readers_will_and_others_do_not(
    at_desk: Client, draft: Article, client: Client
) -> None:
    page = at_desk.get(page_of(draft, "desk_reading")).content.decode()
    assert "This is a draft" in page
    assert "<p>Ten minutes.</p><h2>Why</h2>" in page
    assert client.get(draft.get_absolute_url()).status_code == 404
    draft.refresh_from_db()
    assert (draft.state, draft.published_at) == ("draft", None)


def test_the_page_says_who_did_what(at_desk: Client, draft: Article, stefan: Member) -> None:
    edit_article(article=draft, editor=stefan, title="Walks")
    page = at_desk.get(page_of(draft)).content.decode()
    assert "Edited, " in page
    assert "Stefan, <time" in page


def test_an_edit_is_stored_under_the_next_version(
    at_desk: Client, article: Article, client: Client
) -> None:
    client.get(article.get_absolute_url())  # the page is kept from here on
    body = "Rest early.\n\n## How\n\nLie down & wait."
    at_desk.post(page_of(article, "desk_edit"), form_of(at_desk, article, title="Rest", body=body))
    stored = Article.objects.get()
    assert (stored.title, stored.version) == ("Rest", article.version + 1)
    assert stored.body_html == "<p>Rest early.</p><h2>How</h2><p>Lie down &amp; wait.</p>"
    assert "Rest early." in client.get(article.get_absolute_url()).content.decode()
    assert DeskLogEntry.objects.get().note == "body_html, title"


def test_saving_without_a_change_writes_nothing(at_desk: Client, draft: Article) -> None:
    Article.objects.update(body_html="<p>One.</p>\n<p>Two.</p>")
    before = Article.objects.values().get()
    at_desk.post(page_of(draft, "desk_edit"), form_of(at_desk, draft))
    assert (Article.objects.values().get(), acts(draft)) == (before, [])


def test_a_body_with_more_than_paragraphs_is_edited_as_html(at_desk: Client) -> None:
    article = create_article(title="List", body_html="<p>So:</p><ul><li>One</li></ul>")
    form = form_of(at_desk, article)
    assert (form["mode"], form["body"]) == ("html", article.body_html)
    hostile = form["body"] + "<script>x()</script><p onclick='x()'>Two</p>"
    at_desk.post(page_of(article, "desk_edit"), form | {"body": hostile})
    article.refresh_from_db()
    assert article.body_html == "<p>So:</p><ul><li>One</li></ul><p>Two</p>"


def test_a_preview_shows_the_changes_and_stores_nothing(at_desk: Client, draft: Article) -> None:
    form = form_of(at_desk, draft, do="preview", body="Quite other words.")
    page = at_desk.post(page_of(draft, "desk_edit"), form).content.decode()
    assert "<p>Quite other words.</p>" in page
    draft.refresh_from_db()
    assert "Quite" not in draft.body_html


@pytest.mark.parametrize("body", ["", " \n ", "<script>x()</script>"])
def test_a_text_without_words_is_refused(at_desk: Client, draft: Article, body: str) -> None:
    form = form_of(at_desk, draft, body=body, mode="html")
    assert at_desk.post(page_of(draft, "desk_edit"), form).status_code == 422


def test_the_second_of_two_editors_gets_own_words_back_beside_the_newer_text(
    at_desk: Client, draft: Article, stefan: Member
) -> None:
    form = form_of(at_desk, draft, title="My own title", body="My own words.")
    sara = Member.objects.create_user("sara@people.example", "Sara", role=Member.Role.STAFF)
    edit_article(article=draft, editor=sara, body_html="<p>The words of Sara.</p>")

    response = at_desk.post(page_of(draft, "desk_edit"), form)
    page = response.content.decode()
    assert response.status_code == 409
    for words in ("My own title", "My own words.", "<p>The words of Sara.</p>", "Sara, just now"):
        assert words in page
    draft.refresh_from_db()
    assert draft.body_html == "<p>The words of Sara.</p>"

    again = form | {"version": response.context["form"]["version"].value()}
    at_desk.post(page_of(draft, "desk_edit"), again)
    draft.refresh_from_db()
    assert (draft.title, draft.body_html) == ("My own title", "<p>My own words.</p>")


def test_staff_see_which_topics_the_words_speak_for(at_desk: Client, bring_in: Any) -> None:
    Topic.objects.create(name="Aids", slug="aids")
    nights = "Nights that do not restore, and what they do to the day after."
    Topic.objects.create(name="Sleep", slug="sleep", description=nights)
    bring_in(b"Bad nights\n\nNights that do not restore anybody, and the day after.\n")
    text = at_desk.get(f"/desk/articles/{Article.objects.get().pk}/edit/").content.decode()
    assert text.index("Sleep (proposed, for:") < text.index("Aids")
