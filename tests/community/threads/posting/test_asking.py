"""Before personal details or advice about a treatment are posted, their writer is asked."""

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.screening.pipeline import Step, screen
from community.screening.reasons import Code
from community.screening.records import Context, Reason, Submission, reason_for
from community.threads.actions import post_comment
from community.threads.models import Comment, Thread
from community.threads.posting.submissions import Guest
from community.threads.posting.verdicts import Asked

DETAILS = "I am so tired. Ring me on 01632 960123 tonight."


@pytest.fixture
def address(thread: Thread) -> str:
    return f"/articles/{thread.article.slug}/comments/"


def as_alice(alice: Member) -> Client:
    client = Client()
    client.force_login(alice)
    return client


def page(client: Client, address: str, **sent: str) -> LexborHTMLParser:
    response = client.post(address, sent)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def test_the_words_are_marked_and_nothing_is_stored_yet(address: str, alice: Member) -> None:
    found = page(as_alice(alice), address, comment=DETAILS)
    assert [mark.text() for mark in found.css(".asked mark")] == ["01632 960123"]
    assert "hold a phone number." in found.css_first(".asked").text()
    assert found.css_first("textarea").text() == DETAILS
    assert not Comment.objects.exists()


def test_who_posts_anyway_waits_for_a_moderator(address: str, alice: Member) -> None:
    as_alice(alice).post(address, {"comment": DETAILS, "anyway": "1"})
    comment = Comment.objects.get()
    assert (comment.state, comment.body) == ("pending", DETAILS)
    assert "phone" in [reason["code"] for reason in comment.reasons]


def test_who_changes_the_words_posts_at_once(address: str, alice: Member) -> None:
    client = as_alice(alice)
    page(client, address, comment=DETAILS)
    client.post(address, {"comment": "I am so tired."})
    assert Comment.objects.get().is_visible


def test_the_button_to_post_anyway_is_there_only_when_asked(address: str, alice: Member) -> None:
    client = as_alice(alice)
    assert page(client, address, comment=DETAILS).css_first("button[name=anyway]")
    empty = page(client, address, comment="")
    assert empty.css_first("button[name=anyway]") is None


def test_a_guest_is_asked_too_and_keeps_the_name(address: str) -> None:
    found = page(Client(), address, name="Gus", comment=DETAILS)
    assert found.css_first(".asked") and found.css_first("#id_name").attributes["value"] == "Gus"


def test_a_preview_asks_as_well(address: str, alice: Member) -> None:
    found = page(as_alice(alice), address, comment=DETAILS, preview="1")
    assert found.css_first(".preview") and found.css_first(".asked mark")


@pytest.mark.parametrize(
    "words", ["I want to kill myself tonight.", "I cannot go on, I will end my life tonight."]
)
def test_somebody_in_danger_is_never_asked_first(address: str, alice: Member, words: str) -> None:
    response = as_alice(alice).post(address, {"comment": f"{words} {DETAILS}"})
    assert response.status_code == 302 and Comment.objects.get().state == "pending"


def test_an_edit_is_asked_about_and_saved_anyway(thread: Thread, alice: Member) -> None:
    comment = post_comment(thread=thread, author=alice, text="I am so tired.").comment
    client, where = as_alice(alice), f"/comments/{comment.pk}/edit/"
    assert page(client, where, comment=DETAILS).css_first(".asked mark")
    comment.refresh_from_db()
    assert comment.body == "I am so tired."
    client.post(where, {"comment": DETAILS, "anyway": "1"})
    comment.refresh_from_db()
    assert (comment.body, comment.state) == (DETAILS, "pending")


def test_what_is_marked_is_escaped(address: str, alice: Member) -> None:
    html = as_alice(alice).post(address, {"comment": f"<b>bold</b> & {DETAILS}"}).content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; I am so tired." in html


def test_only_who_wants_it_is_asked(thread: Thread) -> None:
    with pytest.raises(Asked):
        post_comment(thread=thread, author=Guest("Gus"), text=DETAILS, asks=True)
    assert post_comment(thread=thread, author=Guest("Gus"), text=DETAILS).comment.pk


def test_advice_about_a_treatment_is_asked_about_in_words_of_its_own(
    address: str, alice: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def advises(submission: Submission, context: Context) -> tuple[Reason, ...]:
        return reason_for(Code.TREATMENT_ADVICE, submission, [(0, 8)])

    steps = (Step("treatment_advice", advises),)
    monkeypatch.setattr(screen, "__defaults__", (steps,))
    found = page(as_alice(alice), address, comment="Stop it. It helps.")
    assert "Could this harm somebody?" in found.css_first(".asked").text()
    assert found.css_first(".asked mark").text() == "Stop it."
