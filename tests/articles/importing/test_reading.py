"""Sources become documents or problems; nothing is read that is too large or might block."""

import os
from pathlib import Path

import pytest

from articles.importing import reading
from articles.importing.formats import extensions
from articles.importing.plaintext.decoding import MAX_DOCUMENT_BYTES
from articles.importing.reading import Document, Problem, read_sources


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


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "HTTP://example.org", "ftp://x/a.txt"]
)
def test_an_address_is_not_read_from_here_yet(address: str) -> None:
    assert problem(address) == Problem(
        address,
        None,
        "This is an address, and addresses are not read from here yet. "
        "Save the page as text and give the file.",
    )


def test_max_document_bytes_is_kept_to_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as large:
        large.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(reading, "Document", None)
    assert problem(file).reason.startswith("This is larger than 5 MB")


def test_a_document_of_just_the_limit_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * MAX_DOCUMENT_BYTES)
    assert names([file]) == [str(file)]


def test_a_file_that_hides_its_size_is_read_no_further_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_DOCUMENT_BYTES", 10)
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
