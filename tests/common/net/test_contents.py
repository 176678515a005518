"""Content is counted before and after it is decompressed, and reading stops at the cap."""

import gzip
import zlib

import pytest

from common.net import FetchFailed, fetch
from tests.common.net.sites import page, slowly

CAP = 100_000


@pytest.fixture
def read(site, memory):
    def read_answer(answer):
        site.pages["/"] = answer
        return fetch(site.address(), rules=site.rules(max_bytes=CAP), memory=memory).content

    return read_answer


def head(*headers):
    return "\r\n".join(["HTTP/1.1 200 OK", *headers, "", ""]).encode()


def packed(content, encoding="gzip"):
    return page(content, f"Content-Encoding: {encoding}")


def chunked(*pieces):
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


def test_content_of_just_the_cap_is_read_and_one_byte_more_is_not(read):
    assert read(page(b"x" * CAP)) == b"x" * CAP
    with pytest.raises(FetchFailed, match="larger than 100,000 bytes"):
        read(page(b"x" * (CAP + 1)))


def test_content_without_a_length_ends_with_the_connection(read):
    assert read(head() + b"x" * CAP) == b"x" * CAP
    with pytest.raises(FetchFailed, match="larger"):
        read(head() + b"x" * (CAP + 1))


def test_content_in_chunks_is_read_and_counted(read):
    start = head("Transfer-Encoding: chunked")
    assert read(start + chunked(b"wo", b"rds")) == b"words"
    with pytest.raises(FetchFailed, match="larger"):
        read(start + chunked(b"x" * CAP, b"x"))


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP"])
def test_compressed_content_is_counted_as_it_will_be(read, encoding):
    assert read(packed(gzip.compress(b"x" * CAP), encoding)) == b"x" * CAP
    with pytest.raises(FetchFailed, match="larger"):
        read(packed(gzip.compress(b"x" * (CAP + 1)), encoding))


def test_deflated_content_is_read_too(read):
    assert read(packed(zlib.compress(b"words"), "deflate")) == b"words"


def test_content_may_be_compressed_in_several_members(read):
    assert read(packed(gzip.compress(b"wo") + gzip.compress(b"rds"))) == b"words"


@pytest.mark.parametrize("size", [0, 1, 16_383, 16_384, 16_385, 99_999])
def test_compressed_content_of_any_size_comes_back_whole(read, size):
    content = (b"0123456789abcdef" * 7_000)[:size]
    assert read(packed(gzip.compress(content))) == content


def test_a_bomb_is_not_unpacked_beyond_the_cap(site, read):
    sent = []

    def bomb():
        packer = zlib.compressobj(wbits=31)
        yield head("Content-Encoding: gzip")
        for _ in range(500):
            data = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
            sent.append(len(data))
            yield data

    with pytest.raises(FetchFailed, match="larger"):
        read(bomb)
    assert len(sent) < 500


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "gzip, identity", "odd"])
def test_a_form_that_was_not_asked_for_fails(read, encoding):
    with pytest.raises(FetchFailed, match="not asked for"):
        read(packed(gzip.compress(b"words"), encoding))


@pytest.mark.parametrize(
    "answer",
    [
        packed(b"words"),
        packed(gzip.compress(b"words", mtime=1)[:-1]),
        packed(gzip.compress(b"words", mtime=1)[:4]),
        packed(gzip.compress(b"words", mtime=1) + b"garbage"),
        packed(gzip.compress(b"words", mtime=1).replace(b"\x00\x00\x00", b"\x00\x00\x01")),
        head("Content-Length: 10") + b"words",
        head("Content-Length: 5, 6") + b"words",
        head("Transfer-Encoding: chunked") + b"5\r\nwords\r\n",
        head("Transfer-Encoding: chunked") + b"zz\r\nwords\r\n",
        head("Transfer-Encoding: chunked") + b"-5\r\nwords\r\n",
        b"",
        b"\r\n",
        b"words",
        b"HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 200 OK\r\n",
    ],
)
def test_a_damaged_answer_fails_or_is_read_as_far_as_it_says(read, answer):
    if answer == b"HTTP/1.1 200 OK\r\n":
        assert read(answer) == b""
        return
    with pytest.raises(FetchFailed, match="later"):
        read(answer)


def test_a_slow_body_is_cut_off(site, memory):
    site.pages["/"] = lambda: slowly(page(b"x" * 1000), 0.05)
    with pytest.raises(FetchFailed, match="longer than 0.5 seconds"):
        fetch(site.address(), rules=site.rules(seconds=0.5), memory=memory)
