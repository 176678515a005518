"""manage.py import_articles, from the file to the rows."""

import io
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connections

from articles.models import Article, ImportRun
from community.desk import importing, old_comments
from community.desk.actions import edit_article, withdraw_article
from community.desk.models import DeskLogEntry
from community.desk.results import ImportResult, Options
from community.management.commands.import_articles import WIDTH, bar_of
from community.outbox.models import OutboxEvent
from community.threads.models import Comment, Thread

KEYS = [
    "format", "created", "updated", "unchanged", "skipped",
    "comments_created", "comments_unchanged", "comments_skipped", "problems",
]  # fmt: skip

NEW_COMMENT = "\n3. I start tomorrow, with my neighbour and her dog.\n"

Run = Callable[..., tuple[int, dict[str, Any]]]


def rows() -> dict[str, int]:
    """How many rows every table of ours has."""
    ours = [m for app in ("articles", "community") for m in apps.get_app_config(app).get_models()]
    return {model.__name__: model._default_manager.count() for model in ours}


def counts(result: dict[str, Any]) -> dict[str, int]:
    """The counts that are not 0."""
    return {name: n for name, n in result.items() if isinstance(n, int) and n}


def test_a_document_comes_in_as_a_draft_with_its_comments(run: Run, walks: Path) -> None:
    code, result = run(walks)
    assert (code, list(result), result["problems"]) == (0, KEYS, [])
    assert counts(result) == {"created": 1, "comments_created": 4}
    article = Article.objects.get()
    assert (article.state, article.comment_count) == ("draft", 4)
    assert article.desk_log.get().act == DeskLogEntry.Act.IMPORTED


def test_the_same_document_again_changes_nothing_at_all(run: Run, walks: Path) -> None:
    run(walks, "--publish")
    tables, versions = rows(), [Article.objects.get().version, Thread.objects.get().version]
    code, result = run(walks, "--publish")
    assert (code, counts(result)) == (0, {"unchanged": 1, "comments_unchanged": 4})
    assert rows() == tables
    assert [Article.objects.get().version, Thread.objects.get().version] == versions


def test_published_documents_are_told_of_once(run: Run, walks: Path) -> None:
    run(walks, "--publish")
    run(walks, "--publish")
    assert Article.objects.get().is_published
    assert OutboxEvent.objects.filter(kind="article_published").count() == 1


def test_a_withdrawn_article_stays_withdrawn(run: Run, walks: Path) -> None:
    run(walks, "--publish")
    withdraw_article(article=Article.objects.get(), editor=None, note="It was wrong.")
    run(walks, "--publish")
    assert Article.objects.get().state == "withdrawn"


def test_comments_keep_their_nesting_and_their_words(run: Run, walks: Path) -> None:
    run(walks)
    found = Comment.objects.order_by("path").values_list(
        "body", "depth", "path", "visible_below", "author_name"
    )
    assert list(found) == [
        ("I tried it and it helped me more than any pill did.", 0, "000001", 2, "Reader"),
        ("How long did you walk on the first day?", 1, "000001000002", 1, "Reader"),
        ("To the gate and back, no further.", 2, "000001000002000003", 0, "Reader"),
        ("Not for me, my knees hurt too much.", 0, "000004", 0, "Reader"),
    ]
    assert all(c.is_imported and not c.is_dated for c in Comment.objects.all())


def test_a_comment_that_is_new_at_the_source_comes_in_once(run: Run, walks: Path) -> None:
    run(walks)
    walks.write_text(walks.read_text() + NEW_COMMENT)
    _, result = run(walks)
    assert counts(result) == {"unchanged": 1, "comments_created": 1, "comments_unchanged": 4}
    _, result = run(walks)
    assert counts(result) == {"unchanged": 1, "comments_unchanged": 5}
    assert (Comment.objects.count(), Article.objects.get().comment_count) == (5, 5)


def test_a_newer_text_replaces_the_older_one(run: Run, walks: Path) -> None:
    run(walks)
    walks.write_text(walks.read_text().replace("Ten minutes", "Twelve minutes"))
    _, result = run(walks)
    assert counts(result) == {"updated": 1, "comments_unchanged": 4}
    assert "Twelve minutes" in Article.objects.get().body_html


def test_an_article_edited_here_is_skipped_and_said_so(run: Run, walks: Path) -> None:
    run(walks)
    edit_article(article=Article.objects.get(), editor=None, title="Walks")
    newer = walks.read_text().replace("Ten minutes", "Twelve minutes")
    walks.write_text(newer + NEW_COMMENT)
    code, result = run(walks)
    assert code == 0
    assert counts(result) == {"skipped": 1, "comments_created": 1, "comments_unchanged": 4}
    assert result["problems"][0]["source"] == str(walks)
    assert (Article.objects.get().title, "Ten" in Article.objects.get().body_html) == (
        "Walks",
        True,
    )


def test_a_rehearsal_counts_and_stores_nothing(run: Run, walks: Path) -> None:
    before = rows()
    _, result = run(walks, "--dry-run", "--publish")
    assert counts(result) == {"created": 1, "comments_created": 4}
    assert rows() == before


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 50 * 1024 * 1024)


