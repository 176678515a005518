"""From bytes to text: what a page says it is in, what it is in, and neither."""

import codecs

import pytest

from articles.importing.pages.encodings import declared, decode
from articles.importing.pages.labels import KNOWN, codec_of

WORDS = {
    "cp1252": "“Für naïve Café” – 5 €",
    "cp1251": "Тёплая вода помогает рукам утром",
    "koi8_r": "Тёплая вода помогает рукам утром",
    "iso8859_2": "Ciepła woda pomaga źdźbłu, żółw śpi",
    "cp1253": "Το ζεστό νερό βοηθά τα χέρια",
    "cp1255": "מים חמים עוזרים לידיים",
    "gb18030": "温水有助于双手,早晨更好",
    "big5hkscs": "溫水有助於雙手，早晨更好",
    "cp932": "温かい水は朝の手を助けます①",
    "euc_jp": "温かい水は朝の手を助けます",
    "iso2022_jp": "温かい水は朝の手を助けます",
    "cp949": "따뜻한 물은 아침에 손을 돕는다",
}
LABELS = {
    "cp1252": "ISO-8859-1", "cp1251": "windows-1251", "koi8_r": "KOI8-R", "iso8859_2": "latin2",
    "cp1253": "windows-1253", "cp1255": "windows-1255", "gb18030": "gb2312", "big5hkscs": "Big5",
    "cp932": "Shift_JIS", "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp", "cp949": "euc-kr",
}  # fmt: skip


@pytest.mark.parametrize("codec", WORDS)
def test_a_page_is_read_in_the_encoding_that_it_declares(codec: str) -> None:
    for meta in ('<meta charset="{}">', "<META content='text/html; charset={}' http-equiv=x>",
                 '<?xml version="1.0" encoding="{}"?>'):  # fmt: skip
        page = f"{meta.format(LABELS[codec])}<p>{WORDS[codec]}</p>"
        assert WORDS[codec] in decode(page.encode(codec))


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_byte_order_mark_goes_before_any_declaration(codec: str) -> None:
    page = "\ufeff<meta charset=windows-1251><p>Für Wärme</p>"
    assert decode(page.encode(codec)) == page[1:]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(codec: str) -> None:
    page = "<html><head><title>温かい水</title></head><body><p>温かい水は朝の手を助けます</p></body></html>"
    assert decode(page.encode(codec)) == page


@pytest.mark.parametrize(
    "label", ["iso-8859-1", "windows-1251", "utf-16", "gbk", "nonsense", "hex"]
)
def test_valid_utf_8_is_read_as_such_whatever_it_declares_to_be(label: str) -> None:
    page = f'<meta charset="{label}"><p>Für Wärme, тёплая вода</p>'
    assert decode(page.encode()) == page


def test_utf_8_with_a_few_broken_places_stays_utf_8() -> None:
    page = "<meta charset=iso-8859-1><p>" + "Für Wärme im Körper. " * 10 + "</p>"
    text = decode(page.encode().replace(b"W\xc3", b"W", 1))
    assert "Für W\ufffdrme" in text and text.count("Für Wärme") == 9


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ru", "cp1251"),
        ("ja", "euc_jp"),
        ("ja", "cp932"),
        ("zh-TW", "big5hkscs"),
        ("el-GR", "cp1253"),
    ],
)
def test_a_page_that_declares_nothing_is_read_by_its_language(language: str, codec: str) -> None:
    page = f'<html class="a" lang="{language}"><p>{WORDS[codec]}</p>'
    assert WORDS[codec] in decode(page.encode(codec))


def test_without_any_hint_the_bytes_decide() -> None:
    page = "<html><p>" + "Тёплая вода помогает рукам утром, и это знают многие люди. " * 5 + "</p>"
    assert decode(page.encode("cp1251")) == page


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "iso8859_5", "cp866"])
@pytest.mark.parametrize("html", ["<html>", "<html lang=ru>"])
def test_encodings_of_cyrillic_are_told_apart(codec: str, html: str) -> None:
    page = f"{html}<p>{WORDS['cp1251']}, и это знают многие люди, которые живут с болью.</p>" * 2
    assert decode(page.encode(codec)) == page


@pytest.mark.parametrize("codec", ["cp1250", "iso8859_2"])
def test_encodings_of_middle_europe_are_told_apart(codec: str) -> None:
    page = f'<html lang="pl"><p>{WORDS["iso8859_2"]}</p>'
    assert decode(page.encode(codec)) == page


def test_japanese_for_mail_is_known_by_its_escapes() -> None:
    page = f"<p>{WORDS['iso2022_jp']}</p>"
    assert decode(page.encode("iso2022_jp")) == page


def test_what_nothing_is_known_of_is_read_as_western() -> None:
    assert decode(b"<p>caf\xe9 \x93so\x94</p>") == "<p>café “so”</p>"


def test_bytes_that_mean_nothing_do_not_stop_the_reading() -> None:
    assert (
        decode(b"<meta charset=windows-1252>\x81\x8d caf\xe9") == "<meta charset=windows-1252> café"
    )
    assert "\ufffd" in decode("<meta charset=shift_jis>温かい".encode("cp932") + b"\x82")


def test_zeros_and_controls_are_no_text() -> None:
    assert (
        decode(b"\x00<p>wa\x00rm\x07 \x1bwater\x7f\r\nend\rend</p>")
        == "<p>warm water\nend\nend</p>"
    )


def test_references_to_windows_characters_are_read_as_browsers_do() -> None:
    assert decode(b"it&#146;s &#150; so &#129;&#38;") == "it’s – so &#38;"


def test_only_encodings_of_text_can_be_declared() -> None:
    for name in ("rot13", "hex", "base64", "idna", "punycode", "unicode_escape", "utf-7", "zip"):
        assert codec_of(name) is None
    assert all(codecs.lookup(codec) for codec in KNOWN)


def test_a_declaration_far_down_or_in_a_text_counts_for_nothing() -> None:
    assert declared(b" " * 9_000 + b"<meta charset=koi8-r>") is None
    assert declared(b"<p>charset=koi8-r</p>") is None
    assert declared(b"<!-- <meta charset=koi8-r> --><meta charset=big5>") == "big5hkscs"
