"""The formats: which one takes a document, and what is said when none does."""

from types import SimpleNamespace

import pytest

from articles.importing import formats
from articles.importing.formats import text
from articles.importing.reading import MAX_FILE_BYTES
from articles.importing.records import ParseError

PAGE = b"Warm water\n\nIt helps.\n"


def test_text_is_taken_whatever_the_file_is_called() -> None:
    assert formats.choose(PAGE, "page") is text
    assert formats.choose(PAGE, "page.TXT") is text


def test_a_format_can_be_named() -> None:
    assert formats.choose(b"<p>Warm water", "page.html", "text") is text


def test_a_name_of_no_format_is_answered_with_the_names_there_are() -> None:
    with pytest.raises(ParseError, match="no format named 'odt'; choose one of auto, .*text"):
        formats.choose(PAGE, "page.txt", "odt")


@pytest.mark.parametrize(
    "data",
    [b'{"version": 1}', b"PK\x03\x04", b"%PDF-1.7",
     b'  [{"a": 1}]', b"\x1f\x8b\x08"],
)  # fmt: skip
def test_what_is_in_another_format_is_not_taken_for_text(data: bytes) -> None:
    with pytest.raises(ParseError, match="none of the formats that can be read here"):
        formats.choose(data, "page.txt")


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfeW\x00", b"\xfe\xff\x00W", b"caf\xe9", b"[Video] Warm water", b"<3 water"],
)
def test_a_damaged_text_is_taken_so_that_it_is_said_what_is_wrong(data: bytes) -> None:
    assert formats.choose(data, "page.txt") is text


def test_what_holds_zeros_is_taken_only_by_its_ending() -> None:
    assert text.detect(b"a\0b", "page.txt")
    assert not text.detect(b"a\0b", "page")


def test_a_format_is_known_under_its_own_name() -> None:
    assert [known.name for known in formats.FORMATS] == [
        known.module.NAME for known in formats.FORMATS
    ]


def test_a_file_may_be_as_large_as_the_largest_document() -> None:
    assert max(known.module.MAX_BYTES for known in formats.FORMATS) == MAX_FILE_BYTES


def test_the_first_format_that_takes_a_document_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Choosy:
        NAME = "choosy"
        EXTENSIONS = (".chy",)
        MAX_BYTES = 1_000
        parse = staticmethod(text.parse)

        @staticmethod
        def detect(data: bytes, filename: str) -> bool:
            return data.startswith(b"choosy")

    known = [SimpleNamespace(name=each.NAME, module=each) for each in (Choosy, text)]
    monkeypatch.setattr(formats, "FORMATS", known)
    assert formats.choose(b"choosy", "a.txt") is Choosy
    assert formats.choose(PAGE, "a.txt") is text
    assert formats.format_names() == ["auto", "choosy", "text"]
    assert formats.extensions() == (".chy", ".txt")