BAD: dict[str, Callable[[Path], object]] = {
    "empty.txt": lambda path: path.write_bytes(b""),
    "blank.txt": lambda path: path.write_bytes(b" \n\n \t\n"),
    "binary.txt": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "latin.txt": lambda path: path.write_bytes("Müde\n\nEin müder Satz.\n".encode("latin-1")),
    "huge.txt": sparse,
    "title-alone.txt": lambda path: path.write_text("A title and nothing below it\n"),
    "no-title.txt": lambda path: path.write_text("Words " * 400 + "\n\nMore words.\n"),
    "empty-folder": lambda path: path.mkdir(),
    "missing.txt": lambda path: None,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_gets_one_sentence_and_stores_nothing(
    run: Run, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    source = tmp_path / name
    BAD[name](source)
    before = rows()
    code, result = run(source)
    assert (code, counts(result), rows()) == (1, {}, before)
    [problem] = result["problems"]
    assert list(problem) == ["source", "line", "reason"]
    assert (problem["source"], problem["reason"][-1]) == (str(source), ".")

    with pytest.raises(SystemExit, match="1"):
        call_command("import_articles", str(source))
    error = capsys.readouterr().err.strip()
    place = f", line {problem['line']}" if problem["line"] else ""
    assert error == f"{source}{place}: {problem['reason']}"


@pytest.mark.parametrize("name", ["binary.txt", "latin.txt", "title-alone.txt"])
def test_the_sentence_names_the_line_where_there_is_one(
    run: Run, tmp_path: Path, name: str
) -> None:
    BAD[name](tmp_path / name)
    assert run(tmp_path / name)[1]["problems"][0]["line"] in (1, 3)


def test_good_documents_beside_a_bad_one_come_in(run: Run, walks: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").touch()
    code, result = run(tmp_path)
    assert (code, counts(result)) == (1, {"created": 1, "comments_created": 4})
    assert [Path(problem["source"]).name for problem in result["problems"]] == ["bad.txt"]


def test_a_text_that_is_too_long_to_clean_is_a_problem_and_no_crash(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("A title\n\n" + "\n\n".join(["Many words in a row, again. " * 30] * 300))
    before = rows()
    code, result = run(file)
    assert (code, len(result["problems"]), rows()) == (1, 1, before)


def test_an_import_that_dies_half_way_leaves_nothing_and_is_finished_by_the_next(
    run: Run, walks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows()
    with monkeypatch.context() as broken:
        broken.setattr(importing, "import_comments", lambda *given: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            call_command("import_articles", str(walks))
    assert rows() == before
    assert counts(run(walks)[1]) == {"created": 1, "comments_created": 4}


def test_what_is_undone_by_a_race_is_counted_once(
    run: Run, walks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = importing.import_comments, []

    def first_time_too_late(*given: Any) -> Any:
        calls.append(given)
        if len(calls) == 1:
            raise IntegrityError
        return real(*given)

    monkeypatch.setattr(importing, "import_comments", first_time_too_late)
    assert counts(run(walks)[1]) == {"created": 1, "comments_created": 4}
    assert (len(calls), ImportRun.objects.count(), Comment.objects.count()) == (2, 1, 4)


@pytest.mark.django_db(transaction=True)
def test_the_same_document_four_times_at_once_is_one_article(walks: Path) -> None:
    barrier, results = threading.Barrier(4), []

    def work() -> None:
        try:
            barrier.wait(timeout=30)
            found = list(importing.import_sources([str(walks)], Options(publish=True)))
            results.append(found[-1][1])
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert sorted(r.created for r in results) == [0, 0, 0, 1]
    assert sorted(r.comments_created for r in results) == [0, 0, 0, 4]
    assert (Article.objects.count(), Comment.objects.count()) == (1, 4)
    assert (ImportRun.objects.count(), Thread.objects.get().comment_count) == (1, 4)
    assert OutboxEvent.objects.filter(kind="article_published").count() == 1


@pytest.mark.seeds
def test_the_founding_documents_come_in_exactly(run: Run, seeds_folder: Path) -> None:
    files = sorted(seeds_folder.glob("*.txt"))
    code, result = run(*files, "--publish")
    assert (code, counts(result)) == (0, {"created": 2, "comments_created": 4})
    glial, therapies = Article.objects.order_by("title")
    assert glial.title == (
        "Activation of glial cells causes inflammation in the brain of fibromyalgia patients"
    )
    assert (glial.body_html.count("<p>"), glial.comment_count) == (8, 0)
    assert glial.source_url.startswith("https://ki.se/")
    assert therapies.title == "Therapies for fibromyalgia may be on the horizon"
    body = therapies.body_html
    assert (body.count("<p>"), body.count("<h2>"), therapies.source_url) == (12, 2, "")
    assert list(Comment.objects.order_by("path").values_list("depth", flat=True)) == [0, 1, 0, 0]
    for unwanted in ("opinions", "Please enter", "You might also like", "Subscribe", "Azthena"):
        assert unwanted not in glial.body_html + body

    code, result = run(*files, "--publish")
    assert (code, counts(result)) == (0, {"unchanged": 2, "comments_unchanged": 4})


def test_a_progress_bar_is_for_terminals_only(
    walks: Path, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = io.StringIO()
    call_command("import_articles", str(walks), stderr=errors)
    assert errors.getvalue() == ""
    assert "created: 1" in capsys.readouterr().out


def test_the_bar_tells_how_much_of_what_is_known_is_done() -> None:
    result = ImportResult(source="site.xml", pieces=20_000, pieces_done=5_000)
    assert bar_of(result).rstrip() == "[#####               ]  25 %  5,000 of 20,000  site.xml"
    assert len(bar_of(ImportResult(source="x" * 200, pieces=1))) == WIDTH
    assert bar_of(ImportResult()).startswith("[####################] 100 %")


def test_whoever_waits_hears_of_every_slice_and_of_the_end(
    walks: Path, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(old_comments, "SLICE", 2)
    heard: list[tuple[int, int]] = []
    options = Options(on_progress=lambda one: heard.append((one.pieces_done, one.pieces)))
    list(importing.import_sources([str(walks)], options))
    assert heard[-1] == (5, 5) and len(heard) >= 3
    assert heard == sorted(heard)
