"""The page of a note below a comment."""

from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.decisions.annotating import NOTE_MAX, annotate_comment
from community.moderation.models import Decision
from community.threads.models import Comment
from tests.moderation_pages import address, page, text, words

Say = Callable[..., Comment]


def note_page(comment: Comment) -> str:
    return f"{address(comment)}note/"


def send(client: Client, comment: Comment, **fields: str) -> HttpResponse:
    """Send the form as it stands on the page, with other words."""
    found = page(client, note_page(comment))
    given = {
        name: found.css_first(f"[name={name}]").attributes.get("value") or "" for name in HIDDEN
    }
    return client.post(note_page(comment), given | {"do": "note"} | fields)


HIDDEN = ("version", "known")


def main(response: HttpResponse) -> str:
    return words(LexborHTMLParser(response.content.decode()).css_first("main"))


def test_a_note_is_written_changed_and_taken_away(say: Say, alice: Member, as_mo: Client) -> None:
    comment = say("Words", alice)
    assert "Write a note below it" in text(as_mo, address(comment))
    response = send(as_mo, comment, words="A note")
    assert response["Location"] == address(comment)
    shown = text(as_mo, address(comment))
    assert "The note stands below the comment now. Alice is told of it." in shown
    assert "Change the note below it" in shown
    assert page(as_mo, note_page(comment)).css_first("textarea").text().strip() == "A note"
    send(as_mo, comment, words="Another")
    assert "Another" in Client().get(comment.thread.article.get_absolute_url()).content.decode()
    response = send(as_mo, comment, do="remove")
    assert "The note is gone." in text(as_mo, response["Location"])
    assert Comment.objects.get().annotation == ""


def test_a_note_that_is_too_long_for_the_margin_comes_back_whole(
    say: Say, alice: Member, as_mo: Client
) -> None:
    comment, much = say("Words", alice), "n" * (NOTE_MAX + 1)
    response = send(as_mo, comment, words=much)
    assert response.status_code == 422 and much in response.content.decode()
    assert not Decision.objects.exists()
    assert send(as_mo, comment, words=much[:-1]).status_code == 302


def test_without_words_there_is_no_note(say: Say, alice: Member, as_mo: Client) -> None:
    assert "Please write the note." in main(send(as_mo, say("Words", alice), words=" "))


def test_who_was_first_is_said_and_the_words_stay(
    say: Say, alice: Member, mia: Member, as_mo: Client
) -> None:
    comment = say("Words", alice)
    page(as_mo, note_page(comment))
    given = {"version": 1, "known": "", "words": "Words of Mia"}
    annotate_comment(comment=comment, moderator=mia, **given)
    sent = {"version": "1", "known": "", "words": "Words of Mo", "do": "note"}
    response = as_mo.post(note_page(comment), sent)
    assert response.status_code == 409
    assert "Mia was first" in main(response) and "Words of Mo" in main(response)


def test_its_author_sees_the_note(say: Say, alice: Member, as_mo: Client) -> None:
    send(as_mo, say("Words", alice), words="A note")
    client = Client()
    client.force_login(alice)
    assert "Readers see this note by Mo below it:A note" in text(client, "/account/comments/")


def test_what_nobody_sees_gets_no_note(say: Say, nadia: Member, as_mo: Client) -> None:
    comment = say("Words", nadia)
    assert as_mo.get(note_page(comment))["Location"] == address(comment)
    assert "a note below it" not in text(as_mo, address(comment))
