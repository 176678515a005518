"""Archives: what is packed comes out within limits, and nothing else happens."""

import gzip
import io
import zipfile

import pytest

from articles.importing import archives
from articles.importing.archives import gunzip, read_archive
from articles.importing.records import ParseError

ENDINGS = (".txt",)


def packed(names: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return target.getvalue()


def found(data: bytes, most: int = 1000) -> list[tuple[str, object]]:
    return [
        (name, str(one) if isinstance(one, ParseError) else one)
        for name, one in read_archive(data, ENDINGS, most)
    ]


def test_documents_alone_are_read_and_names_are_only_shown() -> None:
    data = packed(
        {
            "../../etc/a.txt": b"A", "C:\\b.TXT": b"B", "c.png": b"C", ".hidden.txt": b"D",
            "__MACOSX/._a.txt": b"E", "folder.txt/": b"",
        }
    )  # fmt: skip
    assert found(data) == [("../../etc/a.txt", b"A"), ("C:/b.TXT", b"B")]


def test_a_member_that_is_too_large_is_a_problem_of_its_own() -> None:
    [large, small] = found(packed({"a.txt": b"0" * 2_000_000, "b.txt": b"B"}))
    assert str(large[1]).startswith("Unpacked, it is larger than") and small == ("b.txt", b"B")


def test_max_members_of_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 2)
    with pytest.raises(ParseError, match="more than 2 documents"):
        found(packed({f"{n}.txt": b"x" for n in range(3)}))


def test_max_unpacked_bytes_of_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 2500)
    with pytest.raises(ParseError, match="Unpacked, this archive has more than"):
        found(packed({f"{n}.txt": b"x" * 900 for n in range(9)}))


def test_an_encrypted_member_says_what_to_do() -> None:
    data = bytearray(packed({"a.txt": b"secret"}, zipfile.ZIP_STORED))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(mark) + (6 if mark.endswith(b"\x04") else 8)
        data[place] |= 1
    assert found(bytes(data)) == [
        ("a.txt", "It is encrypted; pack it without a password and try again.")
    ]


@pytest.mark.parametrize("cut", [4, 20, 60, -30, -1])
def test_a_damaged_archive_is_one_sentence(cut: int) -> None:
    data = packed({"a.txt": b"Warm water " * 50})
    with pytest.raises(ParseError, match="damaged"):
        found(data[:cut])


def test_flipped_bytes_never_end_in_anything_but_a_sentence() -> None:
    data = packed({"a.txt": b"Warm water " * 50, "b.txt": b"Cold water"})
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 0xFF
        try:
            list(read_archive(bytes(broken), ENDINGS, 10_000))
        except ParseError as error:
            assert error.reason.endswith(".")


def test_gzip_is_unpacked_and_its_end_is_looked_for() -> None:
    data = gzip.compress(b"Warm water")
    assert gunzip(data, 100) == b"Warm water"
    with pytest.raises(ParseError, match="ends in the middle"):
        gunzip(data[:-4], 100)
    with pytest.raises(ParseError, match="damaged"):
        gunzip(data[:4] + b"\xff" * 30, 100)
    with pytest.raises(ParseError, match="larger than"):
        gunzip(gzip.compress(b"0" * 10_000_000), 1000)
