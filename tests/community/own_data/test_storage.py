"""Which letters in the folder for mail go with an erasure."""

from pathlib import Path

import pytest
from django.conf import settings

from community.members.signing_in.mail import MOVED_TO
from community.own_data.names import Kind, Name, Names
from community.own_data.storage import scrub_files


@pytest.fixture(autouse=True)
def _mail_goes_into_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "EMAIL_FILE_PATH", str(tmp_path), raising=False)


def letter(folder: Path, name: str, to: str, text: str, **heads: str) -> None:
    """A letter in the folder for mail."""
    lines = [f"To: {to}", "Subject: x", *(f"{key}: {value}" for key, value in heads.items())]
    (folder / name).write_text("\n".join([*lines, "", text]))


def test_letters_to_earlier_addresses_go_too(tmp_path: Path) -> None:
    first, second, third = (f"{name}@people.example" for name in ("first", "second", "third"))
    letter(tmp_path, "1.log", first, "Moved", **{MOVED_TO: second})
    letter(tmp_path, "2.log", second, "Moved", **{MOVED_TO: third})
    letter(tmp_path, "code.log", f"Violet <{first}>", "Your code")
    letter(tmp_path, "bob.log", "bob@people.example", "Hello")
    letter(tmp_path, "ann.log", "ann@people.example", "Moved", **{MOVED_TO: "bob@people.example"})
    assert scrub_files([third]) == 3
    assert {file.name for file in tmp_path.iterdir()} == {"bob.log", "ann.log"}


def test_a_short_name_takes_no_letters_of_others(tmp_path: Path) -> None:
    letter(tmp_path, "greeting.log", "old@people.example", "Hello Rest,\n\nNews")
    letter(tmp_path, "news.log", "bob@people.example", "Rest answered you, “Sleep”.")
    letter(tmp_path, "word.log", "bob@people.example", "Rest helps me, and I wrestle.")
    letter(tmp_path, "alike.log", "arest@people.example", "Hello Restless,\n\nx")
    names = Names([Name("Rest", Kind.WORD), Name("")])
    assert scrub_files(["rest@people.example"], names) == 2
    assert {file.name for file in tmp_path.iterdir()} == {"word.log", "alike.log"}


def test_an_address_within_a_longer_one_is_another(tmp_path: Path) -> None:
    letter(tmp_path, "other.log", "bob@people.example", "Write to joann@people.example.")
    letter(tmp_path, "own.log", "bob@people.example", "Write to ann@people.example.")
    assert scrub_files(["ann@people.example"]) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["other.log"]


def test_who_left_no_address_takes_only_letters_about_the_comment(tmp_path: Path) -> None:
    letter(tmp_path, "about.log", "bob@people.example", "https://x.example/comments/5/")
    letter(tmp_path, "other.log", "bob@people.example", "https://x.example/comments/55/")
    assert scrub_files([""], links=["/comments/5/"]) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["other.log"]
