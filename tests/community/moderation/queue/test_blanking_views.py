"""The page on which words of a comment are blanked."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from community.members.models import Member
from community.moderation.claims.actions import claim_comment
from community.moderation.decisions.actions import approve_comment
from community.moderation.decisions.blanking_forms import SENTENCES_SHOWN
from community.moderation.models import Claim, Decision
from community.threads.actions import edit_comment
from community.threads.editing.blanks import BLANK
from community.threads.models import Comment
from community.threads.posting.receipts import receipt_url
from community.threads.posting.submissions import Guest
from tests.moderation_pages import address, page, text, words

Say = Callable[..., Comment]
TEXT, NUMBER = "I rest early. Ring me on 030 1234567.", "030 1234567"


def blank_page(comment: Comment) -> str:
    return f"{address(comment)}blank/"


def send(client: Client, comment: Comment, do: str, **fields: object) -> HttpResponse:
    data = {"do": do, "version": comment.version, "ground": "personal_details", **fields}
    return client.post(blank_page(comment), data)


def parsed(response: HttpResponse) -> LexborHTMLParser:
    return LexborHTMLParser(response.content.decode())


def seen(response: HttpResponse) -> str:
    return parsed(response).css_first("[name=seen]").attributes["value"] or ""


def main(response: HttpResponse) -> str:
    return words(parsed(response).css_first("main"))


def test_the_case_leads_to_it(say: Say, as_mo: Client) -> None:
    comment = say(TEXT)
    links = [a.attributes["href"] for a in page(as_mo, address(comment)).css("a")]
    assert blank_page(comment) in links


def test_it_offers_what_the_rules_saw_and_the_sentences(
    say: Say, mo: Member, as_mo: Client
) -> None:
    comment = say(TEXT)
    found = page(as_mo, blank_page(comment))
    assert NUMBER in words(found.css_first("#div_redact_marked"))
    assert "I rest early." in words(found.css_first("#div_redact_sentences"))
    assert Claim.objects.get().moderator == mo


def test_it_is_seen_first_and_counts_then(say: Say, as_mo: Client) -> None:
    comment = say(TEXT)
    response = send(as_mo, comment, "show", marked="0", words="Please keep it to yourself.")
    assert response.status_code == 200 and not Decision.objects.exists()
    shown = words(parsed(response).css_first(".preview"))
    assert f"Ring me on {BLANK}." in shown and NUMBER not in shown
    assert "One place was blanked" in main(response)
    response = send(as_mo, comment, "publish", marked="0", seen=seen(response))
    assert response.status_code == 302
    assert "Visible with words blanked. Gus is told why" in text(as_mo, response["Location"])
    assert Comment.objects.get().body == f"I rest early. Ring me on {BLANK}."


def test_what_was_not_seen_is_shown_first(say: Say, as_mo: Client) -> None:
    comment = say(TEXT)
    first = seen(send(as_mo, comment, "show", marked="0"))
    response = send(as_mo, comment, "publish", typed="early", seen=first)
    assert "You chose something else since" in main(response) and not Decision.objects.exists()
    send(as_mo, comment, "publish", typed="early", seen=seen(response))
    assert Decision.objects.get().kind == "redact"


def test_sentences_and_typed_words_are_blanked_together(say: Say, as_mo: Client) -> None:
    comment = say("I rest early. Ann knows. So does Bo.")
    response = send(as_mo, comment, "show", sentences="0", typed="Ann\r\n\r\n Bo ")
    shown = words(parsed(response).css_first(".preview .words"))
    assert shown == f"{BLANK} {BLANK} knows. So does {BLANK}.".replace(f"{BLANK} {BLANK}", BLANK)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"typed": "Lee"}, "This does not stand in the comment: “Lee”."),
        ({}, "Please choose the words to blank."),
        ({"typed": TEXT}, "Nothing would be left to read."),
        ({"typed": "early", "ground": ""}, "Please choose a reason."),
        ({"typed": "early", "words": "Early or late"}, ""),
        ({"typed": "early", "words": "“early” is yours"}, "leave the blanked words out"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(
    say: Say, as_mo: Client, fields: dict[str, str], sentence: str
) -> None:
    response = send(as_mo, say(TEXT), "show", **fields)
    assert (response.status_code == 422) == bool(sentence)
    assert sentence in main(response)
    assert parsed(response).css_first("[name=typed]").text().strip() == fields.get("typed", "")


def test_of_very_many_sentences_the_first_are_offered(say: Say, as_mo: Client) -> None:
    many = " ".join(f"Number {n}." for n in range(SENTENCES_SHOWN + 5))
    assert len(page(as_mo, blank_page(say(many))).css("[name=sentences]")) == SENTENCES_SHOWN


def test_a_double_click_decides_once_and_leads_on(say: Say, as_mo: Client) -> None:
    comment = say(TEXT)
    mark = seen(send(as_mo, comment, "show", marked="0"))
    for _ in range(2):
        assert send(as_mo, comment, "publish", marked="0", seen=mark).status_code == 302
    assert Decision.objects.count() == 1


def test_changed_words_are_shown_first(say: Say, gus: Guest, mia: Member, as_mo: Client) -> None:
    comment = say(TEXT)
    approve_comment(comment=comment, moderator=mia, version=1)
    edit_comment(comment=comment, author=gus, text="Other words")
    response = send(as_mo, comment, "show", marked="0", words="My words")
    assert response.status_code == 409
    assert "The words changed while you were reading" in main(response)
    assert "My words" in main(response)


def test_what_somebody_else_reads_is_left_to_them(say: Say, mia: Member, as_mo: Client) -> None:
    comment = say(TEXT)
    claim_comment(comment=comment, moderator=mia)
    assert as_mo.get(blank_page(comment))["Location"] == address(comment)
    mark = seen(send(as_mo, comment, "show", marked="0"))
    response = send(as_mo, comment, "publish", marked="0", seen=mark)
    assert response.status_code == 409 and "Mia has it now" in main(response)


def test_ones_own_words_are_left_to_others(say: Say, mo: Member, as_mo: Client) -> None:
    comment = say(TEXT, mo)
    assert as_mo.get(blank_page(comment))["Location"] == address(comment)
    mark = seen(send(as_mo, comment, "show", marked="0"))
    assert send(as_mo, comment, "publish", marked="0", seen=mark).status_code == 403


def test_the_case_tells_the_changes_of_moderators_from_the_authors(
    say: Say, nadia: Member, as_mo: Client
) -> None:
    comment = edit_comment(comment=say("Words", nadia), author=nadia, text=TEXT)
    mark = seen(send(as_mo, comment, "show", marked="0"))
    send(as_mo, comment, "publish", marked="0", seen=mark)
    shown = text(as_mo, address(comment))
    assert shown.count("Changed by a moderator") == 1


def test_authors_still_see_their_whole_words(say: Say, nadia: Member, as_mo: Client) -> None:
    mine, gus_comment = say(TEXT, nadia), say(TEXT + " Please.")
    for comment in (mine, gus_comment):
        mark = seen(send(as_mo, comment, "show", typed=NUMBER))
        send(as_mo, comment, "publish", typed=NUMBER, seen=mark)
    client = Client()
    client.force_login(nadia)
    for browser, where in (
        (client, "/account/comments/"),
        (Client(), receipt_url(gus_comment)),
        (client, f"/account/decisions/{mine.decisions.get().pk}/"),
    ):
        shown = text(browser, where)
        assert NUMBER in shown and BLANK in shown
    shown = text(client, "/account/comments/")
    assert "with some words blanked" in shown and "how to object" in shown
    article = Client().get(mine.thread.article.get_absolute_url()).content.decode()
    assert NUMBER not in article and BLANK in article
