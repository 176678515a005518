"""Questions that are asked again: by a second click, by others, and elsewhere on the site."""

import re
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.ask.actions import SAME_CLICK, store_question
from articles.ask.answering import Answer, answer
from articles.ask.models import Question
from articles.ask.wording import keywords, read_question
from articles.keeping.limits import kept_for
from articles.models import Topic
from community.members.models import Member

ASKED = "Does acupuncture cure gout?"


@pytest.fixture
def desk(client: Client, stefan: Member) -> Callable[[], str]:
    """The list at the desk, as Stefan sees it."""
    client.force_login(stefan)
    return lambda: client.get("/desk/questions/?show=all").content.decode()


def ask(question: str = ASKED, **changes: Any) -> Question:
    """Ask later than anybody before."""
    early = timezone.now() - 2 * SAME_CLICK
    Question.objects.filter(asked_at__gt=early).update(asked_at=early, submission_key=None)
    made = store_question(text=question, answer=answer(question))
    Question.objects.filter(pk=made.pk).update(**changes)
    return made


def test_a_second_click_leads_to_the_same_answer(client: Client, db: None) -> None:
    first, second = (client.post("/ask/", {"question": ASKED}) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert Question.objects.count() == 1


def test_the_same_words_later_are_a_question_of_its_own(db: None) -> None:
    assert ask() != ask()
    assert store_question(text="Another one?", answer=Answer(read_question("x")))
    assert Question.objects.count() == 3


def test_a_question_that_was_deleted_can_be_asked_at_once_again(client: Client, db: None) -> None:
    address = client.post("/ask/", {"question": ASKED}).headers["Location"]
    client.post(f"{address}delete/")
    assert client.post("/ask/", {"question": ASKED}).status_code == 302
    assert Question.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_store_one() -> None:
    start, keys = Barrier(4), []

    def click() -> None:
        start.wait()
        try:
            keys.append(store_question(text=ASKED, answer=Answer(read_question(ASKED))).pk)
        finally:
            connection.close()

    clicks = [Thread(target=click) for _ in range(4)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    assert len(keys) == 4 and len(set(keys)) == Question.objects.count() == 1


def test_questions_with_the_same_telling_words_stand_together_at_the_desk(
    desk: Callable[[], str],
) -> None:
    old = ask(ASKED, feedback="no")
    Question.objects.filter(pk=old.pk).update(
        asked_at=timezone.now() - kept_for("questions") + timedelta(days=3, hours=-1)
    )
    ask("does ACUPUNCTURE cure gout")
    ask("Can gout be cured by acupuncture?")
    ask("Does heat help?")
    page = desk()
    assert page.count("gout") == 1 and "Can gout be cured by acupuncture?" in page
    assert "asked 3 times" in page and "the first in 3 days, the last in 30 days" in page
    assert "yes 0, partly 0, no 1" in page
    assert page.index("acupuncture") < page.index("Does heat help?")


def test_what_was_kept_before_there_were_groups_is_listed(desk: Callable[[], str]) -> None:
    ask("Does heat help?", words="")
    ask("Does cold help?", words="")
    page = desk()
    assert "Does heat help?" in page and "Does cold help?" in page


def test_the_list_costs_the_same_however_often_something_is_asked(desk: Callable[[], str]) -> None:
    def statements() -> int:
        ask()
        ask(f"Does {Question.objects.count()} mg help?")
        with CaptureQueriesContext(connection) as found:
            desk()
        return len(found)

    one = statements()
    assert [statements() for _ in range(3)] == [one] * 3


def test_words_to_search_for_stand_in_no_address(client: Client, db: None) -> None:
    page = client.post(
        "/ask/", {"question": "My name is Jo Field: does acupuncture cure gout?"}, follow=True
    ).content.decode()
    assert "/search/?q=" not in page
    form = re.search(
        r'<form method="post" action="(/search/)"><input type="hidden" name="q" value="([^"]+)">',
        page,
    )
    assert form and "Field" not in form[2] and "acupuncture" in form[2]
    found = client.post(form[1], {"q": form[2]})
    assert found.status_code == 200 and "acupuncture" in found.content.decode()
    assert not client.cookies


def test_telling_words_are_taken_as_they_were_typed() -> None:
    assert keywords("Does “Vitamin D3” help with ME/CFS, or not?") == "Vitamin D3 ME/CFS"
    assert keywords("What is it?") == ""


def test_a_question_without_an_answer_can_begin_a_conversation(
    client: Client, alice: Member, db: None
) -> None:
    Topic.objects.create(name="Gout", slug="gout")
    client.force_login(alice)
    page = client.post("/ask/", {"question": ASKED}, follow=True).content.decode()
    form = re.search(
        r'<form method="post" action="(/conversations/new/)"><input type="hidden" name="title" '
        r'value="([^"]+)"><button class="btn btn-plain" name="begin" value="1">',
        page,
    )
    assert form and form[2] == ASKED
    assert ASKED in client.post(form[1], {"title": form[2], "begin": "1"}).content.decode()
