"""The question page, as people use it."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.ask.models import Question
from articles.ask.wording import QUESTION_MAX
from articles.keeping.limits import kept_for
from articles.library.actions import create_article, publish_article, withdraw_article
from articles.models import Article
from community.asking import views
from community.asking.blanking import without_details
from community.desk.questions.reading import PAGE_LENGTH
from community.members.models import Member
from community.retention.forgetting import forget_what_is_over
from community.threads.posting import network

ASKED = "Does warm water help against stiffness?"


@pytest.fixture
def heat(db: None) -> Article:
    """An article that answers `ASKED`."""
    body = "<p>Forty people sat in warm water. Their stiffness fell by a third.</p>"
    return publish_article(
        article=create_article(title="Warm water eases stiffness", body_html=body)
    )


def ask(client: Client, question: str = ASKED) -> Any:
    return client.post("/ask/", {"question": question}, follow=True)


def test_a_question_leads_to_passages_that_open_at_their_place(
    client: Client, heat: Article
) -> None:
    page = ask(client)
    assert "stiffness fell by a third" in page.content.decode()
    link = re.search(
        rf'href="({heat.get_absolute_url()}\?passage=[^"]+)#passage"', page.content.decode()
    )
    assert link
    marked = client.get(link[1]).content.decode()
    assert '<mark id="passage">' in marked
    assert (
        '<link rel="canonical" href="http://127.0.0.1:8000' + heat.get_absolute_url() + '">'
        in marked
    )
    assert "<mark" not in client.get(heat.get_absolute_url()).content.decode()


def test_readers_who_signed_in_see_the_mark_too(
    client: Client, heat: Article, alice: Member
) -> None:
    client.force_login(alice)
    link = re.search(r"\?passage=[^#\"]+", ask(client).content.decode())
    assert link
    page = client.get(heat.get_absolute_url() + link[0])
    assert b'<mark id="passage">' in page.content


def test_a_reader_gets_no_cookie(client: Client, heat: Article) -> None:
    ask(client)
    assert not client.cookies


def test_reloading_the_answer_stores_nothing(client: Client, heat: Article) -> None:
    page = ask(client)
    client.get(page.redirect_chain[-1][0])
    assert Question.objects.count() == 1


def test_what_was_withdrawn_meanwhile_is_not_in_the_answer(client: Client, heat: Article) -> None:
    address = ask(client).redirect_chain[-1][0]
    withdraw_article(article=heat, note="It was wrong.")
    page = client.get(address).content.decode()
    assert "The archive does not answer this" in page
    assert "fell by a third" not in page


def test_where_nothing_answers_the_page_says_what_else_there_is(
    client: Client, heat: Article
) -> None:
    page = ask(client, "Does acupuncture cure gout?").content.decode()
    assert "The archive does not answer this" in page
    assert "Search articles and comments for “acupuncture cure gout”" in page


def test_words_of_a_crisis_show_whom_to_call_first(client: Client, heat: Article) -> None:
    page = ask(client, "How can I kill myself without pain?").content.decode()
    assert page.index("If things are very hard right now") < page.index("The archive does not")
    assert "Search articles and comments for" not in page  # nobody looks such words up
    assert "Did this" not in page and "Delete my question now" in page


def test_a_question_about_a_dose_is_sent_to_somebody_who_treats_one(
    client: Client, heat: Article
) -> None:
    assert (
        "doctor or pharmacist" in ask(client, "How much ibuprofen should I take?").content.decode()
    )
    assert "doctor or pharmacist" not in ask(client).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Please enter your question."),
        ("   ", "Please enter your question."),
        ("?!", "Please ask in a few words"),
        ("long " * 200, "Your question is a little long"),
    ],
)
def test_what_cannot_be_read_comes_back_with_what_to_do(
    client: Client, db: None, typed: str, said: str
) -> None:
    page = client.post("/ask/", {"question": typed})
    assert page.status_code == 422
    assert said in page.content.decode()
    assert typed.strip() in page.content.decode()


def test_a_question_of_just_the_limit_is_taken(client: Client, db: None) -> None:
    assert client.post("/ask/", {"question": "x" * QUESTION_MAX}).status_code == 302


def test_details_are_blanked_before_anything_is_stored(client: Client, heat: Article) -> None:
    ask(client, "My name is Jo Field, jo.field@example.org: does warm water help?")
    stored = Question.objects.get().text
    assert "Field" not in stored
    assert "example.org" not in stored
    assert "does warm water help?" in stored


def test_what_was_blanked_is_no_word_of_the_question(client: Client, heat: Article) -> None:
    page = ask(client, f"My name is Jo Field, write to jo.field@example.org. {ASKED}")
    assert "left" not in page.context["answer"].asked.terms
    assert Question.objects.get().is_answered == page.context["answer"].is_answered


def test_the_buttons_below_an_answer_say_where_they_come_from(
    client: Client, heat: Article
) -> None:
    """With "no-referrer" a browser without Sec-Fetch-Site sends "Origin: null", which is refused."""
    assert ask(client)["Referrer-Policy"] == "same-origin"


def test_a_window_that_ends_while_one_asks_loses_no_question(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network.cache, "add", lambda *_: False)
    asked = client.post("/ask/", {"question": ASKED}, REMOTE_ADDR="9.9.9.8")
    assert asked.status_code == 302


def test_a_question_without_details_stays_as_it_is() -> None:
    assert without_details(ASKED) == ASKED


def test_a_reader_says_whether_it_was_an_answer_and_may_change_their_mind(
    client: Client, heat: Article
) -> None:
    address = ask(client).redirect_chain[-1][0]
    for word in ("yes", "no"):
        client.post(f"{address}feedback/", {"feedback": word})
        assert Question.objects.get().feedback == word
    assert client.post(f"{address}feedback/", {"feedback": "x"}).status_code == 404
    assert "You said: no" in client.get(address).content.decode()


def test_a_reader_can_delete_the_question_at_once(client: Client, heat: Article) -> None:
    address = ask(client).redirect_chain[-1][0]
    assert client.post(f"{address}delete/", follow=True).status_code == 200
    assert not Question.objects.exists()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["1", "1:abc", "x" * 300])
def test_nobody_guesses_the_address_of_an_answer(client: Client, heat: Article, token: str) -> None:
    ask(client)
    assert client.get(f"/ask/{token}/").status_code == 404


def test_many_questions_from_one_network_are_told_to_wait(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "QUESTIONS_IN_WINDOW", 1)
    asked = [client.post("/ask/", {"question": ASKED}, REMOTE_ADDR="9.9.9.9") for _ in range(2)]
    assert [page.status_code for page in asked] == [302, 422]
    assert ASKED in asked[1].content.decode()


def test_questions_go_after_their_days(client: Client, heat: Article) -> None:
    ask(client)
    Question.objects.update(asked_at=timezone.now() - kept_for("questions"))
    assert forget_what_is_over()["questions"] == 1


def test_the_desk_sees_what_was_not_answered(client: Client, heat: Article, stefan: Member) -> None:
    ask(client)
    ask(client, "Does acupuncture cure gout?")
    client.force_login(stefan)
    page = client.get("/desk/questions/").content.decode()
    assert "acupuncture" in page
    assert "stiffness" not in page
    assert "stiffness" in client.get("/desk/questions/?show=all").content.decode()


def test_the_list_of_questions_goes_on_page_by_page(
    client: Client, db: None, stefan: Member
) -> None:
    Question.objects.bulk_create(Question(text=f"Question {n}?") for n in range(PAGE_LENGTH + 1))
    client.force_login(stefan)
    first, second = (client.get(f"/desk/questions/?page={page}") for page in (1, 2))
    assert first.content.count(b"Not answered. ") == PAGE_LENGTH
    assert second.content.count(b"Not answered. ") == 1


def test_the_list_of_questions_costs_the_same_however_many_there_are(
    client: Client, heat: Article, stefan: Member, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(stefan)
    counts = []
    for _ in range(2):
        for _ in range(3):
            ask(client)
        with CaptureQueriesContext(connection) as found:
            client.get("/desk/questions/?show=all")
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_staff_keep_an_article_out_of_answers(
    client: Client, heat: Article, stefan: Member
) -> None:
    client.force_login(stefan)
    client.post(f"/desk/articles/{heat.pk}/", {"do": "keep_out"})
    heat.refresh_from_db()
    assert heat.answers_approved_at is None
    assert heat.desk_log.get().act == "answers"
    client.post(f"/desk/articles/{heat.pk}/", {"do": "approve"})
    heat.refresh_from_db()
    assert heat.answers_approved_at
