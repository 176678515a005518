"""Pages of notices: places that are not here, references as people type them, cases, articles."""

from collections.abc import Callable

import pytest
from django.test import Client

from articles.models import Article
from community.members.models import Member
from community.moderation.models import Claim, Notice
from community.moderation.notices.actions import Given, receive_notice
from community.moderation.notices.references import notice_key, notice_url, tidy_key, tidy_reference
from community.moderation.queue.cases import NOTICES_SHOWN
from community.threads.models import Comment
from tests.moderation_pages import page, text

Say = Callable[..., Comment]


@pytest.fixture
def comment(say: Say, alice: Member) -> Comment:
    return say("Doctor Smith takes bribes.", alice)


def noticed(address: str, explanation: str = "It is libel.") -> Notice:
    return receive_notice(given=Given(address, explanation))


@pytest.mark.parametrize("host", ["https://elsewhere.example", "elsewhere.example"])
def test_the_same_path_on_another_site_is_not_ours(comment: Comment, host: str) -> None:
    notice = noticed(f"{host}/comments/{comment.pk}/")
    assert notice.comment is None
    assert "We did not find the place" in text(Client(), notice_url(notice))


@pytest.mark.parametrize("host", ["http://testserver", "testserver.example:8000/..", ""])
def test_our_own_address_is_found(comment: Comment, settings, host: str) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "testserver.example"]
    assert noticed(f"{host}/comments/{comment.pk}/").comment == comment


def test_with_www_before_it_it_is_ours_too(comment: Comment, settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    assert noticed(f"https://www.testserver/comments/{comment.pk}/").comment == comment


@pytest.mark.parametrize("typed", ["n-7kq4-mwtx", " N7KQ4MWTX ", "n 7kq4 mwtx", "N-7KQ4-MWTX"])
def test_a_reference_is_understood_however_it_was_typed(typed: str) -> None:
    assert tidy_reference(typed) == "N-7KQ4-MWTX"


def test_a_key_is_understood_however_it_was_typed() -> None:
    assert tidy_key(" 5F0C 9A1B-77e2 O4Il ") == "5f0c9a1b77e20411"


def test_reference_and_key_from_paper_open_the_page(comment: Comment) -> None:
    notice = noticed(f"/comments/{comment.pk}/")
    key = notice_key(notice).upper()
    typed = {"reference": notice.reference.lower().replace("-", " "), "key": f"{key[:4]} {key[4:]}"}
    assert Client().get("/notices/", typed)["Location"] == notice_url(notice)


@pytest.mark.parametrize("key", ["ä" * 16, "0" * 5_000, "\x00"])
def test_strange_keys_open_nothing(comment: Comment, key: str) -> None:
    notice = noticed(f"/comments/{comment.pk}/")
    shown = text(Client(), f"/notices/?reference={notice.reference}&key={key}")
    assert "There is no notice" in shown


def test_without_a_name_it_is_taken_where_one_says_so(comment: Comment) -> None:
    sent = {"address": f"/comments/{comment.pk}/", "explanation": "Libel.", "in_good_faith": "on"}
    asked = Client().post("/notices/new/", sent)
    assert asked.status_code == 422 and "or tick below" in asked.content.decode()
    assert Client().post("/notices/new/", sent | {"is_nameless": "on"}).status_code == 302


def test_the_form_says_where_no_name_is_needed() -> None:
    assert "exploitation of children nobody has to give a name" in text(Client(), "/notices/new/")


def test_a_case_shows_the_newest_notices_about_it(comment: Comment, as_mo: Client) -> None:
    notices = [noticed(f"/comments/{comment.pk}/", f"Libel {n}") for n in range(NOTICES_SHOWN + 1)]
    found = page(as_mo, f"/moderation/comments/{comment.pk}/")
    links = [link.attributes["href"] for link in found.css("#case a")]
    shown = [f"/moderation/notices/{notice.pk}/" in links for notice in notices]
    assert shown == [False] + [True] * NOTICES_SHOWN


def test_articles_are_left_to_staff(article: Article, as_mo: Client, stefan: Member) -> None:
    notice = noticed(article.get_absolute_url())
    where = f"/moderation/notices/{notice.pk}/"
    assert "For staff" in text(as_mo, "/moderation/notices/")
    assert "Staff answer this" in text(as_mo, where) and not Claim.objects.exists()
    assert as_mo.post(where, {"answer": "No.", "do": "decline"}).status_code == 409
    client = Client()
    client.force_login(stefan)
    client.post(where, {"answer": "We corrected it.", "do": "act"})
    notice.refresh_from_db()
    assert notice.state == Notice.State.ACTED


def test_the_comment_that_was_answered_stands_with_the_notice(
    say: Say, comment: Comment, bob: Member, as_mo: Client
) -> None:
    notice = noticed(f"/comments/{say('All doctors do.', bob, comment).pk}/")
    shown = text(as_mo, f"/moderation/notices/{notice.pk}/")
    assert "It answers Alice" in shown and "takes bribes" in shown
