"""The page on which moderators decide about a thread, and how they come to it."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from articles.models import Article
from community.members.models import Member
from community.moderation.models import Decision
from community.threads.models import Thread
from tests.moderation_pages import page, text
from tests.sanctioning import found, signed_in


def where(thread: Thread) -> str:
    return f"/moderation/threads/{thread.pk}/"


def test_it_changes_the_mode_and_logs_it(thread: Thread, mo: Member) -> None:
    client = signed_in(mo)
    sent = {"mode": "closed", "days": "7", "words": "Enough for now.", "seen": "0"}
    client.post(where(thread), sent)
    decision = Decision.objects.get()
    assert (decision.kind, decision.thread, decision.words) == ("close", thread, "Enough for now.")
    assert decision.until is not None
    shown = text(client, where(thread))
    assert "Enough for now." in shown and "then it is open by itself" in shown
    assert "The thread of Resting early" in text(client, "/moderation/log/")


def test_an_end_of_ones_own_is_the_end_of_that_day(thread: Thread, mo: Member) -> None:
    day = timezone.now().date() + timedelta(days=2)
    sent = {"mode": "slow", "day": day.isoformat(), "words": "Slowly.", "seen": "0"}
    signed_in(mo).post(where(thread), sent)
    until = Decision.objects.get().until
    assert until is not None and until.isoformat().startswith(f"{day.isoformat()}T23:59")


def test_what_is_missing_comes_back_with_every_word(thread: Thread, mo: Member) -> None:
    client = signed_in(mo)
    for sent, says in (
        ({"mode": "nonsense"}, "Select a valid choice"),
        ({"mode": "closed", "words": ""}, "Please say why"),
        ({"mode": "closed", "words": "Enough.", "day": "2001-01-31"}, "lies in the past"),
        ({"mode": "closed", "words": "Enough.", "day": "9999-12-31"}, "within a year"),
        ({"mode": "closed", "words": "Enough.", "day": "31.1."}, "write the day as"),
    ):
        response = client.post(where(thread), sent)
        assert response.status_code == 422 and says in response.content.decode()
        assert sent.get("words", "") in response.content.decode()
    assert not Decision.objects.exists()


def test_what_somebody_else_did_meanwhile_is_said_and_can_be_decided_anew(
    thread: Thread, mo: Member, mia: Member
) -> None:
    sent = {"mode": "closed", "words": "Enough for now.", "seen": "0"}
    signed_in(mo).post(where(thread), sent)
    client = signed_in(mia)
    again = client.post(where(thread), {**sent, "mode": "slow", "words": "Slowly, please."})
    said = again.content.decode()
    assert again.status_code == 422 and "Mo decided about this thread" in said
    assert "Slowly, please." in said
    seen = found(again).css_first("input[name=seen]").attributes["value"]
    client.post(where(thread), {**sent, "mode": "slow", "words": "Slowly, please.", "seen": seen})
    thread.refresh_from_db()
    assert thread.mode == "slow"


def test_moderators_find_it_at_the_thread(thread: Thread, mo: Member, alice: Member) -> None:
    address = thread.article.get_absolute_url()
    link = f"#thread a[href='{where(thread)}']"
    assert page(signed_in(mo), address).css_first(link)
    assert page(signed_in(alice), address).css_first(link) is None
    assert page(Client(), address).css_first(link) is None


def test_an_article_without_comments_can_be_closed_before_the_first(
    article: Article, mo: Member, alice: Member
) -> None:
    client, address = signed_in(mo), f"/moderation/articles/{article.slug}/thread/"
    assert page(client, article.get_absolute_url()).css_first(f"#thread a[href='{address}']")
    assert "Nobody has written there yet." in text(client, address)
    assert not Thread.objects.exists()
    client.post(address, {"mode": "closed", "words": "No talk about this one.", "seen": "0"})
    assert "No talk about this one." in text(signed_in(alice), article.get_absolute_url())
    thread = Thread.objects.get()
    assert client.get(address).headers["Location"] == where(thread)


def test_a_draft_has_no_thread_to_decide_about(article: Article, mo: Member) -> None:
    Article.objects.update(state="draft")
    assert signed_in(mo).get(f"/moderation/articles/{article.slug}/thread/").status_code == 404
