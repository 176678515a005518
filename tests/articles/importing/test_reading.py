"""Sources become documents or problems; nothing is read that is too large or might block."""

import gzip
import io
import os
import zipfile
from pathlib import Path

import pytest

from articles.importing import reading
from articles.importing.formats import choose, extensions, text
from articles.importing.reading import MAX_FILE_BYTES, Document, Problem, read_sources
from articles.importing.records import ParseError
from common.net import Fetched


def names(sources: list[Path | str]) -> list[str]:
    """The names of the documents behind the sources."""
    found = list(read_sources([str(source) for source in sources]))
    return [one.name if isinstance(one, Document) else f"! {one.reason}" for one in found]


def problem(source: Path | str) -> Problem:
    """The one problem that a source gives."""
    (found,) = read_sources([str(source)])
    assert isinstance(found, Problem)
    assert found.line is None
    return found


def test_a_file_is_read_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "page.text"
    file.write_bytes(b"Warm water")
    assert list(read_sources([str(file)])) == [Document(str(file), b"Warm water")]


def test_a_folder_is_read_sorted_with_its_folders_and_without_what_is_hidden(
    tmp_path: Path,
) -> None:
    for name in ("b.txt", "a.TXT", "c.pdf", ".hidden.txt", "inner/d.txt", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Warm water")
    assert names([tmp_path]) == [str(tmp_path / name) for name in ("a.TXT", "b.txt", "inner/d.txt")]


def test_sources_come_in_the_order_they_were_given(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("b.txt", "a.txt")]
    for file in files:
        file.write_text("Warm water")
    assert names([*files]) == [str(file) for file in files]


def test_links_that_lead_in_a_circle_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Warm water")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names([tmp_path]) == [str(tmp_path / "a.txt")]


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Warm water")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert names([tmp_path / "b.txt"]) == [str(tmp_path / "b.txt")]


def test_a_link_that_leads_nowhere_is_a_problem_and_the_rest_comes_in(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text("Warm water")
    first, second = names([tmp_path])
    assert first == "! There is no such file; check the name and try again."
    assert second == str(tmp_path / "b.txt")


def test_a_folder_without_documents_says_so(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("Warm water")
    assert problem(tmp_path) == Problem(
        str(tmp_path),
        None,
        f"There are no documents ({' or '.join(extensions())}) in this folder; give another.",
    )


def test_a_path_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    assert problem(tmp_path / "no.txt").reason.startswith("There is no such file")


@pytest.mark.parametrize("name", ["no\0file.txt", "n" * 5000])
def test_a_name_that_no_file_can_have_is_a_problem(name: str) -> None:
    assert problem(name).reason.endswith("try again.")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("Warm water")
    monkeypatch.setattr(reading.os, "open", refuse)
    assert problem(tmp_path / "a.txt").reason == (
        "This file may not be read; ask its owner for leave and try again."
    )


def test_a_folder_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(reading.os, "scandir", refuse)
    assert problem(tmp_path).reason == (
        "This folder may not be read; ask its owner for leave and try again."
    )


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problem(tmp_path / "a.txt").reason.startswith("This is not an ordinary file")


def test_a_device_is_refused() -> None:
    assert problem("/dev/zero").reason.startswith("This is not an ordinary file")


def test_an_address_is_fetched_and_named_after_where_it_led(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = Fetched(
        content=b"Warm water", address="https://example.org/b", content_type="text/plain"
    )
    monkeypatch.setattr(reading, "fetch", lambda address: found)
    [document] = read_sources(["HTTPS://example.org/a"])
    assert document == Document("https://example.org/b", b"Warm water", "https://example.org/b")


@pytest.mark.parametrize("address", ["ftp://x/a.txt", "http://127.0.0.1/", "http://[::1]/a"])
def test_an_address_that_is_not_fetched_is_a_problem_with_its_reason(address: str) -> None:
    found = problem(address)
    assert found.source == address and found.reason.endswith(".")


def archive(**members: bytes) -> bytes:
    """A zip archive; in names, "__" stands for a dot and "___" for a slash."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("___", "/").replace("__", "."), data)
    return target.getvalue()


def test_documents_in_an_archive_are_read_and_named_after_both(tmp_path: Path) -> None:
    file = tmp_path / "site.zip"
    file.write_bytes(archive(a__txt=b"A", in___b__TXT=b"B", picture__png=b"\x89PNG"))
    assert names([file]) == [f"{file}/a.txt", f"{file}/in/b.TXT"]
    assert names([tmp_path]) == names([file])


def test_an_archive_without_documents_says_so(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(archive(word___document__png=b"x"))
    assert problem(file).reason.startswith("There are no documents (")


def test_a_gzipped_document_is_read_under_its_own_name(tmp_path: Path) -> None:
    file = tmp_path / "a.txt.gz"
    file.write_bytes(gzip.compress(b"Warm water"))
    [document] = read_sources([str(file)])
    assert document == Document(str(tmp_path / "a.txt"), b"Warm water")


def test_a_bomb_is_unpacked_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 1024 * 1024)
    bomb = b"0" * 50_000_000
    for name, data in (("a.zip", archive(a__txt=bomb)), ("a.gz", gzip.compress(bomb))):
        (tmp_path / name).write_bytes(data)
        assert problem(tmp_path / name).reason == (
            "Unpacked, it is larger than 1 MB; give parts of it."
        )


def test_max_document_bytes_is_kept_to_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(MAX_FILE_BYTES + 1)
    monkeypatch.setattr(reading, "Document", None)
    assert problem(file).reason.startswith(f"This is larger than {MAX_FILE_BYTES // 2**20} MB")


def test_a_document_of_just_the_limit_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 10)
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * 10)
    assert names([file]) == [str(file)]


def test_each_format_has_its_own_limit() -> None:
    with pytest.raises(ParseError, match="larger than 5 MB"):
        choose(b"x" * (text.MAX_BYTES + 1), "large.txt")


def test_a_file_that_hides_its_size_is_read_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_BYTES", 10)
    assert problem("/proc/self/status").reason.startswith("This is larger than")


def test_max_folder_files_stops_a_disk_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_FOLDER_FILES", 2)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Warm water")
    *read, last = names([tmp_path])
    assert read == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert last == "! The folder has more than 2 documents; give parts of it."


def test_a_folder_of_any_depth_is_read(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("Warm water")
    assert names([tmp_path]) == [str(deep / "a.txt")]


def test_a_name_in_no_encoding_can_be_printed(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(odd, "wb") as file:
        file.write(b"Warm water")
    (found,) = read_sources([os.fsdecode(odd)])
    assert isinstance(found, Document)
    assert found.name.encode().endswith("\ufffd.txt".encode())
