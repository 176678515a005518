"""A run from the upload to its end: many documents, problems, choices."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.importing import reading as sources
from articles.importing.records import ParseError
from articles.keeping.limits import kept_for
from articles.models import Article
from common.net import Fetched, FetchFailed
from community.desk.actions import publish_due_articles
from community.desk.models import DeskRun
from community.desk.runs import reading, uploads, working
from community.desk.runs.actions import Upload, start_run, store_chosen
from community.desk.runs.forms import ADDRESSES_MAX
from community.desk.runs.items import run_folder
from community.desk.runs.pages import PROBLEMS_SHOWN
from community.desk.runs.uploads import FILES_MAX
from community.desk.runs.working import work_on_runs
from community.desk.views import ERRORS_SHOWN
from community.members.models import Member
from community.threads.models import Comment

State = DeskRun.State


from tests.community.desk.runs.conftest import packed, page


def url(run: DeskRun, rest: str = "") -> str:
    return f"/desk/runs/{run.pk}/{rest}"


def test_an_archive_is_read_into_items_and_nothing_is_stored(begin: Any) -> None:
    run = begin(3)
    assert (run.state, run.sources_read, Article.objects.count()) == (State.READY, 1, 0)
    rows = run.items.values_list("number", "document", "outcome", "comments_new", "choice")
    assert rows[0] == (1, "site.zip/001.txt", "created", 1, "draft")
    assert len(rows) == 3


def test_what_is_chosen_for_all_is_stored_by_the_worker(begin: Any, at_desk: Client) -> None:
    run = begin(3)
    at_desk.post(url(run), {"do": "choose", "choice": "publish", "everything": "1"})
    at_desk.post(url(run), {"do": "choose", "choice": "leave", "numbers": ["2"]})
    assert at_desk.post(url(run), {"do": "store"}).url == url(run)
    work_on_runs()
    run.refresh_from_db()
    assert (run.state, run.comments_done) == (State.FINISHED, 2)
    assert sorted(Article.objects.published().values_list("title", flat=True)) == [
        "Walks of the day, number 1", "Walks of the day, number 3",
    ]  # fmt: skip
    assert Comment.objects.filter(is_imported=True).count() == 2
    assert not run_folder(run.pk).exists()
    text = at_desk.get(url(run)).content.decode()
    assert "2 new articles" in text and "Undo the run" in text


def test_a_time_to_be_published_is_kept_and_kept_to(begin: Any, at_desk: Client) -> None:
    run, at = begin(1), timezone.now() + timedelta(hours=2)
    given = {"do": "later", "title": "Walks", "publish_at": f"{at:%Y-%m-%dT%H:%M}"}
    assert at_desk.post(url(run, "1/"), given).status_code == 302
    article = Article.objects.get()
    assert (article.state, article.title, publish_due_articles()) == ("draft", "Walks", 0)
    Article.objects.update(publish_at=timezone.now())
    assert publish_due_articles() == 1
    assert Article.objects.published().get().publish_at is None


@pytest.mark.parametrize("publish_at", ["", "soon", "2020-01-01T10:00"])
def test_a_time_that_cannot_be_gets_a_sentence(
    begin: Any, at_desk: Client, publish_at: str
) -> None:
    run = begin(1)
    given = {"do": "later", "title": "My own title", "publish_at": publish_at}
    answer = at_desk.post(url(run, "1/"), given)
    assert answer.status_code == 422 and "publish_at" in answer.context["form"].errors
    assert "My own title" in answer.content.decode() and not Article.objects.exists()


def test_what_is_corrected_of_one_of_many_is_stored_with_it(begin: Any, at_desk: Client) -> None:
    run = begin(2)
    answer = at_desk.post(url(run, "1/"), {"do": "publish", "title": "Corner walks"})
    assert answer.url == url(run, "2/")
    at_desk.post(url(run, "2/"), {"do": "leave"})
    at_desk.post(url(run), {"do": "store"})
    work_on_runs()
    assert list(Article.objects.values_list("title", "state")) == [("Corner walks", "published")]
    again = begin(2)
    assert list(again.items.values_list("outcome", "choice")) == [
        ("unchanged", "leave"), ("created", "draft"),
    ]  # fmt: skip


def test_the_same_article_twice_in_a_run_is_seen(stefan: Member, at_desk: Client) -> None:
    uploads = [Upload("a.txt", [page(1)]), Upload("b.txt", [page(1)])]
    run = start_run(editor=stefan, uploads=uploads)
    work_on_runs()
    assert list(run.items.values_list("choice", "note")) == [
        ("draft", ""), ("leave", "The same as number 1."),
    ]  # fmt: skip


def test_a_document_that_cannot_be_read_is_a_problem_and_the_others_come_in(
    stefan: Member, at_desk: Client
) -> None:
    uploads = [Upload("bad.txt", [b"\x00\x01\x02"]), Upload("good.txt", [page(1)])]
    run = start_run(editor=stefan, uploads=uploads)
    work_on_runs()
    [problem] = run.problems.all()
    assert (problem.source, run.items.count()) == ("bad.txt", 1)
    assert "1 problem" in at_desk.get(url(run)).content.decode()


def test_addresses_are_fetched_by_the_worker_and_by_it_alone(
    at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fetch(address: str) -> Fetched:
        asked.append(address)
        if "gone" in address:
            raise FetchFailed("There is no page at this address.")
        return Fetched(content=page(7), address=address, content_type="text/plain")

    monkeypatch.setattr(sources, "fetch", fetch)
    given = {"addresses": "https://example.org/a\n\nhttps://example.org/gone"}
    where = at_desk.post("/desk/", given).url
    assert asked == [] and "waits for the worker" in at_desk.get(where).content.decode()
    work_on_runs()
    run = DeskRun.objects.get()
    assert asked == ["https://example.org/a", "https://example.org/gone"]
    assert [item.source_url for item in run.items.all()] == ["https://example.org/a"]
    assert [each.reason for each in run.problems.all()] == ["There is no page at this address."]


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org/", "javascript:alert(1)"])
def test_what_is_no_web_address_gets_a_sentence(at_desk: Client, address: str) -> None:
    answer = at_desk.post("/desk/", {"addresses": address})
    assert answer.status_code == 422 and address in answer.content.decode()


def test_nothing_is_chosen_while_it_is_stored(begin: Any, at_desk: Client, stefan: Member) -> None:
    run = begin(2)
    store_chosen(run=run, editor=stefan)
    answer = at_desk.post(
        url(run), {"do": "choose", "choice": "leave", "everything": "1"}, follow=True
    )
    assert "The run went on meanwhile" in answer.content.decode()
    assert set(run.items.values_list("choice", flat=True)) == {"draft"}


def test_how_far_it_is_can_be_asked_for_alone(begin: Any, at_desk: Client, stefan: Member) -> None:
    run = begin(2)
    store_chosen(run=run, editor=stefan)
    answer = at_desk.get(url(run, "progress/"))
    assert answer["X-Run-State"] == "storing" and "<progress" in answer.content.decode()


def test_the_page_of_a_run_takes_as_many_queries_for_many_items_as_for_few(
    begin: Any, at_desk: Client, django_assert_max_num_queries: Any
) -> None:
    run = begin(60)
    with django_assert_max_num_queries(12):
        answer = at_desk.get(url(run))
    assert len(answer.context["page"].items) == 50
    rest = at_desk.get(url(run) + "?after=50").context["page"].items
    assert [item.number for item in rest] == list(range(51, 61))


def test_files_of_runs_nobody_decided_about_go_after_a_week(begin: Any, at_desk: Client) -> None:
    run = begin(1)
    DeskRun.objects.update(
        created_at=timezone.now() - kept_for("import_copies") - timedelta(minutes=1)
    )
    working.forget_old_runs(before=timezone.now() - kept_for("import_copies"))
    assert not run_folder(run.pk).exists()
    text = at_desk.get(url(run, "1/"), follow=True).content.decode()
    assert "is not kept here any more" in text


def test_a_large_upload_is_left_to_the_worker(
    at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "READ_AT_ONCE_BYTES", 10)
    file = SimpleUploadedFile("a.txt", page(1))
    where = at_desk.post("/desk/", {"documents": file}).url
    run = DeskRun.objects.get()
    assert (where, run.state) == (url(run), State.READING)
    work_on_runs()
    assert run.items.count() == 1


def test_what_is_packed_is_left_to_the_worker_however_small(at_desk: Client) -> None:
    file = SimpleUploadedFile("site.zip", packed(1))
    where = at_desk.post("/desk/", {"documents": file}).url
    run = DeskRun.objects.get()
    assert (where, run.state) == (url(run), State.READING)


def test_too_many_files_or_addresses_get_a_sentence(at_desk: Client) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", page(n)) for n in range(FILES_MAX + 1)]
    answer = at_desk.post("/desk/", {"documents": files})
    assert "Please choose up to 50 files at a time" in answer.content.decode()
    many = "\n".join(f"https://example.org/{n}" for n in range(ADDRESSES_MAX + 1))
    answer = at_desk.post("/desk/", {"addresses": many})
    assert "Please give up to 100 addresses at a time." in answer.content.decode()
    assert many in answer.content.decode().replace("\r\n", "\n")
    assert not DeskRun.objects.exists()


def test_of_many_bad_files_the_first_are_told(at_desk: Client) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", b"") for n in range(ERRORS_SHOWN + 2)]
    answer = at_desk.post("/desk/", {"documents": files})
    assert len(answer.context["form"].errors["documents"]) == ERRORS_SHOWN


def test_many_problems_are_shown_in_part_and_counted(
    begin: Any, at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begin(1)
    monkeypatch.setattr(reading, "PROBLEMS_MAX", PROBLEMS_SHOWN + 2)
    for number in range(PROBLEMS_SHOWN + 5):
        reading.add_problem(run, f"{number}.txt", ParseError("It is empty."))
    text = at_desk.get(url(run)).content.decode()
    assert text.count("It is empty.") == PROBLEMS_SHOWN and "And 2 more." in text


def test_what_was_undone_leads_nowhere_any_more(begin: Any, at_desk: Client) -> None:
    run = begin(2)
    at_desk.post(url(run), {"do": "store"})
    work_on_runs()
    assert "/desk/articles/" in at_desk.get(url(run)).content.decode()
    answer = at_desk.post(url(run), {"do": "undo"}, follow=True)
    text = answer.content.decode()
    assert "2 articles and 2 comments were taken back" in text
    assert "/desk/articles/" not in text and text.count("Undone,") == 2
