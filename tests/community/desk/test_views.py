"""The desk's first page: who gets in, the list, and taking an upload."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.library.actions import create_article, publish_article
from articles.models import Article
from community.desk import lists
from community.desk.models import DeskItem, DeskRun
from community.desk.runs import uploads
from community.desk.runs.items import FOLDER
from community.members.models import Member


def upload(client: Client, data: bytes, name: str = "walks.txt") -> Any:
    return client.post("/desk/", {"documents": SimpleUploadedFile(name, data)})


def kept(folder: Path) -> list[Path]:
    return [file for file in (folder / FOLDER).glob("*/*") if file.is_file()]


def urls(article: Article) -> list[str]:
    names = ("desk_article", "desk_edit", "desk_reading")
    pages = [reverse(name, args=[article.pk]) for name in names]
    run = DeskRun.objects.create(label="walks.txt", sources=[{"name": "walks.txt"}])
    DeskItem.objects.create(
        run=run, number=1, document="walks.txt", title="Walks", outcome="created"
    )
    rooms = [reverse("desk_run", args=[run.pk]), reverse("desk_run_progress", args=[run.pk])]
    return ["/desk/", *rooms, reverse("desk_run_item", args=[run.pk, 1]), *pages]


def test_signed_out_people_are_led_to_sign_in(client: Client, article: Article) -> None:
    for url in urls(article):
        assert client.get(url).url == f"/account/login/?next={url}"


def test_nobody_but_staff_learns_that_there_is_a_desk(
    client: Client, alice: Member, mo: Member, article: Article, settings: Any
) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    for person in (alice, mo):
        client.force_login(person)
        assert {client.get(url).status_code for url in urls(article)} == {404}
        assert {client.post(url).status_code for url in urls(article)} == {404}


def test_pages_of_the_desk_are_kept_nowhere(at_desk: Client, article: Article) -> None:
    for url in urls(article):
        assert "no-store" in at_desk.get(url)["Cache-Control"]


def test_an_upload_leads_to_its_preview_and_stores_no_article(
    at_desk: Client, walks: bytes
) -> None:
    run = DeskRun.objects.get() if (url := upload(at_desk, walks).url) else None
    assert run and url == f"/desk/runs/{run.pk}/1/"
    assert (Article.objects.count(), run.state) == (0, "ready")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "There is no text in this document"),
        (bytes(range(256)), "bad.txt, line"),
        (b"A title\n", "no text below it"),
    ],
)
def test_a_document_that_cannot_be_read_gets_one_sentence(
    at_desk: Client, tmp_path: Path, data: bytes, says: str
) -> None:
    response = upload(at_desk, data, "bad.txt")
    [error] = response.context["form"].errors["documents"]
    assert (response.status_code, kept(tmp_path), DeskRun.objects.count()) == (422, [], 0)
    assert says in error


def test_no_file_at_all_gets_a_sentence(at_desk: Client) -> None:
    assert (
        "Please choose a file, or paste an address." in at_desk.post("/desk/", {}).content.decode()
    )


def test_a_huge_upload_is_not_kept_while_it_arrives(
    at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = []
    real = uploads.SizeLimit.receive_data_chunk

    def counting(self: Any, raw_data: bytes, start: int) -> bytes:
        received.append(len(raw_data))
        return real(self, raw_data, start)

    monkeypatch.setattr(uploads.SizeLimit, "receive_data_chunk", counting)
    monkeypatch.setattr(uploads, "MAX_FILE_BYTES", 1_000_000)
    page = upload(at_desk, b"x" * 8_000_000)
    assert page.status_code == 422 and "This is larger than" in page.content.decode()
    assert sum(received) < 1_200_000


def test_an_upload_needs_the_token_of_its_form(stefan: Member, settings: Any, walks: bytes) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    client = Client(enforce_csrf_checks=True)
    client.force_login(stefan)
    assert upload(client, walks).status_code == 403


def draft(title: str) -> Article:
    return create_article(title=title, body_html="<p>Words.</p>")


def titles(client: Client, query: str = "") -> list[str]:
    return [article.title for article in client.get(f"/desk/{query}").context["list"].articles]


def test_drafts_come_first_then_the_newest(at_desk: Client) -> None:
    first, second, third = draft("One"), draft("Two"), draft("Three")
    for article in (second, third):
        publish_article(article=article)
    assert titles(at_desk) == ["One", "Three", "Two"]
    assert first.state == "draft"


def test_the_list_is_narrowed_by_state_and_title(at_desk: Client) -> None:
    draft("Sleep")
    publish_article(article=draft("Sleeping well"))
    assert titles(at_desk, "?state=published") == ["Sleeping well"]
    assert titles(at_desk, "?title=sleep") == ["Sleep", "Sleeping well"]
    assert titles(at_desk, "?title=sleep&state=draft") == ["Sleep"]
    assert titles(at_desk, "?title=nothing") == []
    assert len(titles(at_desk, "?state=nonsense&after=x.y")) == 2


def test_pages_of_the_list_show_everything_once(
    at_desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "LIST_LENGTH", 3)
    for number in range(8):
        article = draft(f"Article {number}")
        if number % 2:
            publish_article(article=article)
    seen, query = [], ""
    while True:
        page = at_desk.get(f"/desk/{query}").context["list"]
        seen += [article.title for article in page.articles]
        if not (query := page.more):
            break
    assert seen == [f"Article {n}" for n in (6, 4, 2, 0, 7, 5, 3, 1)]


def test_the_desk_takes_as_many_queries_for_many_articles_as_for_few(
    at_desk: Client, walks: bytes, bring_in: Any, django_assert_num_queries: Any
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def a_run(number: int) -> None:
        upload(at_desk, f"Article number {number}\n\n".encode() + walks)
        at_desk.post(
            f"/desk/runs/{DeskRun.objects.latest('pk').pk}/1/", {"title": f"Walks {number}"}
        )
        bring_in(f"Another number {number}\n\n".encode() + walks)

    a_run(1)
    at_desk.get("/desk/")
    with CaptureQueriesContext(connection) as few:
        at_desk.get("/desk/")
    count = len(few)
    for number in range(2, 8):
        a_run(number)
    at_desk.get("/desk/")  # shows the messages
    with django_assert_num_queries(count):
        page = at_desk.get("/desk/")
    assert len(page.context["list"].articles) == 14
    assert [run.brought for run in page.context["imports"]] == [1] * 7
    assert [run.found for run in page.context["runs"]] == [1] * 7
