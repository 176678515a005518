"""Damaged text of exports is mended and counted; lines and columns stay where they were."""

import pytest

from articles.importing.exports.decoding import XmlText, head_text
from articles.importing.records import ParseError


def read(data: bytes) -> tuple[str, int, int]:
    """The text, how many characters were removed, how many bytes guessed."""
    text = XmlText(data)
    return "".join(text), text.removed, text.guessed


def test_control_characters_go_and_are_counted() -> None:
    assert read(b"<a>\x01b\x0bc\t\r\n\x00</a>") == ("<a>bc\t\r\n</a>", 3, 0)
    assert read("<a>\ufffe\uffffä</a>".encode()) == ("<a>ä</a>", 2, 0)


@pytest.mark.parametrize("reference", ["&#0;", "&#x1;", "&#X1f;", "&#011;", "&#xFFFE;", "&#xD800;"])
def test_references_to_them_go_too(reference: str) -> None:
    assert read(f"<a>{reference}b</a>".encode()) == ("<a>b</a>", 1, 0)


@pytest.mark.parametrize("reference", ["&#9;", "&#x0A;", "&#13;", "&#32;", "&#x1F600;", "&#130;"])
def test_other_references_stay(reference: str) -> None:
    assert read(reference.encode()) == (reference, 0, 0)


def test_a_reference_between_two_pieces_is_found() -> None:
    for before in range(65_520, 65_540):
        text, removed, _ = read(b"x" * before + b"&#x1;y")
        assert (text, removed) == ("x" * before + "y", 1)


def test_single_bytes_are_read_as_windows_1252() -> None:
    assert read(b"caf\xe9 \x93so\x94 caf\xc3\xa9") == ("café “so” café", 0, 3)


def test_a_letter_between_two_pieces_is_no_damage() -> None:
    for before in range(65_530, 65_540):
        assert read(b"x" * before + "€".encode())[1:] == (0, 0)


def test_a_declaration_is_blanked_out_so_that_blank_lines_may_stand_before_it() -> None:
    text, _, _ = read(b'\n <?xml version="1.0"\nencoding="utf-8"?><a/>')
    assert text.strip() == "<a/>"
    assert text.count("\n") == 2
    assert text.split("\n")[2] == " " * len('encoding="utf-8"?>') + "<a/>"


@pytest.mark.parametrize(
    ("declared", "read_as"),
    [("UTF-8", "utf-8"), ("ISO-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("utf-16", "utf-8"),
     ("us-ascii", "utf-8"), ("Shift_JIS", "shift_jis"), ("KOI8-R", "koi8-r")],
)  # fmt: skip
def test_the_declared_encoding_is_read(declared: str, read_as: str) -> None:
    assert XmlText(f'<?xml version="1.0" encoding="{declared}"?>'.encode()).encoding == read_as


@pytest.mark.parametrize("name", ["utf-7", "rot13", "idna", "base64", "klingon", "zlib"])
def test_an_encoding_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ParseError, match="which is not known here"):
        XmlText(f"<?xml version='1.0' encoding='{name}'?><a/>".encode())
    assert "<a/>" in head_text(f"<?xml version='1.0' encoding='{name}'?><a/>".encode())


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("<a>b&c=1&d;e</a>", "<a>b&amp;c=1&amp;d;e</a>"),
        ("<a>&amp;&lt;&#8217;&#x1F600;</a>", "<a>&amp;&lt;&#8217;&#x1F600;</a>"),
        ("<a>&nbsp;&hellip;</a>", "<a>&#160;&#8230;</a>"),
        ("<![CDATA[a&b &nbsp; <!-- ]]>&c", "<![CDATA[a&b &nbsp; <!-- ]]>&amp;c"),
        ("<!-- a&b ]]> <![CDATA[ -->&c", "<!-- a&b ]]> <![CDATA[ -->&amp;c"),
    ],
)
def test_a_bare_sign_and_names_of_html_are_mended_outside_of_words(
    written: str, mended: str
) -> None:
    assert read(written.encode())[0] == mended


def test_marks_between_two_pieces_are_found() -> None:
    words = "<![CDATA[a&b]]>&c<!--d&e-->"
    for before in range(65_500, 65_540):
        text = read(b"x" * before + words.encode())[0]
        assert text == "x" * before + "<![CDATA[a&b]]>&amp;c<!--d&e-->"
