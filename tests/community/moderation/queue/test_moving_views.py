"""The page on which a branch is moved."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.library.actions import create_article, publish_article
from articles.models import Article
from community.members.models import Member
from community.moderation.claims.actions import claim_comment
from community.moderation.decisions.forms import WORDS_MAX
from community.moderation.decisions.moving import move_comment, place_mark
from community.moderation.models import Decision
from community.moderation.queue.branches import (
    BEGINNING,
    BEGINNINGS_SHOWN,
    FOUND_MAX,
    QUESTION_MAX,
)
from community.threads.actions import withdraw_comment
from community.threads.models import Comment
from tests.moderation_pages import address, page, text, words

Say = Callable[..., Comment]


def published(title: str) -> Article:
    body = "<p>Warmth helps some people.</p>"
    return publish_article(article=create_article(title=title, body_html=body))


@pytest.fixture
def warmth(db: None) -> Article:
    return published("Warmth and cold")


def move_page(comment: Comment) -> str:
    return f"{address(comment)}move/"


def send(client: Client, comment: Comment, to: object, **fields: str) -> HttpResponse:
    """Choose a place, and press the button on the page that it leads to."""
    found = page(client, f"{move_page(comment)}?to={to}")
    given = {n: found.css_first(f"[name={n}]").attributes["value"] or "" for n in ("to", "place")}
    return client.post(move_page(comment), given | fields)


def main(response: HttpResponse) -> str:
    return words(LexborHTMLParser(response.content.decode()).css_first("main"), " ")


def links(client: Client, where: str) -> list[str]:
    return [a.attributes.get("href") or "" for a in page(client, where).css("main a")]


def test_the_case_leads_there_and_it_shows_what_would_move(
    say: Say, alice: Member, bob: Member, as_mo: Client
) -> None:
    first = say("First words", alice)
    for n in range(BEGINNINGS_SHOWN + 2):
        say(f"Answer {n}", bob, first)
    withdraw_comment(comment=Comment.objects.get(body="Answer 1"), author=bob)
    assert move_page(first) in links(as_mo, address(first))
    shown = text(as_mo, move_page(first))
    assert "9 comments, 8 of them visible" in shown and "And 3 more." in shown
    assert "First words" in shown and "Answer 1" not in shown and "(taken back)" in shown


@pytest.mark.parametrize("question", ["warm", "cold Warmth", "the address"])
def test_an_article_is_found_by_title_or_address(
    say: Say, alice: Member, as_mo: Client, warmth: Article, question: str
) -> None:
    comment = say("First words", alice)
    if question == "the address":
        question = f"https://example.org{warmth.get_absolute_url()}?from=3#comment-5"
    response = as_mo.get(move_page(comment), {"q": question})
    found = LexborHTMLParser(response.content.decode())
    assert [a.attributes["href"] for a in found.css(".rows a")] == [f"?to={warmth.pk}"]


def test_neither_drafts_nor_the_own_article_are_found(
    say: Say, alice: Member, as_mo: Client, article: Article
) -> None:
    create_article(title="Resting, a draft", body_html="<p>Words.</p>")
    comment = say("First words", alice)
    response = as_mo.get(move_page(comment), {"q": "Resting"})
    assert "No other article" in main(response)


def test_of_many_articles_the_newest_are_shown(say: Say, alice: Member, as_mo: Client) -> None:
    for n in range(FOUND_MAX + 2):
        published(f"Warmth {n}")
    response = as_mo.get(move_page(say("First words", alice)), {"q": "warmth"})
    assert len(LexborHTMLParser(response.content.decode()).css(".rows a")) == FOUND_MAX


@pytest.mark.parametrize(("blanks", "count"), [(QUESTION_MAX - 4, 1), (QUESTION_MAX - 5, 0)])
def test_only_the_beginning_of_a_long_question_is_looked_at(
    say: Say, alice: Member, as_mo: Client, warmth: Article, blanks: int, count: int
) -> None:
    question = {"q": "Warm" + " " * blanks + "zzz"}
    response = as_mo.get(move_page(say("First words", alice)), question)
    assert len(LexborHTMLParser(response.content.decode()).css(".rows a")) == count


def test_long_words_are_shown_by_their_beginning(say: Say, alice: Member, as_mo: Client) -> None:
    comment = say("Rest " * BEGINNING + "in the end", alice)
    outline = words(page(as_mo, move_page(comment)).css_first(".entries"))
    assert "Rest Rest" in outline and "in the end" not in outline


def test_it_is_seen_first_and_moved_then(
    say: Say, alice: Member, as_mo: Client, warmth: Article
) -> None:
    comment = say("First words", alice)
    shown = text(as_mo, f"{move_page(comment)}?to={warmth.pk}")
    assert "To the thread of “Warmth and cold”" in shown and "Nothing is moved yet." in shown
    response = send(as_mo, comment, warmth.pk, words="It fits better there.")
    assert response["Location"] == address(comment)
    assert "to the thread of “Warmth and cold”, with no answers." in text(as_mo, address(comment))
    assert Comment.objects.get(pk=comment.pk).thread.article == warmth
    assert Decision.objects.get().words == "It fits better there."
    pointer = Comment.objects.get(moved_to=comment)
    assert as_mo.get(address(pointer))["Location"] == address(comment)


def test_a_branch_is_split(say: Say, alice: Member, as_mo: Client) -> None:
    first = say("First words", alice)
    answer = say("An answer", alice, first)
    assert "?to=top" in links(as_mo, move_page(answer))
    assert "?to=top" not in links(as_mo, move_page(first))
    send(as_mo, answer, "top")
    assert Comment.objects.get(pk=answer.pk).depth == 0


@pytest.mark.parametrize("to", ["article", "top"])
def test_a_double_click_moves_once(
    say: Say, alice: Member, as_mo: Client, warmth: Article, to: str
) -> None:
    comment = say("An answer", alice, say("First words", alice))
    given = {"to": warmth.pk if to == "article" else to, "place": place_mark(comment)}
    for _ in range(2):
        response = as_mo.post(move_page(comment), given)
        assert (response.status_code, response["Location"]) == (302, address(comment))
    assert Decision.objects.count() == 1


def test_who_was_first_is_said(
    say: Say, alice: Member, mia: Member, as_mo: Client, warmth: Article
) -> None:
    comment = say("First words", alice)
    seen = place_mark(comment)
    move_comment(comment=comment, moderator=mia, place=seen, to=warmth)
    given = {"to": published("Sleep").pk, "place": seen, "words": "My words"}
    response = as_mo.post(move_page(comment), given)
    assert response.status_code == 409
    assert "Mia was first" in main(response) and "My words" in main(response)


def test_where_it_stands_already_is_said(
    say: Say, alice: Member, as_mo: Client, article: Article
) -> None:
    comment = say("First words", alice)
    for to, sentence in ((article.pk, "in that thread already"), ("top", "of its own already")):
        assert sentence in text(as_mo, f"{move_page(comment)}?to={to}")


@pytest.mark.parametrize("to", ["nonsense", "0", "9" * 30, "-1"])
def test_a_place_that_is_none_is_not_found(say: Say, alice: Member, as_mo: Client, to: str) -> None:
    comment = say("First words", alice)
    assert as_mo.get(f"{move_page(comment)}?to={to}").status_code == 404
    given = {"to": to, "place": place_mark(comment)}
    assert as_mo.post(move_page(comment), given).status_code == 404


def test_too_many_words_come_back_whole(
    say: Say, alice: Member, as_mo: Client, warmth: Article
) -> None:
    comment, much = say("First words", alice), "w" * (WORDS_MAX + 1)
    response = send(as_mo, comment, warmth.pk, words=much)
    assert response.status_code == 422 and much in response.content.decode()


def test_what_somebody_else_reads_or_wrote_is_left_to_others(
    say: Say, nadia: Member, mo: Member, mia: Member, as_mo: Client
) -> None:
    waiting = say("Waiting", nadia)
    claim_comment(comment=waiting, moderator=mia)
    for comment in (waiting, say("Words of Mo", mo)):
        assert as_mo.get(move_page(comment))["Location"] == address(comment)
