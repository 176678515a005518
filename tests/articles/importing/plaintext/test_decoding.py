"""From bytes to text: two encodings, no guessing, and the place of what is wrong."""

import pytest

from articles.importing.plaintext import decoding
from articles.importing.plaintext.decoding import MAX_DOCUMENT_BYTES, MAX_LINES, decode
from articles.importing.records import ParseError


def refused(data: bytes) -> tuple[int | None, int | None, str]:
    """Line, column and reason of a refusal."""
    with pytest.raises(ParseError) as caught:
        decode(data)
    return caught.value.line, caught.value.column, caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_without_its_byte_order_mark(encoding: str) -> None:
    assert decode("Wärme – “hilft”…\n".encode(encoding)) == "Wärme – “hilft”…\n"


def test_big_endian_text_is_read() -> None:
    assert decode(b"\xfe\xff" + "Warm".encode("utf-16-be")) == "Warm"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_wrong_encoding_is_refused_with_its_place(end: bytes) -> None:
    data = b"Warm water" + end + end + b"It is caf\xe9 au lait."
    assert refused(data) == (3, 10, "The text is not in UTF-8; save it as UTF-8 and try again.")


def test_a_utf_16_text_that_is_cut_off_is_refused() -> None:
    assert refused(b"\xff\xfeW\x00\n\x00a") == (
        2, 1, "The text is not in UTF-16; save it as UTF-8 and try again."
    )  # fmt: skip


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_signs_are_refused_with_their_place(sign: str) -> None:
    reason = "This is not plain text; save the page as text (UTF-8) and try again."
    assert refused(f"Warm water\n\nIt{sign} helps".encode()) == (3, 3, reason)


def test_an_encoding_of_four_bytes_is_not_taken_for_text() -> None:
    assert refused("Warm".encode("utf-32"))[2].startswith("This is not plain text")


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", "\u200b\ufeff\u00a0\u2028".encode()])
def test_a_text_with_nothing_to_see_is_refused(data: bytes) -> None:
    assert refused(data) == (
        None, None, "There is no text in this document; save the page again and try again."
    )  # fmt: skip


def test_tabs_and_form_feeds_are_text() -> None:
    assert decode(b"a\tb\x0cc\x0bd") == "a\tb\x0cc\x0bd"


def test_max_document_bytes_is_kept_to() -> None:
    assert decode(b"x" * MAX_DOCUMENT_BYTES)
    assert refused(b"x" * (MAX_DOCUMENT_BYTES + 1))[2].startswith("This is larger than 5 MB")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028"])
def test_max_lines_is_kept_to_whatever_ends_a_line(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "MAX_LINES", 3)
    assert decode(f"a{end}b{end}c".encode())
    assert refused(f"a{end}b{end}c{end}".encode())[2].startswith("This has more than 3 lines")


def test_max_lines_holds_the_longest_thread_known_and_no_more() -> None:
    comments = "\n".join(f"{number}. Me too.\n\n" for number in range(MAX_LINES // 3))
    assert decode(comments.encode())
    assert refused(f"{comments}\n".encode())[2] == (
        f"This has more than {MAX_LINES:,} lines, which is more than a saved page has; "
        "save the article alone as text and try again."
    )
